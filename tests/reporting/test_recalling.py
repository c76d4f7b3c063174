"""A sender takes a report back; two who decide at once are told; remarks are answered in words."""

import datetime as dt

import pytest

from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.orgs.enums import Role
from haidang.plans.overtaking import Overtaken
from haidang.reporting import commands
from haidang.reporting.enums import RemarkKind, ReportStatus
from haidang.reporting.models import Answer, Recall, Report
from haidang.reporting.queries.attempts import compared
from haidang.reporting.queries.filling import steps_of
from haidang.reporting.remarked import Remarked
from tests.makers import make_user
from tests.makers.reporting import (
    DUE_ON,
    NO_EVIDENCE,
    make_in_review,
    make_returned,
    make_season,
    make_sent,
)

pytestmark = pytest.mark.django_db


def recalled(season, report=None):
    report = report or make_sent(season)
    return commands.recall_report(report=report, reason="Gửi nhầm mục 3", by=season.reporter)


def sent_again(season, report):
    commands.save_prose(
        report=report, section=season.section(8), text="Đã sửa.", by=season.reporter
    )
    return commands.submit_report(report=report, by=season.reporter, no_secret=True)


def test_what_was_read_is_compared_with_what_comes_after_a_sending_taken_back():
    season = make_season()
    report = make_returned(season)
    commands.answer_remark(remark=report.remarks.get(), words="Không chụp ảnh.", by=season.reporter)
    resend = {"report": report, "by": season.reporter, "no_secret": True}
    report = recalled(season, commands.submit_report(**resend))
    report = commands.submit_report(**resend)

    found = compared(report, report.attempt)

    assert (found.before.attempt, found.after.attempt) == (1, 3)
    assert [row.words for row in found.remarks] == ["Không chụp ảnh."]


def test_a_report_taken_back_is_a_draft_again_and_what_was_sent_stays():
    season = make_season()

    report = recalled(season)

    assert (report.status, report.attempt, report.submitted_at) == (ReportStatus.DRAFT, 1, None)
    assert report.submissions.get().recall.reason == "Gửi nhầm mục 3"
    assert all(step.is_open for step in steps_of(report))
    again = sent_again(season, report)
    assert (again.attempt, again.receipt) == (2, f"BC-2024-{report.pk:04d}-2")


def test_a_report_taken_back_and_sent_late_is_late(settings):
    season = make_season()
    report = recalled(season)
    settings.AS_OF = dt.date(2024, 12, 2)
    commands.refresh_figures(report=report, by=season.reporter)

    sent_again(season, report)

    assert Report.objects.with_progress().get().is_late


def test_a_mended_report_taken_back_waits_for_the_same_remarks():
    season = make_season()
    words = Remarked(section=8, kind=RemarkKind.MISSING, text="Nêu nguyên nhân.")
    report = sent_again(season, make_returned(season, remarks=[words]))

    report = recalled(season, report)

    assert (report.status, report.mend_by) == (ReportStatus.RETURNED, DUE_ON)
    assert [step.section.ordinal for step in steps_of(report) if step.is_open] == [8]


def test_recall_report_refuses_what_is_read_already_others_and_no_reason():
    season = make_season()
    report = make_sent(season)
    given = {"report": report, "reason": "Nhầm"}
    for person in (season.drafter, season.authority.leader, season.authority.auditor):
        with pytest.raises(NotAllowed):
            commands.recall_report(**given, by=person)
    with pytest.raises(Incomplete, match="lý do"):
        commands.recall_report(report=report, reason=" ", by=season.reporter)
    with pytest.raises(Incomplete, match="mật"):
        commands.recall_report(report=report, reason="TUYỆT MẬT", by=season.reporter)

    commands.begin_review(report=report, by=season.drafter)

    with pytest.raises(WrongState, match="đang được xem xét"):
        commands.recall_report(**given, by=season.reporter)
    assert not Recall.objects.exists()


def test_who_decides_on_a_report_taken_back_meanwhile_is_told_why():
    season = make_season()
    report = make_sent(season)
    recalled(season, report)

    with pytest.raises(WrongState, match=r"đã thu hồi báo cáo.*Gửi nhầm mục 3"):
        commands.begin_review(report=report, by=season.drafter, seen=report.version)


def test_the_second_of_two_reviewers_is_told_who_decided():
    season = make_season()
    report = make_in_review(season)
    other = make_user(Role.DRAFTER, unit=season.authority.office, post="Chuyên viên khác")
    seen = report.version
    commands.return_report(
        report=report, remarks=[NO_EVIDENCE], mend_by=DUE_ON, by=season.drafter, seen=seen
    )

    with pytest.raises(Overtaken, match="đang xem xét → trả lại để bổ sung") as refusal:
        commands.accept_report(report=report, by=other, seen=seen)

    assert refusal.value.changes[0].by == season.drafter
    assert Report.objects.get().status == ReportStatus.RETURNED


def test_a_remark_answered_in_words_need_not_be_mended():
    season = make_season()
    report = make_returned(season)
    with pytest.raises(Incomplete, match="có góp ý mà chưa sửa"):
        commands.submit_report(report=report, by=season.reporter, no_secret=True)

    remark = report.remarks.get()
    commands.answer_remark(remark=remark, words="Buổi 14/11 không chụp ảnh.", by=season.reporter)

    report = commands.submit_report(report=report, by=season.reporter, no_secret=True)
    assert report.attempt == 2


def test_answer_remark_refuses_others_no_words_and_what_was_sent():
    season = make_season()
    remark = make_returned(season).remarks.get()
    with pytest.raises(NotAllowed):
        commands.answer_remark(remark=remark, words="x", by=season.drafter)
    for words in ("", "TUYỆT MẬT"):
        with pytest.raises(Incomplete):
            commands.answer_remark(remark=remark, words=words, by=season.reporter)
    Report.objects.update(status=ReportStatus.SUBMITTED)
    with pytest.raises(WrongState):
        commands.answer_remark(remark=remark, words="x", by=season.reporter)
    assert not Answer.objects.exists()
