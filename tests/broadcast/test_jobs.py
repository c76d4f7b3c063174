"""What players logged enters the log of activities by itself (promise N7)."""

import datetime as dt
import logging

import pytest

from haidang import clock
from haidang.activities.commands import load_catalogue
from haidang.activities.models import Activity
from haidang.broadcast.commands import take_aired
from haidang.broadcast.jobs import enter_days
from haidang.broadcast.models import Release
from haidang.orgs.enums import Role
from tests.makers.airing import MONDAY, a_line, a_part, a_player, a_release, a_station
from tests.makers.orgs import make_user

pytestmark = pytest.mark.django_db


def a_logged_evening():
    load_catalogue(by=None)
    station = a_station()
    slot = station.slots.get(name="Chiều")
    by = make_user(Role.EDITOR, unit=station.unit)
    content = a_release(station, [a_part(slot)], number=1).content
    release = Release.objects.create(
        station=station,
        monday=MONDAY,
        number=2,
        content=content,
        sha256="2" * 64,
        by=by,
        at=clock.at(MONDAY),
    )
    with clock.as_if(clock.at(MONDAY, 17, 16)):
        take_aired(a_player(station), [a_line(content["parts"][0], release=release)])
    return station, by


@pytest.mark.promise("N7")
def test_a_sitting_is_entered_once_it_is_over_and_only_once():
    station, by = a_logged_evening()

    for minute, count in ((20, 0), (31, 1), (41, 1)):
        with clock.as_if(clock.at(MONDAY, 17, minute)):
            enter_days.call(None)
        assert Activity.objects.count() == count

    entry = Activity.objects.get()
    assert (entry.unit, entry.logged_by, entry.kind_id) == (station.unit, by, "radio")


def test_one_station_that_is_refused_holds_up_no_other(caplog):
    station, _ = a_logged_evening()
    station.unit.valid_to = MONDAY - dt.timedelta(1)
    station.unit.save()

    with clock.as_if(clock.at(MONDAY, 18)), caplog.at_level(logging.WARNING, "haidang.broadcast"):
        enter_days.call("2026-11-20T00:00:00+07:00")

    assert "is not entered" in caplog.text
