"""Forms that come back, and answers to warnings."""

import pytest

from haidang.activities.enums import Aggregation
from haidang.activities.models import Indicator
from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.ledger.models import Entry
from haidang.reporting import commands
from haidang.reporting.entered import Entered
from haidang.reporting.enums import DifferenceReason
from haidang.reporting.models import Figure, Line
from haidang.reporting.queries.filling import steps_of
from haidang.reporting.queries.returned import changes_of
from tests.makers.reporting import (
    make_begun,
    make_returned,
    make_season,
    make_sent,
    make_year_of_work,
)

pytestmark = pytest.mark.django_db
OTHER = DifferenceReason.OTHER_SOURCE


@pytest.fixture
def season():
    season = make_season(2)
    make_year_of_work(season)
    return season


def figure(report, code):
    return Figure.objects.get(report=report, indicator__code=code)


def test_take_form_saves_the_figures_of_every_section(season):
    report = make_begun(season)
    figures = {"1.3": Entered(is_none=True), "3.2": Entered("90", reason=OTHER)}

    commands.take_form(report=report, figures=figures, by=season.reporter)

    assert (figure(report, "1.3").value, figure(report, "3.2").value) == (0, 90)
    assert Entry.objects.filter(event="save_figures").count() == 6


def test_take_form_takes_nothing_where_one_figure_is_wrong(season):
    report = make_begun(season)
    figures = {"1.3": Entered(is_none=True), "3.2": Entered("90"), "4.1": Entered("x")}

    with pytest.raises(Incomplete) as refusal:
        commands.take_form(report=report, figures=figures, by=season.reporter)

    assert {issue.field for issue in refusal.value.issues} == {"3.2-reason", "4.1-value"}
    assert figure(report, "1.3").value is None


def test_take_form_refuses_others_and_closed_reports(season):
    report = make_begun(season)
    given = {"report": report, "figures": {}}
    for person in (season.authority.reporters[1], season.drafter, season.authority.auditor):
        with pytest.raises(NotAllowed):
            commands.take_form(**given, by=person)
    report.status = "submitted"
    report.save()

    with pytest.raises(WrongState):
        commands.take_form(**given, by=season.reporter)


@pytest.mark.parametrize("given", [Entered("7", reason=OTHER), Entered("bảy")])
def test_take_form_refuses_what_would_change_a_closed_figure(season, given):
    report = make_returned(season)

    with pytest.raises(Incomplete, match="không có góp ý nên không mở lại"):
        commands.take_form(report=report, figures={"1.1": given}, by=season.reporter)


def test_a_form_tells_what_it_would_change_and_only_that(season):
    report = make_begun(season)
    figures = {
        "3.1": Entered("1", "1", reason=OTHER, note=""),
        "3.2": Entered("90", "95", reason=OTHER, note="sổ"),
        "3.3": Entered(),
    }

    (change,) = changes_of(steps_of(report), figures)

    assert (change.row.indicator.code, change.value, change.estimate) == ("3.2", 90, 95)
    assert change.reason == "số lấy từ nguồn khác"


def test_explain_figures_keeps_the_answer_beside_the_figure(season):
    report = make_begun(season)

    commands.explain_figures(report=report, notes={"3.2": " máy  ảnh hỏng "}, by=season.reporter)

    row = figure(report, "3.2")
    assert (row.note, row.value, row.saved_at) == ("máy ảnh hỏng", 85, None)


def test_explain_figures_refuses_others_closed_figures_and_marks(season):
    report = make_returned(season)
    given = {"report": report, "by": season.reporter}

    with pytest.raises(NotAllowed):
        commands.explain_figures(report=report, notes={}, by=season.drafter)
    with pytest.raises(WrongState, match="không mở lại"):
        commands.explain_figures(**given, notes={"1.1": "x"})
    with pytest.raises(Incomplete):
        commands.explain_figures(**given, notes={"3.2": "TỐI MẬT"})


def test_explain_figures_refuses_a_sent_report(season):
    report = make_sent(season)

    with pytest.raises(WrongState):
        commands.explain_figures(report=report, notes={"3.2": "x"}, by=season.reporter)


def test_save_figures_reckons_a_ratio_from_what_was_typed(season):
    parts = {
        name: Indicator.objects.create(
            code=code, name=name, unit_name="lần", group="x", aggregation=Aggregation.COUNT
        )
        for code, name in (("99.1", "Trả lời"), ("99.2", "Được hỏi"))
    }
    ratio = Indicator.objects.create(
        code="99.3",
        name="Tỷ lệ",
        unit_name="%",
        group="x",
        aggregation=Aggregation.RATIO,
        numerator=parts["Trả lời"],
        denominator=parts["Được hỏi"],
        per=100,
    )
    section = season.section(6)
    for position, indicator in enumerate([*parts.values(), ratio], 3):
        Line.objects.create(section=section, indicator=indicator, position=position)
    report = make_begun(season)
    given = {"report": report, "section": section, "by": season.reporter}
    assert figure(report, "99.3").value is None

    typed = {"99.1": Entered("2", note="sổ"), "99.2": Entered("3", note="sổ"), "99.3": Entered("7")}
    commands.save_figures(**given, figures=typed)
    ratio = figure(report, "99.3")
    commands.save_figures(
        **given, figures={code: Entered(is_none=True) for code in ("99.1", "99.2")}
    )

    assert (str(ratio.value), ratio.difference, ratio.reason) == ("66.67", 0, "")
    assert (figure(report, "99.3").value, figure(report, "99.3").is_none) == (0, True)
