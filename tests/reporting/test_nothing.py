"""“Không phát sinh” for all figures that are still empty, at once."""

import datetime as dt

import pytest

from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.ledger.models import Entry
from haidang.reporting import commands
from haidang.reporting.entered import Entered
from haidang.reporting.models import Figure
from tests.makers.activities import make_activity
from tests.makers.reporting import (
    make_begun,
    make_returned,
    make_season,
    make_sent,
    make_year_of_work,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def season():
    return make_season()


def say(season, report, *codes, by=None):
    by = by or season.reporter_of(report)
    return commands.say_nothing_happened(report=report, codes=codes, by=by)


def is_none(report):
    return set(report.figures.filter(is_none=True).values_list("indicator__code", flat=True))


def test_say_nothing_happened_fills_what_is_empty_in_every_section(season):
    make_activity(season.report.unit, season.reporter, kind="talk", on=dt.date(2024, 3, 16))
    report = make_begun(season)
    empty = set(report.figures.filter(value=None).values_list("indicator__code", flat=True))
    assert len(empty) > 10

    said = say(season, report, *empty)

    assert set(said) == empty == is_none(report)
    assert not report.figures.filter(value=None).exists()


def test_say_nothing_happened_takes_only_what_was_named(season):
    report = make_begun(season)

    say(season, report, "3.1", "4.1")

    assert is_none(report) == {"3.1", "4.1"}
    assert Entry.objects.filter(event="save_figures").count() == 2


def test_say_nothing_happened_writes_over_no_number_that_came_meanwhile(season):
    report, reporter = make_begun(season), season.reporter
    figures = {"3.1": Entered(value="2", reason="other_source", note="sổ họp")}
    commands.save_figures(report=report, section=season.section(3), figures=figures, by=reporter)
    make_year_of_work(season)

    said = say(season, report, "3.1", "3.2", "3.3")

    assert said == ["3.3"]
    assert Figure.objects.get(report=report, indicator__code="3.1").value == 2
    assert Figure.objects.get(report=report, indicator__code="3.2").value == 85


def test_say_nothing_happened_keeps_what_is_expected_to_the_end_of_the_year(season):
    report, reporter = make_begun(season), season.reporter
    figures = {"3.1": Entered(estimate="4")}
    commands.save_figures(report=report, section=season.section(3), figures=figures, by=reporter)

    say(season, report, "3.1")

    row = Figure.objects.get(report=report, indicator__code="3.1")
    assert (row.value, row.is_none, row.estimate) == (0, True, 4)


def test_say_nothing_happened_refuses_where_nothing_is_empty(season):
    report = make_begun(season)
    say(season, report, "3.1")

    with pytest.raises(Incomplete, match="Không còn chỉ tiêu nào trống"):
        say(season, report, "3.1", "does not exist")


def test_say_nothing_happened_refuses_other_people(season):
    report = make_begun(season)

    with pytest.raises(NotAllowed):
        say(season, report, "3.1", by=season.drafter)

    assert not is_none(report)


def test_say_nothing_happened_refuses_what_is_not_begun_and_what_was_sent(season):
    with pytest.raises(WrongState):
        say(season, season.report, "3.1")
    make_year_of_work(season)
    report = make_sent(season)

    with pytest.raises(WrongState):
        say(season, report, "3.1")


def test_say_nothing_happened_leaves_closed_sections_of_a_returned_report(season):
    make_year_of_work(season)
    report = make_returned(season)
    Figure.objects.filter(report=report, indicator__code__in=["2.1", "3.3"]).update(
        value=None, is_none=False
    )
    assert say(season, report, "2.1", "3.3") == ["3.3"]
