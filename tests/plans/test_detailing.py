"""Beginning a detailed plan, and going on with those of units that came to an end."""

import datetime as dt

import pytest

from haidang import clock
from haidang.errors import NotAllowed, WrongState
from haidang.orgs.commands import replace_units
from haidang.orgs.enums import Change, Role
from haidang.plans import commands, queries
from haidang.plans.cascade import asked_units, silent_items, to_take_over
from haidang.plans.enums import DetailedStatus, How, PlanStatus
from haidang.plans.models import Detailed, Plan
from tests.makers.cascade import ADAPTED, IN_2024, TAKEN_UP, WAIVED, make_cascade
from tests.makers.orgs import make_unit, make_user
from tests.makers.plans import PLAN, make_reviewed_plan

pytestmark = pytest.mark.django_db
JULY = dt.date(2024, 7, 1)


@pytest.fixture(autouse=True)
def in_january():
    with clock.as_if(IN_2024):
        yield


@pytest.fixture
def cascade():
    return make_cascade()


def labels(tasks):
    return [task.label for task in tasks]


def test_start_detailed_plan_begins_one_and_comes_back_to_it(cascade):
    detailed = cascade.start()

    assert cascade.start() == detailed
    assert (detailed.year, detailed.status) == (2024, DetailedStatus.DRAFTING)
    assert queries.detailed_of(cascade.commune, cascade.plan) == detailed


def test_start_detailed_plan_refuses_strangers_and_units_that_were_given_nothing(cascade):
    other = make_unit("xã Khác", parent=cascade.authority.district)
    officer = make_user(Role.REPORTER, unit=other)

    with pytest.raises(NotAllowed):
        commands.start_detailed_plan(unit=cascade.commune, plan=cascade.plan, by=officer)
    with pytest.raises(WrongState):
        commands.start_detailed_plan(unit=other, plan=cascade.plan, by=officer)


def test_start_detailed_plan_refuses_a_plan_that_is_not_carried_out(cascade):
    plan = make_reviewed_plan(cascade.authority, file_name="khac.txt", text=_other_text())

    with pytest.raises(WrongState):
        commands.start_detailed_plan(unit=cascade.commune, plan=plan, by=cascade.officer)


def _other_text():
    return PLAN.replace("Số: 7/", "Số: 8/")


def test_only_units_that_the_plan_asks_for_a_plan_are_asked(cascade):
    assert set(asked_units(cascade.plan)) == set(cascade.authority.communes)


def test_a_plan_that_asks_nobody_is_answered_by_all_that_it_gives_work(cascade):
    Plan.objects.update(status=PlanStatus.ADOPTED)
    cascade.plan.tasks.filter(label="III.2.a").update(status="refused", refusal_reason="thử")

    # The office works for the authority itself: it is no level below.
    assert set(asked_units(cascade.plan)) == set(cascade.authority.communes)
    assert queries.awaited_of(cascade.commune, clock.today()) == []


def merge(cascade, *units):
    """The units end on 30/6 and one new commune takes over."""
    heir = make_unit("xã Mới", parent=cascade.authority.district, valid_from=JULY)
    replace_units(predecessors=list(units), successors=[heir], on=JULY, how=Change.MERGE, by=None)
    return heir, make_user(Role.REPORTER, unit=heir, post="Công chức")


def test_a_successor_goes_on_with_what_its_predecessors_answered(cascade):
    first, second, _ = cascade.authority.communes
    one = cascade.start()
    by = cascade.authority.reporters[1]
    two = commands.start_detailed_plan(unit=second, plan=cascade.plan, by=by)
    for label, said in (("II.1", WAIVED), ("II.2", TAKEN_UP), ("III.2.a", ADAPTED)):
        cascade.answer(one, label, said)
    cascade.answer(two, "II.1", WAIVED, by=by)
    cascade.answer(two, "II.2", WAIVED, by=by)
    heir, officer = merge(cascade, first, second)

    with clock.as_if(clock.at(dt.date(2024, 7, 2), 9)):
        assert to_take_over(heir, cascade.plan) == [first, second]
        assert Plan.objects.visible_to(officer).get() == cascade.plan
        assert queries.awaited_of(heir, clock.today())[0].given == 5
        detailed = commands.start_detailed_plan(unit=heir, plan=cascade.plan, by=officer)

        # What both said alike or one alone said stays; what they said differently is open again.
        said = dict(detailed.answers.values_list("task__label", "how"))
        assert said == {"II.1": How.WAIVED, "III.2.a": How.ADAPTED}
        assert labels(silent_items(detailed)) == ["II.2", "III.1.a", "III.2.b"]
        assert [row.unit for row in detailed.took_over.order_by("unit")] == [first, second]
        rows = {row.unit for row in queries.coverage_of(cascade.plan).rows}
        assert rows == {heir, cascade.authority.communes[2]}


def test_a_unit_that_came_to_an_end_is_told_who_goes_on(cascade):
    detailed = cascade.start()
    heir, officer = merge(cascade, cascade.commune)

    with clock.as_if(clock.at(dt.date(2024, 7, 2), 9)):
        with pytest.raises(WrongState) as refusal:
            cascade.answer(detailed, "II.1")
        assert "30/06/2024; UBND xã Mới làm tiếp" in refusal.value.message
        commands.start_detailed_plan(unit=heir, plan=cascade.plan, by=officer)

    assert Detailed.objects.get(pk=detailed.pk).status == DetailedStatus.TAKEN_OVER
    with pytest.raises(WrongState):
        cascade.answer(detailed, "II.1")


def test_awaited_of_says_what_asks_and_how_far_the_unit_is(cascade):
    before = queries.awaited_of(cascade.commune, clock.today())
    detailed = cascade.start()
    cascade.answer(detailed, "II.1")

    after = queries.awaited_of(cascade.commune, clock.today())

    assert [(one.task.label, one.detailed, one.silent) for one in before] == [("III.2.a", None, 5)]
    assert [(one.detailed, one.given, one.answered) for one in after] == [(detailed, 5, 1)]
    assert not after[0].is_issued
    assert after[0].due_on is None
    assert queries.awaited_of(cascade.authority.district, clock.today()) == []
    with clock.as_if(clock.at(dt.date(2025, 1, 2), 9)):
        assert queries.awaited_of(cascade.commune, clock.today()) == []
