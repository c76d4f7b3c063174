"""Units that merge or divide: their heirs answer, plan and do what was still open (N4, N5)."""

import datetime as dt
from collections import Counter

import pytest

from haidang import clock
from haidang.errors import WrongState
from haidang.ledger.models import Entry
from haidang.orgs.commands import replace_units
from haidang.orgs.enums import Change, Role
from haidang.plans import commands, queries
from haidang.plans.cascade import asked_units, silent_items, to_take_over
from haidang.plans.enums import DetailedStatus, How
from haidang.plans.jobs import hand_on_to_heirs
from haidang.plans.models import Asked, Assignment, Detailed
from tests.makers import make_authority, make_unit, make_user
from tests.makers.cascade import IN_2024, WAIVED, make_cascade, make_issued_detailed
from tests.makers.plans import make_adopted, make_amended

pytestmark = pytest.mark.django_db
JUNE, JULY = dt.date(2024, 6, 10), dt.date(2024, 7, 1)
ANSWER_BY = dt.date(2024, 8, 30)


@pytest.fixture
def town():
    return make_authority(communes=3)


@pytest.fixture
def amended(town):
    with clock.as_if(clock.at(JUNE, 9)):
        return make_amended(town, make_adopted(town), answer_by=ANSWER_BY)


@pytest.fixture
def cascade():
    with clock.as_if(IN_2024):
        return make_cascade()


def at(day):
    return clock.as_if(clock.at(day, 9))


def become(olds, count, parent):
    """The units end on 30/6/2024, and as many new ones go on; each with somebody who reports."""
    names = [f"xã Mới {n}" for n in range(1, count + 1)]
    heirs = [make_unit(name, parent=parent, valid_from=JULY) for name in names]
    how = Change.MERGE if count == 1 else Change.SPLIT
    replace_units(predecessors=olds, successors=heirs, on=JULY, how=how, by=None)
    return [(heir, make_user(Role.REPORTER, unit=heir, post="Công chức")) for heir in heirs]


@pytest.mark.promise("N5")
def test_an_heir_answers_once_for_all_that_it_goes_on_for(town, amended):
    first, second, third = town.communes
    with at(JULY):
        done = queries.unanswered(first).first()
        commands.answer_amendment(asked=done, how=How.TAKEN_UP, by=town.reporters[0])
        [(heir, officer)] = become([first, second], 1, town.district)

        waiting = Counter(row.unit for row in queries.unanswered())
        assert waiting == {heir: 3, third: 3}
        before = queries.asked_before(amended.amendment, heir)
        assert {len(rows) for rows in before.values()} == {2}
        for row in queries.unanswered(heir):
            commands.answer_amendment(asked=row, how=How.TAKEN_UP, by=officer)

        assert Counter(row.unit for row in queries.unanswered()) == {third: 3}
        assert queries.answer_counts(amended.amendment) == {"": 3, "taken_up": 4}
        told = {u: (u.asked, u.answered) for u in queries.answers_by_unit(amended.amendment)}
        assert told == {third: (3, 0), first: (1, 1), heir: (3, 3)}


@pytest.mark.promise("N5")
def test_each_heir_of_a_divided_unit_answers_what_was_still_open(town, amended):
    first = town.communes[0]
    with at(JULY):
        done = queries.unanswered(first).first()
        commands.answer_amendment(asked=done, how=How.TAKEN_UP, by=town.reporters[0])
        heirs = [heir for heir, _ in become([first], 2, town.district)]

        assert [queries.unanswered(heir).count() for heir in heirs] == [2, 2]
        assert not queries.unanswered(first).exists()


