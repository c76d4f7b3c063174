"""What was planned and what was aired, matched both ways (promise N22)."""

import datetime as dt
from collections import Counter
from dataclasses import replace
from itertools import count
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.broadcast.enums import Airing
from haidang.broadcast.matching import Line, heard, matched
from haidang.broadcast.planned import Planned, Released, in_force, left_out_in_force

VIETNAM = dt.timezone(dt.timedelta(hours=7))
FIVE = dt.datetime(2026, 11, 23, 5, tzinfo=VIETNAM)
LATER = FIVE + dt.timedelta(days=40)
_names = count(1)


def seconds(number):
    return dt.timedelta(seconds=number)


def a_plan(part="p1", at=FIVE, length=900, release=1, **fields):
    facts = {"slot": 1, "on": at.date(), "kind": "bulletin", "title": part, "language": "vi"}
    facts |= {"sha256": part.ljust(64, "0"), "released_at": FIVE - dt.timedelta(days=2)}
    facts |= {"seconds": length, "expected": length}
    return Planned(release=release, part=part, starts_at=at, **(facts | fields))


def a_line(plan=None, *, late=0, length=None, **fields):
    plan = plan or a_plan()
    at = plan.starts_at + seconds(late)
    length = plan.expected if length is None else length
    facts = {"id": UUID(int=next(_names)), "release": plan.release, "part": plan.part, "player": 1}
    facts |= {"kind": plan.kind, "title": plan.title, "language": plan.language}
    facts |= {"sha256": plan.sha256, "started_at": at, "seconds": length, "missed": "", "note": ""}
    return Line(**(facts | {"received_at": at + seconds(length + 1)} | fields))


def by_person(plan, *, length=None, hours=1, **fields):
    return a_line(
        plan, player=None, by=7, length=length, received_at=FIVE + seconds(3600 * hours), **fields
    )


def unnamed(line):
    return line._replace(release=None, part="")


def one(plan, *lines, now=LATER):
    outcome, *others = matched([plan], lines, now).outcomes
    assert not others
    return outcome


def test_a_part_was_aired_late_cut_or_missed():
    plan = a_plan()

    def state(line):
        outcome = one(plan, line)
        return outcome.state, outcome.seconds, outcome.late

    assert state(a_line(plan)) == (Airing.AIRED, 900, 0)
    assert state(a_line(plan, late=5)) == (Airing.AIRED, 900, 5)
    assert state(a_line(plan, late=90)) == (Airing.LATE, 900, 90)
    assert state(a_line(plan, late=-20)) == (Airing.AIRED, 900, -20)
    assert state(a_line(plan, length=600)) == (Airing.CUT, 600, 0)
    assert state(a_line(plan, late=90, length=600)) == (Airing.CUT, 600, 90)


def test_a_part_was_missed_for_a_reason():
    outcome = one(a_plan(), a_line(length=0, missed="power", note="mất điện toàn xã"))

    assert (outcome.state, outcome.missed, outcome.note) == (
        Airing.MISSED,
        "power",
        "mất điện toàn xã",
    )
    assert not outcome.is_aired


def test_a_part_without_a_line_waits_until_its_end_and_is_unknown_from_then_on():
    plan = a_plan()

    assert one(plan, now=plan.ends_at - seconds(1)).state == Airing.WAITING
    assert one(plan, now=plan.ends_at).state == Airing.UNKNOWN


def test_what_nobody_planned_stays_by_itself():
    plan = a_plan()
    foreign = unnamed(a_line(a_plan("p9", kind="notice")))

    result = matched([plan], [a_line(plan), foreign], LATER)

    assert result.unplanned == (foreign,)


def test_pieces_of_a_player_that_was_started_anew_are_one_word():
    plan = a_plan()
    first, second = a_line(plan, length=300), a_line(plan, late=304, length=596)

    outcome = one(plan, first, second)

    assert (outcome.state, outcome.seconds, outcome.late) == (Airing.AIRED, 896, 0)


def test_two_players_side_by_side_count_once_and_one_in_the_others_place_goes_on():
    plan = a_plan()

    beside = one(plan, a_line(plan), a_line(plan, late=1, player=2))
    after = one(plan, a_line(plan, length=400), a_line(plan, late=400, length=500, player=2))

    assert (beside.state, beside.seconds) == (Airing.AIRED, 901)
    assert (after.state, after.seconds) == (Airing.AIRED, 900)


