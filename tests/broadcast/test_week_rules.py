import pytest

from haidang.broadcast import rules
from haidang.broadcast.enums import StationKind
from haidang.broadcast.part_facts import length
from haidang.orgs.enums import Role
from tests.makers.broadcast import make_station
from tests.makers.orgs import make_authority, make_unit, make_user

pytestmark = pytest.mark.django_db
MAY = ("may_schedule", "may_release", "may_tick", "may_order", "may_look")


def rights(user, station):
    return {name for name in MAY if getattr(rules, name)(user, station)}


def test_who_may_do_what_at_the_station_of_a_commune():
    office = make_authority(communes=2)
    commune, other = office.communes
    station = make_station(unit=commune)

    assert rights(make_user(Role.EDITOR, unit=commune), station) == {*MAY} - {"may_order"}
    assert rights(office.reporters[0], station) == {*MAY} - {"may_order"}
    assert rights(make_user(unit=commune), station) == {"may_tick", "may_look"}
    assert rights(make_user(Role.LEADER, unit=commune), station) == {
        "may_order",
        "may_tick",
        "may_look",
    }
    assert rights(office.leader, station) == {"may_order", "may_look"}
    assert rights(office.drafter, station) == {"may_look"}
    assert rights(make_user(*Role, unit=other), station) <= {"may_look"}
    assert rights(office.reporters[1], station) == set()
    assert rights(office.auditor, station) == {"may_look"}
    assert rights(make_user(*Role, unit=commune), station) == {"may_look"}  # an auditor too


def test_a_districts_station_is_looked_at_by_all_of_the_district():
    office = make_authority(communes=1)
    centre = make_unit("Trung tâm", kind="phong", parent=office.district)
    station = make_station(unit=centre, kind=StationKind.DISTRICT)

    assert rights(office.reporters[0], station) == {"may_look"}
    assert rights(office.leader, station) == {"may_look", "may_order"}
    assert rights(make_user(Role.LEADER, unit=make_unit("xã Xa")), station) == set()


def test_stations_are_kept_by_their_own_people_and_those_above():
    office = make_authority(communes=2)
    commune = office.communes[0]

    assert rules.may_keep_stations(office.reporters[0], commune)
    assert rules.may_keep_stations(office.drafter, commune)
    assert not rules.may_keep_stations(office.reporters[1], commune)
    assert not rules.may_keep_stations(office.leader, commune)
    assert not rules.may_keep_stations(office.auditor, commune)


def test_rules_of_hours_are_kept_at_the_highest_authority():
    office = make_authority(communes=1)
    own = make_user(Role.ADMINISTRATOR, unit=office.communes[0])

    assert rules.may_keep_rules(make_user(Role.ADMINISTRATOR, unit=office.district))
    assert not rules.may_keep_rules(own)
    assert rules.may_keep_rules(None)


@pytest.mark.parametrize(("seconds", "words"), [(900, "15'"), (75, "1'15"), (5, "0'05")])
def test_lengths_are_written_as_schedules_write_them(seconds, words):
    assert length(seconds) == words


def test_a_person_without_a_unit_may_do_nothing():
    station = make_station()
    user = make_user(Role.EDITOR)
    user.unit = None

    assert rights(user, station) == set()
