"""Tasks that are started from an occasion: the plan's words stay their ground (N24)."""

import datetime as dt

import pytest

from haidang import clock
from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.occasions import queries as occasions
from haidang.occasions.commands import confirm_day
from haidang.plans import commands, queries
from haidang.plans.enums import TaskKind, TaskStatus
from haidang.plans.models import Task
from tests.makers import make_authority, make_unit
from tests.makers.occasions import load, occasion
from tests.makers.plans import (
    AMENDED,
    PLAN,
    make_adopted,
    make_amended,
    make_reviewed_plan,
)

pytestmark = [pytest.mark.promise("N24"), pytest.mark.django_db]
ASKS = "- Bám sát các sự kiện, lễ kỷ niệm năm tròn, năm chẵn trong năm 2024."


@pytest.fixture
def authority():
    load()
    return make_authority(2)


@pytest.fixture
def plan(authority):
    text = PLAN.replace("- Thông tin về thành tựu", f"{ASKS}\n\n- Thông tin về thành tựu")
    return make_adopted(authority, text=text)


def border_day(authority):
    return occasions.day_of(authority.district, occasion("bien-phong-toan-dan"), 2024)


def start(authority, **given):
    asked = {
        "day": border_day(authority),
        "direction": queries.asking_for_occasions(authority.district, 2024),
        "title": "Tuyên truyền Ngày Biên phòng toàn dân",
        "owners": [authority.group, authority.office],
        "due_on": dt.date(2024, 3, 3),
        "by": authority.drafter,
    }
    return commands.start_from_occasion(**asked | given)


def test_start_from_occasion_gives_units_a_task_that_rests_on_the_plan(authority, plan):
    direction = queries.asking_for_occasions(authority.district, 2024)
    task = start(authority)

    assert (task.kind, task.status) == (TaskKind.DUTY, TaskStatus.ACCEPTED)
    assert (task.text, task.start, task.end) == (direction.text, direction.start, direction.end)
    assert (task.window_from, task.due_on) == (dt.date(2024, 2, 2), dt.date(2024, 3, 3))
    assert task.from_occasion.occasion == occasion("bien-phong-toan-dan")
    units = {row.unit for row in task.assignments.all()}
    assert units == {*authority.communes, authority.office}
    day = border_day(authority)
    assert queries.started_from(authority.district, [day]) == {(day.occasion.pk, 2024): [task]}


def test_move_with_occasion_follows_the_day_that_was_announced_and_leaves_the_deadline(
    authority, plan
):
    festival = occasion("ok-om-bok")
    day = occasions.day_of(authority.district, festival, 2024)
    task = start(authority, day=day, due_on=dt.date(2024, 11, 12))
    told = {"occasion": festival, "year": 2024, "on": dt.date(2024, 11, 16)}
    said = confirm_day(**told, by=authority.drafter)

    assert commands.move_with_occasion(said=said, by=authority.drafter) == [task]

    task = Task.objects.get(pk=task.pk)
    assert (task.from_occasion.on, task.due_on) == (told["on"], dt.date(2024, 11, 12))
    assert commands.move_with_occasion(said=said, by=authority.drafter) == []
    with pytest.raises(NotAllowed):
        commands.move_with_occasion(said=said, by=authority.reporters[0])


def test_a_task_of_an_occasion_was_not_there_before_it_was_started(authority, plan):
    with clock.as_if(clock.at(dt.date(2024, 2, 5), 9)):
        task = start(authority)

    before, since = dt.date(2024, 2, 4), dt.date(2024, 2, 5)
    assert task not in queries.tasks_on(plan, before)
    assert task in queries.tasks_on(plan, since)
    later = dt.date(2024, 6, 30)
    with clock.as_if(clock.at(dt.date(2024, 6, 10), 9)):
        text = AMENDED.replace("- Thông tin về thành tựu", f"{ASKS}\n\n- Thông tin về thành tựu")
        make_amended(authority, plan, answer_by=later, text=text)
    task.refresh_from_db()
    assert task.current is not None
    assert [task in queries.tasks_on(plan, day) for day in (before, since)] == [False, True]


def test_the_direction_that_asks_for_occasions_comes_first(authority, plan):
    first, *others = queries.directions_for_occasions(authority.district, 2024)

    assert "năm tròn" in first.text
    assert len(others) == 2
    assert queries.directions_for_occasions(authority.district, 2025) == []
    assert queries.asking_for_occasions(authority.communes[0], 2024) is None


def test_start_from_occasion_refuses_the_same_task_twice(authority, plan):
    start(authority)

    with pytest.raises(WrongState, match="đã có"):
        start(authority)
    assert Task.objects.filter(from_occasion__isnull=False).count() == 1


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ({"title": " "}, "no_title"),
        ({"title": "x" * 301}, "no_title"),
        ({"title": "TUYỆT MẬT"}, "secrecy_mark"),
        ({"owners": []}, "no_unit"),
        ({"due_on": dt.date(2025, 3, 3)}, "other_year"),
    ],
)
def test_start_from_occasion_refuses_what_cannot_be(authority, plan, given, name):
    with pytest.raises(Incomplete) as refused:
        start(authority, **given)

    assert [issue.name for issue in refused.value.issues] == [name]


def test_start_from_occasion_refuses_strangers_and_other_authorities(authority, plan):
    with pytest.raises(Incomplete):
        start(authority, owners=[make_unit("xã Xa")])
    for stranger in (authority.reporters[0], authority.auditor):
        with pytest.raises(NotAllowed):
            start(authority, by=stranger)


def test_start_from_occasion_refuses_a_plan_that_is_not_followed(authority):
    plan = make_reviewed_plan(authority)
    direction = plan.tasks.filter(kind=TaskKind.DIRECTION).first()

    with pytest.raises(WrongState):
        start(authority, direction=direction)


def test_start_from_occasion_refuses_a_duty_as_its_ground(authority, plan):
    with pytest.raises(WrongState):
        start(authority, direction=plan.tasks.filter(kind=TaskKind.DUTY).first())
