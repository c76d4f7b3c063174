"""A unique word in every part of a draft, and every address asked as everybody (promise N17).

The addresses come from the URL configuration itself: one that is new has to be given a line here.
"""

import datetime as dt
from pathlib import Path
from uuid import uuid4

import pytest
from django.conf import settings
from django.core import mail
from PIL import Image
from wagtail.models import Page, Revision

from haidang import clock
from haidang.activities.commands import load_catalogue
from haidang.newsroom.commands.attaching import attach_to_story
from haidang.newsroom.commands.clearing import clear_story
from haidang.newsroom.commands.publishing import publish_story
from haidang.newsroom.commands.translating import save_translation, start_translation
from haidang.newsroom.enums import Reason, Step
from haidang.newsroom.models import Picture, PlannedStory, Story, Submission
from haidang.newsroom.placing import placed
from haidang.newsroom.queries.translations import newest
from haidang.newsroom.segments import segments_of
from haidang.newsroom.serving import CARD, WIDE, mark_of
from haidang.newsroom.story_facts import Source
from haidang.orgs.enums import Role
from haidang.orgs.models import Unit
from tests.makers import make_unit, make_user
from tests.makers.newsroom import clear, make_newsroom, submit
from tests.makers.numbers import number_from
from tests.makers.office import docx, run
from tests.makers.pictures import drawn, make_picture
from tests.makers.writing import edit, make_story
from tests.walk import addresses, hides, shown

pytestmark = [pytest.mark.django_db, pytest.mark.promise("N17")]
WORD, BESIDE = "xylothrq47", "hải âu"
QUERY = {"q": BESIDE, "tim": BESIDE}
HIDDEN, DELETED = "xylothrq48", "xylothrq49"  # in what a file hides: nobody at all gets it
DESK = ("bai/", "anh/", "kiem-tra/", "viec/", "noi-dung/")
NUMBER = 7_001  # of the story and of all that is its own, so that each address is asked once


@pytest.fixture
def room():
    load_catalogue()
    number_from(NUMBER, Unit)
    return make_newsroom()


@pytest.fixture
def story(room):
    """A draft with the word in its words, its picture, its file and in all that they hide."""
    number_from(NUMBER, Page, Picture, Submission)
    story = make_story(room, title=f"Bài {WORD}")
    exif = Image.Exif()
    exif[0x010E], exif[0x010F] = WORD, HIDDEN
    picture = make_picture(
        room.unit, room.author, drawn(exif=exif), alt=f"Ảnh {WORD}", caption=f"Chú thích {WORD}"
    )
    edit(
        story,
        room.author,
        standfirst=f"Sapo {WORD} {BESIDE}",
        body=f"Thân bài {WORD} {BESIDE}.",
        byline=f"Nhóm {WORD}",
        sources=[Source(f"Nguồn {WORD}", f"https://example.org/{WORD}")],
        pictures=[placed(picture, alt=f"Mô tả {WORD}", caption=f"Lời ảnh {WORD}")],
    )
    number_from(NUMBER, Revision)
    _attach(room, Story.objects.get(pk=story.pk))
    PlannedStory.objects.filter(story=story).delete()
    number_from(NUMBER, PlannedStory)
    return Story.objects.get(pk=story.pk)


def _attach(room, story):
    removed = f'<w:del w:id="1" w:author="x"><w:r><w:delText>{DELETED}</w:delText></w:r></w:del>'
    paper = docx(run(f"Tệp {WORD}"), run(HIDDEN, "<w:vanish/>"), removed, comment=HIDDEN)
    attach_to_story(
        story=story,
        content=paper,
        name=f"tep-{WORD}.docx",
        words=f"Lời tệp {WORD}",
        by=room.author,
        is_cleaned=True,
    )


def everywhere(story):
    """Every address of the server with everything of the story in the place of its arguments."""
    newest = story.latest_revision.as_object()
    row, file = newest.pictures.first(), newest.files.first()
    marks = [(shape, mark_of(row.picture.digest, row.focus, shape)) for shape in (WIDE, CARD)]
    assert {story.pk, row.picture_id, story.latest_revision_id} == {NUMBER}
    return addresses(
        _arguments([NUMBER], story.slug)
        | {
            "sha256": [file.file_id],
            "name": [file.name],
            "spec": [f"{shape}-{width}-{mark}" for shape, mark in marks for width in (360, 1200)],
        },
        _lines(story),
    )


