"""A sending that was taken back counts nowhere: as no earlier figure, nor in what stood then."""

import datetime as dt
from decimal import Decimal

import pytest

from haidang import clock
from haidang.activities.adding import reckoned
from haidang.reporting import commands
from haidang.reporting.entered import Entered
from haidang.reporting.enums import DifferenceReason, ReportStatus
from haidang.reporting.models import Round
from haidang.reporting.queries.standing import evidence_before
from tests.makers.activities import make_adopted_plan, make_adopted_task
from tests.makers.levels import accept, make_talk
from tests.makers.reporting import make_returned, make_season, make_sent

SOON = dt.timedelta(seconds=1)


def taken_back(season, report):
    return commands.recall_report(report=report, reason="Gửi nhầm", by=season.reporter)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("make", "stood"), [(make_sent, ReportStatus.DRAFT), (make_returned, ReportStatus.RETURNED)]
)
def test_what_was_taken_back_stood_where_it_stood_before(make, stood):
    season = make_season()
    plan = make_adopted_plan(season.authority.district, season.drafter, year=2024)
    task = make_adopted_task(plan, season.report.unit, due_on=season.round.due_on)
    Round.objects.update(task=task)
    report = make(season)
    if stood == ReportStatus.RETURNED:
        remark = report.remarks.get()
        commands.answer_remark(remark=remark, words="Không chụp ảnh.", by=season.reporter)
        commands.submit_report(report=report, by=season.reporter, no_secret=True)
        report.refresh_from_db()

    report = taken_back(season, report)

    known = evidence_before([task], [report.unit], clock.now() + SOON)
    assert report.status == known.of(task.pk, report.unit_id).report == stood


@pytest.mark.django_db
def test_a_figure_of_a_sending_taken_back_is_no_earlier_figure():
    season = make_season()
    make_talk(season.report.unit, season.reporter, 40)
    report = taken_back(season, make_sent(season))
    told = {"3.2": Entered("41", reason=DifferenceReason.NOT_LOGGED)}
    section = season.section(3)
    commands.save_figures(report=report, section=section, figures=told, by=season.reporter)
    report = commands.submit_report(report=report, by=season.reporter, no_secret=True)

    report = accept(report, season.drafter)

    assert report.acceptance.submission.content["figures"]["3.2"][0] == "41"
    assert report.acceptance.earlier == {}


def test_a_product_too_large_for_places_is_still_a_number():
    how = {"aggregation": "formula", "formula": "[1] * [1] * [1]"}

    assert reckoned(how, {"1": Decimal(10**11)}) == Decimal(10) ** 33
