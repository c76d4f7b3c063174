"""Making bulletins, one act a test."""

import datetime as dt

import pytest

from haidang.broadcast.commands.bulletins import (
    draft_bulletin,
    edit_bulletin,
    give_sound,
    renew_bulletin,
    retire_bulletin,
    share_bulletin,
)
from haidang.broadcast.commands.clearing_bulletins import clear_bulletin, submit_bulletin
from haidang.broadcast.models import Bulletin, BulletinClearance
from haidang.broadcast.queries.bulletins import is_behind, parts_of
from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.newsroom.commands.publishing import correct_story
from haidang.newsroom.commands.withdrawing import withdraw_story
from haidang.newsroom.enums import Reason, Step
from haidang.orgs.enums import Role
from haidang.plans.overtaking import Overtaken
from tests.makers.bulletins import DAY, lay_recording
from tests.makers.newsroom import clear, make_newsroom, rewrite, write_story
from tests.makers.orgs import make_unit, make_user
from tests.makers.portal import publish

pytestmark = pytest.mark.django_db


def drafted(room, **facts):
    facts = {"title": "Bản tin", "on": DAY, "words": "Thu 15 tấn."} | facts
    return draft_bulletin(unit=room.unit, by=room.author, **facts)


def sounding(room, bulletin, **facts):
    recording = lay_recording(room.unit, room.author, **facts)
    seen = Bulletin.objects.get(pk=bulletin.pk).version
    return give_sound(bulletin=bulletin, recording=recording, seen=seen, by=room.author)


def test_draft_bulletin_takes_the_words_of_public_stories():
    room = make_newsroom()
    body = "<p>Được <b>15</b> tấn.</p><ul><li>Cá</li></ul>"
    bulletin = drafted(room, words="", stories=[publish(room, body=body)])
    assert bulletin.words == "Ngư dân ra khơi.\nVụ mới.\nĐược 15 tấn.\nCá"
    assert "mười lăm tấn" in bulletin.spoken
    assert bulletin.parts.get().publication.act == "published"


def test_draft_bulletin_refuses_what_may_not_be_read():
    room = make_newsroom()
    with pytest.raises(Incomplete, match="chưa đăng"):
        drafted(room, stories=[write_story(room)])
    with pytest.raises(Incomplete, match="ngôn ngữ khác"):
        drafted(room, stories=[publish(room)], language="km")
    for facts in ({"title": " "}, {"title": "x" * 201}, {"words": "x" * 20_001}):
        with pytest.raises(Incomplete):
            drafted(room, **facts)
    with pytest.raises(Incomplete):
        drafted(room, title="TUYỆT MẬT")
    with pytest.raises(NotAllowed):
        draft_bulletin(unit=room.unit, title="x", on=DAY, by=room.leader)


def test_draft_bulletin_in_khmer_belongs_to_the_vietnamese_one():
    room = make_newsroom()
    first = drafted(room)
    second = drafted(room, words="ថ្ងៃ ២៥", language="km", edition_of=first)
    assert list(first.editions.all()) == [second]
    assert second.spoken == "ថ្ងៃ [?២៥]"
    with pytest.raises(Incomplete):
        drafted(room, edition_of=first)


def test_edit_bulletin_makes_the_spoken_words_anew_unless_they_were_touched():
    room = make_newsroom()
    row = drafted(room)
    facts = {"title": "Tên\nmới", "on": DAY + dt.timedelta(1), "by": room.author}
    row = edit_bulletin(bulletin=row, seen=0, words="Thu 16 tấn.", spoken=row.spoken, **facts)
    assert (row.title, row.spoken, row.version) == ("Tên mới", "Thu mười sáu tấn.", 1)
    row = edit_bulletin(bulletin=row, seen=1, words="Thu 17 tấn.", spoken="Mười bảy.", **facts)
    assert row.spoken == "Mười bảy."
    with pytest.raises(Overtaken):
        edit_bulletin(bulletin=row, seen=1, words="x", **facts)
    same = edit_bulletin(bulletin=row, seen=2, words="Thu 17 tấn.", spoken="Mười bảy.", **facts)
    assert same.version == 2


def test_renew_bulletin_leaves_withdrawn_stories_out():
    room = make_newsroom()
    stories = [publish(room, "Tin một"), publish(room, "Tin hai")]
    row = sounding(room, drafted(room, words="", stories=stories))
    withdraw_story(story=stories[0], notice="Đã rút.", by=room.editor)
    row = renew_bulletin(bulletin=row, seen=1, by=room.author)
    assert [part.story for part in row.parts.all()] == stories[1:]
    assert row.recording is None
    assert row.words.startswith("Tin hai.")
    withdraw_story(story=stories[1], notice="Đã rút.", by=room.editor)
    with pytest.raises(WrongState):
        renew_bulletin(bulletin=row, seen=2, by=room.author)


