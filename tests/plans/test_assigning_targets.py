"""A target that nobody carries stays in sight until a leader gives it to somebody."""

import datetime as dt
from decimal import Decimal

import pytest

from haidang import clock
from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.ledger.models import Entry
from haidang.plans import queries
from haidang.plans.commands.targets import assign_target
from haidang.plans.enums import TaskKind, TaskStatus
from haidang.plans.models import Assignment, Target
from tests.makers import make_authority, make_unit
from tests.makers.activities import make_adopted_plan, make_adopted_task

pytestmark = pytest.mark.django_db


@pytest.fixture
def town():
    return make_authority(communes=2)


def make_target(town, task=None, **fields):
    plan = task.plan if task else make_adopted_plan(town.district, town.drafter)
    facts = {"text": "ít nhất 150 buổi\nmỗi năm", "quantity": Decimal(150), "measure": "buổi"}
    return Target.objects.create(plan=plan, task=task, start=3, end=20, **facts | fields)


@pytest.mark.promise("N6")
def test_assign_target_gives_it_to_every_unit_of_a_group(town):
    target = make_target(town)
    assert list(queries.uncarried_targets(target.plan)) == [target]

    task = assign_target(target=target, group=town.group, by=town.leader)

    assert (task.kind, task.status) == (TaskKind.DIRECTION, TaskStatus.ACCEPTED)
    assert (task.title, task.label) == ("ít nhất 150 buổi mỗi năm", "Chỉ tiêu")
    assert {row.unit for row in Assignment.objects.filter(task=task)} == set(town.communes)
    assert not queries.uncarried_targets(target.plan).exists()
    assert Entry.objects.filter(event="assign_target").get().by == town.leader


def test_a_direction_made_of_a_target_was_not_there_before(town):
    target = make_target(town)
    today = clock.today()

    task = assign_target(target=target, group=town.group, by=town.leader)

    days = (today - dt.timedelta(1), today)
    assert [task in queries.tasks_on(target.plan, day) for day in days] == [False, True]


def test_assign_target_gives_the_direction_it_rests_on(town):
    plan = make_adopted_plan(town.district, town.drafter)
    direction = make_adopted_task(plan, kind=TaskKind.DIRECTION, title="Hướng chung")

    task = assign_target(target=make_target(town, direction), unit=town.office, by=town.leader)

    assert task == direction
    assert task.owners == [town.office]


def test_assign_target_makes_a_direction_where_its_task_was_dropped(town):
    plan = make_adopted_plan(town.district, town.drafter)
    dropped = make_adopted_task(plan)
    dropped.status, dropped.refusal_reason = TaskStatus.REFUSED, "trùng"
    dropped.save(update_fields=["status", "refusal_reason"])

    task = assign_target(target=make_target(town, dropped), unit=town.office, by=town.leader)

    assert task != dropped


def test_assign_target_refuses_who_does_not_lead_and_units_of_others(town):
    target, stranger = make_target(town), make_unit("xã Xa")

    with pytest.raises(NotAllowed):
        assign_target(target=target, unit=town.office, by=town.drafter)
    with pytest.raises(Incomplete):
        assign_target(target=target, unit=stranger, by=town.leader)
    with pytest.raises(Incomplete):
        assign_target(target=target, by=town.leader)


def test_assign_target_refuses_one_that_is_carried(town):
    target = make_target(town)
    assign_target(target=target, unit=town.office, by=town.leader)

    with pytest.raises(WrongState):
        assign_target(target=target, unit=town.office, by=town.leader)
