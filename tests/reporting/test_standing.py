"""How far a unit is with a task: the form of the database and the one at hand say the same."""

import datetime as dt

import pytest

from haidang.activities.queries import counts_by_task
from haidang.chasing.enums import LackKind
from haidang.chasing.queries import lacks_of
from haidang.plans.enums import DetailedStatus, Part
from haidang.plans.models import Detailed, Task
from haidang.reporting.models import Report, Round
from haidang.reporting.queries.standing import evidence_of, parts_of
from haidang.reporting.standing import standing_of
from tests.makers.activities import make_activity, make_adopted_plan, make_adopted_task
from tests.makers.cascade import make_cascade
from tests.makers.reporting import (
    make_accepted,
    make_begun,
    make_returned,
    make_season,
    make_sent,
)

pytestmark = pytest.mark.django_db
DAY = dt.date(2024, 11, 25)
BEFORE = DAY - dt.timedelta(days=3)


@pytest.fixture(autouse=True)
def monday(settings):
    settings.AS_OF = DAY


def said_twice(tasks, day=DAY):
    """The states of all parts of some tasks, from the database; they are the same at hand."""
    parts = list(parts_of(tasks, day).select_related("task__plan", "unit"))
    at_hand = evidence_of({part.task for part in parts}, {part.unit for part in parts})
    for part in parts:
        known = at_hand.of(part.task_id, part.unit_id)
        year = part.task.plan.year
        assert part.state == standing_of(part.task, year, Part(part.part), known, day)
        assert part.has_result == known.has_result
    return {(part.task_id, part.unit_id): part.state for part in parts}


def amended(plan, task, *units, due_on):
    """A task that goes on from another one, with another deadline."""
    new = make_adopted_task(plan, *units, due_on=due_on)
    Task.objects.filter(pk=task.pk).update(status="replaced", current=new, replaced_on=BEFORE)
    Task.objects.filter(pk=new.pk).update(continues=task)
    return new


def test_reports_of_a_round_count_for_the_task_that_goes_on_from_its_own():
    season = make_season(5)
    units = season.authority.communes
    plan = make_adopted_plan(season.authority.district, season.drafter, year=2024)
    old = make_adopted_task(plan, *units, due_on=season.round.due_on)
    Round.objects.update(task=old)
    makers = (make_begun, make_sent, make_returned, make_accepted)
    for make, report in zip(makers, season.reports, strict=False):
        make(season, report)
    new = amended(plan, old, *units, due_on=BEFORE)

    states = said_twice(Task.objects.filter(pk=new.pk))

    by_unit = [states[new.pk, report.unit_id] for report in season.reports]
    assert by_unit == ["run", "run", "run", "ok", "none"]  # due when the report is, on 29/11
    late = said_twice(Task.objects.filter(pk=new.pk), season.round.due_on + dt.timedelta(days=9))
    assert sorted(late.values()) == ["late", "late", "late", "ok", "run"]
    lacks = lacks_of(season.drafter, DAY)
    assert LackKind.TASK not in {one.kind for one in lacks}
    assert season.reports[3].unit not in {one.unit for one in lacks}


def test_a_report_answers_the_item_that_the_unit_s_own_plan_took_over():
    season = make_season(1)
    unit = season.authority.communes[0]
    plan = make_adopted_plan(season.authority.district, season.drafter, year=2024)
    above = make_adopted_task(plan, unit, due_on=season.round.due_on)
    own = make_adopted_task(plan, unit, due_on=BEFORE)
    Task.objects.filter(pk=own.pk).update(above=above)
    Round.objects.update(task=above)
    make_accepted(season, Report.objects.get())

    assert said_twice(Task.objects.filter(pk=own.pk)) == {(own.pk, unit.pk): "ok"}


def test_what_was_done_for_the_item_above_counts_once_for_the_own_item_too():
    season = make_season(3)
    first, second, third = units = season.authority.communes
    plan = make_adopted_plan(season.authority.district, season.drafter, year=2024)
    above = make_adopted_task(plan, *units)
    own = make_adopted_task(make_adopted_plan(first, year=2024), first)
    theirs = make_adopted_task(make_adopted_plan(second, year=2024), second)
    Task.objects.filter(pk__in=[own.pk, theirs.pk]).update(above=above)
    make_activity(first, task=above)
    new = amended(plan, above, *units, due_on=None)
    make_activity(third, task=new, together=[first])
    make_activity(first, task=own)

    assert said_twice(Task.objects.filter(pk__in=[own.pk, theirs.pk])) == {
        (own.pk, first.pk): "run",
        (theirs.pk, second.pk): "none",
    }
    own.refresh_from_db()
    assert counts_by_task(tasks=[own, new], units=[first]) == {
        (own.pk, first.pk): 3,
        (new.pk, first.pk): 2,
    }


def test_the_log_counts_alone_together_and_from_before_an_amendment():
    season = make_season(4)
    first, second, third, fourth = units = season.authority.communes
    plan = make_adopted_plan(season.authority.district, season.drafter, year=2024)
    old = make_adopted_task(plan, *units, due_on=BEFORE)
    make_activity(first, task=old, together=[second])
    new = amended(plan, old, first, second, third, due_on=BEFORE)
    steady = make_adopted_task(plan, first, third)
    make_activity(first, task=steady)
    helps = make_adopted_task(plan, fourth, due_on=BEFORE, part=Part.COORDINATE)

    assert said_twice(Task.objects.exclude(pk=old.pk)) == {
        (new.pk, first.pk): "ok",
        (new.pk, second.pk): "ok",
        (new.pk, third.pk): "late",
        (steady.pk, first.pk): "run",
        (steady.pk, third.pk): "none",
        (helps.pk, fourth.pk): "none",
    }


def test_a_task_that_asks_for_a_plan_is_under_way_once_it_is_begun():
    made = make_cascade(2)
    words = "Xây dựng kế hoạch chi tiết triển khai thực hiện."
    asks = make_adopted_task(made.plan, *made.authority.communes, text=words, due_on=DAY)
    made.start()

    states = said_twice(Task.objects.filter(pk=asks.pk))

    begun = Detailed.objects.get(status=DetailedStatus.DRAFTING)
    assert {unit for (_, unit), state in states.items() if state == "run"} == {begun.unit_id}
    over = said_twice(Task.objects.filter(pk=asks.pk), DAY + dt.timedelta(days=1))
    assert set(over.values()) == {"late"}
