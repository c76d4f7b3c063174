import datetime as dt

import pytest

from haidang import clock
from haidang.activities.commands import load_catalogue
from haidang.activities.models import Kind
from haidang.activities.queries import (
    counts_by_task,
    last_activity,
    loggable_tasks,
    recent_acts,
    suggested_task,
)
from haidang.orgs.enums import Role
from haidang.plans.enums import PlanStatus, TaskKind
from tests.makers import make_authority, make_unit, make_user
from tests.makers.activities import make_activity, make_adopted_plan, make_adopted_task

pytestmark = pytest.mark.django_db


@pytest.fixture
def town():
    return make_authority(communes=2)


@pytest.fixture
def plan(town):
    return make_adopted_plan(town.district, town.drafter)


def test_loggable_tasks_are_ones_own_and_directions_seen(town, plan):
    own = make_adopted_task(plan, town.communes[0])
    make_adopted_task(plan, town.communes[1])
    direction = make_adopted_task(plan, kind=TaskKind.DIRECTION, start=5)
    elsewhere = make_adopted_plan(make_unit("huyện khác", kind="huyen"))
    make_adopted_task(elsewhere, kind=TaskKind.DIRECTION)

    assert list(loggable_tasks(town.communes[0])) == [own, direction]

    plan.status, plan.adopted_at, plan.adopted_by = PlanStatus.IN_REVIEW, None, None
    plan.save()
    assert list(loggable_tasks(town.communes[0])) == []


def test_loggable_tasks_of_a_post_outside_the_tree_come_with_its_task(town, plan):
    post = make_unit("Đồn Biên phòng", kind="phong")
    direction = make_adopted_task(plan, kind=TaskKind.DIRECTION, start=5)
    assert list(loggable_tasks(post)) == []

    own = make_adopted_task(plan, post)

    assert list(loggable_tasks(post)) == [own, direction]


def test_suggested_task_is_the_last_one_used_for_the_kind(town, plan):
    unit, reporter = town.communes[0], town.reporters[0]
    load_catalogue()
    radio, talk = Kind.objects.get(pk="radio"), Kind.objects.get(pk="talk")
    first, second = (make_adopted_task(plan, unit, start=n) for n in (0, 1))
    assert suggested_task(unit, radio) is None

    make_activity(unit, reporter, kind="radio", task=first)
    make_activity(unit, reporter, kind="talk", task=second)

    assert suggested_task(unit, radio) == first
    assert suggested_task(unit, talk) == second
    assert suggested_task(town.communes[1], radio) is None


def test_suggested_task_is_the_one_that_shares_most_words(town, plan):
    unit = town.communes[0]
    load_catalogue()
    radio = Kind.objects.get(pk="radio")
    make_adopted_task(plan, unit, title="Chuyển đổi số", text="Tuyên truyền về chuyển đổi số")
    border = make_adopted_task(plan, unit, title="Luật Biên phòng Việt Nam", start=1)

    assert suggested_task(unit, radio, "Phát bài 3 về luật biên phòng") == border
    assert suggested_task(unit, radio, "Chúc mừng năm mới") is None


def test_last_activity_is_the_one_logged_last(town):
    unit, reporter = town.communes[0], town.reporters[0]
    assert last_activity(unit) is None
    long_ago = clock.today() - dt.timedelta(days=1)

    radio = make_activity(unit, reporter, kind="radio")
    talk = make_activity(unit, reporter, kind="talk", on=long_ago)
    make_activity(town.communes[1], town.reporters[1])

    assert last_activity(unit) == talk
    assert last_activity(unit, Kind.objects.get(pk="radio")) == radio


def test_counts_by_task_count_each_unit_once_per_activity(town, plan, django_assert_num_queries):
    task, other = (make_adopted_task(plan, *town.communes, start=n) for n in (0, 1))
    for unit, reporter, times in zip(town.communes, town.reporters, (1, 2), strict=True):
        for _ in range(times):
            make_activity(unit, reporter, task=task)
    make_activity(town.communes[0], town.reporters[0])

    with django_assert_num_queries(3):
        counts = counts_by_task(tasks=[task, other], units=town.communes)

    assert counts == {(task.pk, town.communes[0].pk): 1, (task.pk, town.communes[1].pk): 2}


def test_recent_acts_are_those_of_units_one_may_see(town):
    make_activity(town.communes[0], town.reporters[0])
    make_activity(make_unit("xã huyện khác"))

    def seen(user):
        return [entry.by_name for entry in recent_acts(user, ["log_activity"])]

    assert seen(town.drafter) == [town.reporters[0].username]
    assert seen(town.reporters[1]) == []
    assert len(seen(town.auditor)) == 2
    nobody = make_user(Role.REPORTER)
    assert seen(nobody) == []
    nobody.unit = None
    assert seen(nobody) == []
    assert list(recent_acts(town.drafter, ["submit_report"])) == []
