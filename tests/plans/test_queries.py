"""Questions about plans."""

import datetime as dt

import pytest

from haidang.plans import commands, queries
from haidang.plans.enums import Bucket, TaskStatus
from haidang.plans.models import Plan, Task
from tests.makers import make_authority
from tests.makers.plans import PLAN, make_adopted, make_plan

pytestmark = pytest.mark.django_db


@pytest.fixture
def authority():
    return make_authority()


def test_progress_of_counts_sentences_and_decisions(authority):
    plan = make_plan(authority)
    item = plan.items.filter(is_sentence=True).first()
    commands.classify_item(item=item, bucket=Bucket.UNRESOLVED, by=authority.drafter)
    commands.accept_tasks(plan=plan, by=authority.drafter)

    progress = queries.progress_of(plan)

    assert (progress.sorted, progress.sentences) == (9, 10)
    assert progress.buckets[Bucket.DIRECTION] == 2
    assert progress.decided == {TaskStatus.ACCEPTED: 4, TaskStatus.PROPOSED: 2}


def test_assignments_of_are_those_of_the_year_nearest_due_first(authority):
    make_adopted(authority)
    commune = authority.communes[0]

    found = queries.assignments_of(commune, dt.date(2024, 11, 25))

    assert [row.task.label for row in found] == ["III.2.b", "III.1.a", "III.2.a"]
    # Across the turn of the year what is late stays, and what is due soon is told.
    late = queries.assignments_of(commune, dt.date(2025, 1, 1))
    assert [row.task.due_on for row in late] == [dt.date(2024, 11, 29)]
    assert not queries.assignments_of(commune, dt.date(2025, 3, 1)).exists()
    soon = queries.assignments_of(commune, dt.date(2023, 12, 25))
    assert not soon.exists()
    Task.objects.filter(pk=late[0].task_id).update(due_on=dt.date(2024, 1, 6))
    assert [row.task.due_on for row in soon.all()] == [dt.date(2024, 1, 6)]


def test_assignments_of_come_from_adopted_plans_alone(authority):
    make_plan(authority)

    assert not queries.assignments_of(authority.communes[0], dt.date(2024, 11, 25)).exists()


@pytest.mark.promise("N6")
def test_unowned_directions_are_those_that_nobody_carries(authority):
    plan = make_plan(authority)
    first, second = plan.tasks.filter(kind="direction")
    commands.change_task(task=first, by=authority.drafter, unit=authority.office)

    assert list(queries.unowned_directions(plan)) == [second]

    commands.refuse_task(task=second, reason="trùng", by=authority.drafter)
    assert not queries.unowned_directions(plan).exists()


def test_report_task_is_the_accepted_one_that_asks_for_a_report(authority):
    plan = make_plan(authority)
    assert queries.report_task(plan) is None

    task = commands.accept_task(task=plan.tasks.get(label="III.2.b"), by=authority.drafter)

    assert queries.report_task(plan) == task


def test_plan_of_file_is_of_the_very_bytes_and_the_authority(authority):
    plan = make_plan(authority)

    assert queries.plan_of_file(PLAN.encode(), authority.district) == plan
    assert queries.plan_of_file(PLAN.encode() + b" ", authority.district) is None
    assert queries.plan_of_file(PLAN.encode(), make_authority(communes=1).district) is None


def test_plans_are_seen_by_the_authority_and_by_units_with_tasks_once_adopted(authority):
    plan, stranger = make_plan(authority), make_authority(communes=1)
    commune = authority.reporters[0]

    def seen_by(user):
        return plan in Plan.objects.visible_to(user)

    assert [seen_by(authority.drafter), seen_by(commune), seen_by(stranger.drafter)] == [1, 0, 0]
    assert seen_by(stranger.auditor)

    for task in plan.tasks.exclude(label="III.3.a"):
        commands.accept_task(task=task, by=authority.drafter)
    task = plan.tasks.get(label="III.3.a")
    commands.refuse_task(task=task, reason="không có", by=authority.drafter)
    commands.adopt_plan(plan=plan, by=authority.drafter)
    assert [seen_by(commune), seen_by(stranger.drafter)] == [1, 0]
