"""A story withdrawn while queued is not aired: the real queue of the loudspeakers (N15)."""

import pytest
from django.conf import settings

from haidang.broadcast.models import Bulletin, Part, PlayerOrder, Week
from haidang.broadcast.queries.bulletins import is_airable
from haidang.newsroom.commands.publishing import correct_story
from haidang.newsroom.commands.withdrawing import withdraw_story
from haidang.newsroom.copying import kept_elsewhere
from haidang.newsroom.enums import CopyState
from haidang.newsroom.models import Story
from tests.makers.broadcast import MONDAY, make_slot, make_station
from tests.makers.bulletins import clear_both, lay_recording, make_bulletin
from tests.makers.newsroom import clear, make_newsroom, rewrite

pytestmark = pytest.mark.django_db


def queued(room):
    """A cleared bulletin that stands in the draft of a week."""
    bulletin = make_bulletin(room, with_sound=False)
    recording = lay_recording(room.unit, room.author)
    Bulletin.objects.filter(pk=bulletin.pk).update(recording=recording)
    bulletin.refresh_from_db()
    clear_both(room, bulletin)
    slot = make_slot(make_station(room.author), by=room.author)
    week = Week.objects.create(station=slot.station, monday=MONDAY)
    facts = {"kind": "bulletin", "title": "Bản tin", "seconds": 60, "ordinal": 1}
    part = Part.objects.create(week=week, slot=slot, on=MONDAY, bulletin=bulletin, **facts)
    return bulletin, part


@pytest.mark.promise("N15")
def test_a_withdrawn_story_leaves_the_queue_in_the_same_act():
    assert settings.STORY_COPIES
    room = make_newsroom()
    bulletin, part = queued(room)
    story = bulletin.parts.get().story
    assert [line.state for line in kept_elsewhere(story)] == [CopyState.CURRENT]
    assert is_airable(bulletin)

    withdraw_story(story=story, notice="Đã rút.", by=room.editor)

    part.refresh_from_db()
    assert part.bulletin == bulletin  # it stays to be seen, and is released no more
    assert part.week.version == 1
    assert not is_airable(bulletin)
    [line] = kept_elsewhere(story)
    assert line.state == CopyState.STALE
    assert str(bulletin.pk) in line.address
    assert not PlayerOrder.objects.exists()  # nothing was released, so nobody is told


@pytest.mark.promise("N15")
def test_a_corrected_story_is_not_read_in_its_old_words():
    room = make_newsroom()
    bulletin, part = queued(room)
    story = bulletin.parts.get().story
    rewrite(story, room.author, title="Ngư dân ra khơi, đã sửa")
    clear(room, story)
    correct_story(story=Story.objects.get(pk=story.pk), notice="Sửa tên.", by=room.editor)
    part.refresh_from_db()
    assert part.bulletin == bulletin  # it stays to be seen, and is released no more
    assert not is_airable(bulletin)
