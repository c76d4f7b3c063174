"""The lunar calendar against published tables, and the laws that any such calendar keeps."""

import datetime as dt

import pytest
from holidays import country_holidays
from hypothesis import given
from hypothesis import strategies as st

from haidang.occasions.lunar import FIRST, LAST, LunarDay, lunar_day, months_of, solar_day
from tests.occasions.published import LEAP_MONTHS, TET

pytestmark = pytest.mark.promise("N24")
YEARS = range(FIRST, LAST + 1)


def tet(year):
    return solar_day(LunarDay(1, 1, year))


def test_tet_of_1900_to_2100_agrees_with_the_published_table():
    published = [
        dt.date(year, 1, 1) + dt.timedelta(day - 1) for year, day in zip(YEARS, TET, strict=True)
    ]

    assert [tet(year) for year in YEARS] == published


def test_all_leap_months_of_1900_to_2100_agree_with_the_published_table():
    found = {year: m.number for year in YEARS for m in months_of(year) if m.is_leap}

    assert found == LEAP_MONTHS


@pytest.mark.parametrize(
    ("year", "day"),
    [  # where Hà Nội and Beijing celebrate on different days, and 1968, when the zone had changed
        (1968, dt.date(1968, 1, 29)),
        (1985, dt.date(1985, 1, 21)),
        (2007, dt.date(2007, 2, 17)),
        (2030, dt.date(2030, 2, 2)),
        (2053, dt.date(2053, 2, 18)),
    ],
)
def test_tet_is_a_day_of_ha_noi(year, day):
    assert tet(year) == day


def test_tet_agrees_with_the_days_off_of_every_year_that_they_know():
    known = country_holidays("VN", years=range(1995, 2100))
    off = {day.year: day for day, name in known.items() if name == "Lunar New Year"}

    assert off == {year: tet(year) for year in range(1995, 2100)}


@pytest.mark.parametrize(
    ("year", "days"),
    [  # 10/3, 15/8, 1/9 and 15/10 of the lunar year
        (2024, ["2024-04-18", "2024-09-17", "2024-10-03", "2024-11-15"]),
        (2025, ["2025-04-07", "2025-10-06", "2025-10-21", "2025-12-04"]),
        (2026, ["2026-04-26", "2026-09-25", "2026-10-10", "2026-11-23"]),
        (2028, ["2028-04-04", "2028-10-03", "2028-10-18", "2028-11-30"]),
        (2030, ["2030-04-12", "2030-09-12", "2030-09-27", "2030-11-10"]),
    ],
)
def test_days_of_the_year_agree_with_almanacs(year, days):
    lunar = [(10, 3), (15, 8), (1, 9), (15, 10)]

    assert [str(solar_day(LunarDay(day, month, year))) for day, month in lunar] == days


def test_months_follow_each_other_without_a_gap():
    months = [month for year in YEARS for month in months_of(year)]

    ends = [month.first + dt.timedelta(month.length) for month in months]
    assert ends[:-1] == [month.first for month in months[1:]]
    assert {month.length for month in months} == {29, 30}


@given(st.dates(tet(FIRST), dt.date(LAST, 12, 31)))
def test_a_day_taken_to_the_moon_and_back_is_the_same(day):
    assert solar_day(lunar_day(day)) == day


@pytest.mark.parametrize(
    "lunar",
    [
        LunarDay(30, 1, 2024),  # that month has 29 days
        LunarDay(1, 6, 2024, is_leap=True),  # no leap month in that year
        LunarDay(1, 5, 2025, is_leap=True),  # another one
        LunarDay(0, 1, 2024),
        LunarDay(1, 13, 2024),
        LunarDay(1, 1, 1899),
        LunarDay(1, 1, 2101),
    ],
)
def test_a_lunar_day_that_is_not_there_is_none(lunar):
    assert solar_day(lunar) is None


def test_days_outside_the_table_have_no_lunar_day():
    assert lunar_day(tet(FIRST) - dt.timedelta(1)) is None
    assert lunar_day(dt.date(2101, 3, 1)) is None


def test_a_leap_month_is_told_from_the_one_before_it():
    assert str(lunar_day(dt.date(2025, 7, 24))) == "30/6 âm lịch"
    assert str(lunar_day(dt.date(2025, 7, 25))) == "1/6 nhuận âm lịch"
