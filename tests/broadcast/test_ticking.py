"""Words of persons on what was aired, and what enters the log of activities by itself (N7, N22)."""

import datetime as dt
from uuid import uuid4

import pytest

from haidang import clock
from haidang.activities.commands import close_days, load_catalogue
from haidang.activities.models import Activity
from haidang.broadcast.commands import enter_aired, take_aired, tick
from haidang.broadcast.models import Aired
from haidang.broadcast.queries.as_run import as_run
from haidang.errors import Incomplete, NotAllowed
from haidang.ledger.models import Entry
from haidang.orgs.enums import Role
from tests.makers.airing import MONDAY, a_line, a_part, a_player, a_release, a_station
from tests.makers.orgs import make_unit, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _noon():
    load_catalogue(by=None)
    with clock.as_if(clock.at(MONDAY, 12)):
        yield


def a_week(*parts, **fields):
    """A station whose morning is half in Vietnamese, half in Khmer, and one of its people."""
    station = a_station(**fields)
    morning = station.slots.get(name="Sáng")
    parts = parts or (
        a_part(morning, number=1),
        a_part(morning, number=2, after=900, language="km"),
    )
    person = make_user(Role.REPORTER, unit=station.unit)
    release = a_release(station, parts)
    return station, morning, person, release


def said(station, slot, by, **fields):
    return tick(id=uuid4(), station=station, slot=slot, on=MONDAY, by=by, **fields)


def entries():
    rows = Activity.objects.standing().order_by("language").prefetch_related("quantities")
    return [
        (one.kind_id, one.language, {q.measure_id: q.amount for q in one.quantities.all()})
        for one in rows
    ]


def states(station):
    (sitting,) = [one for one in as_run([station], MONDAY, MONDAY)[station.pk] if one.is_aired]
    return [one.state for one in sitting.outcomes]


KHMER = ("radio", "km", {"sessions": 1, "minutes": 15})
VIETNAMESE = ("radio", "vi", {"sessions": 0, "minutes": 15})


@pytest.mark.promise("N7")
def test_tick_enters_one_session_with_its_minutes_by_language():
    station, slot, person, _ = a_week()

    rows = said(station, slot, person)

    assert [row.part for row in rows] == ["p1", "p2"]
    assert states(station) == ["aired", "aired"]
    assert entries() == [KHMER, VIETNAMESE]
    entry = Activity.objects.get(language="km")
    assert (entry.unit, entry.on, entry.title) == (station.unit, MONDAY, "Sáng 5h00: Bản tin 2")
    assert Entry.objects.filter(event="tick").count() == 1


def test_tick_says_a_word_once_however_often_it_is_sent():
    station, slot, person, _ = a_week()
    name = uuid4()

    first, second = (
        tick(id=name, station=station, slot=slot, on=MONDAY, by=person) for _ in range(2)
    )

    assert sorted(row.pk for row in first) == sorted(row.pk for row in second)
    assert Aired.objects.count() == 2
    assert entries() == [KHMER, VIETNAMESE]


@pytest.mark.promise("N22")
def test_tick_later_takes_back_what_was_said_and_both_words_stay():
    station, slot, person, _ = a_week()
    said(station, slot, person)

    with clock.as_if(clock.at(MONDAY, 13)):
        said(station, slot, person, missed="power")

    assert Aired.objects.count() == 4
    assert entries() == []
    assert Activity.objects.count() == 2  # taken back, not gone
    (sitting,) = as_run([station], MONDAY, MONDAY)[station.pk]
    assert [(one.state, len(one.others)) for one in sitting.outcomes] == [("missed", 1)] * 2


def test_tick_corrects_how_long_it_was_also_in_days_that_were_closed():
    station, slot, person, _ = a_week()
    said(station, slot, person)
    drafter = make_user(Role.DRAFTER, unit=station.unit)
    close_days(unit=station.unit, data_from=MONDAY, data_to=MONDAY, reason="báo cáo", by=drafter)

    with clock.as_if(clock.at(MONDAY, 13)):
        said(station, slot, person, parts=["p2"], seconds=300)

    assert entries() == [("radio", "km", {"sessions": 1, "minutes": 5}), VIETNAMESE]
    assert Entry.objects.filter(event="amend_activity").count() == 1


def test_tick_again_after_it_was_taken_back_is_a_new_entry():
    station, slot, person, _ = a_week()
    for hour, missed in ((12, ""), (13, "power"), (14, "")):
        with clock.as_if(clock.at(MONDAY, hour)):
            said(station, slot, person, missed=missed)

    assert entries() == [KHMER, VIETNAMESE]
    assert Activity.objects.count() == 4


def test_tick_of_a_slot_without_a_schedule_counts_its_hours():
    station = a_station()
    person = make_user(Role.REPORTER, unit=station.unit)

    said(station, station.slots.get(name="Sáng"), person)

    assert entries() == [("radio", "vi", {"sessions": 1, "minutes": 30})]


