"""Translations: segment by segment, what stands, what is offered, and who vouches for it (N16)."""

import pytest

from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.ledger.models import Entry
from haidang.newsroom.commands.reviewing_translation import review_translation
from haidang.newsroom.commands.translating import save_translation, start_translation
from haidang.newsroom.models import SectionPage, Story
from haidang.newsroom.placing import placed
from haidang.newsroom.queries.memory import left_of, memory_of
from haidang.newsroom.queries.translations import (
    is_behind,
    is_stale,
    newest,
    original_of,
)
from haidang.newsroom.segments import segments_of
from haidang.newsroom.translation_checks import about_translation
from haidang.orgs.enums import Role
from haidang.plans.overtaking import Overtaken
from tests.makers import make_user
from tests.makers.pictures import make_picture
from tests.makers.translations import (
    ENGLISH,
    add_source,
    begin,
    fresh,
    keys,
    make_desk,
    make_original,
    rewrite,
    translate,
)

pytestmark = pytest.mark.django_db
KHMER = {
    "Muối Thử": "អំបិល\u200bសាក",
    "Một nghề bên biển.": "មុខរបរ\u200bក្បែរ\u200bសមុទ្រ",
    "Nghề muối": "ការ\u200bធ្វើ\u200bអំបិល",
    "Đường đi thuận tiện.": "ងាយ\u200bទៅ\u200bដល់",
    'Diêm dân ra đồng từ sáng sớm. Xem <a id="a1">bản đồ</a> và <b>giờ mở cửa</b>.': (
        "មើល [ផែនទី](a1) **ម៉ោង**"
    ),
}


def names(story, **said):
    return [issue.name for issue in about_translation(fresh(story), **said)]


def test_start_translation_lays_a_draft_beside_the_original():
    desk = make_desk()
    english = begin(desk)

    assert english.language == "en"
    assert english.translation_key == desk.story.translation_key
    assert isinstance(english.get_parent().specific, SectionPage)
    assert english.get_parent().specific.key == "tin"
    assert not english.live
    assert original_of(english) == desk.story
    assert newest(english).title == "Muối Thử"
    assert names(english) == ["not_translated"]
    assert begin(desk) == english
    assert start_translation(story=english, language="km", by=desk.translator).language == "km"


def test_start_translation_may_start_from_any_language():
    desk = make_desk("en", title="Salt", standfirst="", body="<p>By the sea, since long ago.</p>")
    vietnamese = begin(desk, "vi")

    translate(desk, vietnamese, {"Salt": "Muối", "By the sea, since long ago.": "Bên bờ biển."})
    assert newest(fresh(vietnamese)).body == "<p>Bên bờ biển.</p>"
    with pytest.raises(WrongState):
        start_translation(story=vietnamese, language="en", by=desk.translator)


def test_start_translation_refuses_others_and_what_no_portal_has():
    desk = make_desk()
    for person in (desk.newsroom.officer, desk.newsroom.authority.reporters[0]):
        with pytest.raises(NotAllowed):
            start_translation(story=desk.story, language="en", by=person)
    with pytest.raises(WrongState):
        start_translation(story=desk.story, language="fr", by=desk.translator)


def test_save_translation_puts_words_into_the_shape_of_the_original():
    desk = make_desk()
    english = begin(desk)
    translate(desk, english)

    page = newest(fresh(english))
    assert page.title == "Salt of Thử"
    assert page.slug == "salt-of-thu"
    assert page.body == (
        "<h2>Making salt</h2><p>Salt makers go out at dawn. See "
        '<a href="https://vi.example/">the map</a> and <b>opening hours</b>.</p>'
        "<ul><li>It is easy to reach.</li></ul>"
    )
    assert names(english) == []
    assert Entry.objects.filter(event="save_translation").exists()


def test_save_translation_of_a_summary_leaves_the_body_out():
    desk = make_desk()
    khmer = begin(desk, "km")
    first = {before: KHMER[before] for before in ("Muối Thử", "Một nghề bên biển.")}
    translate(desk, khmer, first, summary=True)
    page = newest(fresh(khmer))
    assert (page.body, names(khmer)) == ("", ["no_reviewer"])
    seen = fresh(khmer).latest_revision_id
    assert translate(desk, khmer, first, summary=True).latest_revision_id == seen
    save_translation(story=khmer, segments={}, seen=seen, by=desk.translator)
    assert names(khmer) == ["not_translated", "no_reviewer"]


