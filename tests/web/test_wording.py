import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang import clock
from haidang.web import wording

MONDAY = dt.date(2024, 11, 25)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (0, "0"),
        (412, "412"),
        (1032, "1.032"),
        (-1032, "-1.032"),
        (12.5, "12,5"),
        (1032.0, "1.032"),
        (Decimal("568.250"), "568,25"),
        (Decimal("1E+3"), "1.000"),
    ],
)
def test_number_has_dots_between_thousands_and_a_decimal_comma(value, written):
    assert wording.number(value) == written


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=6))
def test_number_loses_nothing(value):
    back = wording.number(value).replace(".", "").replace(",", ".")

    assert Decimal(back) == value


def test_days_are_written_day_first():
    assert wording.day(MONDAY) == "25/11/2024"
    assert wording.day_short(MONDAY) == "25/11"


def test_weekdays_have_their_names():
    names = [wording.weekday(MONDAY + dt.timedelta(days=at)) for at in range(7)]

    assert names[0] == "thứ Hai"
    assert names[5:] == ["thứ Bảy", "Chủ nhật"]


def test_a_moment_late_at_night_in_utc_belongs_to_the_next_day_here():
    late = dt.datetime(2024, 11, 24, 20, 10, tzinfo=dt.UTC)

    assert wording.day(late) == "25/11/2024"
    assert wording.moment(late, MONDAY) == "hôm nay, 3:10"


@pytest.mark.parametrize(
    ("date", "written"),
    [
        (MONDAY, "hôm nay, 7:05"),
        (dt.date(2024, 11, 24), "hôm qua, 7:05"),
        (dt.date(2024, 11, 22), "22/11, 7:05"),
        (dt.date(2024, 11, 26), "26/11, 7:05"),
        (dt.date(2023, 11, 22), "22/11/2023, 7:05"),
    ],
)
def test_moment_is_said_as_people_say_it(date, written):
    assert wording.moment(clock.at(date, 7, 5), MONDAY) == written


def test_a_moment_without_a_zone_is_taken_as_it_is():
    assert wording.moment(dt.datetime(2024, 11, 25, 7, 5), MONDAY) == "hôm nay, 7:05"
