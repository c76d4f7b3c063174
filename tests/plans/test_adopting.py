"""Adopting a plan gives its tasks to units; what nobody carries stays in sight."""

import pytest

from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.ledger.queries import history_of
from haidang.plans import checks, commands, queries
from haidang.plans.enums import Bucket, Part, PlanStatus
from haidang.plans.models import Assignment
from tests.makers import make_authority
from tests.makers.plans import make_adopted, make_plan, make_reviewed_plan

pytestmark = pytest.mark.django_db


@pytest.fixture
def authority():
    return make_authority()


def test_adopt_plan_gives_a_group_to_each_of_its_members(authority):
    plan = make_adopted(authority)

    given = Assignment.objects.filter(task__plan=plan)
    assert set(given.values_list("task__label", "unit", "part")) == {
        ("III.1.a", authority.office.pk, Part.LEAD),
        *(("III.1.a", unit.pk, Part.COORDINATE) for unit in authority.communes),
        *(("III.2.a", unit.pk, Part.DOES) for unit in authority.communes),
        *(("III.2.b", unit.pk, Part.DOES) for unit in authority.communes),
    }


def test_adopt_plan_says_when_by_whom_and_how_much(authority):
    plan = make_reviewed_plan(authority)

    plan = commands.adopt_plan(plan=plan, by=authority.leader)

    assert (plan.status, plan.adopted_by) == (PlanStatus.ADOPTED, authority.leader)
    entry = history_of(plan).first()
    assert (entry.event, entry.details) == ("adopt_plan", '{"assignments": 10, "tasks": 5}')


def test_adopt_plan_refuses_while_anything_waits(authority):
    plan = make_plan(authority)
    item = plan.items.filter(is_sentence=True).first()
    commands.classify_item(item=item, bucket=Bucket.UNRESOLVED, by=authority.drafter)

    with pytest.raises(Incomplete) as refusal:
        commands.adopt_plan(plan=plan, by=authority.drafter)

    assert [issue.name for issue in refusal.value.issues] == ["waiting", "unresolved"]
    assert not Assignment.objects.exists()


def test_adopt_plan_refuses_a_duty_that_lost_its_unit_or_its_name(authority):
    plan = make_reviewed_plan(authority)
    task = plan.tasks.get(label="III.2.b")
    commands.change_task(task=task, by=authority.drafter, nobody=True)
    plan.tasks.filter(pk=task.pk).update(due_confirmed_at=None, due_confirmed_by=None)

    assert [issue.name for issue in checks.before_adopting(plan)] == ["no-unit", "no-name"]


def test_adopt_plan_refuses_a_plan_of_which_nothing_was_taken(authority):
    plan = make_plan(authority)
    for task in plan.tasks.all():
        commands.refuse_task(task=task, reason="không giao việc", by=authority.drafter)

    assert [issue.name for issue in checks.before_adopting(plan)] == ["nothing"]


def test_a_long_list_of_what_waits_is_cut(authority):
    text = "\n\n".join(f"- Tuyên truyền việc thứ {n} của huyện." for n in range(1, 10))
    plan = make_plan(authority, text=f"KẾ HOẠCH\nNăm 2024\n\nII. PHƯƠNG HƯỚNG\n\n{text}\n")

    message = checks.before_adopting(plan)[0].message

    assert message == "9 nhiệm vụ chờ xem: II.1, II.2, II.3, II.4, II.5, II.6, …."


def test_adopt_plan_refuses_people_of_others_and_other_posts(authority):
    plan = make_reviewed_plan(authority)
    stranger = make_authority(communes=1)
    for person in (stranger.leader, authority.reporters[0], authority.auditor):
        with pytest.raises(NotAllowed):
            commands.adopt_plan(plan=plan, by=person)


def test_adopt_plan_refuses_a_second_time(authority):
    plan = make_adopted(authority)

    with pytest.raises(WrongState):
        commands.adopt_plan(plan=plan, by=authority.drafter)


@pytest.mark.promise("N6")
def test_assign_direction_ends_its_being_unowned(authority, proof):
    proof(tried="phương hướng không ai nhận hiện ra cho đến khi lãnh đạo giao", times=2)
    plan = make_adopted(authority)
    first, second = queries.unowned_directions(plan)

    commands.assign_direction(task=first, unit=authority.office, by=authority.leader)
    commands.assign_direction(task=second, group=authority.group, by=authority.leader)

    assert not queries.unowned_directions(plan).exists()
    assert [row.unit for row in first.assignments.all()] == [authority.office]
    assert {row.unit for row in second.assignments.all()} == set(authority.communes)
    assert history_of(first).first().event == "assign_direction"


def test_assign_direction_refuses_anybody_but_a_leader(authority):
    task = queries.unowned_directions(make_adopted(authority)).first()
    for person in (authority.drafter, make_authority(communes=1).leader):
        with pytest.raises(NotAllowed):
            commands.assign_direction(task=task, unit=authority.office, by=person)


def test_assign_direction_refuses_units_of_others_and_nobody(authority):
    task = queries.unowned_directions(make_adopted(authority)).first()
    for given in ({}, {"unit": make_authority(communes=1).office}):
        with pytest.raises(Incomplete):
            commands.assign_direction(task=task, by=authority.leader, **given)


def test_assign_direction_refuses_what_is_carried_and_what_is_in_review(authority):
    adopted = make_adopted(authority)
    direction = make_plan(authority, file_name="2", text="\n" + PLAN_AGAIN).tasks.first()
    for task in (adopted.tasks.get(label="III.1.a"), direction):
        with pytest.raises(WrongState):
            commands.assign_direction(task=task, unit=authority.office, by=authority.leader)


def test_assign_direction_refuses_one_that_was_refused(authority):
    plan = make_reviewed_plan(authority)
    direction = plan.tasks.filter(kind="direction").first()
    commands.refuse_task(task=direction, reason="Trùng với mục khác", by=authority.drafter)
    commands.adopt_plan(plan=plan, by=authority.drafter)

    with pytest.raises(WrongState):
        commands.assign_direction(task=direction, unit=authority.office, by=authority.leader)


PLAN_AGAIN = "KẾ HOẠCH\nNăm 2024\n\nII. PHƯƠNG HƯỚNG\n\n- Tiếp tục tuyên truyền về biển, đảo.\n"