def test_save_translation_keeps_part_of_it_and_takes_back():
    desk = make_desk()
    english = begin(desk)
    translate(desk, english, {"Muối Thử": "Salt of Thử", "Nghề muối": "Making salt"})
    translate(desk, english, {"Nghề muối": ""})

    left = [one.data for one in left_of(desk.story, english.locale)]
    assert "Muối Thử" not in left
    assert "Nghề muối" in left
    assert "<h2>Nghề muối</h2>" in newest(fresh(english)).body


def test_save_translation_translates_pictures_and_keeps_names_of_sources():
    desk = make_desk()
    picture = make_picture(
        desk.newsroom.centre, desk.newsroom.writer, caption="Bình minh trên biển"
    )
    add_source(desk, "Kế hoạch 99/KH-UBND ngày 12/10/2023")
    page = newest(fresh(desk.story))
    page.pictures = [placed(picture)]
    page.save_revision(user=desk.newsroom.writer)
    english = begin(desk)
    more = {"Mặt trời trên biển": "The sun above the sea", "Bình minh trên biển": "Dawn at sea"}
    translate(desk, english, ENGLISH | more)

    shown = newest(fresh(english)).pictures.get()
    assert (shown.picture, shown.alt, shown.caption) == (picture, *more.values())
    assert newest(fresh(english)).sources.get().words.startswith("Kế hoạch 99")
    assert names(english) == []


def test_save_translation_keeps_zero_width_spaces_of_khmer():
    desk = make_desk()
    khmer = begin(desk, "km")
    translate(desk, khmer, KHMER)

    page = newest(fresh(khmer))
    assert page.title == "អំបិល\u200bសាក"
    assert "ងាយ\u200bទៅ\u200bដល់" in page.body
    assert page.slug == desk.story.slug
    assert names(khmer) == ["no_reviewer"]


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", KHMER["Một nghề bên biển."]), ("km", "A craft by the sea of our coast")],
)
def test_save_translation_refuses_the_wrong_script(language, words):
    desk = make_desk()
    page = begin(desk, language)

    with pytest.raises(Incomplete) as refused:
        translate(desk, page, {"Một nghề bên biển.": words})
    assert [issue.name for issue in refused.value.issues] == ["wrong_language"]
    assert refused.value.issues[0].field == keys(page)["Một nghề bên biển."]


def test_save_translation_says_where_vietnamese_was_left():
    desk = make_desk()
    english = begin(desk)
    translate(desk, english, ENGLISH | {"Một nghề bên biển.": "Một nghề bên bờ biển"})

    assert names(english) == ["wrong_language"]


def test_save_translation_refuses_stamps_and_too_many_words():
    desk = make_desk()
    english = begin(desk)
    for words, name in (("x\nTỐI MẬT\n", "secrecy_mark"), ("word " * 90, "too_long")):
        with pytest.raises(Incomplete) as refused:
            translate(desk, english, {"Một nghề bên biển.": words})
        assert [issue.name for issue in refused.value.issues] == [name]


def test_save_translation_overtaken_by_another_keeps_what_stands():
    desk = make_desk()
    english = begin(desk)
    seen = fresh(english).latest_revision_id
    translate(desk, english)
    with pytest.raises(Overtaken):
        save_translation(
            story=english, segments={keys(english)["Muối Thử"]: "x"}, seen=seen, by=desk.translator
        )
    unknown = {"0" * 16: "words for a sentence that nobody knows"}
    with pytest.raises(Overtaken):
        save_translation(
            story=english,
            segments=unknown,
            seen=fresh(english).latest_revision_id,
            by=desk.translator,
        )
    assert newest(fresh(english)).title == "Salt of Thử"


def test_save_translation_refuses_what_is_none_and_strangers():
    desk = make_desk()
    english = begin(desk)
    with pytest.raises(WrongState):
        save_translation(story=desk.story, segments={}, seen=0, by=desk.translator)
    with pytest.raises(NotAllowed):
        translate(desk, english, by=desk.newsroom.officer)


def test_save_translation_offers_the_same_words_of_another_story_and_those_of_before():
    desk = make_desk()
    english = begin(desk)
    translate(desk, english)
    rewrite(desk, standfirst="Một nghề lâu đời bên biển.")
    other = newest(make_original(desk.newsroom, slug="khac"))

    offered = memory_of(other, segments_of(other), english.locale).offered
    assert {rows[0].data for rows in offered.values() if rows} >= {"Salt of Thử", "Making salt"}
    original = newest(fresh(desk.story))
    changed = memory_of(original, segments_of(original), english.locale).offered
    assert [[row.data for row in rows] for rows in changed.values()] == [["A craft by the sea."]]


