"""The estimate of the year: the machine's own follows the figure, a person's stays."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.activities.models import Indicator
from haidang.errors import Incomplete
from haidang.reporting import commands
from haidang.reporting.entered import Entered
from haidang.reporting.enums import DifferenceReason
from haidang.reporting.expecting import Growth
from haidang.reporting.models import Figure, Report, Round
from haidang.reporting.queries.filling import steps_of
from haidang.reporting.queries.returned import what_is_wrong
from tests.makers.reporting import make_begun, make_season, make_year_of_work

START, END = dt.date(2023, 12, 15), dt.date(2024, 12, 14)
COUNTED_TO = dt.date(2024, 11, 25)
NOT_LOGGED = DifferenceReason.NOT_LOGGED


def made(*rows):
    """Figures of indicators, each with its value, how it is added up and what it measures."""
    return [
        Figure(
            indicator=Indicator(pk=pk, code=f"{pk}", aggregation=how, measure_id=measure),
            value=None if value is None else Decimal(value),
        )
        for pk, (value, how, measure) in enumerate(rows, 1)
    ]


def expected(rows, *, alike=True, below=None):
    report = Report(counted_to=COUNTED_TO, round=Round(data_from=START, data_to=END))
    kinds = {row.indicator_id: {1 if alike else row.indicator_id} for row in rows}
    return list(Growth(kinds, below or {}).expected(rows, report).values())


EVENTS, PEOPLE = ("sum", "events"), ("sum", "attendances")


def test_there_are_no_more_people_at_no_further_event():
    assert expected(made((1, *EVENTS), (150, *PEOPLE))) == [1, 150]
    assert expected(made((60, *EVENTS), (150, *PEOPLE))) == [63, 158]
    assert expected(made((1, *EVENTS), (150, *PEOPLE)), alike=False) == [1, 158]


def test_only_what_is_added_up_grows_and_what_is_not_known_is_not_expected():
    rows = made((40, "last", "sheets"), (40, "mean", "sheets"), (None, *EVENTS), (0, *PEOPLE))

    assert expected(rows) == [40, 40, None, None]


def test_what_those_below_expect_comes_before_the_days():
    assert expected(made((60, *EVENTS)), below={"1": Decimal(9)}) == [69]


@given(st.integers(1, 10**6), st.decimals(0, 10**6, places=2))
def test_an_estimate_is_never_less_than_what_was_done_nor_grows_faster_than_the_events(held, came):
    events, people = expected(made((held, *EVENTS), (came, *PEOPLE)))

    assert events >= held
    assert (people or 0) >= came
    if events == held:
        assert people == (came or None)


def save(season, report, ordinal, figures):
    section = season.section(ordinal)
    commands.save_figures(report=report, section=section, figures=figures, by=season.reporter)


def estimate(report, code):
    return Figure.objects.get(report=report, indicator__code=code).estimate


@pytest.fixture
def season(db):
    season = make_season()
    make_year_of_work(season)
    return season


def test_an_estimate_that_nobody_typed_follows_the_figure(season):
    report = make_begun(season)

    save(season, report, 1, {"1.1": Entered("66", "1", reason=NOT_LOGGED)})
    assert estimate(report, "1.1") == 70
    # Saved as it stood it is still the machine's.
    save(season, report, 1, {"1.1": Entered("80", "70", reason=NOT_LOGGED)})
    assert estimate(report, "1.1") == 84
    save(season, report, 1, {"1.1": Entered(is_none=True, estimate="84", reason=NOT_LOGGED)})
    assert estimate(report, "1.1") is None


def test_an_estimate_that_a_person_typed_stays_and_is_held_against_the_figure(season):
    report = make_begun(season)
    save(season, report, 1, {"1.1": Entered("66", "75", reason=NOT_LOGGED)})

    save(season, report, 1, {"1.1": Entered("70", "75", reason=NOT_LOGGED)})
    assert estimate(report, "1.1") == 75
    with pytest.raises(Incomplete, match="không thể ít hơn"):
        save(season, report, 1, {"1.1": Entered("80", "75", reason=NOT_LOGGED)})


def test_a_form_that_came_back_with_the_machines_estimate_is_taken_too(season):
    report = make_begun(season)
    given = {"1.1": Entered("66", "1", reason=NOT_LOGGED)}
    assert what_is_wrong(report, steps_of(report), given) == []

    commands.take_form(report=report, figures=given, by=season.reporter)

    assert estimate(report, "1.1") == 70
