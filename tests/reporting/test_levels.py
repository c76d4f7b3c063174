"""Commune, district, province: what one level freezes is what the next one reports."""

import datetime as dt
from decimal import Decimal

import pytest

from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.orgs.commands import replace_units
from haidang.orgs.enums import Change, Role
from haidang.reporting import commands
from haidang.reporting.enums import ReportStatus
from haidang.reporting.models import Report
from haidang.reporting.queries.sums import sheet_of
from tests.makers.levels import accept, make_province, make_talk, send_up
from tests.makers.orgs import make_unit, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def province():
    return make_province()


def commune_accepted(district, commune, amount):
    """Log a talk, report, and have the report accepted."""
    reporter = district.reporter_of(commune)
    make_talk(commune, reporter, amount)
    return accept(send_up(district.report_of(commune), reporter), district.drafter)


def frozen(district):
    return commands.consolidate_round(round=district.round, by=district.drafter)


def figure(report, code="3.2"):
    return report.figures.get(indicator__code=code)


def test_a_districts_report_is_filled_from_what_it_froze(province):
    district = province.districts[0]
    for commune, amount in zip(district.communes, (10, 20), strict=True):
        commune_accepted(district, commune, amount)
    last = frozen(district)

    report = commands.start_report(report=province.report_of(district), by=district.drafter)

    assert report.fed_from == last
    row = figure(report)
    assert (row.logged, row.value) == (Decimal(30), Decimal(30))
    first = report.prose.get(section__ordinal=7)
    assert first.text.startswith("Đã tổ chức 1 buổi tuyên truyền trực tiếp (1A, 1B).")
    assert first.is_suggested


def test_what_the_district_did_itself_is_added_and_what_it_did_with_a_commune_is_not(province):
    district = province.districts[0]
    commune = district.communes[0]
    own = make_user(Role.REPORTER, unit=district.office)
    make_talk(district.office, own, 7)
    make_talk(district.office, own, 100, together=[commune])
    commune_accepted(district, commune, 10)
    frozen(district)

    report = send_up(province.report_of(district), district.drafter)

    assert figure(report).value == Decimal(117)
    sent = report.submissions.get()
    assert [amount for _, amount in sent.evidence["3.2"]] == [7]
    assert sent.content["fed"]["3.2"]["value"] == "110"


def test_what_two_districts_did_together_is_once_in_the_province(province):
    one, other = province.districts
    own = make_user(Role.REPORTER, unit=one.unit)
    make_talk(one.unit, own, 100, together=[other.unit])
    for district in (one, other):
        commune_accepted(district, district.communes[0], 10)
        frozen(district)
        accept(send_up(province.report_of(district), district.drafter), province.drafter)

    total = sheet_of(province.round).total("3.2")

    assert total.value == Decimal(120)


def test_a_late_commune_makes_the_draft_old_and_one_press_takes_it(province):
    district = province.districts[0]
    commune_accepted(district, district.communes[0], 10)
    frozen(district)
    report = commands.start_report(report=province.report_of(district), by=district.drafter)
    commune_accepted(district, district.communes[1], 20)
    newest = frozen(district)
    with pytest.raises(Incomplete) as refusal:
        commands.submit_report(report=report, by=district.drafter, no_secret=True)
    assert "source_is_old" in {issue.name for issue in refusal.value.issues}

    report = commands.refresh_figures(report=report, by=district.drafter)

    assert (report.fed_from, figure(report).value) == (newest, Decimal(30))


def test_the_province_sees_its_districts_and_they_do_not_see_each_other(province):
    one, other = province.districts
    assert set(Report.objects.visible_to(province.drafter)) == set(Report.objects.all())
    assert province.report_of(other) not in Report.objects.visible_to(one.drafter)
    assert province.report_of(one) in Report.objects.visible_to(one.drafter)
    with pytest.raises(NotAllowed):
        commands.start_report(report=province.report_of(one), by=other.drafter)


def merged(district, on=dt.date(2024, 11, 1)):
    """Both communes of a district become one, with a reporter of its own."""
    heir = make_unit("xã Mới", parent=district.unit, valid_from=on)
    replace_units(
        predecessors=district.communes, successors=[heir], on=on, how=Change.MERGE, by=None
    )
    district.reporters[heir.pk] = make_user(Role.REPORTER, unit=heir, post="Công chức")
    return heir


def test_an_heir_reports_for_the_whole_window_with_the_log_of_those_before_it(province):
    district = province.districts[0]
    one, other = district.communes
    make_talk(one, district.reporter_of(one), 100, together=[other])
    make_talk(other, district.reporter_of(other), 5)
    heir = merged(district)
    make_talk(heir, district.reporter_of(heir), 1, on=dt.date(2024, 11, 20))

    [handed] = commands.hand_over_reports(round=district.round, by=district.drafter)

    assert handed.unit == heir
    report = accept(send_up(handed, district.reporter_of(heir)), district.drafter)
    assert figure(report).value == Decimal(106)
    assert {row.status for row in Report.objects.filter(unit__in=[one, other])} == {"handed_over"}
    assert sheet_of(district.round).total("3.2").value == Decimal(106)


def test_a_report_that_was_accepted_before_the_merge_stays_and_its_days_are_not_counted_again(
    province, settings
):
    district = province.districts[0]
    one, other = district.communes
    settings.AS_OF = dt.date(2024, 10, 1)
    commune_accepted(district, one, 10)
    make_talk(one, district.reporter_of(one), 3, on=dt.date(2024, 10, 1))
    settings.AS_OF = dt.date(2024, 11, 25)
    make_talk(one, district.reporter_of(one), 4, on=dt.date(2024, 10, 20))
    make_talk(other, district.reporter_of(other), 20)
    heir = merged(district)

    [handed] = commands.hand_over_reports(round=district.round, by=district.drafter)
    report = accept(send_up(handed, district.reporter_of(heir)), district.drafter)

    # 3 came after its day was closed: it is an adjustment of the report that was accepted.
    assert figure(report).value == Decimal(24)
    assert sheet_of(district.round).total("3.2").value == Decimal(34)


def test_hand_over_waits_for_a_report_that_is_with_its_reader(province):
    district = province.districts[0]
    one = district.communes[0]
    send_up(district.report_of(one), district.reporter_of(one))
    merged(district)

    with pytest.raises(WrongState, match="tiếp nhận hoặc trả lại"):
        commands.hand_over_reports(round=district.round, by=district.drafter)

    commands.recall_report(
        report=district.report_of(one), reason="Sáp nhập", by=district.reporter_of(one)
    )
    commands.hand_over_reports(round=district.round, by=district.drafter)
    assert district.report_of(one).status == ReportStatus.HANDED_OVER


def test_hand_over_reports_is_the_drafters_and_needs_something_to_hand_over(province):
    district = province.districts[0]
    with pytest.raises(WrongState):
        commands.hand_over_reports(round=district.round, by=district.drafter)
    with pytest.raises(NotAllowed):
        commands.hand_over_reports(round=district.round, by=province.drafter)


def test_an_heir_may_send_the_report_of_a_unit_before_it(province):
    district = province.districts[0]
    one = district.communes[0]
    make_talk(one, district.reporter_of(one), 10)
    heir = merged(district)

    report = send_up(district.report_of(one), district.reporter_of(heir))

    assert (report.unit, figure(report).value) == (one, Decimal(10))