def _arguments(numbers, slug):
    """The arguments of every address, where nothing is known of files."""
    one = [1]
    return {
        "pk": [*numbers, uuid4()],
        "sha256": ["0" * 64],
        "name": ["x"],
        "spec": ["x"],
        "ending": ["webp", "jpg", "rss", "atom", "json"],
        "language": ["vi", "en"],
        "page": one,
        "number": one,
        "token": [uuid4().hex],
        "job": [uuid4()],
        "code": ["2.1"],
        "part": ["don-vi"],
        "slug": [slug],
        "act": ["len"],
    } | dict.fromkeys(
        "evidence unit_pk task item unit asked copy ordinal remark contest".split(), one
    )


def _lines(story):
    """Pages of the portal: its own address, its section's, its front's, and all in between."""
    path = "/" + story.url_path.split("/", 2)[2]
    language = f"/{path.split('/')[1]}/"
    pages = [path, path.rsplit("/", 2)[0] + "/", language, "/en/", f"{language}tim/"]
    fixed = ["nghe-lai", "lien-he", "kha-nang-tiep-can"]
    return {
        r"^(vi|en|km)/danh-gia/$": [f"{language}danh-gia/"],
        r"^((?:vi|en|km)/(?:[\w\-]+/)*)$": [*pages, *(f"{language}{name}/" for name in fixed)],
    }


def found_by(client, who, places):
    """The routes at which somebody finds each of the words; a stranger is nobody."""
    client.logout()
    if who is not None:
        client.force_login(who)
    found = {}
    for route, path, asked in _questions(places):
        for word in shown(client.get(path, asked), (WORD, HIDDEN, DELETED), path):
            found.setdefault(word, set()).add(route)
    return found


def _questions(places):
    """Each address as it is and, but for pages of one thing, with words to look for."""
    for route, paths in places.items():
        for path in paths:
            yield route, path, {}
            if "pk>" not in route or "(" in route:
                yield route, path, QUERY


def strangers():
    """Nobody, and a person of every post at another authority; an auditor reads all."""
    district = make_unit("huyện Xa", kind="huyen", parent=make_unit("tỉnh Xa", kind="tinh"))
    unit = make_unit("xã Xa", parent=district)
    return {"người lạ": None} | {
        role.label: make_user(role, unit=unit) for role in set(Role) - {Role.AUDITOR}
    }


def test_a_draft_shows_nowhere_to_who_may_not_see_it(client, room, story, caplog):
    everybody = strangers() | {"đồn, trước khi biên tập": room.officer}
    submit(room, story)
    places = everywhere(story)

    found = {name: found_by(client, who, places) for name, who in everybody.items()}

    assert {name: words for name, words in found.items() if words} == {}
    assert WORD not in caplog.text
    assert [letter for letter in mail.outbox if WORD in letter.subject + letter.body] == []


def test_who_may_see_it_finds_it_but_not_what_its_files_hide(client, room, story):
    assert submit(room, story).pk == NUMBER
    places = everywhere(story)

    found = found_by(client, room.editor, places)

    assert set(found) == {WORD}
    desk = {"bai/<int:pk>/", "bai/<int:pk>/sua/", "bai/<int:pk>/xem/", "viec/"}
    assert found[WORD] >= desk | {"kiem-tra/", "kiem-tra/<int:pk>/", "anh/", "anh/<int:pk>/"}
    assert any(route.startswith("^tep-bai/") for route in found[WORD])
    assert len(places) > 200


def test_what_files_hide_is_kept_nowhere(room, story):
    for folder in (Path(settings.MEDIA_ROOT), Path(settings.FILES)):
        kept = [path for path in folder.rglob("*") if path.is_file()]
        assert [path for path in kept if hides(path.read_bytes(), HIDDEN)] == []
        assert [path for path in kept if WORD in path.name] == []
    assert not hides(Path(Picture.objects.get().file.path).read_bytes(), WORD)


