import datetime as dt
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from haidang.broadcast.findings import findings_of
from haidang.broadcast.frozen import frozen_week
from haidang.broadcast.models import Bulletin, HoursRule, Part, Recording, Slot, Station
from haidang.broadcast.overlapping import Taken, first_overlap, released_overlap, taken_in
from haidang.broadcast.sittings import Sitting, comes_round, days_of, sittings_of

MONDAY = dt.date(2024, 11, 25)
ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
DAY = dt.timedelta(days=1)


def slot_of(pk=1, starts="05:00", minutes=30, weekdays="1234567", **facts):
    facts = {"name": f"Khung {pk}", "valid_from": dt.date(2020, 1, 1)} | facts
    time = dt.time.fromisoformat(starts)
    return Slot(pk=pk, starts_at=time, minutes=minutes, weekdays=weekdays, **facts)


def part_of(pk, slot, on=MONDAY, seconds=900, **facts):
    facts = {"kind": "music", "title": f"Bài {pk}", "ordinal": pk} | facts
    return Part(pk=pk, slot=slot, on=on, seconds=seconds, **facts)


def named(findings, *names):
    return [one.message for one in findings if one.name in names]


def found(*parts, slots=None, **facts):
    slots = slots or [parts[0].slot]
    return findings_of(sittings_of(slots, parts, days_of(MONDAY)), **facts)


weekdays = st.sets(st.sampled_from("1234567"), min_size=1).map(lambda days: "".join(sorted(days)))
slots = st.builds(
    lambda pk, minute, minutes, days, ahead, lasts: slot_of(
        pk,
        f"{minute // 60:02}:{minute % 60:02}",
        minutes,
        days,
        valid_from=MONDAY + ahead * DAY,
        valid_to=None if lasts is None else MONDAY + (ahead + lasts) * DAY,
    ),
    st.integers(1, 4),
    st.integers(0, 1439),
    st.integers(1, 1440),
    weekdays,
    st.integers(-20, 20),
    st.none() | st.integers(0, 20),
)


@st.composite
def weeks(draw):
    """Slots of a station and programmes in them, any of them too long."""
    kept = {slot.pk: slot for slot in draw(st.lists(slots, min_size=1, max_size=3))}
    lengths = draw(st.lists(st.integers(1, 7200), max_size=12))
    parts = [
        part_of(pk, draw(st.sampled_from(list(kept.values()))), draw(days), seconds)
        for pk, seconds in enumerate(lengths, start=1)
    ]
    return list(kept.values()), parts


days = st.integers(0, 6).map(lambda ahead: MONDAY + ahead * DAY)


@given(weeks())
def test_every_second_of_a_week_is_free_planned_or_over(week):
    for one in sittings_of(*week, days_of(MONDAY)):
        said = {finding.name for finding in findings_of([one])}

        assert one.used + one.free - one.over == one.seconds
        assert one.free == 0 or one.over == 0
        assert ("over" in said) == (one.used > one.seconds)
        assert ("gap" in said) == (one.used < one.seconds and not one.is_outside)
        assert ("outside" in said) == (not comes_round(one.slot, one.on))


@given(weeks())
def test_no_programme_is_lost_or_doubled_between_the_sittings(week):
    sittings = sittings_of(*week, days_of(MONDAY))

    assert sorted(part.pk for one in sittings for part in one.parts) == [p.pk for p in week[1]]


@given(weeks())
def test_clashes_are_found_wherever_two_are_on_the_air_at_once(week):
    sittings = [one for one in sittings_of(*week, days_of(MONDAY)) if one.parts]
    moments = [(one.starts_at, one.until) for one in sittings]
    meet = any(
        a[0] < b[1] and b[0] < a[1] for at, a in enumerate(moments) for b in moments[at + 1 :]
    )

    assert bool(named(findings_of(sittings), "clash")) == meet


@given(weeks())
def test_a_frozen_part_begins_when_those_before_it_are_over(week):
    slots, parts = week
    content = frozen_week(
        station=Station(pk=1, name="Đài"),
        monday=MONDAY,
        number=1,
        at=dt.datetime(2024, 11, 24, 8, tzinfo=ZONE),
        slots=slots,
        parts=parts,
    )

    assert [part["id"] for part in content["parts"]] == [
        f"p{part.pk}" for one in sittings_of(slots, parts, days_of(MONDAY)) for part in one.parts
    ]
    for part in content["parts"]:
        row = next(row for row in parts if f"p{row.pk}" == part["id"])
        begins = dt.datetime.combine(row.on, row.slot.starts_at, ZONE)
        earlier = [p for p in parts if (p.slot_id, p.on) == (row.slot_id, row.on) and p.pk < row.pk]
        before = sum(p.seconds for p in earlier)
        assert part["starts_at"] == (begins + dt.timedelta(seconds=before)).isoformat()
        assert part["starts_at"].endswith("+07:00")


