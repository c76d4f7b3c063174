"""A task that the text gives to several units and groups, from reading to assignments."""

import datetime as dt

import pytest

from haidang.errors import Incomplete
from haidang.orgs import commands as orgs
from haidang.plans import commands, queries
from haidang.plans.enums import Certainty, Part
from haidang.plans.models import Assignment, FurtherOwner, Task
from tests.makers import make_authority, make_unit
from tests.makers.plans import PLAN, make_adopted, make_plan

pytestmark = pytest.mark.django_db
SEVERAL = "1. Phòng Văn hóa và Thông tin huyện, Trạm Biển và Ủy ban nhân dân các xã, thị trấn"


@pytest.fixture
def authority():
    return make_authority(communes=2)


@pytest.fixture
def station(authority):
    return make_unit("Trạm Biển", kind="phong", parent=authority.district)


def given_to(words):
    return PLAN.replace("1. Phòng Văn hóa và Thông tin huyện", words)


def task_of(plan, label="III.1.a"):
    return plan.tasks.get(label=label)


def test_a_task_given_to_several_is_carried_by_each(authority, station):
    task = task_of(make_plan(authority, text=given_to(SEVERAL)))

    assert task.owners == [authority.office, station, authority.group]
    assert (task.unit, task.group, task.certainty) == (authority.office, None, Certainty.HIGH)
    assert [row.ordinal for row in task.further.all()] == [2, 3]
    assert str(task.further.first()) == "Trạm Biển"


def test_adoption_gives_a_task_to_every_owner_and_member(authority, station):
    plan = make_adopted(authority, text=given_to(SEVERAL))

    given = Assignment.objects.filter(task=task_of(plan))
    assert set(given.values_list("unit", "part")) == {
        (unit.pk, Part.LEAD) for unit in (authority.office, station, *authority.communes)
    }


def test_one_unknown_name_among_several_makes_the_task_uncertain(authority):
    task = task_of(make_plan(authority, text=given_to(SEVERAL)))

    assert task.owners == [authority.office, authority.group]
    assert task.certainty == Certainty.LOW


def test_a_plan_speaks_of_the_units_of_the_day_it_was_issued(authority):
    old = make_unit("Trạm Biển", kind="phong", parent=authority.district)
    new = make_unit("Trạm Đại Dương", kind="phong", parent=authority.district)
    reform = dt.date(2024, 7, 1)
    orgs.replace_units(predecessors=[old], successors=[new], on=reform, how="rename", by=None)
    before = make_plan(authority, text=given_to("1. Trạm Biển"))
    text = given_to("1. Trạm Đại Dương").replace(
        "ngày 12 tháng 10 năm 2023", "ngày 12 tháng 8 năm 2024"
    )

    after = make_plan(authority, text=text)

    assert (before.first_day, after.first_day) == (dt.date(2024, 1, 1), dt.date(2024, 8, 12))
    assert (task_of(before).owners, task_of(after).owners) == ([old], [new])


def test_whoever_is_concerned_is_shown_and_given_nothing(authority):
    words = "1. Phòng Văn hóa và Thông tin huyện và các đơn vị có liên quan"
    plan = make_plan(authority, text=given_to(words))
    task = task_of(plan)

    known, concerned = queries.meanings_of(plan, [task])[task.pk]

    assert (task.owners, task.certainty) == ([authority.office], Certainty.HIGH)
    assert (known.thing, concerned.is_generic) == (authority.office, True)
    assert concerned.words == "các đơn vị có liên quan"


def test_meanings_of_offers_what_an_unknown_unit_may_be(authority):
    make_unit("Trạm Khí tượng", kind="phong", parent=authority.district)
    plan = make_plan(authority)
    task = task_of(plan, "III.3.a")

    (part,) = queries.meanings_of(plan, [task])[task.pk]

    assert (part.words, part.thing) == ("Trạm Khí tượng Biển Xa", None)
    assert [(str(one), one.why) for one in part.candidates] == [("Trạm Khí tượng", "gần đúng")]


