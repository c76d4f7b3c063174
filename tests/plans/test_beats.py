"""The periods of a task that comes back: monthly, quarterly, weekly duties."""

import datetime as dt
from dataclasses import asdict
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.plans.beats import beats_of, comes_back
from haidang.text.understanding.times.rhythms import recurrence_of

DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2100, 12, 31))
EVERY = st.sampled_from(["week", "month", "quarter", "half-year", "year"])
RHYTHMS = st.fixed_dictionaries(
    {
        "every": EVERY,
        "interval": st.integers(1, 4),
        "times": st.integers(1, 5),
        "days": st.lists(st.tuples(st.none(), st.integers(1, 31)), max_size=2),
        "weekday": st.one_of(st.none(), st.integers(0, 6)),
        "is_before": st.booleans(),
    }
)
YEAR = (dt.date(2024, 1, 1), dt.date(2024, 12, 31))


def read(phrase):
    return asdict(recurrence_of(phrase))


@pytest.mark.parametrize(
    ("phrase", "count", "names", "due"),
    [
        ("hằng tháng trước ngày 20", 12, ["tháng 1", "tháng 12"], dt.date(2024, 1, 19)),
        ("hằng tháng", 12, ["tháng 1", "tháng 12"], dt.date(2024, 1, 31)),
        ("trước ngày 01 hằng tháng", 12, ["tháng 1", "tháng 12"], dt.date(2024, 1, 31)),
        ("hằng quý", 4, ["quý I", "quý IV"], dt.date(2024, 3, 31)),
        ("trước ngày 15 tháng cuối quý", 4, ["quý I", "quý IV"], dt.date(2024, 3, 14)),
        ("06 tháng một lần", 2, ["6 tháng đầu năm", "6 tháng cuối năm"], dt.date(2024, 6, 30)),
        ("hằng năm trước ngày 15 tháng 11", 1, ["năm 2024", "năm 2024"], dt.date(2024, 11, 14)),
        ("hai tháng một lần", 6, ["tháng 1–2", "tháng 11–12"], dt.date(2024, 2, 29)),
        ("thứ Sáu hằng tuần", 52, ["tuần 1", "tuần 52"], dt.date(2024, 1, 5)),
    ],
)
def test_a_phrase_is_due_in_each_of_its_periods(phrase, count, names, due):
    beats = beats_of(read(phrase), *YEAR)

    assert len(beats) == count
    assert [beats[0].name, beats[-1].name] == names
    assert beats[0].due_on == due


def test_two_days_of_a_month_are_due_one_after_the_other():
    beats = beats_of(read("ngày 15 và 30 hằng tháng"), dt.date(2024, 2, 1), dt.date(2024, 2, 29))

    assert [(beat.due_on.day, beat.needed) for beat in beats] == [(15, 1), (29, 2)]
    assert beats[0].is_kept([dt.date(2024, 2, 20)])
    assert not beats[1].is_kept([dt.date(2024, 2, 20)])
    assert beats[1].is_kept([dt.date(2024, 2, 20), dt.date(2024, 2, 21)])


@pytest.mark.parametrize("phrase", ["thường xuyên", "định kỳ", "hằng ngày"])
def test_what_does_not_say_when_is_never_due(phrase):
    assert not comes_back(read(phrase))
    assert beats_of(read(phrase), *YEAR) == []


def test_no_rhythm_is_no_beat():
    assert beats_of(None, *YEAR) == []
    assert not comes_back(None)
    assert not comes_back({})


@given(RHYTHMS, DAYS, st.integers(0, 800))
def test_beats_come_in_order_within_what_was_asked(rhythm, since, length):
    until = since + dt.timedelta(days=length)

    beats = beats_of(rhythm, since, until)

    assert all(since <= beat.due_on <= until for beat in beats)
    assert all(beat.first <= beat.due_on <= beat.last for beat in beats)
    assert all(one.due_on < other.due_on for one, other in pairwise(beats))


@given(RHYTHMS, DAYS, st.integers(0, 400), st.integers(0, 400))
def test_cutting_the_time_anywhere_loses_and_doubles_nothing(rhythm, since, length, further):
    middle = since + dt.timedelta(days=length)
    until = middle + dt.timedelta(days=1 + further)

    parts = beats_of(rhythm, since, middle) + beats_of(rhythm, middle + dt.timedelta(days=1), until)

    assert parts == beats_of(rhythm, since, until)


@given(RHYTHMS, st.integers(1991, 2099))
def test_periods_side_by_side_leave_no_day_out(rhythm, year):
    beats = beats_of(rhythm, dt.date(year - 1, 1, 1), dt.date(year + 1, 12, 31))

    spans = sorted({(beat.first, beat.last) for beat in beats})

    assert all(next_first - last == dt.timedelta(days=1)
               for (_, last), (next_first, _) in pairwise(spans))  # fmt: skip


@given(RHYTHMS, st.integers(1991, 2099), st.data())
def test_one_more_day_done_never_unkeeps_a_period(rhythm, year, data):
    first, last = dt.date(year, 1, 1), dt.date(year, 12, 31)
    done = data.draw(st.lists(st.dates(first, last), max_size=10))
    more = [*done, data.draw(st.dates(first, last))]

    for beat in beats_of(rhythm, first, last):
        assert beat.is_kept(more) >= beat.is_kept(done)
        assert not beat.is_kept([])
