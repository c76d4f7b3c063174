"""An authority says how it reads "trước ngày"; what is read from then on follows."""

import datetime as dt

import pytest

from haidang.errors import Incomplete, NotAllowed
from haidang.ledger.queries import history_of
from haidang.orgs.enums import Role
from haidang.plans import commands, queries
from haidang.text.habits import USUAL, BeforeDay
from tests.makers import make_authority, make_user
from tests.makers.plans import PLAN, make_plan

pytestmark = pytest.mark.django_db


@pytest.fixture
def authority():
    return make_authority(communes=1)


@pytest.fixture
def administrator(authority):
    return make_user(Role.ADMINISTRATOR, unit=authority.district)


def test_habits_of_are_the_stricter_ones_unless_said(authority):
    assert queries.habits_of(authority.district) == USUAL


@pytest.mark.promise("N3")
def test_set_habits_changes_how_later_plans_are_read(authority, administrator, proof):
    first = make_plan(authority)
    commands.set_habits(unit=authority.district, includes_named_day=True, by=administrator)

    second = make_plan(authority, text=PLAN + "\n")

    days = [plan.tasks.get(label="III.2.b").due_on for plan in (first, second)]
    proof(tried="“trước ngày 30/11” theo cách hiểu của cơ quan", times=2, figure=str(days[1]))
    assert days == [dt.date(2024, 11, 29), dt.date(2024, 11, 30)]
    assert history_of(authority.district).first().event == "set_habits"


def test_set_habits_keeps_days_off_and_days_of_work(authority, administrator):
    off, on = dt.date(2024, 4, 29), dt.date(2024, 5, 4)
    for _ in range(2):
        commands.set_habits(
            unit=authority.district,
            includes_named_day=False,
            days_off=[off],
            workdays=[on],
            by=administrator,
        )

    habits = queries.habits_of(authority.district)

    assert (habits.days_off, habits.workdays) == ({off}, {on})
    assert habits.before_day_is == BeforeDay.DAY_BEFORE


def test_set_habits_refuses_everybody_but_an_administrator(authority):
    for person in (authority.drafter, authority.leader, authority.auditor):
        with pytest.raises(NotAllowed):
            commands.set_habits(unit=authority.district, includes_named_day=True, by=person)


def test_set_habits_refuses_a_day_that_is_both(authority, administrator):
    day = dt.date(2024, 5, 4)
    with pytest.raises(Incomplete, match="04/05/2024 không thể vừa nghỉ vừa làm bù"):
        commands.set_habits(
            unit=authority.district,
            includes_named_day=True,
            days_off=[day],
            workdays=[day],
            by=administrator,
        )
