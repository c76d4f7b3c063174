"""Bulletins: which may be aired, and what voids that."""

import pytest

from haidang.broadcast.commands.bulletins import edit_bulletin, retire_bulletin, share_bulletin
from haidang.broadcast.commands.clearing_bulletins import clear_bulletin, submit_bulletin
from haidang.broadcast.models import Bulletin
from haidang.broadcast.queries.bulletins import cleared_bulletins, is_airable
from haidang.errors import NotAllowed, WrongState
from haidang.newsroom.commands.withdrawing import withdraw_story
from haidang.newsroom.enums import Step
from tests.makers.bulletins import clear_both, make_bulletin, make_cleared_bulletin
from tests.makers.newsroom import make_newsroom
from tests.makers.orgs import make_unit
from tests.system import needs

pytestmark = [pytest.mark.django_db, needs("ffmpeg", "ffmpeg")]


def airable(room, bulletin):
    """Both doors say the same."""
    listed = bulletin in cleared_bulletins(room.unit)
    assert listed == is_airable(bulletin)
    return listed


def test_a_bulletin_is_aired_after_both_agreed():
    room = make_newsroom()
    bulletin = make_bulletin(room)
    assert not airable(room, bulletin)
    submission = submit_bulletin(bulletin=bulletin, by=room.author, no_secret=True)
    clear_bulletin(submission=submission, step=Step.EDITOR, agrees=True, by=room.editor)
    assert not airable(room, bulletin)
    clear_bulletin(submission=submission, step=Step.CONFIDENTIALITY, agrees=True, by=room.officer)
    assert airable(room, bulletin)


def test_any_change_voids_both():
    room = make_newsroom()
    bulletin = make_cleared_bulletin(room)
    for title in ("Tên khác", bulletin.title):
        row = Bulletin.objects.get(pk=bulletin.pk)
        facts = {"on": row.on, "words": row.words, "spoken": row.spoken, "seen": row.version}
        edit_bulletin(bulletin=row, title=title, by=room.author, **facts)
        assert not airable(room, bulletin)


def test_a_row_that_was_changed_past_the_commands_is_not_aired():
    room = make_newsroom()
    bulletin = make_cleared_bulletin(room)
    Bulletin.objects.filter(pk=bulletin.pk).update(spoken="Lời khác")
    assert not is_airable(bulletin)


def test_a_story_withdrawn_takes_its_bulletin_off_the_air():
    room = make_newsroom()
    bulletin = make_cleared_bulletin(room)
    withdraw_story(story=bulletin.parts.get().story, notice="Đã rút.", by=room.editor)
    assert not airable(room, bulletin)


def test_writers_do_not_clear():
    room = make_newsroom()
    bulletin = make_bulletin(room)
    submission = submit_bulletin(bulletin=bulletin, by=room.editor, no_secret=True)
    for by in (room.author, room.editor):
        with pytest.raises(NotAllowed):
            clear_bulletin(submission=submission, step=Step.EDITOR, agrees=True, by=by)


def test_what_is_retired_is_not_aired():
    room = make_newsroom()
    bulletin = make_cleared_bulletin(room)
    retire_bulletin(bulletin=bulletin, by=room.author)
    assert not airable(room, bulletin)
    with pytest.raises(WrongState):
        clear_both(room, bulletin)


def test_units_below_have_what_is_shared():
    room = make_newsroom()
    below = make_unit("xã Thử", parent=room.unit)
    bulletin = make_cleared_bulletin(room)
    assert bulletin not in cleared_bulletins(below)
    share_bulletin(bulletin=bulletin, by=room.author)
    assert bulletin in cleared_bulletins(below)
    assert bulletin in cleared_bulletins(below, "vi")
    assert bulletin not in cleared_bulletins(below, "km")