@given(weeks(), st.sets(st.integers(1, 12)))
def test_what_is_left_out_moves_nothing(week, out):
    facts = {"station": Station(pk=1, name="Đài"), "monday": MONDAY, "number": 1}
    facts |= {"at": dt.datetime(2024, 11, 24, tzinfo=ZONE), "slots": week[0], "parts": week[1]}
    why = {part.pk: "đã rút" for part in week[1] if part.pk in out}
    whole, some = frozen_week(**facts), frozen_week(**facts, left_out=why)

    left = {f"p{pk}" for pk in why}
    assert some["parts"] == [part for part in whole["parts"] if part["id"] not in left]
    assert {one["id"] for one in some["left_out"]} == left


@given(slots, slots)
def test_overlaps_of_hours_are_those_of_any_day(one, other):
    first = MONDAY - 45 * DAY
    a = [Sitting(one, first + n * DAY) for n in range(120) if comes_round(one, first + n * DAY)]
    b = [Sitting(other, first + n * DAY) for n in range(120) if comes_round(other, first + n * DAY)]
    meet = any(x.starts_at < y.ends_at and y.starts_at < x.ends_at for x in a for y in b)

    assert (first_overlap(one, other) is not None) == meet


def test_hours_over_midnight_meet_those_of_the_next_morning():
    night, morning = slot_of(1, "23:30", 60, "7"), slot_of(2, "00:15", 30, "1")

    assert first_overlap(night, morning) == dt.date(2020, 1, 5)  # a Sunday
    assert first_overlap(night, slot_of(3, "00:30", 30, "1")) is None


def test_hours_that_end_the_day_before_still_meet_over_midnight():
    night = slot_of(1, "23:30", 60, valid_to=MONDAY)
    morning = slot_of(2, "00:15", 30, valid_from=MONDAY + DAY)

    assert first_overlap(night, morning) == MONDAY


def released(slot, *parts):
    at = dt.datetime(2024, 11, 24, tzinfo=ZONE)
    facts = {"station": Station(pk=1, name="Đài"), "monday": MONDAY, "number": 2, "at": at}
    return frozen_week(slots=[slot], parts=parts, **facts)


def test_hours_meet_those_of_a_released_week_that_are_no_more():
    gone = slot_of(1, "23:40", 30)
    content = released(gone, part_of(1, gone, MONDAY + 6 * DAY, 1800))
    taken, release = released_overlap(slot_of(2, "00:00", 30, valid_from=MONDAY), [content])

    assert (taken.name, release) == ("Khung 1", "25/11/2024, bản 2")
    assert released_overlap(slot_of(2, "00:10", 30), [content]) is None
    assert released_overlap(slot_of(1, "00:00", 30), [content]) is None  # its own hours


def test_what_other_weeks_take_is_in_the_way_at_the_edge():
    slot = slot_of(1, "00:00", 30)
    night = Taken(
        "Khuya", *(dt.datetime(2024, 11, day, h, tzinfo=ZONE) for day, h in ((24, 23), (25, 1)))
    )

    assert named(found(part_of(1, slot), around=[night]), "clash") == [
        "“Khung 1” 25/11 trùng giờ với “Khuya” 24/11 của tuần bên cạnh."
    ]
    assert not named(found(slots=[slot], around=[night]), "clash")


def test_taken_in_a_release_is_from_the_first_to_the_end_of_the_last():
    slot = slot_of(1, "05:00", 30)
    content = released(slot, part_of(1, slot), part_of(2, slot, seconds=1200))
    ((pk, taken),) = taken_in(content)

    assert (pk, taken.until - taken.starts_at) == (1, dt.timedelta(minutes=35))


def test_rules_are_held_against_what_is_planned():
    rule = HoursRule(
        name="Đô thị",
        most_times_a_day=1,
        most_minutes_a_time=15,
        most_days_a_week=1,
        not_before=dt.time(5),
        not_after=dt.time(21),
    )
    early, late = slot_of(1, "04:30", 30), slot_of(2, "20:50", 30)
    parts = [
        part_of(1, early),
        part_of(2, late, seconds=1200),
        part_of(3, slot_of(3, "12:00"), MONDAY + DAY),
    ]
    slots = [part.slot for part in parts]
    said = found(*parts, slots=slots, rule=rule)

    assert [one.name for one in said if one.name not in {"gap", "no_bulletin"}] == [
        "early",
        "long_time",
        "late",
        "many_times",
        "many_days",
    ]
    assert named(found(*parts, slots=slots), "early", "late", "long_time", "many_times") == []


def test_parts_that_may_not_be_aired_or_sound_wrong_are_named():
    slot = slot_of(1)
    sound = Recording(pk=1, seconds=901)
    gone = Recording(pk=2, seconds=900, is_retired=True)
    parts = [
        part_of(1, slot, kind="bulletin", bulletin=Bulletin(pk=7, recording=sound), title="A"),
        part_of(2, slot, kind="tune", recording=gone, title="B"),
        part_of(3, slot, kind="notice", title="C"),
        part_of(4, slot, language="km", title="D"),
    ]
    said = found(*parts, languages=("vi",), airable=[8])

    assert {(one.name, one.part) for one in said if one.part} == {
        ("not_airable", 1),
        ("longer", 1),
        ("not_airable", 2),
        ("no_bulletin", 3),
        ("other_language", 4),
    }
    assert [one.part for one in said if one.stops] == [1, 2]