def test_review_translation_is_by_a_named_person_who_did_not_translate():
    desk = make_desk()
    khmer = begin(desk, "km")
    translate(desk, khmer, KHMER)
    seen = fresh(khmer).latest_revision_id
    for person in (desk.translator, desk.newsroom.officer):
        with pytest.raises(NotAllowed):
            review_translation(story=khmer, seen=seen, reads_it=True, by=person)
    with pytest.raises(Incomplete):
        review_translation(story=khmer, seen=seen, reads_it=False, by=desk.reader)
    with pytest.raises(Overtaken):
        review_translation(story=khmer, seen=seen - 1, reads_it=True, by=desk.reader)
    review_translation(story=khmer, seen=seen, reads_it=True, by=desk.reader)

    assert newest(fresh(khmer)).reviewed_by == desk.reader
    assert names(khmer) == []
    translate(desk, khmer, {"Nghề muối": "អំបិល"})
    assert names(khmer) == ["no_reviewer"]


def test_review_translation_refuses_what_is_not_whole_or_no_translation():
    desk = make_desk()
    english = begin(desk)
    seen = fresh(english).latest_revision_id

    with pytest.raises(Incomplete, match="chưa dịch"):
        review_translation(story=english, seen=seen, reads_it=True, by=desk.reader)
    with pytest.raises(WrongState):
        review_translation(story=desk.story, seen=seen, reads_it=True, by=desk.reader)


def test_words_of_a_machine_need_a_reviewer_until_a_person_writes_them_anew():
    desk = make_desk()
    english = begin(desk)
    key = keys(english)["Nghề muối"]
    translate(desk, english, machine_made_ones={key})
    assert newest(fresh(english)).is_machine_made
    assert names(english) == ["no_reviewer"]

    translate(desk, english, {"Nghề muối": "Salt making"})
    assert not newest(fresh(english)).is_machine_made
    assert names(english) == []


@pytest.mark.promise("N16")
@pytest.mark.parametrize(
    "change",
    [
        {"title": "Muối Thử, mùa mới"},
        {"body": "<p>Khác.</p>"},
        {"starts_on": "2024-12-01"},
        {"video": "https://vi.example/v"},
    ],
)
def test_a_changed_original_makes_its_translations_stale_until_they_follow(change):
    desk = make_desk()
    english = begin(desk)
    translate(desk, english)
    assert not is_stale(fresh(english))

    rewrite(desk, **change)
    assert is_stale(fresh(english))
    assert names(english)[0] == "stale_translation"
    assert names(english, stale_said=True) == []
    save_translation(
        story=english, segments={}, seen=fresh(english).latest_revision_id, by=desk.translator
    )
    assert not is_stale(fresh(english))
    assert ("not_translated" in names(english)) == bool({"title", "body"} & set(change))


def test_a_changed_picture_or_source_makes_translations_stale():
    desk = make_desk()
    english = begin(desk)
    translate(desk, english)
    add_source(desk, "Niên giám thống kê")
    assert is_stale(fresh(english))
    assert not is_stale(fresh(desk.story))
    assert about_translation(fresh(desk.story)) == []


@pytest.mark.promise("N16")
def test_a_live_translation_is_behind_from_the_moment_its_original_is_corrected():
    desk = make_desk()
    english = begin(desk)
    translate(desk, english)
    for page in (desk.story, english):
        Story.objects.filter(pk=page.pk).update(
            live=True, **words(newest(fresh(page)))
        )  # what publishing does to the row
    assert not is_behind(fresh(english))

    rewrite(desk, title="Muối Thử, bản mới")
    assert not is_behind(fresh(english)), "readers do not see the change yet"
    Story.objects.filter(pk=desk.story.pk).update(title="Muối Thử, bản mới")
    assert is_behind(fresh(english))
    assert not is_behind(fresh(desk.story))


def words(page):
    names = ("title", "standfirst", "body", "written_from")
    return {
        name: getattr(page, name) for name in names if name != "written_from" or page.written_from
    }


def test_an_auditor_translates_nothing():
    desk = make_desk()
    auditor = make_user(Role.AUDITOR, unit=desk.newsroom.centre)
    with pytest.raises(NotAllowed):
        start_translation(story=desk.story, language="en", by=auditor)
