"""By what a task is measured: said by a person, suggested from words, targets and the log."""

from decimal import Decimal

import pytest

from haidang.activities.commands import load_catalogue
from haidang.activities.commands.headlines import choose_headlines
from haidang.activities.commands.measuring import expect
from haidang.activities.measuring import suggested_indicators, suggested_kinds
from haidang.activities.models import Expectation, Indicator, Kind
from haidang.activities.queries.goals import headlines_of
from haidang.activities.queries.orphans import keys_of_plans, kinds_logged, orphans_of
from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.ledger.models import Entry
from haidang.plans.enums import PlanStatus, TaskKind
from haidang.plans.models import Plan, Target
from tests.makers import make_authority
from tests.makers.activities import make_activity, make_adopted_plan, make_adopted_task

pytestmark = pytest.mark.django_db


@pytest.fixture
def town():
    load_catalogue()
    return make_authority(communes=1)


@pytest.fixture
def plan(town):
    return make_adopted_plan(town.district, town.drafter)


def rows(*codes):
    return list(Indicator.objects.filter(code__in=codes))


def kinds(*codes):
    return list(Kind.objects.filter(pk__in=codes))


def loose(town):
    year = Plan.objects.values_list("year", flat=True).first()
    return orphans_of(keys_of_plans(town.leader, year))


@pytest.mark.promise("N6")
def test_expect_takes_a_task_off_the_list_of_what_nobody_measures(town, plan):
    task = make_adopted_task(plan, town.communes[0])
    assert loose(town).unmeasured() == [task]
    every = Indicator.objects.count()
    assert loose(town).counts()["idle"] == every

    expect(task=task, indicators=rows("1.1"), kinds=kinds("radio"), by=town.drafter)

    left = {"directions": 0, "targets": 0, "unmeasured": 0, "idle": every - 1}
    assert loose(town).counts() == left
    assert Entry.objects.get(event="expect").get_details()["indicators"] == ["1.1"]


@pytest.mark.promise("N6")
def test_a_task_with_evidence_but_no_indicator_stays_on_the_list(town, plan):
    task = make_adopted_task(plan, town.communes[0])

    expect(task=task, indicators=[], kinds=kinds("radio"), by=town.leader)

    (found,) = loose(town).unmeasured()
    assert (found.has_indicator, found.has_kind) == (False, True)


@pytest.mark.promise("N6")
def test_directions_and_targets_that_nobody_carries_are_listed(town, plan):
    direction = make_adopted_task(plan, kind=TaskKind.DIRECTION)
    carried = make_adopted_task(plan, town.communes[0], kind=TaskKind.DIRECTION)
    facts = {"plan": plan, "start": 0, "end": 5, "text": "150 buổi"}
    target = Target.objects.create(**facts)
    Target.objects.create(**facts, task=make_adopted_task(plan, unit=town.office))

    found = loose(town)

    assert found.directions() == [direction]
    assert found.targets() == [target]
    assert carried in found.unmeasured()


def test_a_task_that_a_report_answers_is_measured_by_it(town, plan):
    task = make_adopted_task(plan, town.communes[0])

    assert not orphans_of([plan.pk], [task.pk, None]).unmeasured()


def test_expect_said_again_keeps_the_later_word(town, plan):
    task = make_adopted_task(plan, town.communes[0])
    expect(task=task, indicators=rows("1.1"), kinds=kinds("radio"), by=town.drafter)

    expect(task=task, indicators=rows("3.1"), kinds=kinds("talk"), by=town.leader)

    known = Expectation.objects.get()
    assert (list(known.indicators.all()), known.set_by) == (rows("3.1"), town.leader)


def test_expect_refuses_nothing_named_and_what_does_not_count(town, plan):
    task = make_adopted_task(plan, town.communes[0])
    Kind.objects.filter(pk="visual").update(is_retired=True)
    for indicators, shown in (([], []), (["1.1"], ["talk"]), ([], ["visual"])):
        with pytest.raises(Incomplete):
            expect(task=task, indicators=rows(*indicators), kinds=kinds(*shown), by=town.drafter)
    assert not Expectation.objects.exists()


