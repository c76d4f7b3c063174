"""A total by kind, channel and language adds up, or says how much no part tells."""

import datetime as dt
from decimal import Decimal

import pytest

from haidang.reporting.models import Submission
from haidang.reporting.queries.breakdown import NOT_TOLD, breakdown_of
from haidang.reporting.queries.sums import frame_of
from haidang.reporting.sheet import Sheet
from tests.makers.activities import make_activity
from tests.makers.reporting import make_accepted, make_season

MAY = dt.date(2024, 5, 6)
BY_UNIT = ({"vi": 40, "km": 25}, {"vi": 33}, {"km": 13})


@pytest.fixture
def season(db):
    season = make_season(len(BY_UNIT))
    for report, amounts in zip(season.reports, BY_UNIT, strict=True):
        for language, amount in amounts.items():
            said = {"quantities": {"sessions": 1, "attendances": amount}, "language": language}
            make_activity(report.unit, season.reporter_of(report), on=MAY, **said)
        make_accepted(season, report)
    return season


def languages_of(season, whole, units=slice(None)):
    sheet = Sheet(frame_of(season.round))
    return dict(breakdown_of(sheet.units[units], sheet.indicator("3.2"), whole)).get("Ngôn ngữ")


def test_units_with_one_language_only_are_in_the_total(season):
    whole = Sheet(frame_of(season.round)).total("3.2").value

    found = languages_of(season, whole)

    assert found == [("tiếng Việt", 73), ("tiếng Khmer", 38)]
    assert sum(amount for _, amount in found) == whole == 111


def test_one_unit_with_one_language_is_not_split(season):
    assert languages_of(season, Decimal(33), slice(1, 2)) is None


def test_what_was_typed_beyond_the_log_is_said(season):
    assert languages_of(season, Decimal(120))[-1] == (NOT_TOLD, 9)


def test_what_was_sent_without_parts_is_said(season):
    """Các lần gửi trước đây không giữ phần chia khi chỉ có một ngôn ngữ."""
    sent = Submission.objects.filter(report__unit=season.reports[1].unit).get()
    units = [unit for unit in frame_of(season.round)["units"] if unit["report"] != sent.report_id]
    indicator = Sheet(frame_of(season.round)).indicator("3.2")

    found = dict(breakdown_of(units, indicator, Decimal(111)))["Ngôn ngữ"]

    assert found == [("tiếng Việt", 40), ("tiếng Khmer", 38), (NOT_TOLD, 33)]


@pytest.mark.parametrize("way", ["mean", "min", "max", "last"])
def test_what_activities_do_not_add_up_to_is_not_split(season, way):
    sheet = Sheet(frame_of(season.round))
    indicator = sheet.indicator("3.2") | {"how": {"aggregation": way}}

    assert breakdown_of(sheet.units, indicator, Decimal(111)) == []
