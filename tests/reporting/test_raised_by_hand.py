"""What was put into a figure by hand is not counted again once the level below says it."""

import pytest

from haidang.activities.models import Indicator
from haidang.reporting import commands
from haidang.reporting.entered import Entered
from haidang.reporting.enums import DifferenceReason, RemarkKind
from haidang.reporting.queries.adjustments import as_corrected
from haidang.reporting.remarked import Remarked
from haidang.reporting.values import shared_in
from tests.makers.levels import accept, make_province, make_talk, send_up
from tests.makers.reporting import DUE_ON

pytestmark = pytest.mark.django_db
PEOPLE = "3.2"


@pytest.fixture
def province():
    return make_province(districts=1, communes=2, sections=(3, 7))


def reported(district, *amounts):
    for commune, amount in zip(district.communes, amounts, strict=True):
        by = district.reporter_of(commune)
        make_talk(commune, by, amount)
        accept(send_up(district.report_of(commune), by), district.drafter)
    return commands.consolidate_round(round=district.round, by=district.drafter)


def raised(province, by_hand, reason):
    """The district's report with its figure of people raised, sent, accepted and frozen above."""
    district = province.districts[0]
    report = commands.start_report(report=province.report_of(district), by=district.drafter)
    row = report.figures.get(indicator__code=PEOPLE)
    told = Entered(row.value + by_hand, row.value + by_hand, reason=reason, note="theo điện thoại")
    section = report.round.regime.sections.get(ordinal=3)
    commands.save_figures(
        report=report, section=section, figures={PEOPLE: told}, by=district.drafter
    )
    accept(send_up(report, district.drafter), province.drafter)
    return commands.consolidate_round(round=province.round, by=province.drafter)


def late(district, amount):
    commune = district.communes[0]
    make_talk(commune, district.reporter_of(commune), amount)
    report = district.report_of(commune)
    commands.adjust_report(report=report, reason="ghi sót", by=district.drafter)


@pytest.mark.parametrize(("amount", "more"), [(5, 0), (12, 7)])
def test_what_was_raised_by_hand_has_the_late_entry_below_in_it(province, amount, more):
    district = province.districts[0]
    reported(district, 10, 20)
    frozen = raised(province, 5, DifferenceReason.NOT_LOGGED)
    assert frozen.content["totals"][PEOPLE]["value"] == "35"

    late(district, amount)

    assert as_corrected(frozen.kept).total(PEOPLE).value == 35 + more


def test_what_was_put_in_by_hand_takes_only_once_what_comes_after(province):
    district = province.districts[0]
    reported(district, 10, 20)
    frozen = raised(province, 5, DifferenceReason.NOT_LOGGED)
    make_talk(district.unit, district.drafter, 3)
    report = province.report_of(district)
    commands.adjust_report(report=report, reason="ghi sót", by=district.drafter)
    assert as_corrected(frozen.kept).total(PEOPLE).value == 35

    late(district, 5)

    assert as_corrected(frozen.kept).total(PEOPLE).value == 38  # 30 + 5 by hand, and 8 came


def test_a_closed_figure_shares_what_it_shared_when_it_was_sent(province):
    Indicator.objects.filter(code=PEOPLE).update(aggregation="sum")
    district = province.districts[0]
    first, second = district.communes
    make_talk(first, district.reporter_of(first), 10, together=[second])
    accept(send_up(district.report_of(first), district.reporter_of(first)), district.drafter)
    commands.consolidate_round(round=district.round, by=district.drafter)
    report = send_up(province.report_of(district), district.drafter)
    before = shared_in(report.submissions.get().content)
    report = commands.begin_review(report=report, by=province.drafter)
    words = Remarked(section=7, kind=RemarkKind.MISSING, text="Nêu nguyên nhân.")
    report = commands.return_report(
        report=report, remarks=[words], mend_by=DUE_ON, by=province.drafter
    )
    make_talk(second, district.reporter_of(second), 30, together=[first])
    accept(send_up(district.report_of(second), district.reporter_of(second)), district.drafter)
    commands.consolidate_round(round=district.round, by=district.drafter)

    report = send_up(report, district.drafter)

    assert before[PEOPLE]
    assert shared_in(report.submissions.get(attempt=2).content) == before
