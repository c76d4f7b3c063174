"""The year of an authority: marks, certainty, what was hidden, how long before."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from haidang.occasions import commands, queries
from haidang.occasions.enums import Calendar, Step
from haidang.text.habits import Habits
from tests.makers import make_authority, make_unit
from tests.makers.occasions import load, make_occasion, occasion

pytestmark = [pytest.mark.promise("N24"), pytest.mark.django_db]


@pytest.fixture
def authority():
    load()
    return make_authority(2)


def find(days, key):
    (day,) = [day for day in days if day.occasion.key == key]
    return day


def test_round_years_and_years_in_five_are_marked(authority):
    days = queries.year_of(authority.district, 2024)

    dien_bien = find(days, "dien-bien-phu")
    border = find(days, "bien-phong-toan-dan")
    guard = find(days, "bo-doi-bien-phong")
    assert (dien_bien.mark, dien_bien.words) == ("năm tròn", "70 năm")
    assert (border.mark, border.words) == ("năm lẻ 5", "35 năm")
    assert (guard.mark, guard.words) == ("năm lẻ 5", "65 năm")
    assert (find(days, "dai-duong").mark, find(days, "dai-duong").words) == ("", "")
    assert find(days, "chuyen-doi-so").words == "2 năm"


def test_festivals_of_the_moon_fall_where_almanacs_put_them(authority):
    days = queries.year_of(authority.district, 2024)

    assert (find(days, "tet-nguyen-dan").on, find(days, "tet-nguyen-dan").until) == (
        dt.date(2024, 2, 10),
        dt.date(2024, 2, 12),
    )
    assert str(find(days, "trung-thu").lunar) == "15/8 âm lịch"
    assert find(days, "bao-chi").lunar is None
    assert find(days, "tuan-le-bien").until == dt.date(2024, 6, 8)


def test_khmer_festivals_are_provisional_until_confirmed(authority):
    ok_om_bok = occasion("ok-om-bok")
    before = find(queries.year_of(authority.district, 2025), "ok-om-bok")

    commands.confirm_day(
        occasion=ok_om_bok, year=2025, on=dt.date(2025, 11, 4), by=authority.drafter
    )

    after = find(queries.year_of(authority.district, 2025), "ok-om-bok")
    assert (before.certainty, str(before.on)) == ("tạm tính", "2025-11-05")
    assert str(before.otherwise) == "2025-12-04"
    assert (after.certainty, str(after.on), after.otherwise) == ("chắc chắn", "2025-11-04", None)
    assert find(queries.year_of(authority.district, 2024), "ok-om-bok").is_provisional


def test_what_an_authority_above_confirmed_holds_below_unless_said_otherwise(authority):
    sene = occasion("sene-dolta")
    commune = authority.communes[0]
    commands.confirm_day(occasion=sene, year=2024, on=dt.date(2024, 10, 2), by=authority.leader)

    assert find(queries.year_of(commune, 2024), "sene-dolta").on == dt.date(2024, 10, 2)

    commands.confirm_day(
        occasion=sene, year=2024, on=dt.date(2024, 10, 3), by=authority.reporters[0]
    )
    assert find(queries.year_of(commune, 2024), "sene-dolta").on == dt.date(2024, 10, 3)
    assert find(queries.year_of(authority.district, 2024), "sene-dolta").on.day == 2


def test_own_days_are_seen_by_those_they_belong_to_and_below(authority):
    mine = make_occasion(authority.drafter, "Lễ hội Nghinh Ông")
    elsewhere = make_unit("huyện Khác", kind="huyen")

    def seen_by(unit):
        return mine in [day.occasion for day in queries.year_of(unit, 2024)]

    assert [seen_by(authority.district), seen_by(authority.communes[1])] == [True, True]
    assert not seen_by(elsewhere)


def test_hidden_occasions_are_listed_apart(authority):
    asean = occasion("asean")
    commands.hide_occasion(occasion=asean, by=authority.drafter)

    assert asean not in [d.occasion for d in queries.year_of(authority.district, 2024)]
    assert asean in [d.occasion for d in queries.year_of(authority.communes[0], 2024)]
    assert queries.hidden_of(authority.district) == [asean]


def test_preparing_begins_on_a_working_day_or_the_last_before(authority):
    women = occasion("phu-nu-viet-nam")  # 20/10/2024; two weeks before is Sunday 06/10
    commands.set_lead(occasion=women, days=14, by=authority.drafter)
    commands.set_lead(occasion=occasion("ngay-30-4"), days=1, by=authority.drafter)
    days = queries.year_of(authority.district, 2024)
    own_rest = Habits(days_off=frozenset({dt.date(2024, 10, 4)}))

    assert find(days, "phu-nu-viet-nam").begin_on == dt.date(2024, 10, 4)
    assert find(days, "ngay-30-4").begin_on == dt.date(2024, 4, 26)
    resting = queries.year_of(authority.district, 2024, own_rest)
    assert find(resting, "phu-nu-viet-nam").begin_on == dt.date(2024, 10, 3)


def test_the_authority_says_which_anniversaries_of_relations_it_lists(authority):
    def count(step):
        commands.set_threshold(step=step, by=authority.drafter)
        days = queries.year_of(authority.district, 2026)
        return sum(day.occasion.kind == "relation" for day in days)

    assert [count(step) for step in (Step.TEN, Step.FIVE, Step.EVERY)] == [2, 6, 49]


def test_next_of_looks_over_the_end_of_the_year(authority):
    days = queries.next_of(authority.district, dt.date(2024, 12, 20), days=14)

    assert [day.occasion.key for day in days] == ["quan-doi", "tet-duong-lich"]


def test_next_of_shows_what_has_begun_and_is_not_over(authority):
    days = queries.next_of(authority.district, dt.date(2024, 6, 5), days=2)

    assert [day.occasion.key for day in days] == ["tuan-le-bien"]


def test_one_that_begins_later_is_not_shown_before(authority):
    assert [
        "van-hoa-viet-nam" in [d.occasion.key for d in queries.year_of(authority.district, year)]
        for year in (2025, 2026)
    ] == [False, True]


def test_a_year_takes_the_same_questions_however_many_occasions(authority):
    def count():
        with CaptureQueriesContext(connection) as asked:
            queries.year_of(authority.district, 2024)
        return len(asked)

    before = count()
    for month in (3, 4, 5):
        make_occasion(authority.drafter, f"Ngày {month}", month=month, calendar=Calendar.LUNAR)

    assert (before, count()) == (4, 4)


def test_years_outside_the_known_ones_are_empty(authority):
    assert queries.year_of(authority.district, 1899) == []
    assert queries.day_of(authority.district, occasion("tet-nguyen-dan"), 2101) is None