def test_the_same_line_twice_is_one():
    plan, line = a_plan(), a_line()

    assert one(plan, line, line).word == (line,)


def test_a_later_word_of_a_person_holds_and_the_earlier_one_stays():
    plan = a_plan()
    first = by_person(plan)
    second = by_person(plan, length=0, missed="power", hours=2)

    outcome = one(plan, second, first)

    assert (outcome.state, outcome.word, outcome.others) == (Airing.MISSED, (second,), (first,))


def test_a_log_that_comes_after_a_tick_holds_and_a_word_after_that_holds_again():
    plan = a_plan()
    tick = by_person(plan)
    log = a_line(plan, length=200, received_at=FIVE + dt.timedelta(hours=70))
    word = by_person(plan, hours=80, note="máy tăng âm hỏng")

    assert one(plan, tick, log).state == Airing.CUT
    assert one(plan, tick, log, word).word == (word,)
    assert one(plan, tick, log).others == (tick,)


def test_a_clock_that_was_wrong_is_said_so_and_no_lateness_is_made_of_it():
    plan = a_plan()
    ahead = a_line(plan, late=7200, received_at=FIVE + seconds(60))
    long_ago = a_line(
        plan, started_at=dt.datetime(2000, 1, 1, tzinfo=dt.UTC), received_at=FIVE + seconds(1000)
    )

    for line in (ahead, long_ago):
        outcome = one(plan, line)
        assert (outcome.state, outcome.late, outcome.is_clock_wrong) == (Airing.AIRED, 0, True)
    # Beside a right clock a wrong one adds nothing.
    assert one(plan, a_line(plan), long_ago).seconds == 900


def test_another_sound_than_the_plan_says_is_seen():
    plan = a_plan()

    assert one(plan, a_line(plan, sha256="f" * 64)).is_other_sound
    assert not one(plan, a_line(plan, sha256="")).is_other_sound


def test_a_line_without_a_reference_goes_to_the_nearest_part_of_its_sound():
    opening = a_plan("p1", length=30, sha256="a" * 64)
    closing = a_plan("p2", at=FIVE + seconds(1770), length=30, sha256="a" * 64)
    lines = [unnamed(a_line(closing, late=2)), unnamed(a_line(opening, late=-1))]

    result = matched([opening, closing], lines, LATER)

    assert [outcome.late for outcome in result.outcomes] == [-1, 2]
    assert result.unplanned == ()


def test_a_sound_that_was_heard_again_or_far_from_its_time_was_not_planned():
    plan = a_plan()
    again = unnamed(a_line(plan, late=1000))
    far = unnamed(a_line(plan, late=7200))

    result = matched([plan], [a_line(plan), again, far], LATER)

    assert result.unplanned == (again, far)


def test_a_player_that_has_not_the_newest_release_names_the_same_part():
    plan = a_plan(release=2)

    assert one(plan, a_line(plan, release=1)).state == Airing.AIRED


def released(key, number, at, *parts, monday=dt.date(2026, 11, 23)):
    said = [
        {
            "id": name,
            "slot": 1,
            "on": f"{on:%Y-%m-%d}",
            "starts_at": begins.isoformat(),
            "seconds": 900,
            "kind": "bulletin",
            "title": name,
            "language": "vi",
            "sha256": "",
            "sound_seconds": None,
        }
        for name, on, begins in parts
    ]
    return Released(key, monday, number, at, tuple(said))


def test_of_two_releases_of_a_week_each_holds_in_its_own_time():
    morning, evening = ("p1", FIVE.date(), FIVE), ("p2", FIVE.date(), FIVE + seconds(43200))
    moved = ("p2", FIVE.date(), FIVE + seconds(39600))
    first = released(1, 1, FIVE - dt.timedelta(days=1), morning, evening)
    second = released(2, 2, FIVE + seconds(18000), morning, moved)

    plan = in_force([second, first])

    assert [(part.release, part.part, part.starts_at) for part in plan] == [
        (1, "p1", FIVE),
        (2, "p2", FIVE + seconds(39600)),
    ]


