"""The days that a round counts are those of Nghị định 09/2019/NĐ-CP, Điều 12."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.orgs.enums import Frequency
from haidang.orgs.models import Period
from haidang.reporting.window import (
    calendar_days,
    data_window,
    day_after,
    periods_in_a_year,
    projected,
)

YEARS = st.integers(2001, 2099)
FREQUENCIES = st.sampled_from(Frequency.values)
DAY = dt.timedelta(days=1)


@pytest.mark.parametrize(
    ("frequency", "ordinal", "first", "last"),
    [
        ("month", 1, "2025-12-15", "2026-01-14"),
        ("month", 6, "2026-05-15", "2026-06-14"),
        ("month", 12, "2026-11-15", "2026-12-14"),
        ("quarter", 1, "2025-12-15", "2026-03-14"),
        ("quarter", 2, "2026-03-15", "2026-06-14"),
        ("quarter", 4, "2026-09-15", "2026-12-14"),
        ("half", 1, "2025-12-15", "2026-06-14"),
        ("half", 2, "2026-06-15", "2026-12-14"),
        ("year", 1, "2025-12-15", "2026-12-14"),
    ],
)
def test_the_table_of_the_decree(frequency, ordinal, first, last):
    window = data_window(frequency, 2026, ordinal)

    assert [day.isoformat() for day in window] == [first, last]


def following(frequency, year, ordinal):
    most = periods_in_a_year(frequency)
    return (year, ordinal + 1) if ordinal < most else (year + 1, 1)


@given(FREQUENCIES, YEARS, st.data())
def test_windows_and_periods_that_follow_each_other_meet(frequency, year, data):
    ordinal = data.draw(st.integers(1, periods_in_a_year(frequency)))
    after = following(frequency, year, ordinal)

    for days in (data_window, calendar_days):
        first, last = days(frequency, year, ordinal)
        assert first < last
        assert days(frequency, *after)[0] == last + DAY


@given(YEARS, st.dates(dt.date(2023, 1, 1), dt.date(2023, 12, 31)))
def test_years_that_end_on_another_day_meet_too(year, ends):
    ends = f"{ends:%m-%d}"

    _, last = data_window("year", year, year_ends=ends)
    first, _ = data_window("year", year + 1, year_ends=ends)

    assert first == last + DAY
    # The day kept beside it is the same in every year that has no 29/2 between them.
    assert f"{first:%m-%d}" in {day_after(ends), "02-29"}


@given(YEARS)
def test_the_shorter_windows_of_a_year_are_the_year(year):
    whole = data_window("year", year)

    for frequency in Frequency.values:
        last = periods_in_a_year(frequency)
        assert data_window(frequency, year, 1)[0] == whole[0]
        assert data_window(frequency, year, last)[1] == whole[1]


@pytest.mark.parametrize(
    ("frequency", "ordinal", "words"),
    [
        ("month", 6, "tháng 6 năm 2026"),
        ("quarter", 2, "quý II năm 2026"),
        ("quarter", 4, "quý IV năm 2026"),
        ("half", 1, "6 tháng đầu năm 2026"),
        ("half", 2, "6 tháng cuối năm 2026"),
        ("year", 1, "năm 2026"),
    ],
)
def test_a_period_is_called_as_people_call_it(frequency, ordinal, words):
    starts_on, ends_on = calendar_days(frequency, 2026, ordinal)

    assert str(Period(frequency=frequency, starts_on=starts_on, ends_on=ends_on)) == words


@given(st.decimals(0, 10**6, places=2), YEARS, st.integers(1, 360))
def test_an_estimate_is_never_less_than_what_was_done(value, year, gone):
    first, last = data_window("year", year)

    assert projected(value, first, first + gone * DAY, last) >= value