@pytest.mark.promise("N5")
def test_a_merger_of_a_day_to_come_is_handed_on_on_that_day(town, amended):
    first = town.communes[0]
    with at(JUNE):
        [(heir, _)] = become([first], 1, town.district)
        assert queries.unanswered(first).count() == 3
        hand_on_to_heirs.func(None)
        assert not Asked.objects.filter(unit=heir).exists()
    with at(JULY):
        hand_on_to_heirs.func(clock.at(JUNE).isoformat())
        assert queries.unanswered(heir).count() == 3
        given = Assignment.objects.filter(unit=heir).count()
        assert given == 4
        hand_on_to_heirs.func(clock.at(JUNE).isoformat())  # again changes nothing
        assert Assignment.objects.filter(unit=heir).count() == given
    kept = Entry.objects.get(event="go_on_for_units").get_details()
    assert kept == {"from_units": [str(first)], "tasks": 4, "asked": 3}


def test_what_was_due_before_a_unit_ended_stays_with_it(town):
    with at(JUNE):
        plan = make_adopted(town)
        plan.tasks.filter(label="III.2.b").update(due_on=dt.date(2024, 6, 30))
    with at(JULY):
        [(heir, _)] = become([town.communes[0]], 1, town.district)

    labels = Assignment.objects.filter(unit=heir).values_list("task__label", flat=True)
    assert set(labels) == {"III.1.a", "III.2.a"}


@pytest.mark.promise("N4")
def test_each_heir_of_a_divided_unit_makes_its_detailed_plan(cascade):
    plan, divided = cascade.plan, cascade.commune
    with clock.as_if(IN_2024):
        cascade.answer(cascade.start(), "II.1", WAIVED)
    with at(JULY):
        heirs = become([divided], 2, cascade.authority.district)
        others = cascade.authority.communes[1:]
        # Both are asked, and silent, before either has begun.
        assert set(asked_units(plan)) == {*others, *(heir for heir, _ in heirs)}
        assert {row.unit: row.silent for row in queries.coverage_of(plan).rows}[heirs[1][0]] == 5
        for heir, officer in heirs:
            assert to_take_over(heir, plan) == [divided]
            assert [one.given for one in queries.awaited_of(heir, JULY)] == [5]
            detailed = commands.start_detailed_plan(unit=heir, plan=plan, by=officer)
            assert list(detailed.answers.values_list("task__label", "how")) == [("II.1", "waived")]
            assert len(silent_items(detailed)) == 4

        assert {row.unit for row in queries.coverage_of(plan).rows} == {
            *others,
            *(heir for heir, _ in heirs),
        }
    assert Detailed.objects.get(unit=divided).status == DetailedStatus.TAKEN_OVER


@pytest.mark.promise("N4")
def test_what_an_heir_took_over_is_taken_over_from_it_alone(cascade):
    plan = cascade.plan
    with clock.as_if(IN_2024):
        cascade.answer(cascade.start(), "II.1", WAIVED)
    with at(JULY):
        [(heir, officer)] = become([cascade.commune], 1, cascade.authority.district)
        commands.start_detailed_plan(unit=heir, plan=plan, by=officer)
    august = dt.date(2024, 8, 1)
    with at(august):
        last = make_unit("xã Sau", parent=cascade.authority.district, valid_from=august)
        named = {"predecessors": [heir], "successors": [last], "how": Change.RENAME}
        replace_units(**named, on=august, by=None)
        assert to_take_over(last, plan) == [heir]


@pytest.mark.promise("N4")
@pytest.mark.parametrize("count", [1, 2])
def test_heirs_of_a_unit_that_issued_its_plan_make_no_other(cascade, count):
    with clock.as_if(IN_2024):
        commands.adopt_detailed_plan(detailed=make_issued_detailed(cascade), by=cascade.officer)
    with at(JULY):
        heir, officer = become([cascade.commune], count, cascade.authority.district)[-1]

        assert queries.awaited_of(heir, JULY) == []
        with pytest.raises(WrongState):
            commands.start_detailed_plan(unit=heir, plan=cascade.plan, by=officer)
        rows = {row.unit: row.silent for row in queries.coverage_of(cascade.plan).rows}
        assert (heir in rows, rows[cascade.commune]) == (False, 0)
        # But what its predecessor was to do goes on, by both plans.
        plans = Assignment.objects.filter(unit=heir).values_list("task__plan__unit", flat=True)
        assert set(plans) == {cascade.authority.district.pk, cascade.commune.pk}
