"""Stretches of days: months, quarters, halves and parts of them."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.text.understanding.times.periods import Window, half, months, quarter, whole_year

years = st.integers(1, 9999)


@given(years)
def test_quarters_and_halves_share_out_a_year(year):
    year_of, quarters = whole_year(year), [quarter(year, number) for number in range(1, 5)]

    assert (quarters[0].first, quarters[-1].last) == (year_of.first, year_of.last)
    assert all(a.last.toordinal() + 1 == b.first.toordinal() for a, b in pairwise(quarters))
    assert half(year, is_second=False) == quarters[0].to(quarters[1])
    assert half(year, is_second=True) == quarters[2].to(quarters[3])


@given(years, st.integers(1, 12))
def test_the_parts_of_a_month_share_it_out(year, month):
    whole = months(year, month, month)
    begin, middle, end = (whole.part(word) for word in ("đầu", "giữa", "cuối"))

    assert (begin.first, end.last) == (whole.first, whole.last)
    assert begin.last.toordinal() + 1 == middle.first.toordinal()
    assert middle.last.toordinal() + 1 == end.first.toordinal()


@pytest.mark.parametrize(
    ("year", "first", "last"),
    [(2024, 0, 1), (2024, 12, 13), (2024, 5, 4), (0, 1, 1), (10000, 1, 1)],
)
def test_there_are_no_such_months(year, first, last):
    assert months(year, first, last) is None


def test_a_window_reaches_to_another_that_lies_behind_it():
    spring, autumn = months(2024, 3, 3), months(2024, 9, 10)

    assert spring.to(autumn) == Window(date(2024, 3, 1), date(2024, 10, 31))
    assert autumn.to(spring) == autumn


def test_open_windows_stay_open():
    from_may = Window(date(2024, 5, 1), None)

    assert from_may.part("cuối") == from_may
    assert from_may.before() == Window(None, date(2024, 4, 30))
    assert Window(None, None).before() == Window(date.min, None).before() == Window(None, None)
