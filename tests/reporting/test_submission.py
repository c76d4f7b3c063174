"""Sending a report."""

import datetime as dt

import pytest
from django.db import DatabaseError, transaction

from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.ledger.models import Entry
from haidang.reporting import commands
from haidang.reporting.entered import Entered
from haidang.reporting.enums import DifferenceReason, ReportStatus
from haidang.reporting.models import Figure, Report, Submission
from haidang.reporting.sheet import fingerprint
from tests.makers.activities import make_activity
from tests.makers.reporting import (
    make_begun,
    make_complete,
    make_returned,
    make_season,
    make_sent,
    make_year_of_work,
)

pytestmark = pytest.mark.django_db


def test_submit_report_gives_a_receipt_and_closes_the_report():
    season = make_season()

    report = make_sent(season)

    assert report.status == ReportStatus.SUBMITTED
    assert (report.attempt, report.receipt) == (1, f"BC-2024-{report.pk:04d}")
    assert report.submitted_by == season.reporter
    assert not report.is_editable


def test_submit_report_keeps_what_was_sent_with_the_activities_behind_it():
    season = make_season()
    activities = make_year_of_work(season, times=2)
    report = make_sent(season)

    sent = Submission.objects.get()

    content, talks = sent.content, [one for one in activities if one.kind_id == "talk"]
    assert (content["counted_from"], content["counted_to"]) == ("2023-12-15", "2024-11-25")
    assert content["figures"]["3.2"] == ["170", "170", "170"]
    assert content["figures"]["3.3"] == ["0", None, "0"]
    assert sent.evidence["3.2"] == [[str(one.pk), 85] for one in talks]
    assert "3.3" not in sent.evidence
    assert sent.evidence_sha256 == fingerprint(sent.evidence)
    assert content["prose"] == {"7": "Đã làm tốt.", "8": "Đã làm tốt.", "9": "Đã làm tốt."}
    assert report.counted_to == dt.date(2024, 11, 25)


def test_a_submission_cannot_be_changed_in_the_database():
    make_sent(make_season())

    with pytest.raises(DatabaseError), transaction.atomic():
        Submission.objects.update(receipt="BC-2024-9999")


def test_a_second_sending_is_a_second_row_and_the_first_stays():
    season = make_season()
    make_year_of_work(season)
    report = make_returned(season)
    mended = {"3.2": Entered("80", reason=DifferenceReason.WRONG_ENTRY)}
    given = {"report": report, "by": season.reporter}
    commands.save_figures(**given, section=season.section(3), figures=mended)

    report = commands.submit_report(**given, no_secret=True)

    assert (report.attempt, report.receipt) == (2, f"BC-2024-{report.pk:04d}-2")
    assert (report.mend_by, report.decided_at) == (None, None)
    values = [row.content["figures"]["3.2"][0] for row in report.submissions.all()]
    assert values == ["85", "80"]


@pytest.mark.promise("N8")
def test_submit_report_refuses_figures_from_which_the_log_has_moved(proof):
    season = make_season()
    make_year_of_work(season)
    report = make_complete(season)
    make_activity(report.unit, season.reporter, kind="talk", on=dt.date(2024, 3, 1))
    given = {"report": report, "by": season.reporter}

    with pytest.raises(Incomplete) as refused:
        commands.submit_report(**given, no_secret=True)

    issues = {issue.field: issue.message for issue in refused.value.issues}
    assert issues.keys() == {"3.1-value", "3.2-value"}
    assert "từ 85 thành 170" in issues["3.2-value"]
    commands.refresh_figures(**given)
    assert commands.submit_report(**given, no_secret=True).attempt == 1
    proof(tried="gửi báo cáo khi nhật ký đã đổi", times=1, figure="bị từ chối, nêu từng số")


def test_a_closed_figure_is_sent_again_with_what_stood_behind_it():
    season = make_season()
    radio = next(one for one in make_year_of_work(season) if one.kind_id == "radio")
    report = make_returned(season)
    make_activity(report.unit, season.reporter, kind="radio", on=dt.date(2024, 3, 1))
    given = {"report": report, "by": season.reporter}
    figures = {"3.2": Entered("85")}
    commands.save_figures(**given, section=season.section(3), figures=figures)

    commands.submit_report(**given, no_secret=True)

    first, second = report.submissions.order_by("attempt")
    assert first.evidence["1.1"] == second.evidence["1.1"] == [[str(radio.pk), 1]]
    assert second.content["figures"]["1.1"][2] == "1"


def test_submit_report_leaves_the_hashes_of_what_was_sent_in_the_ledger():
    season = make_season()
    make_sent(season)

    sent, details = Submission.objects.get(), Entry.objects.get(event="submit_report").get_details()

    assert details["content_sha256"] == fingerprint(sent.content)
    assert details["evidence_sha256"] == sent.evidence_sha256


def test_submit_report_refuses_with_all_that_is_missing():
    season = make_season()
    make_year_of_work(season)
    report = make_begun(season)
    Figure.objects.filter(report=report, indicator__code="1.1").update(value=5)

    with pytest.raises(Incomplete) as refusal:
        commands.submit_report(report=report, by=season.reporter, no_secret=False)

    issues = [(issue.name, issue.field) for issue in refusal.value.issues]
    assert issues == [
        ("difference_without_reason", "1.1-reason"),
        ("figure_missing", "1.3-value"),
        ("figure_missing", "3.3-value"),
        ("prose_only_suggested", "section-7"),
        ("prose_missing", "section-8"),
        ("prose_missing", "section-9"),
        ("secrecy_not_stated", "no_secret"),
    ]
    assert not Submission.objects.exists()


def test_submit_report_refuses_prose_of_spaces_and_figures_that_are_gone():
    season = make_season()
    report = make_complete(season)
    report.prose.filter(section__ordinal=8).update(text=" \n ")
    report.figures.filter(indicator__code="1.1").delete()

    with pytest.raises(Incomplete) as refusal:
        commands.submit_report(report=report, by=season.reporter, no_secret=True)

    assert [issue.field for issue in refusal.value.issues] == ["1.1-value", "section-8"]


def test_submit_report_refuses_a_report_that_was_sent():
    season = make_season()
    report = make_sent(season)

    with pytest.raises(WrongState):
        commands.submit_report(report=report, by=season.reporter, no_secret=True)


def test_submit_report_refuses_people_of_other_units():
    season = make_season(2)
    report = make_complete(season)

    for person in (season.authority.reporters[1], season.drafter, season.authority.auditor):
        with pytest.raises(NotAllowed):
            commands.submit_report(report=report, by=person, no_secret=True)

    report.refresh_from_db()
    assert report.status == ReportStatus.DRAFT


@pytest.mark.parametrize(("day", "is_late"), [(29, False), (30, True)])
def test_late_is_a_matter_of_the_first_sending(settings, day, is_late):
    season = make_season()
    settings.AS_OF = dt.date(2024, 11, day)
    make_sent(season)

    report = Report.objects.with_progress().get()

    assert (report.is_late, report.done, report.asked) == (is_late, 17, 17)


def test_a_report_that_was_never_sent_is_late_once_its_day_is_over(settings):
    season = make_season()
    make_activity(season.report.unit, season.reporter)
    make_begun(season)
    settings.AS_OF = dt.date(2024, 12, 2)

    report = Report.objects.with_progress().get()

    assert (report.is_late, report.done, report.asked) == (True, 2, 17)