@pytest.mark.promise("N16")
def test_renew_bulletin_says_what_is_stale_of_an_edition_that_was_typed():
    room = make_newsroom()
    stories = [publish(room, "Tin một"), publish(room, "Tin hai")]
    original = drafted(room, words="", stories=stories)
    row = drafted(room, words="ព័ត៌មាន", language="km", edition_of=original)
    rewrite(stories[0], room.author, title="Tin một, đã sửa")
    clear(room, stories[0])
    correct_story(story=stories[0], notice="Sửa tên.", by=room.editor)
    withdraw_story(story=stories[1], notice="Đã rút.", by=room.editor)

    with pytest.raises(WrongState) as refusal:
        renew_bulletin(bulletin=row, seen=0, by=room.author)
    assert "“Tin một, đã sửa” đã sửa" in refusal.value.message
    assert "“Tin hai” đã rút" in refusal.value.message
    facts = {"bulletin": row, "on": DAY, "by": room.author}
    edit_bulletin(seen=0, title="Tên khác", words=row.words, spoken=row.spoken, **facts)
    with pytest.raises(WrongState, match="chưa theo kịp"):
        renew_bulletin(bulletin=row, seen=1, by=room.author)
    edit_bulletin(seen=1, title="Tên khác", words="ព័ត៌មានថ្មី", **facts)

    row = renew_bulletin(bulletin=row, seen=2, by=room.author)

    assert (row.words, row.recording) == ("ព័ត៌មានថ្មី", None)
    assert [(part.story, is_behind(part)) for part in parts_of(row)] == [(stories[0], False)]


def test_give_sound_takes_only_sound_of_the_unit_and_the_language():
    room = make_newsroom()
    row = drafted(room)
    with pytest.raises(Incomplete):
        sounding(room, row, language="km")
    with pytest.raises(NotAllowed):
        sounding(room, row, is_retired=True)
    assert sounding(room, row).version == 1


def test_share_bulletin_waits_for_both():
    room = make_newsroom()
    row = drafted(room)
    with pytest.raises(WrongState):
        share_bulletin(bulletin=row, by=room.author)
    assert not share_bulletin(bulletin=row, by=room.author, is_shared=False).is_shared


def test_retire_bulletin_ends_its_use():
    room = make_newsroom()
    row = retire_bulletin(bulletin=drafted(room), by=room.author)
    with pytest.raises(WrongState):
        submit_bulletin(bulletin=row, by=room.author, no_secret=True)


def test_submit_bulletin_asks_for_all_of_it():
    room = make_newsroom()
    row = drafted(room)
    with pytest.raises(Incomplete, match="bản thu"):
        submit_bulletin(bulletin=row, by=room.author, no_secret=True)
    sounding(room, row)
    with pytest.raises(Incomplete, match="bí mật"):
        submit_bulletin(bulletin=row, by=room.author, no_secret=False)
    submit_bulletin(bulletin=row, by=room.author, no_secret=True)
    with pytest.raises(WrongState):
        submit_bulletin(bulletin=row, by=room.author, no_secret=True)


def test_clear_bulletin_says_no_with_a_code_alone():
    room = make_newsroom()
    submission = submit_bulletin(
        bulletin=sounding(room, drafted(room)), by=room.author, no_secret=True
    )
    act = {"submission": submission, "step": Step.EDITOR, "by": room.editor}
    with pytest.raises(Incomplete):
        clear_bulletin(agrees=False, **act)
    with pytest.raises(Incomplete):
        clear_bulletin(agrees=True, reason=Reason.FACTS, **act)
    clear_bulletin(agrees=False, reason=Reason.FACTS, **act)
    assert BulletinClearance.objects.get().reason == "E1"


def test_clear_bulletin_is_the_leaders_where_a_commune_has_no_editor():
    commune = make_unit("xã Loa")
    maker = make_user(Role.REPORTER, unit=commune)
    leader = make_user(Role.LEADER, unit=commune)
    row = draft_bulletin(unit=commune, title="Bản tin", on=DAY, words="Bà con.", by=maker)
    give_sound(bulletin=row, recording=lay_recording(commune, maker), seen=0, by=maker)
    submission = submit_bulletin(bulletin=row, by=maker, no_secret=True)
    act = {"submission": submission, "step": Step.EDITOR, "agrees": True, "by": leader}
    editor = make_user(Role.EDITOR, unit=commune)
    with pytest.raises(NotAllowed):
        clear_bulletin(**act)
    editor.is_active = False
    editor.save()
    assert clear_bulletin(**act).agrees
