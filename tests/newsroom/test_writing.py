"""Drafting, editing, dropping: each saving is a revision, and nobody's words are written over."""

import datetime as dt

import pytest

from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.ledger.models import Entry
from haidang.newsroom.commands.planning import plan_story
from haidang.newsroom.commands.writing import draft_story, drop_draft, edit_story
from haidang.newsroom.enums import Content, Section, StoryKind
from haidang.newsroom.models import Story
from haidang.newsroom.story_facts import Source
from haidang.newsroom.versions import newest
from haidang.orgs.enums import Role
from haidang.plans.overtaking import Overtaken
from tests.makers import make_unit, make_user
from tests.makers.newsroom import make_newsroom, submit
from tests.makers.planning import MONDAY, facts
from tests.makers.writing import edit, make_story

pytestmark = pytest.mark.django_db


@pytest.fixture
def room():
    return make_newsroom()


def story_now(story):
    return newest(Story.objects.get(pk=story.pk))


def test_draft_story_stands_in_its_section_unseen_by_the_public(room):
    story = make_story(room, title=" Ngư dân   Mỹ Long ra khơi ")

    assert (story.title, story.slug) == ("Ngư dân Mỹ Long ra khơi", "ngu-dan-my-long-ra-khoi")
    assert (story.live, story.owner, story.language) == (False, room.author, "vi")
    assert story.get_parent().specific.key == Section.NEWS
    assert story.byline == str(room.unit)
    assert Entry.objects.latest("seq").event == "draft_story"


def test_draft_story_gives_each_its_own_address(room):
    assert [make_story(room, title=title).slug for title in ("Bài", "bài", "ភាសា")] == [
        "bai",
        "bai-1",
        "bai-2",
    ]


def test_draft_story_stands_in_the_portal_of_its_language(room):
    story = make_story(room, language="en", section=Section.INVEST)

    assert story.url_path.endswith("/en/dau-tu/ngu-dan-ra-khoi/")


def test_draft_story_begins_what_was_planned_once(room, settings):
    settings.AS_OF = MONDAY
    planned = plan_story(
        unit=room.unit, facts=facts(content=Content.OFFICIAL, writer=room.officer), by=room.editor
    )
    story = make_story(room, by=room.officer, planned=planned)

    planned.refresh_from_db()
    assert (planned.story_id, story.content) == (story.pk, Content.OFFICIAL)
    with pytest.raises(WrongState):
        make_story(room, planned=planned)


@pytest.mark.parametrize("role", [Role.REPORTER, Role.CONFIDENTIALITY_OFFICER])
def test_draft_story_is_open_to_units_beside_the_newsroom(room, role):
    person = make_user(role, unit=make_unit("xã Một", parent=room.district))

    story = make_story(room, by=person)

    assert (story.unit, story.byline) == (room.unit, str(person.unit))


def test_draft_story_refuses_strangers_and_who_writes_nothing(room):
    stranger = make_user(Role.EDITOR, unit=make_unit("huyện Khác", kind="huyen"))
    for person in (stranger, room.leader, room.auditor, make_user(unit=room.unit)):
        with pytest.raises(NotAllowed):
            make_story(room, by=person)


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"title": " "}, "title"),
        ({"title": "MẬT"}, "title"),
        ({"title": "x" * 201}, "title"),
        ({"kind": "thơ"}, "kind"),
    ],
)
def test_draft_story_refuses_what_is_wrong(room, given, field):
    with pytest.raises(Incomplete) as refused:
        make_story(room, **given)

    assert refused.value.issues[0].field == field
    assert not Story.objects.exists()


def test_draft_story_refuses_where_no_portal_is():
    editor = make_user(Role.EDITOR)
    with pytest.raises(WrongState):
        draft_story(unit=editor.unit, kind="news", section="tin", title="x", by=editor)


def test_edit_story_keeps_words_as_clean_html(room):
    story = edit(
        make_story(room),
        room.author,
        title="Vụ mới",
        standfirst="Sáng\nnay",
        body="## Ra khơi\n\n**Tàu** <script>\n\n[x](javascript:y)",
        starts_on=dt.date(2024, 11, 25),
        sources=[Source("Kế hoạch 99/KH-UBND", "https://a.vn/99"), Source(" ")],
    )
    page = story_now(story)
    assert page.body == "<h2>Ra khơi</h2><p><b>Tàu</b> &lt;script&gt;</p><p>[x](javascript:y)</p>"
    assert (page.standfirst, page.slug) == ("Sáng nay", "vu-moi")
    assert [row.words for row in page.sources.all()] == ["Kế hoạch 99/KH-UBND"]
    assert Story.objects.get(pk=story.pk).body == page.body


