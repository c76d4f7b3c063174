"""The Khmer calendar against days that were announced, and the laws that it keeps."""

import datetime as dt

import pytest

from haidang.occasions.khmer import FIRST, LAST, khmer_day, new_year
from haidang.occasions.lunar import lunar_day

pytestmark = pytest.mark.promise("N24")
PISAK, ASADH, PHATRABOT, KADEUK = 6, 8, 10, 12


def day(text):
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("year", "visak", "pchum_ben", "ok_om_bok"),
    [  # as announced in Cambodia; Pchum Ben is the last day of Phatrabot
        (2023, "2023-05-04", "2023-10-14", "2023-11-27"),
        (2024, "2024-05-22", "2024-10-02", "2024-11-15"),
        (2025, "2025-05-11", "2025-09-22", "2025-11-05"),
        (2026, "2026-05-01", "2026-10-11", "2026-11-24"),
    ],
)
def test_festivals_of_the_moon_agree_with_announced_days(year, visak, pchum_ben, ok_om_bok):
    found = [
        khmer_day(year, PISAK, 15),
        khmer_day(year, PHATRABOT, 30),
        khmer_day(year, KADEUK, 15),
    ]

    assert found == [day(visak), day(pchum_ben), day(ok_om_bok)]


@pytest.mark.parametrize(
    ("year", "first", "last"),
    [
        (2012, "2012-04-13", "2012-04-15"),
        (2017, "2017-04-14", "2017-04-16"),
        (2021, "2021-04-14", "2021-04-16"),
        (2022, "2022-04-14", "2022-04-16"),
        (2023, "2023-04-14", "2023-04-16"),
        (2024, "2024-04-13", "2024-04-16"),
        (2025, "2025-04-14", "2025-04-16"),
        (2026, "2026-04-14", "2026-04-16"),
    ],
)
def test_new_year_agrees_with_announced_days(year, first, last):
    assert new_year(year) == (day(first), day(last))


def test_thirteenth_months_come_in_other_years_than_the_vietnamese_ones():
    # 2025: the Vietnamese calendar doubles its 6th month, the Khmer one nothing.
    assert str(lunar_day(khmer_day(2025, KADEUK, 15))) == "16/9 âm lịch"
    assert str(lunar_day(khmer_day(2024, KADEUK, 15))) == "15/10 âm lịch"


def test_every_full_moon_is_within_two_days_of_the_one_in_the_sky():
    apart = [
        abs(lunar_day(khmer_day(year, month, 15)).day - 15)
        for year in range(FIRST + 1, LAST)
        for month in (PISAK, PHATRABOT, KADEUK)
    ]

    assert max(apart) <= 2


def test_years_follow_each_other_without_a_gap():
    boss, migasir = 2, 1
    lasting = [
        (khmer_day(year + 1, boss, 1) - khmer_day(year, migasir, 29)).days
        for year in range(FIRST, LAST)
    ]

    assert set(lasting) == {1}


def test_new_year_is_in_the_middle_of_april():
    firsts = {new_year(year)[0].replace(year=2000) for year in range(FIRST, LAST + 1)}

    assert firsts <= {dt.date(2000, 4, n) for n in range(12, 17)}


@pytest.mark.parametrize("asked", [(1899, 1, 1), (2101, 1, 1), (2024, 13, 1), (2024, 7, 31)])
def test_a_khmer_day_that_is_not_there_is_none(asked):
    assert khmer_day(*asked) is None


def test_no_new_year_outside_the_years_it_is_known_for():
    assert (new_year(1899), new_year(2101)) == (None, None)
