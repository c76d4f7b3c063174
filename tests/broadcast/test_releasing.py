import datetime as dt

import pytest
from django.db import DatabaseError, transaction

from haidang.broadcast import commands
from haidang.broadcast.models import Part, Release
from haidang.broadcast.seal import digest
from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.newsroom.commands import withdraw_story
from haidang.orgs.enums import Role
from haidang.plans.overtaking import Overtaken
from tests.makers.broadcast import (
    MONDAY,
    make_part,
    make_release,
    make_slot,
    make_station,
    maker_of,
)
from tests.makers.bulletins import make_bulletin, make_cleared_bulletin
from tests.makers.newsroom import make_newsroom
from tests.makers.orgs import make_user
from tests.system import needs

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)
needs_sound = needs("ffmpeg", "ffmpeg")


@pytest.fixture(autouse=True)
def _on_monday(settings):
    settings.AS_OF = MONDAY


def test_release_week_freezes_numbers_and_seals():
    station = make_station(name='Đài "Thử"')
    make_part(make_slot(station), title="Nhạc\n'x'")
    first = make_release(station)
    Part.objects.update(title="Khác")
    second = make_release(station)

    first.refresh_from_db()
    assert (first.number, second.number) == (1, 2)
    assert [one.content["parts"][0]["title"] for one in (first, second)] == ["Nhạc 'x'", "Khác"]
    assert first.content["name"] == 'Đài "Thử"'
    for one in (first, second):
        assert one.sha256 == digest(Release.objects.get(pk=one.pk).content)
        assert one.package.read()


def test_release_week_is_never_changed_afterwards():
    release = make_release()

    for change in (
        lambda: Release.objects.filter(pk=release.pk).update(number=9),
        lambda: Release.objects.filter(pk=release.pk).delete(),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_release_week_refuses_other_people_late_ones_and_what_is_over():
    station = make_station()
    slot, by = make_slot(station), maker_of(station)
    asked = {"station": station, "monday": MONDAY}

    with pytest.raises(WrongState):
        commands.release_week(**asked, by=by)
    make_part(slot), make_part(slot)
    with pytest.raises(NotAllowed):
        commands.release_week(**asked, by=make_user(Role.EDITOR))
    with pytest.raises(Overtaken):
        commands.release_week(**asked, by=by, seen=1)
    make_part(slot, MONDAY - 7 * DAY)
    with pytest.raises(WrongState):
        commands.release_week(station=station, monday=MONDAY - 7 * DAY, by=by)
    assert commands.release_week(**asked, by=by, seen=2).number == 1


def test_release_week_refuses_what_would_be_on_the_air_at_once():
    station = make_station()
    early, _ = make_slot(station), make_slot(station, "05:30", name="Tiếp")
    make_part(early, minutes=31)
    make_part(station.slots.get(name="Tiếp"))

    with pytest.raises(Incomplete) as refusal:
        make_release(station)
    assert [issue.message for issue in refusal.value.issues] == [
        "“Tiếp” 25/11 trùng giờ với “Sáng” 25/11."
    ]


def test_release_week_refuses_what_meets_the_released_week_beside_it():
    station = make_station()
    night, morning = make_slot(station, "23:40", 20, name="Khuya"), make_slot(station, "00:05", 20)
    make_part(night, MONDAY + 6 * DAY, minutes=30)
    make_release(station)
    make_part(morning, MONDAY + 7 * DAY)

    with pytest.raises(Incomplete) as refusal:
        make_release(station, MONDAY + 7 * DAY)
    assert "“Khuya” 01/12 của tuần bên cạnh" in refusal.value.message


def test_release_week_leaves_out_what_no_hours_are_there_for():
    station = make_station()
    slot, by = make_slot(station), maker_of(station)
    make_part(slot), make_part(slot, MONDAY + DAY, title="Mai")
    commands.end_slot(slot=slot, on=MONDAY, by=by)
    content = make_release(station).content

    assert [one["title"] for one in content["left_out"]] == ["Mai"]
    assert len(content["parts"]) == 1


@needs_sound
def test_release_week_airs_no_bulletin_that_was_withdrawn_or_never_cleared():
    room = make_newsroom()
    slot = make_slot(make_station(room.author))
    facts = {"kind": "bulletin", "by": room.author}
    good = make_part(slot, bulletin=make_cleared_bulletin(room, "Tốt"), **facts)
    bad = make_part(slot, bulletin=make_bulletin(room, "Chưa duyệt"), **facts)
    gone = make_cleared_bulletin(room, "Đã rút")
    out = make_part(slot, bulletin=gone, **facts)
    last = make_part(slot, MONDAY + DAY, by=room.author)
    story = gone.parts.get().story
    withdraw_story(story=story, notice="Đã rút.", by=room.editor)
    release = make_release(slot.station, by=room.author)

    aired = release.content["parts"]
    assert [part["id"] for part in aired] == [f"p{good.pk}", f"p{last.pk}"]
    assert aired[0]["sha256"] == good.bulletin.recording.file_id
    assert aired[0]["size"] == good.bulletin.recording.file.size
    left = [one["id"] for one in release.content["left_out"]]
    assert left == [f"p{bad.pk}", f"p{out.pk}"]


@needs_sound
def test_release_week_refuses_a_week_of_which_nothing_may_be_aired():
    room = make_newsroom()
    slot = make_slot(make_station(room.author))
    make_part(slot, kind="bulletin", bulletin=make_bulletin(room, "A"), by=room.author)

    with pytest.raises(Incomplete) as refusal:
        make_release(slot.station, by=room.author)
    assert [issue.name for issue in refusal.value.issues] == ["left_out"]
    assert not Release.objects.exists()
