"""The annex of products names some of each unit, and counts all."""

import datetime as dt

import pytest

from haidang.activities.models import Kind
from haidang.reporting.queries import products
from haidang.reporting.queries.sums import frame_of
from tests.makers.activities import make_activity
from tests.makers.reporting import make_accepted, make_season

pytestmark = pytest.mark.django_db


@pytest.fixture
def season():
    season = make_season(2)
    loud, quiet = season.reports
    kind = Kind.objects.filter(asks_link=True).first().pk
    for day in range(1, 9):
        make_activity(loud.unit, season.reporter_of(loud), kind=kind, on=dt.date(2024, 6, day))
    make_activity(quiet.unit, season.reporter_of(quiet), kind=kind, on=dt.date(2024, 3, 1))
    for report in season.reports:
        make_accepted(season, report)
    return season


def days_of(season):
    found = products.products_of(frame_of(season.round))
    return found, [row["on"][5:] for row in found["rows"]]


def test_all_are_named_where_they_are_few(season):
    found, days = days_of(season)
    assert (found["count"], len(days), "by_unit" in found) == (9, 9, False)


def test_no_unit_is_lost_behind_one_that_broadcasts_daily(season, monkeypatch):
    monkeypatch.setattr(products, "MOST_PRODUCTS", 3)

    found, days = days_of(season)

    assert (found["count"], found["by_unit"]) == (9, True)
    assert days == ["03-01", "06-07", "06-08"]


def test_of_very_many_the_newest_are_named(season, monkeypatch):
    monkeypatch.setattr(products, "MOST_PRODUCTS", 3)
    monkeypatch.setattr(products, "MOST_IN_TURN", 5)

    found, days = days_of(season)

    assert "by_unit" not in found
    assert days == ["06-06", "06-07", "06-08"]
