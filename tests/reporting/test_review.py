"""Reviewing a report: taken up, returned, accepted."""

import datetime as dt

import pytest

from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.orgs.enums import Role
from haidang.reporting import commands
from haidang.reporting.enums import RemarkKind, ReportStatus
from haidang.reporting.models import Remark
from haidang.reporting.queries.review import neighbours_of
from haidang.reporting.remarked import Remarked
from tests.makers import make_unit, make_user
from tests.makers.reporting import (
    DUE_ON,
    NO_EVIDENCE,
    make_accepted,
    make_in_review,
    make_returned,
    make_season,
    make_sent,
)

pytestmark = pytest.mark.django_db


def strangers(season):
    away = make_user(Role.DRAFTER, unit=make_unit("huyện Khác", kind="huyen"))
    return [away, season.authority.leader, season.authority.auditor, season.reporter]


def test_begin_review_locks_a_sent_report():
    season = make_season()

    report = make_in_review(season)

    assert report.status == ReportStatus.IN_REVIEW
    with pytest.raises(WrongState):
        commands.save_prose(
            report=report, section=season.section(7), text="Lời", by=season.reporter
        )


def test_the_next_reports_are_found_without_reading_all_that_wait(django_assert_num_queries):
    season = make_season(4)
    first, second, third, fourth = (make_sent(season, report) for report in season.reports)

    def around(report):
        found = neighbours_of(report)
        return found.before, found.after, found.waiting

    assert around(first) == (None, second, 4)
    assert around(second) == (first, third, 4)
    assert around(fourth) == (third, first, 4)
    assert third.unit.kind.rank == 5
    with django_assert_num_queries(3):
        neighbours_of(third)


def test_begin_review_refuses_twice_and_others():
    season = make_season()
    report = make_sent(season)

    for person in strangers(season):
        with pytest.raises(NotAllowed):
            commands.begin_review(report=report, by=person)
    commands.begin_review(report=report, by=season.drafter)
    with pytest.raises(WrongState, match="đang xem xét"):
        commands.begin_review(report=report, by=season.drafter)


def test_return_report_pins_remarks_and_opens_the_report():
    season = make_season()
    words = Remarked(section=8, kind=RemarkKind.MISSING, text=" Nêu nguyên nhân. ")

    report = make_returned(season, remarks=[NO_EVIDENCE, words])

    assert (report.status, report.mend_by) == (ReportStatus.RETURNED, DUE_ON)
    assert (report.decided_by, report.is_editable) == (season.drafter, True)
    rows = Remark.objects.values_list("attempt", "section__ordinal", "indicator__code", "text")
    assert list(rows) == [
        (1, 3, "3.2", "Bổ sung ảnh buổi 14/11."),
        (1, 8, None, "Nêu nguyên nhân."),
    ]


@pytest.mark.parametrize(
    ("remarks", "mend_by", "names"),
    [
        ([], None, ["no_remark", "no_day"]),
        ([Remarked(3, RemarkKind.OTHER, " ")], DUE_ON, ["remark_empty"]),
        ([NO_EVIDENCE], dt.date(2024, 11, 24), ["day_is_past"]),
        ([Remarked(3, RemarkKind.OTHER, "Sai", code="1.1")], DUE_ON, ["no_such_place"]),
        ([Remarked(10, RemarkKind.OTHER, "Sai")], DUE_ON, ["no_such_place"]),
    ],
)
def test_return_report_refuses_with_words(remarks, mend_by, names):
    season = make_season()
    report = make_in_review(season)

    with pytest.raises(Incomplete) as refusal:
        commands.return_report(report=report, remarks=remarks, mend_by=mend_by, by=season.drafter)

    assert [issue.name for issue in refusal.value.issues] == names
    report.refresh_from_db()
    assert report.status == ReportStatus.IN_REVIEW
    assert not Remark.objects.exists()


def test_return_report_refuses_what_is_not_under_review_and_others():
    season = make_season()
    report = make_sent(season)
    given = {"report": report, "remarks": [NO_EVIDENCE], "mend_by": DUE_ON}

    with pytest.raises(WrongState):
        commands.return_report(**given, by=season.drafter)
    commands.begin_review(report=report, by=season.drafter)
    for person in strangers(season):
        with pytest.raises(NotAllowed):
            commands.return_report(**given, by=person)


def test_accept_report_closes_it_for_good():
    season = make_season()

    report = make_accepted(season)

    assert report.status == ReportStatus.ACCEPTED
    assert report.decided_by == season.drafter
    with pytest.raises(WrongState, match="tiếp nhận"):
        commands.begin_review(report=report, by=season.drafter)


def test_accept_report_refuses_what_is_not_under_review_and_others():
    season = make_season()
    report = make_sent(season)

    with pytest.raises(WrongState):
        commands.accept_report(report=report, by=season.drafter)
    commands.begin_review(report=report, by=season.drafter)
    for person in strangers(season):
        with pytest.raises(NotAllowed):
            commands.accept_report(report=report, by=person)
