"""What goes on through an amendment: answers, measures and decisions about unchanged items."""

import datetime as dt
from decimal import Decimal

import pytest

from haidang import clock
from haidang.activities.commands import load_catalogue
from haidang.activities.commands.goals import set_goal
from haidang.activities.commands.measuring import expect
from haidang.activities.models import Expectation, Indicator
from haidang.activities.queries.orphans import orphans_of
from haidang.errors import Incomplete
from haidang.ledger.models import Entry
from haidang.plans import commands, queries
from haidang.plans.cascade import silent_items
from haidang.plans.enums import Amended, DetailedStatus, How, PlanStatus, TaskStatus
from haidang.plans.said import Said
from tests.makers.cascade import answer_all, make_cascade, make_issued_detailed
from tests.makers.plans import AMENDED, PLAN, make_amended, make_plan

pytestmark = pytest.mark.django_db
DAY = dt.date(2024, 6, 30)
CHANGED = {"III.2.a", "III.2.b", "III.2.c"}
OFFICE = PLAN.replace("7/KH", "9/KH").replace("hướng dẫn nghiệp vụ", "mở lớp")


@pytest.fixture(autouse=True)
def june(settings):
    settings.AS_OF = dt.date(2024, 6, 10)


@pytest.fixture
def cascade():
    return make_cascade()


def labels(answers):
    return {answer.task.label for answer in answers}


@pytest.mark.promise("N5")
def test_answers_to_unchanged_items_stand_under_the_plan_that_replaces(cascade):
    detailed = cascade.start()
    answer_all(cascade, detailed)
    said = {row.task.label: (row.how, row.reason, row.at) for row in detailed.answers.all()}

    plan = make_amended(cascade.authority, cascade.plan, answer_by=DAY)

    heir = queries.detailed_of(cascade.commune, plan)
    assert labels(heir.answers.all()) == set(said) - CHANGED
    assert {task.label for task in silent_items(heir)} == CHANGED
    for row in heir.answers.all():
        assert (row.how, row.reason, row.at) == said[row.task.label]
        assert queries.history_of_answer(heir, row.task)[0].event == "carry_detailed_plan"
    (row,) = [one for one in queries.coverage_of(plan).rows if one.unit == cascade.commune]
    assert (row.answered, row.silent) == (len(said) - 2, 3)
    assert detailed.answers.count() == len(said)  # what was said to the old one stays as it was


@pytest.mark.promise("N5")
def test_a_unit_that_is_asked_nothing_new_owes_no_detailed_plan_again(cascade):
    commands.adopt_detailed_plan(detailed=make_issued_detailed(cascade), by=cascade.officer)
    plan = make_amended(cascade.authority, cascade.plan, answer_by=DAY, text=OFFICE)

    changed = {one.task.label for one in plan.amendment.items.exclude(kind=Amended.SAME)}
    heir = queries.detailed_of(cascade.commune, plan)
    assert {task.label for task in silent_items(heir)} == changed == {"III.1.a"}
    day = clock.today()
    assert [one.silent for one in queries.awaited_of(cascade.commune, day)] == [1]
    item = silent_items(heir).get()
    commands.answer_item(detailed=heir, task=item, said=Said(How.TAKEN_UP), by=cascade.officer)

    assert queries.awaited_of(cascade.commune, day) == []
    assert cascade.commune not in queries.silences_of(plan)
    assert heir.status == DetailedStatus.DRAFTING


@pytest.mark.promise("N5")
def test_measures_and_goals_follow_the_task_that_goes_on(cascade):
    load_catalogue()
    by, duty = cascade.authority.drafter, cascade.task("III.2.a")
    indicator = Indicator.objects.prefetch_related("kinds").first()
    expect(task=duty, indicators=[indicator], kinds=indicator.kinds.all(), by=by)
    goal = set_goal(
        indicator=indicator, unit=cascade.commune, year=2024, quantity=Decimal(4), by=by, task=duty
    )
    before = orphans_of([cascade.plan.pk]).counts()

    plan = make_amended(cascade.authority, cascade.plan, answer_by=DAY)

    heir = plan.tasks.get(label="III.2.a")
    assert list(Expectation.objects.get(task=heir).indicators.all()) == [indicator]
    goal.refresh_from_db()
    assert goal.task == heir
    after = orphans_of([plan.pk]).counts()
    assert after["unmeasured"] == before["unmeasured"] + 1  # the one that came anew
    assert after["idle"] == before["idle"]


@pytest.mark.promise("N5")
def test_nobody_reviews_anew_what_did_not_change(cascade):
    by, old = cascade.authority.drafter, cascade.plan
    plan = make_plan(cascade.authority, text=AMENDED, file_name="sua-doi.txt")
    commands.begin_amendment(plan=plan, amends=old, by=by)

    with pytest.raises(Incomplete) as refused:
        commands.adopt_amendment(plan=plan, answer_by=DAY, by=by)
    (waiting,) = [one for one in refused.value.issues if one.name == "waiting"]
    assert "II.1" not in waiting.message.replace("III.", "")
    for task in plan.tasks.filter(status=TaskStatus.PROPOSED, label__in=CHANGED):
        commands.accept_task(task=task, by=by)
    for task in plan.tasks.filter(status=TaskStatus.PROPOSED, unit=None, group=None, kind="duty"):
        commands.refuse_task(task=task, reason="Không có đơn vị này", by=by)
    commands.adopt_amendment(plan=plan, answer_by=DAY, by=by)

    plan.refresh_from_db()
    assert plan.status == PlanStatus.ADOPTED
    assert not plan.tasks.filter(status=TaskStatus.PROPOSED).exists()
    touched = Entry.objects.get(event="adopt_amendment").get_details()["touched"]
    same = plan.amendment.items.filter(kind=Amended.SAME)
    assert set(touched) == {str(one.after_id) for one in same}


def test_a_replaced_plan_and_its_tasks_lead_to_what_stands_in_their_place(cascade):
    old, duty = cascade.plan, cascade.task("III.2.a")
    assert (queries.replaced_by(old), queries.going_on(duty)) == (None, duty)
    plan = make_amended(cascade.authority, old, answer_by=DAY)
    again = AMENDED.replace("9/KH", "11/KH").replace("12 buổi", "9 buổi")
    newest = make_amended(cascade.authority, plan, answer_by=DAY, text=again)

    old.refresh_from_db()
    duty.refresh_from_db()
    assert (queries.replaced_by(old), queries.replaced_by(newest)) == (newest, None)
    assert queries.going_on(duty) == newest.tasks.get(label="III.2.a")