def test_meanings_of_many_tasks_cost_what_those_of_one_cost(authority, django_assert_num_queries):
    plan = make_plan(authority)
    for tasks in (list(plan.tasks.all())[:1], list(plan.tasks.all())):
        with django_assert_num_queries(7):
            queries.meanings_of(plan, tasks)


def test_reading_in_more_tasks_asks_no_more_of_the_units(authority, django_assert_max_num_queries):
    line = "\n\n- Gửi báo cáo kết quả về Ủy ban nhân dân huyện trước ngày 30 tháng 11."
    make_plan(authority)  # what is asked once is asked
    with django_assert_max_num_queries(70) as few:
        make_plan(authority, text=PLAN.replace(line, line.replace("30", "28")))
    with django_assert_max_num_queries(len(few)):
        make_plan(authority, text=PLAN.replace(line, line * 9))


def test_change_task_takes_a_list_of_owners_in_their_order(authority, station):
    task = task_of(make_plan(authority), "III.3.a")
    wanted = [authority.group, station, authority.group, authority.office]

    task = commands.change_task(task=task, owners=wanted, by=authority.drafter)

    assert task.owners == [authority.group, station, authority.office]
    assert Task.objects.with_owners().get(pk=task.pk).owners == task.owners


@pytest.mark.parametrize("given", ["unit", "group", "nobody", "owners"])
def test_change_task_to_one_or_nobody_forgets_the_others(authority, station, given):
    task = task_of(make_plan(authority, text=given_to(SEVERAL)))
    one = {"unit": station, "group": authority.group, "nobody": True, "owners": []}[given]

    task = commands.change_task(task=task, by=authority.drafter, **{given: one})

    assert task.owners == ([] if given in {"nobody", "owners"} else [one])
    assert not FurtherOwner.objects.exists()


def test_change_task_leaves_several_owners_that_are_not_spoken_of(authority, station):
    task = task_of(make_plan(authority, text=given_to(SEVERAL)))

    task = commands.change_task(task=task, title="Việc chung", by=authority.drafter)

    assert len(task.owners) == 3


def test_an_owner_is_no_coordinator_of_its_own_task(authority, station):
    task = task_of(make_plan(authority, text=given_to(SEVERAL)))

    task = commands.change_task(
        task=task, coordinators=[station, *authority.communes], by=authority.drafter
    )

    assert list(task.coordinators.order_by("pk")) == authority.communes


def test_change_task_refuses_a_stranger_among_several(authority):
    task = task_of(make_plan(authority))
    for stranger in (make_unit("xã Lạ"), make_authority(communes=1).group):
        with pytest.raises(Incomplete, match="chỉ giao việc cho đơn vị của mình"):
            commands.change_task(
                task=task, owners=[authority.office, stranger], by=authority.drafter
            )


@pytest.mark.promise("N6")
def test_assign_direction_may_name_several(authority):
    plan = make_adopted(authority)
    task = queries.unowned_directions(plan).first()
    owners = [authority.office, authority.group]

    task = commands.assign_direction(task=task, owners=owners, by=authority.leader)

    assert task.owners == owners
    assert {row.unit for row in task.assignments.all()} == {authority.office, *authority.communes}
    assert task not in queries.unowned_directions(plan)


def test_adoption_asks_for_the_members_of_a_group_once(authority, django_assert_max_num_queries):
    def adopted(text):
        plan = make_plan(authority, text=text)
        for task in plan.tasks.all():
            if task.has_owner or task.kind == "direction":
                commands.accept_task(task=task, by=authority.drafter)
            else:
                commands.refuse_task(task=task, reason="lạ", by=authority.drafter)
        return plan

    line = "\n\n- Gửi báo cáo kết quả về Ủy ban nhân dân huyện trước ngày 30 tháng 11."
    few, many = adopted(PLAN), adopted(PLAN.replace(line, line * 5))
    with django_assert_max_num_queries(60) as asked:
        commands.adopt_plan(plan=few, by=authority.drafter)
    with django_assert_max_num_queries(len(asked)):
        commands.adopt_plan(plan=many, by=authority.drafter)
