"""On which day of a year an occasion falls, also where the year has no such day."""

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.occasions.enums import Calendar, Kind
from haidang.occasions.falling import falls_in, otherwise
from haidang.occasions.models import Occasion

pytestmark = pytest.mark.promise("N24")


def occasion(calendar, month=None, day=None, **fields):
    return Occasion(name="thử", kind=Kind.OWN, calendar=calendar, month=month, day=day, **fields)


def days(one, year):
    return [(str(fall.on), fall.note) for fall in falls_in(one, year)]


def test_the_29th_of_february_is_kept_on_the_28th_of_a_common_year():
    brunei = occasion(Calendar.SOLAR, 2, 29)

    assert days(brunei, 2024) == [("2024-02-29", "")]
    assert days(brunei, 2026) == [("2026-02-28", "Năm nay không có ngày 29/2.")]


def test_the_30th_of_a_lunar_month_of_29_days_is_kept_on_the_29th():
    assert days(occasion(Calendar.LUNAR, 1, 30), 2024) == [
        ("2024-03-09", "Tháng 1 âm lịch năm nay không có ngày 30.")
    ]


def test_a_doubled_lunar_month_counts_once():
    assert days(occasion(Calendar.LUNAR, 6, 15), 2025) == [
        ("2025-07-09", "Năm nay nhuận tháng 6: tính theo tháng 6 đầu.")
    ]


def test_the_last_lunar_month_lies_in_the_next_year_of_the_common_calendar():
    kitchen_gods = occasion(Calendar.LUNAR, 12, 23)

    assert days(kitchen_gods, 2024) == [("2024-02-02", "")]
    assert days(kitchen_gods, 2026) == [("2026-02-10", "")]


def test_what_happens_once_is_in_its_year_alone():
    once = occasion(Calendar.ONCE, on=dt.date(2024, 6, 20), length=3)

    (fall,) = falls_in(once, 2024)
    assert (fall.on, fall.until) == (dt.date(2024, 6, 20), dt.date(2024, 6, 22))
    assert falls_in(once, 2025) == []


def test_the_khmer_new_year_has_its_own_length():
    new_year = occasion(Calendar.KHMER_NEW_YEAR, length=3)

    (fall,) = falls_in(new_year, 2024)
    assert (fall.on, fall.until) == (dt.date(2024, 4, 13), dt.date(2024, 4, 16))


def test_vietnamese_almanacs_are_quoted_where_they_differ_from_the_khmer_day():
    ok_om_bok = occasion(Calendar.KHMER, 12, 15)

    assert otherwise(ok_om_bok, dt.date(2025, 11, 5)) == dt.date(2025, 12, 4)
    assert otherwise(ok_om_bok, dt.date(2024, 11, 15)) is None
    assert otherwise(occasion(Calendar.SOLAR, 3, 3), dt.date(2025, 3, 3)) is None


def test_the_16th_waning_of_a_short_khmer_month_is_kept_on_its_last_day():
    assert days(occasion(Calendar.KHMER, 9, 30), 2024) == [("2024-09-02", "")]


@given(
    st.sampled_from([Calendar.SOLAR, Calendar.LUNAR, Calendar.KHMER]),
    st.integers(1, 12),
    st.integers(1, 29),
    st.integers(1902, 2098),
)
def test_no_occasion_is_lost_between_the_years(calendar, month, day, year):
    one = occasion(calendar, month, day)
    around = [fall.on for near in (year - 1, year, year + 1) for fall in falls_in(one, near)]

    assert len(around) in ({3} if calendar == Calendar.SOLAR else {2, 3, 4})
    assert all((b - a).days > 350 for a, b in pairwise(around))


@given(st.sampled_from(list(Calendar)), st.integers(-5, 1899) | st.integers(2101, 9999))
def test_years_that_nobody_knows_have_no_days(calendar, year):
    assert falls_in(occasion(calendar, 3, 3, on=dt.date(2024, 1, 1)), year) == []
