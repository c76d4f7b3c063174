import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.broadcast.playing.timeline import (
    BREATH,
    FILL,
    PIECE,
    QUIET,
    RELAY,
    SLACK,
    Plan,
    Stops,
    scene,
)
from haidang.broadcast.playing.week import week_of
from tests.broadcast.playing.tower import HANOI, part, week

MONDAY = dt.date(2026, 11, 23)
NIGHT = dt.datetime(2026, 11, 23, tzinfo=HANOI)
LATER = (NIGHT + dt.timedelta(hours=1)).isoformat()
SLOTS = [
    {"id": 1, "name": "Sáng", "weekdays": "1234567", "starts_at": "05:30", "minutes": 30},
    {"id": 2, "name": "Khuya", "weekdays": "12347", "starts_at": "23:50", "minutes": 20},
]


def sound(number, seconds):
    return {"sha256": f"{number:064x}", "size": 10, "seconds": float(seconds)}


def made(parts, slots=SLOTS, monday=MONDAY, number=1):
    now = dt.datetime.combine(monday, dt.time(), HANOI)
    return week_of(week(1, parts, slots=slots, monday=monday, now=now, number=number))


def at(hour, minute=0, second=0, day=0):
    return NIGHT + dt.timedelta(days=day, hours=hour, minutes=minute, seconds=second)


@st.composite
def weeks(draw):
    """Parts one after another in the slots of a week, some longer than their place."""
    parts, number = [], 0
    for day in range(7):
        moment = at(5, 30, day=day)
        for seconds in draw(st.lists(st.integers(5, 700), max_size=4)):
            number += 1
            longer = draw(st.sampled_from([-3, 0, 0, 400]))
            facts = sound(number, max(1, seconds + longer)) if draw(st.booleans()) else None
            parts.append(part(number, moment, facts, seconds=seconds))
            moment += dt.timedelta(seconds=seconds)
    return made(parts)


@pytest.mark.promise("N21")
@given(weeks(), st.data())
def test_a_week_in_simulated_time_starts_every_part_at_its_second_and_is_never_silent(week, data):
    stopped = data.draw(st.sets(st.sampled_from(range(1, 30)), max_size=3))
    plan = Plan([week], Stops(dict.fromkeys(map(str, stopped), LATER)))
    now, heard, end = NIGHT, [], at(0, day=7)

    while now < end:
        seen = scene(plan, now)
        assert seen.until > now
        is_open = any(at(5, 30, day=d) <= now < at(6, 0, day=d) for d in range(7))
        assert not (is_open and seen.kind == QUIET)
        if seen.kind == PIECE:
            assert seen.part.bulletin not in stopped
            assert now < max(seen.part.ends_at, at(6, 0, day=(now - NIGHT).days)) + BREATH
            heard.append((seen.part.id, now - seen.part.starts_at))
        now = seen.until

    due = {p.id for p in week.parts if p.sound and p.bulletin not in stopped}
    assert {name for name, late in heard if not late} == due


def test_a_part_cuts_what_is_still_playing():
    week = made([part(1, at(5, 30), sound(1, 900)), part(2, at(5, 40), sound(2, 60))])

    before, after = scene(Plan([week]), at(5, 39, 59)), scene(Plan([week]), at(5, 40))

    assert (before.part.id, before.until) == ("p1", at(5, 40))
    assert (after.part.id, after.offset, after.until) == ("p2", 0, at(5, 41, SLACK))
    assert scene(Plan([week]), at(5, 41, SLACK)).kind == FILL
    assert scene(Plan([week], over={after.part.key}), at(5, 40, 59)).kind == FILL


def test_hours_go_over_midnight_into_a_week_that_has_none_then():
    week = made([part(1, at(23, 50, day=6), sound(1, 900))])

    seen = scene(Plan([week]), at(0, 1, day=7))

    assert (seen.kind, seen.offset) == (PIECE, 660)
    assert scene(Plan([week]), at(0, 11, day=7)).kind == QUIET


def test_the_week_after_cuts_what_hangs_over():
    old = made([part(1, at(23, 50, day=6), sound(1, 900))])
    new = made([part(2, at(0, 2, day=7), sound(2, 60))], monday=MONDAY + dt.timedelta(days=7))

    assert scene(Plan([old, new]), at(0, 1, 59, day=7)).part.id == "p1"
    assert scene(Plan([old, new]), at(0, 2, day=7)).part.id == "p2"


@pytest.mark.promise("N21")
def test_hours_are_filled_for_72_hours_after_the_last_week_and_old_news_is_not_repeated():
    week = made([part(1, at(5, 30), sound(1, 900))])

    kinds = [scene(Plan([week]), at(5, 45, day=day)).kind for day in range(6, 12)]

    assert kinds == [FILL, FILL, FILL, FILL, QUIET, QUIET]


@pytest.mark.promise("N15")
def test_what_was_stopped_is_not_aired_and_says_so():
    week = made([part(1, at(5, 30), sound(1, 900))])

    for name in ("1", f"{1:064x}"):
        seen = scene(Plan([week], Stops({name: LATER})), at(5, 31))
        assert (seen.kind, seen.why) == (FILL, "withdrawn")
        earlier = Stops({name: (NIGHT - dt.timedelta(hours=1)).isoformat()})
        assert scene(Plan([week], earlier), at(5, 31)).kind == PIECE


def test_what_is_not_here_is_filled_and_says_why():
    week = made([part(1, at(5, 30), sound(1, 900))])

    seen = scene(Plan([week], lacks=lambda sound: "refused"), at(5, 31))

    assert (seen.kind, seen.why, seen.until) == (FILL, "refused", at(5, 45, SLACK))


def test_a_halted_station_is_quiet():
    week = made([part(1, at(5, 30), sound(1, 900))])

    assert scene(Plan([week], is_halted=True), at(5, 31)).kind == QUIET


def test_a_relay_lasts_its_time_and_a_part_by_hand_is_filled():
    week = made(
        [part(1, at(5, 30), seconds=300, relay="http://x/y"), part(2, at(5, 35), seconds=60)]
    )

    assert scene(Plan([week]), at(5, 31)).kind == RELAY
    assert scene(Plan([week]), at(5, 35)).kind == FILL


def test_what_an_emergency_took_is_given_back_until_the_next_part():
    week = made([part(1, at(5, 30), sound(1, 60)), part(2, at(5, 32), sound(2, 60))])
    key = week.parts[0].key

    assert scene(Plan([week]), at(5, 31, 10)).kind == FILL
    assert scene(Plan([week], held={key: 30.0}), at(5, 31, 10)).part.id == "p1"
    assert scene(Plan([week], held={key: 90.0}), at(5, 32)).part.id == "p2"
