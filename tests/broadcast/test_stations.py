import datetime as dt
from dataclasses import replace

import pytest

from haidang.broadcast import commands
from haidang.broadcast.enums import StationKind
from haidang.broadcast.models import HoursRule, Station
from haidang.broadcast.station_facts import RuleFacts, slot_facts, station_facts
from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.ledger.queries import history_of
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
from tests.makers.orgs import make_unit, make_user

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)


@pytest.fixture(autouse=True)
def _on_monday(settings):
    settings.AS_OF = MONDAY


def names(refusal):
    return [issue.name for issue in refusal.value.issues]


def test_add_station_keeps_what_was_said_on_one_line():
    station = make_station(name='Đài\r\n"xã" <b>Thử</b>', place="Ấp\nMột", relays="VOV1")

    assert (station.name, station.place) == ('Đài "xã" <b>Thử</b>', "Ấp Một")
    assert station.languages == "vi,km"
    assert history_of(station).first().event == "add_station"


def test_add_station_refuses_other_people_and_wrong_facts():
    station = make_station()
    by, facts = maker_of(station), station_facts(station)

    with pytest.raises(NotAllowed):
        commands.add_station(unit=station.unit, facts=facts, by=make_user(Role.EDITOR))
    for wrong, name in [
        ({}, "named_twice"),
        ({"name": " \n"}, "no_name"),
        ({"kind": "x"}, "no_kind"),
        ({"name": "B", "languages": ()}, "no_language"),
        ({"name": "B", "languages": ("xx",)}, "no_language"),
        ({"name": "B", "stream": "javascript:alert(1)"}, "no_stream"),
        ({"name": "B", "kind": StationKind.CLUSTER}, "no_station"),
        ({"name": "B", "within": station}, "no_station"),
        ({"name": "TUYỆT MẬT"}, "secrecy_mark"),
    ]:
        with pytest.raises(Incomplete) as refusal:
            commands.add_station(unit=station.unit, facts=replace(facts, **wrong), by=by)
        assert names(refusal)[:1] == [name]


def test_add_station_hangs_clusters_on_stations_of_the_own_line():
    station = make_station()
    cluster = make_station(
        maker_of(station), name="Cụm", kind=StationKind.CLUSTER, within=station, unit=station.unit
    )
    far = make_station(unit=make_unit("xã Xa"))

    assert cluster.within == station
    for within in (far, cluster):
        with pytest.raises(Incomplete):
            make_station(
                maker_of(station),
                unit=station.unit,
                name="Khác",
                kind=StationKind.CLUSTER,
                within=within,
            )


def test_edit_station_refuses_who_comes_late():
    station = make_station()
    by, facts = maker_of(station), replace(station_facts(station), place="Nhà văn hóa")
    commands.edit_station(station=station, facts=facts, by=by, seen=0)

    with pytest.raises(Overtaken) as late:
        commands.edit_station(station=station, facts=facts, by=by, seen=0)
    assert "đặt ở: chưa có → Nhà văn hóa" in late.value.message
    with pytest.raises(NotAllowed):
        commands.edit_station(station=station, facts=facts, by=make_user(Role.EDITOR))
    assert Station.objects.get(pk=station.pk).version == 1


def test_retire_station_waits_for_its_clusters():
    station = make_station()
    by = maker_of(station)
    cluster = make_station(
        by, unit=station.unit, name="Cụm", kind=StationKind.CLUSTER, within=station
    )

    with pytest.raises(WrongState):
        commands.retire_station(station=station, by=by)
    commands.retire_station(station=cluster, by=by)
    commands.retire_station(station=station, by=by)
    with pytest.raises(WrongState):
        commands.retire_station(station=station, by=by)
    with pytest.raises(WrongState):
        make_slot(station)
    with pytest.raises(WrongState):
        make_release(station, by=by)


def test_add_slot_refuses_hours_that_meet_others_over_midnight():
    station = make_station()
    make_slot(station, "23:30", 60, weekdays="7", name="Khuya")

    with pytest.raises(Incomplete) as refusal:
        make_slot(station, "00:00", 30, weekdays="1", name="Sớm")
    assert names(refusal) == ["overlap"]
    assert "“Khuya” (23h30, 60 phút)" in refusal.value.message
    assert make_slot(station, "00:30", 30, weekdays="1", name="Sớm").pk


