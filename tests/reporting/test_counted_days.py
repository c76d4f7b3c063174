"""A programme's report counts the log to its cut-off, not to the end of the window."""

import datetime as dt

import pytest

from haidang.activities.models import Activity, Closing
from haidang.reporting.models import Round, Value
from haidang.reporting.queries.changed_logs import reports_with_waiting
from haidang.reporting.queries.sources import behind_of
from haidang.reporting.queries.waiting import waiting_of
from tests.makers.levels import make_talk
from tests.makers.reporting import make_accepted, make_begun, make_season

pytestmark = pytest.mark.django_db
CUT_OFF, AFTER = dt.date(2024, 11, 14), dt.date(2024, 11, 15)


@pytest.fixture
def season():
    """A round counted to 14/11, with a talk on that day and one on the next."""
    season = make_season(1)
    Round.objects.update(count_to=CUT_OFF)
    season.round.refresh_from_db()
    for day, amount in ((CUT_OFF, 120), (AFTER, 7)):
        make_talk(season.report.unit, season.reporter, amount, on=day)
    return season


def test_figures_and_their_evidence_end_at_the_cut_off(season):
    for _ in range(19):
        make_talk(season.report.unit, season.reporter, 1, on=CUT_OFF)
    report = make_begun(season)
    figure = report.figures.select_related("indicator").get(indicator__code="3.2")

    assert (report.counted_to, season.round.data_to) == (CUT_OFF, dt.date(2024, 12, 14))
    assert (figure.logged, figure.value) == (139, 139)
    behind = behind_of(report, [figure.indicator])[figure.indicator_id]
    assert {one.on for one in behind} == {CUT_OFF}
    assert figure.estimate > 139  # with the talks to the end of the window


def test_what_was_accepted_and_closed_ends_at_the_cut_off(season):
    report = make_accepted(season)

    assert Value.objects.get(report=report, indicator__code="3.2").value == 120
    assert Closing.objects.get(unit=report.unit).data_to == CUT_OFF


def test_a_change_after_the_cut_off_makes_no_correction(season, django_assert_num_queries):
    report = make_accepted(season)
    Activity.objects.filter(on=AFTER).update(version=3)

    assert waiting_of(report) == []
    with django_assert_num_queries(6):  # no report is looked at, however many there are
        assert reports_with_waiting(season.round) == []
