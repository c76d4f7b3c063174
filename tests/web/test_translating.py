"""The screen of translating, the glossary, and what the page of a story says of its languages."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail_localize.models import StringTranslation

from haidang import clock
from haidang.newsroom.commands.terms import Wording, keep_term
from haidang.newsroom.commands.translating import start_translation
from haidang.newsroom.enums import Reason, Step
from haidang.newsroom.models import Clearance, Story, Submission, Term
from haidang.newsroom.queries.translations import newest
from haidang.orgs.enums import Role
from tests.makers import make_unit, make_user
from tests.makers.translations import (
    ENGLISH,
    begin,
    fresh,
    keys,
    make_desk,
    make_original,
    rewrite,
    translate,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk():
    return make_desk()


def of(person):
    client = Client()
    client.force_login(person)
    return client


def place(story, language="en"):
    return reverse("translate-story", args=[story.pk, language])


def typed(story, **more):
    said = {f"cau-{key}": ENGLISH.get(words, "") for words, key in keys(story).items()}
    return said | {"seen": fresh(story).latest_revision_id} | more


def test_translate_story_begins_then_keeps_what_is_typed(desk):
    page = of(desk.translator)
    asked = page.get(place(desk.story)).content.decode()
    assert "chưa có bản tiếng anh" in asked.lower()
    begun = page.post(place(desk.story))
    english = Story.objects.get(locale__language_code="en", written_from__gt="")
    assert begun["Location"] == place(english)
    shown = page.get(place(english)).content.decode()
    assert "Chưa dịch" in shown
    assert "[bản đồ](a1)" in shown
    assert page.post(place(english), typed(english, save="1")).status_code == 302
    assert newest(fresh(english)).title == "Salt of Thử"
    assert "5/5" in page.get(place(desk.story)).content.decode()


def test_translate_story_keeps_what_was_typed_when_another_was_quicker(desk):
    english = begin(desk)
    mine = typed(english)
    translate(desk, english, {"Nghề muối": "The salt trade"})
    answer = of(desk.newsroom.editor).post(place(english), mine)

    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "Salt makers go out at dawn" in shown
    assert "The salt trade" in shown, "what stands is beside what was typed"
    again = mine | {"seen": fresh(english).latest_revision_id}
    assert of(desk.newsroom.editor).post(place(english), again).status_code == 302


def test_translate_story_says_that_the_language_is_another(desk):
    english = begin(desk)
    key = keys(english)["Một nghề bên biển."]
    answer = of(desk.translator).post(
        place(english), typed(english) | {f"cau-{key}": "មុខរបរក្បែរសមុទ្រ"}
    )
    assert answer.status_code == 422
    assert "Đây là bản tiếng Anh, chữ vừa gõ là tiếng Khmer" in answer.content.decode()
    assert "មុខរបរក្បែរសមុទ្រ" in answer.content.decode()


def test_translate_story_offers_and_takes_what_was_said_before(desk):
    english = begin(desk)
    translate(desk, english)
    rewrite(desk, standfirst="Một nghề cũ bên biển.")
    page = of(desk.translator)
    shown = page.get(place(english)).content.decode()
    assert "Bài gốc đã đổi" in shown
    assert "Dùng câu này" in shown
    pressed = shown.split('name="use" value="')[1].split('"')[0]
    assert page.post(place(english), typed(english, use=pressed)).status_code == 302
    assert newest(fresh(english)).standfirst == "A craft by the sea."


def test_translate_story_underlines_terms_and_says_which_is_not_kept(desk):
    editor = desk.newsroom.editor
    for vi, en in (("Muối", "Salt"), ("Diêm dân", "salt farmers")):
        wording = Wording(vi=vi, en=en)
        keep_term(unit=desk.newsroom.centre, wording=wording, owner=editor, by=editor)
    english = begin(desk)
    translate(desk, english)
    shown = of(desk.translator).get(place(english)).content.decode()

    assert "<u>Muối</u> Thử" in shown
    assert "<u>Diêm dân</u>" in shown
    assert shown.count("Chưa đúng") == 1


def test_translate_story_is_signed_by_another_person(desk):
    khmer = begin(desk, "km")
    seen = fresh(khmer).latest_revision_id
    first = {keys(khmer)[one]: "ខ្មែរ" for one in ("Muối Thử", "Một nghề bên biển.")}
    said = {f"cau-{key}": words for key, words in first.items()}
    of(desk.translator).post(place(khmer, "km"), said | {"seen": seen, "summary": "on"})
    reader = of(desk.reader)
    assert "Ký tên đã soát" in reader.get(place(khmer, "km")).content.decode()
    assert "Ký tên đã soát" not in of(desk.translator).get(place(khmer, "km")).content.decode()
    asked = {"seen": fresh(khmer).latest_revision_id, "review": "1"}
    assert reader.post(place(khmer, "km"), asked).status_code == 422
    assert reader.post(place(khmer, "km"), asked | {"reads_it": "on"}).status_code == 302
    assert newest(fresh(khmer)).reviewed_by == desk.reader


def test_translate_story_is_not_for_strangers_nor_for_no_language(desk):
    english = begin(desk)
    stranger = make_user(Role.EDITOR, unit=make_unit("huyện Khác", kind="huyen"))
    assert of(stranger).get(place(english)).status_code == 404
    assert of(desk.translator).get(place(english, "fr")).status_code == 404
    assert of(desk.translator).get(place(desk.story, "vi")).status_code == 302
    auditor = make_user(Role.AUDITOR, unit=desk.newsroom.authority.district)
    read = of(auditor).get(place(english))
    assert read.status_code == 200
    assert "Lưu bản dịch" not in read.content.decode()


def queries(client, story, counted):
    with counted as asked:
        assert client.get(place(story)).status_code == 200
    return len(asked)


def test_translate_story_asks_the_same_of_few_and_of_many_segments(desk):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client = of(desk.translator)
    body = "".join(f"<p>Câu thứ {n} của bài dài.</p>" for n in range(30))
    long = make_original(desk.newsroom, slug="dai", body=body)
    pages = []
    for story in (desk.story, long):
        client.post(place(story))
        english = Story.objects.get(
            translation_key=story.translation_key, locale__language_code="en"
        )
        client.get(place(english))
        pages.append(queries(client, english, CaptureQueriesContext(connection)))
    assert pages[0] == pages[1]


def test_the_page_of_a_story_says_what_is_stale(desk):
    english = begin(desk)
    translate(desk, english)
    page = of(desk.translator)
    assert "theo bài gốc" in page.get(reverse("story", args=[desk.story.pk])).content.decode()
    rewrite(desk, title="Muối Thử, mùa mới")
    assert "cần cập nhật" in page.get(reverse("story", args=[desk.story.pk])).content.decode()
    assert "Cập nhật bản dịch" in page.get(reverse("story", args=[english.pk])).content.decode()


def test_the_glossary_is_kept_by_those_who_answer_for_it(desk):
    editor = of(desk.newsroom.editor)
    said = {"vi": "Muối Thử", "en": "Salt of Thử", "owner": desk.newsroom.editor.pk, "seen": 0}
    assert "Chưa có từ nào" in editor.get("/thuat-ngu/").content.decode()
    assert editor.post("/thuat-ngu/them/", said | {"is_contested": "on"}).status_code == 302
    term = Term.objects.get()
    assert editor.post("/thuat-ngu/them/", said).status_code == 422
    assert "Salt of Thử" in editor.get("/thuat-ngu/?tim=muoi").content.decode()
    assert "Salt of Thử" not in editor.get("/thuat-ngu/?tim=zzz").content.decode()
    other = of(desk.newsroom.writer)
    assert "Lưu" not in other.get(f"/thuat-ngu/{term.pk}/").content.decode().split("<main")[1]
    assert other.post(f"/thuat-ngu/{term.pk}/", said | {"seen": 1}).status_code == 403
    assert editor.post(f"/thuat-ngu/{term.pk}/", said | {"seen": 0}).status_code == 422
    late = editor.post(f"/thuat-ngu/{term.pk}/", said | {"seen": 1, "note": "x\nMẬT\n"})
    assert late.status_code == 422
    assert editor.post(f"/thuat-ngu/{term.pk}/", said | {"seen": 1}).status_code == 302
    assert editor.post(f"/thuat-ngu/{term.pk}/bo/", {"seen": 2}).status_code == 302
    assert of(desk.reader).get("/thuat-ngu/them/").status_code == 403
    assert Term.objects.get().is_retired


def test_wagtail_s_own_translating_and_editing_of_stories_is_closed(desk):
    english = begin(desk)
    keeper = of(make_user(Role.ADMINISTRATOR, unit=desk.newsroom.authority.district))
    closed = [
        reverse("wagtail_localize:translations_report"),
        reverse("wagtail_localize:submit_page_translation", args=[desk.story.pk]),
        reverse("wagtailadmin_pages:edit", args=[english.pk]),
        reverse("wagtailadmin_pages:edit", args=[desk.story.pk]),
    ]
    assert [keeper.get(one).status_code for one in closed] == [403] * 4
    assert keeper.post(closed[-1], {"localize-restart-translation": "1"}).status_code == 403
    home = keeper.get(reverse("wagtailadmin_home")).content.decode()
    assert reverse("wagtail_localize:translations_report") not in home


def test_only_words_that_the_memory_offers_are_taken(desk):
    english = begin(desk)
    other = make_original(desk.newsroom, title="Bài kín", standfirst="", body="<p>Câu kín.</p>")
    page = start_translation(story=other, language="en", by=desk.translator)
    translate(desk, page, {"Câu kín.": "A closed sentence."})
    row = StringTranslation.objects.get(data="A closed sentence.")
    key = keys(english)["Nghề muối"]

    of(desk.translator).post(place(english), typed(english, use=f"{key}:{row.pk}"))

    assert "A closed sentence." not in newest(fresh(english)).body


def test_the_original_of_a_public_translation_stays_between_two(desk):
    english = begin(desk)
    translate(desk, english)
    Story.objects.filter(pk=english.pk).update(live=True)
    officer = make_user(Role.CONFIDENTIALITY_OFFICER, unit=make_unit("Đồn Thử", kind="don"))
    submission = Submission.objects.create(
        story=desk.story,
        revision=desk.story.latest_revision,
        fingerprint="0" * 64,
        submitted_by=desk.newsroom.writer,
        submitted_at=clock.now(),
    )
    assert of(desk.translator).get(place(english)).status_code == 200
    Clearance.objects.create(
        submission=submission,
        step=Step.CONFIDENTIALITY,
        agrees=False,
        reason=Reason.IN_PERSON,
        by=officer,
        at=clock.now(),
    )

    assert of(desk.translator).get(place(english)).status_code == 404
    assert of(desk.newsroom.writer).get(place(english)).status_code == 200