def test_tick_refuses_strangers_and_auditors():
    station, slot, _, _ = a_week()
    people = [
        make_user(Role.REPORTER, unit=make_unit("xã Khác")),
        make_user(Role.AUDITOR, unit=station.unit),
        make_user(Role.REPORTER),
    ]
    for person in people:
        with pytest.raises(NotAllowed):
            said(station, slot, person)


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"parts": ["p99"]}, "no_sitting"),
        ({"missed": "lười"}, "reason"),
        ({"missed": "other"}, "no_note"),
        ({"seconds": 300}, "seconds"),
        ({"parts": ["p1"], "seconds": 1000}, "seconds"),
        ({"note": "MẬT"}, "secrecy_mark"),
    ],
)
def test_tick_refuses_what_it_cannot_keep(fields, name):
    station, slot, person, _ = a_week()

    with pytest.raises(Incomplete) as refusal:
        said(station, slot, person, **fields)

    assert [issue.name for issue in refusal.value.issues] == [name]
    assert Aired.objects.count() == 0


def test_tick_refuses_what_is_not_over_and_what_is_too_long_ago():
    station, _, person, _ = a_week()
    evening = station.slots.get(name="Chiều")
    a_release(station, [a_part(evening, number=3)], number=2)

    for on, missed in ((MONDAY, ""), (MONDAY, "power"), (dt.date(2024, 1, 1), "")):
        with pytest.raises(Incomplete) as refusal:
            tick(id=uuid4(), station=station, slot=evening, on=on, by=person, missed=missed)
        assert {issue.name for issue in refusal.value.issues} <= {"future", "too_old"}


def test_tick_against_the_log_of_a_player_says_why():
    station, slot, person, release = a_week()
    part = release.content["parts"][0]
    take_aired(a_player(station), [a_line(part, release=release)])

    with pytest.raises(Incomplete) as refusal:
        said(station, slot, person, parts=["p1"], missed="fault")
    assert [issue.name for issue in refusal.value.issues] == ["against_player"]

    with clock.as_if(clock.at(MONDAY, 13)):
        said(station, slot, person, parts=["p1"], missed="fault", note="máy tăng âm hỏng")
    (sitting,) = as_run([station], MONDAY, MONDAY)[station.pk]
    assert sitting.outcomes[0].state == "missed"


@pytest.mark.promise("N7")
def test_enter_aired_enters_what_a_player_logged_for_whoever_released_the_week():
    station, _, person, release = a_week()
    take_aired(a_player(station), [a_line(p, release=release) for p in release.content["parts"]])

    # Nobody released it: nobody stands for it.
    assert enter_aired(station=station, first=MONDAY, last=MONDAY) == []
    assert len(enter_aired(station=station, first=MONDAY, last=MONDAY, by=person)) == 2
    assert enter_aired(station=station, first=MONDAY, last=MONDAY, by=person) == []

    assert entries() == [KHMER, VIETNAMESE]


def test_enter_aired_refuses_an_auditor():
    station, *_ = a_week()
    auditor = make_user(Role.AUDITOR, unit=station.unit)

    with pytest.raises(NotAllowed):
        enter_aired(station=station, first=MONDAY, last=MONDAY, by=auditor)


def test_enter_aired_counts_many_clusters_as_one_session_of_their_station():
    station, _, person, release = a_week()
    lines = release.content["parts"]
    for number in range(3):
        cluster = a_station(
            unit=station.unit, kind="cluster", within=station, name=f"Cụm loa {number}"
        )
        player = a_player(cluster)
        take_aired(player, [a_line(part, release=release, late=number) for part in lines])
        enter_aired(station=cluster, first=MONDAY, last=MONDAY, by=person)

    assert [(kind, of["sessions"]) for kind, _, of in entries()] == [("radio", 1), ("radio", 0)]


def test_enter_aired_keeps_relays_apart_and_leaves_fillings_out():
    station = a_station()
    slot = station.slots.get(name="Sáng")
    parts = [
        a_part(slot, number=1, kind="relay", seconds=600),
        a_part(slot, number=2, after=600, kind="tune", seconds=60),
        a_part(slot, number=3, after=660, seconds=600),
    ]
    release = a_release(station, parts)
    person = make_user(Role.REPORTER, unit=station.unit)
    lines = [a_line(part, release=release) for part in parts]
    filling = a_line(kind="music", title="Nhạc", seconds=300.0)
    urgent = a_line(kind="notice", title="Tin khẩn", seconds=120.0)
    at_ten = urgent | {"id": str(uuid4()), "started_at": clock.at(MONDAY, 10).isoformat()}
    take_aired(a_player(station), [*lines, filling, urgent, at_ten])

    enter_aired(station=station, first=MONDAY, last=MONDAY, by=person)

    assert sorted((kind, of["sessions"], of["minutes"]) for kind, _, of in entries()) == [
        ("radio", 1, 2),
        ("radio", 1, 13),
        ("relay", 1, 10),
    ]
