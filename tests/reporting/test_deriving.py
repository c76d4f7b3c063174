"""Ratios and formulas of a report: from its own figures, whatever the log says (promise N11)."""

from decimal import Decimal

import pytest

from haidang.activities.models import Indicator
from haidang.errors import Incomplete
from haidang.reporting import commands
from haidang.reporting.entered import Entered
from haidang.reporting.enums import DifferenceReason, ReportStatus
from haidang.reporting.models import Figure, Line
from haidang.reporting.queries.filling import moved_since
from tests.makers.levels import fill
from tests.makers.reporting import make_begun, make_season, make_year_of_work

pytestmark = pytest.mark.django_db
OTHER = DifferenceReason.OTHER_SOURCE


@pytest.fixture
def season():
    season = make_season()
    make_year_of_work(season)
    parts = {"numerator": of("3.2"), "denominator": of("3.1")}
    ask(season, Indicator(code="95.1", aggregation="ratio", **parts))
    return season


def of(code):
    return Indicator.objects.get(code=code)


def ask(season, indicator, position=50):
    """Put a derived indicator at the end of the section of meetings."""
    indicator.name, indicator.unit_name, indicator.group = indicator.code, "lượt", "x"
    indicator.save()
    Line.objects.create(section=season.section(3), indicator=indicator, position=position)


def typed(season, report, **figures):
    """Type figures of that section otherwise than the log has them."""
    given = {
        code.replace("_", ".").removeprefix("c"): Entered(str(value), reason=OTHER)
        for code, value in figures.items()
    }
    section = season.section(3)
    commands.save_figures(report=report, section=section, figures=given, by=season.reporter)
    return {row.indicator.code: row for row in report.figures.select_related("indicator")}


def send(season, report):
    fill(report, season.reporter)
    return commands.submit_report(report=report, by=season.reporter, no_secret=True)


@pytest.mark.promise("N11")
def test_a_share_of_typed_numbers_is_held_against_them_and_not_against_the_log(season):
    report = make_begun(season)
    assert figure(report, "95.1").value == 85  # of the log: 85 in one meeting

    rows = typed(season, report, c3_1=4, c3_2=100)

    assert (rows["95.1"].value, rows["95.1"].logged) == (25, 25)
    assert moved_since(report) == {}
    sent = send(season, report)
    assert sent.status == ReportStatus.SUBMITTED
    assert sent.submissions.get().content["figures"]["95.1"] == ["25", None, "25"]


def figure(report, code):
    return Figure.objects.get(report=report, indicator__code=code)


def test_a_share_that_is_made_otherwise_since_is_reckoned_again_before_it_is_sent(season):
    report = make_begun(season)
    typed(season, report, c3_1=4, c3_2=100)
    fill(report, season.reporter)
    Indicator.objects.filter(code="95.1").update(per=100)
    given = {"report": report, "by": season.reporter}

    assert moved_since(report) == {of("95.1").pk: Decimal(2500)}
    with pytest.raises(Incomplete, match=r"95\.1: tính lại được 2\.500, đang ghi 25"):
        commands.submit_report(**given, no_secret=True)

    commands.refresh_figures(**given)
    sent = commands.submit_report(**given, no_secret=True)
    assert sent.submissions.get().content["figures"]["95.1"][0] == "2500"


def test_what_a_part_is_missing_of_stays_unknown_and_an_answer_stays_with_its_number(season):
    report = make_begun(season)
    typed(season, report, c3_1=4, c3_2=100)
    commands.explain_figures(report=report, notes={"95.1": "họp lớn"}, by=season.reporter)

    assert typed(season, report, c3_3=0)["95.1"].note == "họp lớn"
    changed = typed(season, report, c3_1="")["95.1"]
    assert (changed.value, changed.note, changed.is_none) == (None, "", False)


@pytest.mark.parametrize("formula", ["[3.1] - [3.2]", "[3.2] * 999999999 * 999999999"])
def test_less_than_nothing_and_more_than_there_is_room_for_is_unknown(season, formula):
    ask(season, Indicator(code="95.2", aggregation="formula", formula=formula), 51)
    report = make_begun(season)

    assert figure(report, "95.2").value is None
    assert typed(season, report, c3_1=4, c3_2=100)["95.2"].value is None
    assert send(season, report).submissions.get().content["figures"]["95.2"][0] is None


def test_what_is_less_than_nothing_in_the_log_is_empty_too(season):
    """Một phần của công thức không nằm trong báo cáo: số lấy từ nhật ký, số âm để trống."""
    Line.objects.filter(indicator=of("3.1"), section__regime=season.round.regime).delete()
    ask(season, Indicator(code="95.2", aggregation="formula", formula="[3.1] - [3.2]"), 51)

    row = figure(make_begun(season), "95.2")

    assert (row.value, row.estimate) == (None, None)