def test_k4_leaves_it_to_two_people_at_every_address(client, room, story):
    _plan(room, story)
    drafter = make_user(Role.DRAFTER, unit=room.unit)
    submission = submit(room, story)
    places = everywhere(story)
    clear_story(submission=submission, step=Step.EDITOR, agrees=True, by=room.editor)
    clear_story(
        submission=submission,
        step=Step.CONFIDENTIALITY,
        agrees=False,
        reason=Reason.IN_PERSON,
        by=room.officer,
    )

    others = [room.editor, room.leader, drafter, room.administrator, room.auditor]
    found = {str(who): found_by(client, who, places) for who in others}

    assert {name: words for name, words in found.items() if words} == {}
    desk = "bai/<int:pk>/"
    for who in (room.author, room.officer):
        assert found_by(client, who, {desk: places[desk]}) == {WORD: {desk}}


def test_a_public_translation_shows_nothing_new_while_its_original_is_between_two(client, room):
    original, english = _public_in_two_languages(room)
    submission = _both_say_the_word_now(room, original, english)
    waiting = submit(room, english)
    places = _of_all(original, english)
    others = [room.editor, room.leader, make_user(Role.DRAFTER, unit=room.unit), room.auditor]
    before = found_by(client, room.editor, places)[WORD]
    clear_story(submission=submission, step=Step.EDITOR, agrees=True, by=room.editor)

    no = {"step": Step.CONFIDENTIALITY, "agrees": False, "reason": Reason.IN_PERSON}
    clear_story(submission=submission, by=room.officer, **no)

    found = {str(who): found_by(client, who, places) for who in others}
    assert {name: words for name, words in found.items() if words} == {}
    desk = {"bai/", "bai/<int:pk>/", "bai/<int:pk>/dich/<str:language>/", "kiem-tra/"}
    assert before >= desk | {"kiem-tra/<int:pk>/", "bai/<int:pk>/gui/", "anh/<int:pk>/"}
    mine = places["bai/<int:pk>/"] + places["kiem-tra/<int:pk>/"]
    for who in (room.author, room.officer):
        assert WORD in found_by(client, who, {"": mine}), waiting


def _public_in_two_languages(room):
    original = make_story(room, title="Bài gốc")
    edit(original, room.author, standfirst="Sapo gốc.", body="Thân bài gốc.", sources=[Source("x")])
    clear(room, original)
    publish_story(story=original, by=room.editor)
    english = start_translation(story=original, language="en", by=room.author)
    _translate(room, original, english, "Plain English words, {}")
    clear(room, english)
    publish_story(story=english, by=room.editor)
    return original, english


def _translate(room, original, english, words):
    segments = {
        one.key: words.format(at) for at, one in enumerate(segments_of(newest(_now(original))))
    }
    seen = _now(english).latest_revision_id
    save_translation(story=english, segments=segments, seen=seen, by=room.author)


def _both_say_the_word_now(room, original, english):
    picture = make_picture(room.unit, room.author, drawn(), alt="Ảnh", caption="Chú thích")
    said = {"title": f"Bài {WORD}", "standfirst": f"Sapo {WORD}", "body": f"Thân bài {WORD} mới."}
    edit(original, room.author, pictures=[placed(picture, alt="Mô tả")], **said)
    submission = submit(room, original)
    _translate(room, original, english, f"English words {WORD}, {{}}")
    return submission


def _now(story):
    return Story.objects.get(pk=story.pk)


def _of_all(*stories):
    """The addresses of the desk with each story, picture and submission in their arguments."""
    rows = [*stories, *Submission.objects.all(), *Picture.objects.all()]
    numbers = {row.pk for row in rows}
    every = addresses(_arguments(numbers, stories[0].slug), _lines(stories[0]))
    desk = {route: paths for route, paths in every.items() if route.startswith(DESK)}
    return desk | {"bai/": ["/bai/", "/bai/?xem=tat-ca"]}


def _plan(room, story):
    planned = PlannedStory.objects.create(
        unit=room.unit,
        title=f"Dự kiến {WORD}",
        on=clock.today() + dt.timedelta(1),
        channels="portal",
        story=story,
        made_by=room.author,
        made_at=clock.now(),
    )
    assert planned.pk == NUMBER