def test_expect_refuses_other_people_and_plans_that_are_over(town, plan):
    task = make_adopted_task(plan, town.communes[0])
    named = {"indicators": [], "kinds": kinds("radio")}
    for nobody in (town.reporters[0], town.auditor, make_authority(communes=1).drafter):
        with pytest.raises(NotAllowed):
            expect(task=task, by=nobody, **named)
    Plan.objects.filter(pk=plan.pk).update(
        status=PlanStatus.WITHDRAWN, withdrawal_reason="nhầm", adopted_at=None, adopted_by=None
    )
    with pytest.raises(WrongState):
        expect(task=task, by=town.drafter, **named)


def suggested(task, targets=()):
    logged = kinds_logged([task.pk]).get(task.pk, {})
    shown = suggested_kinds(task, Kind.objects.all(), logged)
    found = suggested_indicators(targets, shown, Indicator.objects.prefetch_related("kinds"))
    return [(one.thing.pk, one.reason) for one in shown], [row.thing.code for row in found]


def test_words_of_the_plan_suggest_what_measures_it(town, plan):
    task = make_adopted_task(plan, title="Cổ động", text="Treo pa nô trên Đài Truyền thanh huyện")

    assert suggested(task) == (
        [("radio", "văn bản nói “truyền thanh”"), ("visual", "văn bản nói “pa nô”")],
        ["1.1", "5.1"],
    )


def test_what_was_logged_comes_before_words(town, plan):
    task = make_adopted_task(plan, town.communes[0], text="Phát thanh hằng tháng", title="Loa")
    make_activity(town.communes[0], town.reporters[0], task=task)

    assert suggested(task)[0] == [
        ("talk", "đã ghi 1 hoạt động loại này"),
        ("radio", "văn bản nói “phát thanh”"),
    ]


def test_a_target_chooses_the_indicator_in_its_unit_of_measure(town, plan):
    task = make_adopted_task(plan, text="tuyên truyền trực tiếp cho Nhân dân", title="Nói chuyện")
    facts = {"text": "5.000 lượt người dự", "quantity": Decimal(5000), "measure": "lượt người dự"}

    assert suggested(task, [Target(plan=plan, start=0, end=4, **facts)])[1] == ["3.2"]


def test_words_that_say_nothing_suggest_nothing(town, plan):
    task = make_adopted_task(plan, title="Tham mưu", text="Tham mưu văn bản quản lý nhà nước")

    assert suggested(task) == ([], [])


def test_choose_headlines_is_for_the_authority_and_for_three(town):
    unit = town.district
    assert [row.code for row in headlines_of(unit)] == ["3.2", "1.2", "2.1"]

    choose_headlines(unit=unit, indicators=rows("4.1", "1.1"), by=town.leader)

    assert {row.code for row in headlines_of(unit)} == {"1.1", "4.1"}
    with pytest.raises(Incomplete):
        choose_headlines(unit=unit, indicators=rows("1.1", "1.2", "2.1", "2.2"), by=town.leader)
    with pytest.raises(NotAllowed):
        choose_headlines(unit=unit, indicators=[], by=town.reporters[0])
    Indicator.objects.filter(code="4.1").update(is_retired=True)
    with pytest.raises(Incomplete):
        choose_headlines(unit=unit, indicators=rows("4.1"), by=town.leader)
    assert [row.code for row in headlines_of(unit)] == ["1.1"]


def test_a_catalogue_without_the_starting_codes_has_headlines_too(town):
    for at, row in enumerate(Indicator.objects.order_by("position")):
        Indicator.objects.filter(pk=row.pk).update(code=f"X{at}")

    assert [row.code for row in headlines_of(None)] == ["X0", "X1", "X2"]