def test_a_slot_of_sunday_that_crosses_midnight_belongs_to_its_own_week():
    late = dt.datetime(2026, 11, 30, 0, 10, tzinfo=VIETNAM)
    old = released(1, 1, FIVE - dt.timedelta(days=1), ("p1", dt.date(2026, 11, 29), late))
    new = released(2, 1, FIVE, monday=dt.date(2026, 11, 30))

    (part,) = in_force([old, new])

    assert (part.release, part.on, part.starts_at) == (1, dt.date(2026, 11, 29), late)


def test_what_was_left_out_is_said_of_the_release_that_held():
    def without(key, number, at, begins):
        row = {"slot": 1, "on": "2026-11-23", "starts_at": begins.isoformat()}
        left = row | {"title": f"Bản tin {key}", "why": "chưa được duyệt", "bulletin": key}
        return replace(released(key, number, at), left_out=(left,))

    before = without(1, 1, FIVE - dt.timedelta(days=1), FIVE)
    after = without(2, 2, FIVE + seconds(60), FIVE)
    later = without(3, 3, FIVE + seconds(120), FIVE + seconds(180))

    found = left_out_in_force([later, after, before])

    assert [(one.title, one.bulletin, one.starts_at) for one in found] == [
        ("Bản tin 1", 1, FIVE),
        ("Bản tin 3", 3, FIVE + seconds(180)),
    ]


def test_what_a_release_says_of_hours_before_it_was_never_a_plan():
    assert in_force([released(1, 1, FIVE + seconds(1), ("p1", FIVE.date(), FIVE))]) == []


@st.composite
def plans(draw):
    """A plan of a few days: parts one after another, some of one sound, across midnight too."""
    begins = draw(st.lists(st.integers(0, 3 * 24 * 12), max_size=8, unique=True))
    return [
        a_plan(
            f"p{number}",
            at=FIVE.replace(hour=0) + seconds(300 * step),
            length=300,
            release=draw(st.sampled_from([1, 2])),
            sha256=draw(st.sampled_from(["a" * 64, "b" * 64, ""])),
        )
        for number, step in enumerate(sorted(begins))
    ]


@st.composite
def logs(draw, planned):
    """Any log: of these parts or of none, late or early, in pieces, of players and of persons."""
    lines = []
    for _ in range(draw(st.integers(0, 12))):
        plan = draw(st.sampled_from(planned)) if planned else a_plan()
        length = draw(st.sampled_from([0, 5, 100, 300, 600]))
        line = a_line(
            plan,
            late=draw(st.integers(-4000, 4000)),
            length=length,
            missed="" if length else "power",
            player=draw(st.sampled_from([None, 1, 2])),
            release=draw(st.sampled_from([None, 1, 2, 3])),
            part=draw(st.sampled_from([plan.part, "", "p99"])),
            sha256=draw(st.sampled_from([plan.sha256, "c" * 64, ""])),
        )
        hours = draw(st.integers(-2, 90))
        lines.append(line._replace(received_at=line.started_at + dt.timedelta(hours=hours)))
        if draw(st.booleans()):
            lines.append(lines[-1])
    return draw(st.permutations(lines))


@pytest.mark.promise("N22")
@given(st.data())
def test_every_part_has_one_state_every_line_one_place_and_nothing_is_lost(data):
    planned = data.draw(plans())
    lines = data.draw(logs(planned))
    now = FIVE + dt.timedelta(hours=data.draw(st.integers(-10, 100)))

    result = matched(planned, lines, now)

    assert [outcome.planned for outcome in result.outcomes] == planned
    placed = [line for outcome in result.outcomes for line in outcome.word + outcome.others]
    assert Counter(line.id for line in [*placed, *result.unplanned]) == Counter(
        {line.id: 1 for line in lines}
    )
    for outcome in result.outcomes:
        assert (outcome.seconds > 0) == outcome.is_aired
        assert bool(outcome.word) == (outcome.state not in {Airing.WAITING, Airing.UNKNOWN})


@given(st.data())
def test_the_order_in_which_lines_come_changes_nothing(data):
    planned = data.draw(plans())
    lines = data.draw(logs(planned))

    again = data.draw(st.permutations(lines))

    assert matched(planned, lines, LATER) == matched(planned, again, LATER)


@given(st.lists(st.tuples(st.integers(0, 500), st.integers(0, 500))))
def test_what_overlaps_is_heard_once(pieces):
    plan = a_plan()
    lines = [a_line(plan, late=late, length=length) for late, length in pieces]

    covered = {second for late, length in pieces for second in range(late, late + length)}

    assert heard(lines) == len(covered)
