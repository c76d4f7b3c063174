"""The task of an entry is suggested by its words, by an occasion near its day, and by habit."""

import datetime as dt

import pytest

from haidang.activities.commands import expect, load_catalogue
from haidang.activities.models import Indicator, Kind
from haidang.activities.queries import suggested_task, usual_tasks
from haidang.occasions.models import Occasion
from haidang.plans.models import OccasionTask
from tests.makers import make_authority
from tests.makers.activities import make_activity, make_adopted_plan, make_adopted_task
from tests.makers.occasions import load, occasion

pytestmark = [pytest.mark.promise("N24"), pytest.mark.django_db]
ON = dt.date(2024, 3, 3)  # Ngày Biên phòng toàn dân


def days(count):
    return dt.timedelta(count)


@pytest.fixture(autouse=True)
def november(settings):
    settings.AS_OF = dt.date(2024, 11, 25)


@pytest.fixture
def town():
    load_catalogue()
    load()
    return make_authority(communes=2)


@pytest.fixture
def plan(town):
    return make_adopted_plan(town.district, town.drafter, year=2024)


def given_for(plan, unit, *, key="bien-phong-toan-dan", on=ON, lead=30, start=0):
    """A task that was started for an occasion."""
    window = {"window_from": on - days(lead), "window_until": on, "due_on": on}
    task = make_adopted_task(plan, unit, title="Văn nghệ", text="Bám sát", start=start, **window)
    row = Occasion.objects.get(key=key)
    OccasionTask.objects.create(task=task, occasion=row, year=on.year, on=on)
    return task


@pytest.mark.parametrize(
    ("day", "is_near"),
    [(-31, False), (-30, True), (-1, True), (0, True), (3, True), (4, False), (365, False)],
)
def test_task_of_an_occasion_is_suggested_on_the_days_around_it_alone(town, plan, day, is_near):
    unit, radio = town.communes[0], Kind.objects.get(pk="radio")
    task = given_for(plan, unit)

    found = suggested_task(unit, radio, day=ON + days(day))

    assert found == (task if is_near else None)
    assert suggested_task(town.communes[1], radio, day=ON) is None


def test_words_go_before_the_occasion_and_name_the_occasion_too(town, plan):
    unit, radio = town.communes[0], Kind.objects.get(pk="radio")
    task = given_for(plan, unit)
    border = make_adopted_task(plan, unit, title="Chuyển đổi số", text="chuyển đổi số", start=1)

    assert suggested_task(unit, radio, "Bài về chuyển đổi số", ON) == border
    named = f"Hưởng ứng {occasion('bien-phong-toan-dan').name}"
    assert suggested_task(unit, radio, named, ON - days(90)) == task


def test_nearest_occasion_is_suggested_and_only_for_kinds_that_show_it(town, plan):
    unit = town.communes[0]
    far, near = given_for(plan, unit), given_for(plan, unit, on=ON - days(9), start=1)
    indicator = Indicator.objects.filter(kinds="talk").first()
    expect(task=near, indicators=[indicator], kinds=[Kind.objects.get(pk="talk")], by=town.drafter)
    usual = usual_tasks(unit)

    assert usual.task_for("talk", ON - days(8)) == near.pk
    assert usual.task_for("radio", ON - days(8)) == far.pk


def test_who_does_the_kind_for_something_else_is_not_asked_again_until_the_day(town, plan):
    unit, by = town.communes[0], town.reporters[0]
    task, own = given_for(plan, unit), make_adopted_task(plan, unit, start=1)
    make_activity(unit, by, kind="radio", task=own, on=ON - days(50))
    assert usual_tasks(unit).task_for("radio", ON - days(5)) == task.pk

    make_activity(unit, by, kind="radio", task=own, on=ON - days(9))

    usual = usual_tasks(unit)
    assert usual.task_for("radio", ON - days(5)) == own.pk
    assert usual.task_for("radio", ON) == task.pk
    assert usual.task_for("talk", ON - days(5)) == task.pk


def test_what_was_done_for_an_occasion_is_no_habit(town, plan):
    unit, by = town.communes[0], town.reporters[0]
    own, task = make_adopted_task(plan, unit, start=1), given_for(plan, unit)
    make_activity(unit, by, kind="radio", task=own, on=ON - days(60))
    make_activity(unit, by, kind="radio", task=task, on=ON)

    assert usual_tasks(unit).task_for("radio", ON + days(1)) == task.pk
    assert usual_tasks(unit).task_for("radio", ON + days(40)) == own.pk


def test_questions_are_the_same_for_one_occasion_and_for_three(
    town, plan, django_assert_num_queries
):
    unit = town.communes[0]
    given_for(plan, unit)
    with django_assert_num_queries(3):
        usual_tasks(unit)
    for at in (1, 2):
        given_for(plan, unit, on=ON + days(at), start=at)
    with django_assert_num_queries(3):
        usual_tasks(unit)
