"""A yearly report filed, and all written up, by a counted hand; `bench/filing.py` times it."""

import pytest

from bench.filing import Clerk, file_report, log_the_year, untouched_in, write_draft
from haidang.reporting import commands
from haidang.reporting.enums import ReportStatus
from tests.journeys.conftest import PHONE
from tests.journeys.story import given_a_regime, report_of, when_the_others_report
from tests.system import needs

pytestmark = [pytest.mark.journey, needs("chromium", "chromium")]
MOST_TAPS = 30


def test_a_report_is_filed_by_few_taps_and_all_written_up_by_few_presses(person, office):
    drafter = office.persons["chuyenvien"]
    commands.open_round(regime=given_a_regime(office), year=2024, by=drafter)
    log_the_year(office, most=2)
    clerk = Clerk(person("longson", PHONE).page)

    file_report(clerk)

    report = report_of(office, "longson")
    assert report.status == ReportStatus.SUBMITTED
    assert clerk.taps <= MOST_TAPS
    assert clerk.minutes(0) > clerk.looked / 60 > 0
    untouched, asked = untouched_in(report)
    assert 0 < untouched < asked == report.figures.count()
    when_the_others_report(office, but=["longson"])
    commands.begin_review(report=report, by=drafter)
    commands.accept_report(report=report, by=drafter)
    office_clerk = Clerk(person("chuyenvien").page)
    write_draft(office_clerk)
    assert office_clerk.taps <= 8
