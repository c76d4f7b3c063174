"""Orders: numbered by station, sealed for it alone, and by whom they may be given (promise N20)."""

import pytest

from haidang import clock
from haidang.broadcast import seal
from haidang.broadcast.commands.ordering import (
    halt_stations,
    resume_stations,
    stop_bulletin,
    stop_recording,
)
from haidang.broadcast.models import Bulletin, PlayerOrder
from haidang.broadcast.switch import halted
from haidang.errors import NotAllowed, WrongState
from haidang.orgs.enums import Role
from tests.makers.orgs import make_user
from tests.makers.players import a_sound, a_week, make_level, trusted_by

pytestmark = pytest.mark.django_db


@pytest.fixture
def level(db):
    return make_level()


def a_bulletin(level, sound=None):
    return Bulletin.objects.create(
        unit=level.commune,
        title="Bản tin",
        on=clock.today(),
        recording=sound,
        made_by=level.keeper,
        made_at=clock.now(),
    )


def refused(order, station, newest=0, now=None):
    content = seal.opened(order.sealed, trusted_by(station))
    with pytest.raises(seal.NotSealed) as told:
        seal.checked(
            content,
            kind=seal.ORDER,
            station=station.pk,
            now=now or clock.passing(),
            newest=newest,
        )
    return told.value.code


@pytest.mark.promise("N20")
def test_an_order_is_for_its_station_until_its_end_and_once(level):
    first, second = halt_stations(stations=[level.station], by=level.leader)
    assert (first.station, second.station) == (level.station, level.cluster)
    content = seal.opened(first.sealed, trusted_by(level.station))
    seal.checked(content, kind=seal.ORDER, station=level.station.pk, now=clock.passing())
    assert content == first.content
    assert refused(first, level.cluster) == "station"
    assert refused(first, level.station, newest=1) == "replayed"
    late = clock.passing() + clock.today().resolution * 400
    assert refused(first, level.station, now=late) == "expired"
    with pytest.raises(seal.NotSealed) as told:  # the neighbour's players trust other keys
        seal.opened(first.sealed, trusted_by(level.beside))
    assert told.value.code == "untrusted"


def test_numbers_of_each_station_rise_by_one(level):
    for _ in range(2):
        halt_stations(stations=[level.station, level.beside], by=level.high)
        resume_stations(stations=[level.cluster, level.station, level.beside], by=level.high)
    for station in (level.station, level.cluster, level.beside):
        assert list(station.orders.values_list("number", flat=True)) == [1, 2, 3, 4]


def test_orders_are_never_changed(level):
    from django.db import DatabaseError, transaction

    halt_stations(stations=[level.station], by=level.leader)
    for change in (PlayerOrder.objects.all().delete, lambda: PlayerOrder.objects.update(number=9)):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


@pytest.mark.parametrize("act", [halt_stations, resume_stations])
def test_only_leaders_of_the_station_and_above_order(level, act):
    other = make_user(Role.LEADER, unit=level.neighbour)
    for person in (level.keeper, level.auditor, other):
        with pytest.raises(NotAllowed):
            act(stations=[level.station], by=person)
    with pytest.raises(NotAllowed):
        act(stations=[level.station, level.above], by=level.leader)
    with pytest.raises(WrongState, match="Chưa chọn"):
        act(stations=[], by=level.leader)


def test_halt_stations_once_and_turn_on_what_is_off(level):
    with pytest.raises(WrongState, match="bình thường"):
        resume_stations(stations=[level.station], by=level.leader)
    halt_stations(stations=[level.station], by=level.leader)
    assert set(halted([level.station, level.cluster, level.beside])) == {
        level.station.pk,
        level.cluster.pk,
    }
    with pytest.raises(WrongState, match="đang ngừng"):
        halt_stations(stations=[level.station], by=level.leader)
    resume_stations(stations=[level.station], by=level.leader)
    assert halted([level.station, level.cluster]) == {}


def test_a_level_below_does_not_undo_what_one_above_turned_off(level):
    halt_stations(stations=[level.station], by=level.leader)
    halt_stations(stations=[level.station], by=level.high)  # takes the switch over
    with pytest.raises(WrongState):
        halt_stations(stations=[level.station], by=level.leader)
    with pytest.raises(NotAllowed, match="Cấp trên"):
        resume_stations(stations=[level.station], by=level.leader)
    resume_stations(stations=[level.station], by=level.high)
    assert halted([level.station]) == {}


def test_resume_stations_that_a_level_below_turned_off(level):
    halt_stations(stations=[level.cluster], by=level.leader)
    resume_stations(stations=[level.station], by=level.high)
    assert halted([level.station, level.cluster]) == {}
    assert level.station.orders.count() == 0  # it was on


def test_stop_bulletin_reaches_every_station_that_has_it_with_all_its_sounds(level):
    before, after = (a_sound(level.commune, level.keeper) for _ in range(2))
    bulletin = a_bulletin(level, after)
    a_week(level.station, sounds=[before], bulletin=bulletin)
    a_week(level.above, sounds=[after])
    a_week(level.beside, sounds=[a_sound(level.neighbour, level.keeper)])
    orders = stop_bulletin(bulletin=bulletin, by=None)
    assert [order.station for order in orders] == [level.station, level.cluster, level.above]
    assert orders[0].content["sha256"] == sorted([before.file_id, after.file_id])
    assert orders[0].content["bulletin"] == bulletin.pk
    late = clock.passing() + clock.today().resolution * 30
    seal.checked(orders[0].content, kind=seal.ORDER, station=level.station.pk, now=late)


def test_a_bulletin_that_no_week_holds_needs_no_order(level):
    weeks_ago = clock.today() - clock.today().resolution * 60
    bulletin = a_bulletin(level)
    a_week(
        level.station,
        bulletin=bulletin,
        monday=weeks_ago,
        sounds=[a_sound(level.commune, level.keeper)],
    )
    assert stop_bulletin(bulletin=bulletin, by=level.leader) == []


def test_a_bulletin_whose_number_begins_another_ones_is_not_it(level):
    bulletin = a_bulletin(level)
    sound = a_sound(level.commune, level.keeper)
    a_week(level.station, sounds=[sound], bulletin=Bulletin(pk=bulletin.pk * 10 + 1))
    assert stop_bulletin(bulletin=bulletin, by=None) == []


def test_stop_recording_finds_it_in_programmes_and_in_filling(level):
    tune, music = (a_sound(level.commune, level.keeper) for _ in range(2))
    a_week(level.station, sounds=[tune], filling=[music])
    for sound in (tune, music):
        orders = stop_recording(recording=sound, by=level.leader)
        assert orders[0].content["sha256"] == [sound.file_id]
        assert orders[0].content["bulletin"] is None


def test_others_do_not_stop_a_bulletin(level):
    editor = make_user(Role.EDITOR, unit=level.neighbour)
    bulletin = a_bulletin(level, a_sound(level.commune, level.keeper))
    for person in (level.keeper, level.auditor, editor):
        with pytest.raises(NotAllowed):
            stop_bulletin(bulletin=bulletin, by=person)
        with pytest.raises(NotAllowed):
            stop_recording(recording=bulletin.recording, by=person)
    stop_bulletin(bulletin=bulletin, by=make_user(Role.EDITOR, unit=level.commune))
    stop_bulletin(bulletin=bulletin, by=level.high)