def test_edit_story_saves_nothing_where_nothing_differs(room):
    story = edit(make_story(room), room.author, body="Một\n\n- hai")
    before = story.latest_revision_id

    assert edit(story, room.editor, body="Một\n\n* hai ").latest_revision_id == before


def test_edit_story_leaves_what_is_not_named(room):
    story = edit(make_story(room), room.author, body="Một", contact="Chuyên viên")

    page = story_now(edit(story, room.editor, standfirst="Hai"))

    assert (page.body, page.contact, page.standfirst) == ("<p>Một</p>", "Chuyên viên", "Hai")


def test_edit_story_refuses_who_has_not_seen_what_another_saved(room):
    story = make_story(room)
    seen = story.latest_revision_id
    edit(story, room.editor, title="Tên của người khác", body="Lời của người khác")

    with pytest.raises(Overtaken) as refused:
        edit_story(story=story, seen=seen, by=room.author, body="Lời của tôi")

    assert "Biên tập viên" in str(refused.value)
    assert [fact.name for fact in refused.value.changes[0].facts] == ["tên bài", "nội dung"]
    assert story_now(story).body == "<p>Lời của người khác</p>"
    assert refused.value.version == Story.objects.get(pk=story.pk).latest_revision_id


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"title": ""}, "title"),
        ({"body": "Kính gửi\n\nTUYỆT MẬT\n\nlời"}, "body"),
        ({"standfirst": "x" * 401}, "standfirst"),
        ({"body": "x" * 60_001}, "body"),
        ({"video": "javascript:x"}, "video"),
        ({"video": "https://[x"}, "video"),
        ({"sources": [Source("x", "ftp://x")]}, "sources"),
        ({"sources": [Source("MẬT")]}, "sources"),
        ({"sources": [Source("x")] * 21}, "sources"),
        ({"finding": "maybe"}, "finding"),
        ({"content": ""}, "content"),
        ({"starts_on": dt.date(2024, 2, 2), "ends_on": dt.date(2024, 2, 1)}, "ends_on"),
    ],
)
def test_edit_story_refuses_what_is_wrong_and_keeps_nothing(room, given, field):
    story = make_story(room)
    with pytest.raises(Incomplete) as refused:
        edit(story, room.author, **given)

    assert refused.value.issues[0].field == field
    assert Story.objects.get(pk=story.pk).revisions.count() == 1


def test_edit_story_moves_a_draft_to_another_section(room):
    story = edit(make_story(room), room.author, section=Section.VISIT, title="Chợ nổi")

    moved = Story.objects.get(pk=story.pk)
    assert moved.url_path.endswith("/vi/du-lich/cho-noi/")
    assert story_now(story).get_parent().specific.key == Section.VISIT


def test_edit_story_leaves_in_its_section_what_was_sent(room):
    story = edit(
        make_story(room), room.author, body="Lời", standfirst="Sapo", sources=[Source("Nguồn")]
    )
    submit(room, story)

    with pytest.raises(WrongState):
        edit(story, room.author, section=Section.VISIT)


def test_edit_story_is_for_who_began_it_and_for_its_authority(room):
    supplier = make_user(Role.REPORTER, unit=make_unit("xã Một", parent=room.district))
    story = make_story(room, by=supplier)

    edit(story, supplier, body="Một")
    edit(story, room.editor, body="Hai")
    neighbour = make_user(Role.REPORTER, unit=make_unit("xã Hai", parent=room.district))
    for person in (neighbour, room.auditor, room.leader):
        with pytest.raises(NotAllowed):
            edit(story, person, body="Ba")


def test_drop_draft_takes_away_what_nobody_was_sent(room):
    story = make_story(room)

    drop_draft(story=story, by=room.author)

    assert not Story.objects.exists()
    kept = Entry.objects.filter(event="drop_draft").latest("seq").get_details()
    assert story.title not in str(kept)  # words that nobody cleared go with the draft


def test_drop_draft_refuses_others_and_what_was_sent(room):
    supplier = make_user(Role.REPORTER, unit=room.unit)
    story = edit(
        make_story(room), room.author, body="Lời", standfirst="Sapo", sources=[Source("Nguồn")]
    )
    with pytest.raises(NotAllowed):
        drop_draft(story=story, by=supplier)
    submit(room, story)
    with pytest.raises(WrongState):
        drop_draft(story=story, by=room.author)


def test_a_fixed_page_is_a_story_as_others(room):
    assert make_story(room, kind=StoryKind.FIXED, section=Section.ABOUT).kind == StoryKind.FIXED