def test_add_slot_refuses_hours_that_meet_a_released_week():
    station = make_station()
    by, slot = maker_of(station), make_slot(station)
    make_part(slot, MONDAY + 3 * DAY)
    make_release(station)
    commands.end_slot(slot=slot, on=MONDAY - DAY, by=by)

    with pytest.raises(Incomplete) as refusal:
        make_slot(station, "05:10", 10, name="Mới", valid_from=MONDAY)
    assert names(refusal) == ["overlaps_release"]
    assert make_slot(station, "05:10", 10, name="Mới", valid_from=MONDAY + 7 * DAY).pk


@pytest.mark.parametrize(
    ("wrong", "name"),
    [
        ({"name": ""}, "no_name"),
        ({"minutes": 0}, "no_minutes"),
        ({"minutes": 1441}, "no_minutes"),
        ({"weekdays": "890"}, "no_weekdays"),
        ({"valid_to": dt.date(2019, 1, 1)}, "ends_early"),
    ],
)
def test_add_slot_refuses_what_is_no_time_of_day(wrong, name):
    station = make_station()

    with pytest.raises(Incomplete) as refusal:
        make_slot(station, **wrong)
    assert names(refusal) == [name]


def test_change_slot_moves_no_hours_of_a_released_week():
    slot = make_slot(make_station())
    by, facts = maker_of(slot.station), slot_facts(slot)
    commands.change_slot(slot=slot, facts=replace(facts, minutes=45, weekdays="71"), by=by)
    slot.refresh_from_db()
    assert (slot.minutes, slot.weekdays) == (45, "17")
    make_part(slot)
    make_release(slot.station)

    with pytest.raises(WrongState):
        commands.change_slot(slot=slot, facts=facts, by=by)
    renamed = replace(slot_facts(slot), name="Buổi sáng", valid_to=MONDAY + 30 * DAY)
    assert commands.change_slot(slot=slot, facts=renamed, by=by).name == "Buổi sáng"
    with pytest.raises(NotAllowed):
        commands.change_slot(slot=slot, facts=renamed, by=make_user(Role.EDITOR))


def test_end_slot_lets_it_come_round_no_more():
    slot = make_slot(make_station())
    commands.end_slot(slot=slot, on=MONDAY, by=maker_of(slot.station))

    with pytest.raises(Incomplete) as refusal:
        make_part(slot, MONDAY + DAY)
    assert names(refusal) == ["not_that_day"]


def test_load_hours_rules_brings_each_once():
    assert len(commands.load_hours_rules(by=None)) == 3
    assert commands.load_hours_rules(by=None) == []


def test_keep_hours_rule_is_for_the_highest_administrator():
    by = make_user(Role.ADMINISTRATOR)
    rule = commands.keep_hours_rule(facts=RuleFacts(name=" Nông\nthôn "), by=by)
    commands.keep_hours_rule(facts=RuleFacts(name="Xã", most_times_a_day=2), rule=rule, by=by)

    assert HoursRule.objects.get().most_times_a_day == 2
    with pytest.raises(NotAllowed):
        commands.keep_hours_rule(facts=RuleFacts(name="x"), by=make_user(Role.EDITOR))
    wrong = {"not_before": dt.time(9), "not_after": dt.time(8), "most_days_a_week": 8}
    with pytest.raises(Incomplete) as refusal:
        commands.keep_hours_rule(facts=RuleFacts(name="", **wrong), by=by)
    assert names(refusal) == ["no_name", "no_hours", "no_days"]


def test_keep_hours_rule_tells_the_ledger_what_was_changed_and_refuses_a_name_twice():
    rule = commands.keep_hours_rule(facts=RuleFacts(name="Nông thôn"), by=None)
    facts = RuleFacts(name="Nông thôn", most_times_a_day=2, not_before=dt.time(5))
    commands.keep_hours_rule(facts=facts, rule=rule, by=None)

    changes = history_of(rule).first().get_details()["changes"]
    assert changes == [["nhiều nhất mỗi ngày", "", "2 buổi"], ["không trước", "", "5h00"]]
    with pytest.raises(Incomplete) as refusal:
        commands.keep_hours_rule(facts=RuleFacts(name="Nông thôn"), by=None)
    assert names(refusal) == ["name_taken"]
