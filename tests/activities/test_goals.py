"""How much is to be reached, and how far it came."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.activities.commands import load_catalogue
from haidang.activities.commands.goals import set_goal, set_goals, spread_target
from haidang.activities.models import Goal, Indicator
from haidang.activities.queries.goals import (
    Reached,
    goals_set,
    reached_by_indicator,
    reached_by_unit,
    window_of,
)
from haidang.errors import Incomplete, NotAllowed
from haidang.ledger.models import Entry
from haidang.orgs.enums import Role
from haidang.orgs.models import Unit
from haidang.plans.models import Target
from tests.makers import make_authority, make_unit, make_user
from tests.makers.activities import make_activity, make_adopted_plan, make_adopted_task

pytestmark = pytest.mark.django_db


@pytest.fixture
def town(settings):
    settings.AS_OF = dt.date(2024, 11, 25)
    load_catalogue()
    return make_authority(communes=3)


def indicator(code="3.1"):
    return Indicator.objects.get(code=code)


def put(town, unit, quantity, *, code="3.1", year=2024, quarter=None, by=None):
    facts = {"indicator": indicator(code), "year": year, "quarter": quarter}
    return set_goal(unit=unit, quantity=Decimal(quantity), by=by or town.drafter, **facts)


def drop(goal, by):
    facts = {"unit": goal.unit, "year": goal.year, "quarter": goal.quarter}
    return set_goals(quantities=[(goal.indicator, None)], by=by, **facts)


def make_target(town, quantity="150", measure="buổi"):
    plan = make_adopted_plan(town.district, town.drafter)
    number = None if quantity is None else Decimal(quantity)
    facts = {"text": "150 buổi", "quantity": number, "measure": measure}
    return Target.objects.create(plan=plan, start=0, end=8, **facts)


def test_set_goal_said_again_keeps_the_later_word_and_records_the_earlier(town):
    unit = town.communes[0]
    put(town, unit, 10)

    put(town, unit, 12, by=town.leader)

    assert [goal.quantity for goal in Goal.objects.all()] == [12]
    details = Entry.objects.filter(event="set_goal").order_by("-seq")[0].get_details()
    assert (details["before"], details["quantity"]) == ("10.00", "12")


@pytest.mark.parametrize(
    ("field", "facts"),
    [
        ("year", {"year": 2022}),
        ("year", {"year": 2027}),
        ("quarter", {"quarter": 5}),
        ("quantity", {"quantity": "-1"}),
        ("quantity", {"quantity": "1000000001"}),
        ("quantity", {"quantity": "NaN"}),
        ("quantity", {"quantity": "1.005"}),
    ],
)
def test_set_goal_refuses_what_cannot_be(town, field, facts):
    with pytest.raises(Incomplete) as refused:
        put(town, town.communes[0], **({"quantity": "1"} | facts))

    assert refused.value.issues[0].field.startswith(field)


def test_set_goal_refuses_an_indicator_out_of_use(town):
    Indicator.objects.filter(code="3.1").update(is_retired=True)

    with pytest.raises(Incomplete, match="thôi dùng"):
        put(town, town.communes[0], 1)


def test_set_goal_and_set_goals_refuse_who_does_not_set(town):
    goal = put(town, town.communes[0], 10)
    for nobody in (town.reporters[0], town.auditor):
        with pytest.raises(NotAllowed):
            put(town, town.communes[0], 1, by=nobody)
        with pytest.raises(NotAllowed):
            drop(goal, nobody)
    with pytest.raises(NotAllowed):
        put(town, make_unit("xã Xa"), 1)


def test_set_goals_takes_back_so_that_nothing_is_set(town):
    unit = town.communes[0]
    goal = put(town, unit, 10)

    assert [drop(goal, town.drafter) for _ in range(2)] == [1, 0]

    assert goals_set(unit=unit, year=2024) == {}
    assert reached_by_unit(units=[unit], indicator=indicator(), year=2024)[unit.pk].planned is None
    assert Entry.objects.filter(event="drop_goal").exists()


@pytest.mark.parametrize(("above", "below"), [(None, None), (1, 1), (2, None)])
def test_a_commune_says_nothing_over_the_word_of_its_superior(town, above, below):
    unit = town.communes[0]
    head = make_user(Role.LEADER, unit=unit)
    goal = put(town, unit, 100, quarter=above)

    with pytest.raises(NotAllowed, match="chỉ cơ quan ấy"):
        put(town, unit, 1, quarter=below, by=head)
    if above == below:
        with pytest.raises(NotAllowed):
            drop(goal, head)

    assert [row.quantity for row in Goal.objects.all()] == [100]
    own = put(town, unit, 5, code="3.2", by=head)
    assert put(town, unit, 6, code="3.2", by=head).pk == own.pk
    assert put(town, unit, 7, code="3.2").quantity == 7


def test_spread_target_adds_up_and_says_where_it_came_from(town):
    target = make_target(town, "100")

    goals = spread_target(
        target=target, indicator=indicator(), units=town.communes, year=2024, by=town.drafter
    )

    assert [goal.quantity for goal in goals] == [34, 33, 33]
    assert {goal.target for goal in goals} == {target}


@pytest.mark.parametrize(
    ("sentence", "text", "measure", "times"),
    [
        ("Hằng tháng, mỗi xã đăng ít nhất 02 tin, bài.", "ít nhất 02 tin, bài", "tin, bài", 12),
        ("Hàng quý tổ chức 02 buổi.", "02 buổi", "buổi", 4),
        ("Đăng 02 tin.", "02 tin", "tin/tháng", 12),
        ("Phát 02 buổi mỗi tuần", "02 buổi mỗi tuần", "buổi", 52),
        ("Họp giao ban hằng tháng; tổ chức 02 hội thi.", "02 hội thi", "hội thi", 1),
        ("Hằng tháng phát thanh, mỗi năm tổ chức 02 hội thi.", "02 hội thi", "hội thi", 1),
        ("Trong năm tổ chức 02 hội thi.", "02 hội thi", "hội thi", 1),
    ],
)
def test_what_is_wanted_each_month_is_cut_twelve_times(town, sentence, text, measure, times):
    target = make_target(town, "2", measure)
    target.text, target.task = text, make_adopted_task(target.plan, text=sentence)
    target.save()

    goals = spread_target(
        target=target, indicator=indicator(), units=town.communes, year=2024, by=town.drafter
    )

    assert sum(goal.quantity for goal in goals) == 2 * times


def test_spread_target_follows_weights(town):
    goals = spread_target(
        target=make_target(town), indicator=indicator(), units=town.communes, year=2024,
        by=town.drafter, weights=[2, 1, 0],
    )  # fmt: skip

    assert [goal.quantity for goal in goals] == [100, 50, 0]


@pytest.mark.parametrize(
    ("quantity", "measure", "units", "weights"),
    [
        (None, "buổi", 3, None),
        ("0", "buổi", 3, None),
        ("80", "%", 3, None),
        ("80", "phần trăm", 3, None),
        ("2000000000", "buổi", 3, None),
        ("150", "buổi", 0, None),
        ("150", "buổi", 3, [1]),
    ],
)
def test_spread_target_refuses_what_cannot_be_cut(town, quantity, measure, units, weights):
    with pytest.raises(Incomplete):
        spread_target(
            target=make_target(town, quantity, measure), indicator=indicator(), year=2024,
            units=town.communes[:units], by=town.drafter, weights=weights,
        )  # fmt: skip
    assert not Goal.objects.exists()


def below(town):
    return Unit.objects.below(town.district)


def of_all(town, **period):
    rows = {"units": below(town), "indicators": [indicator()], "year": 2024}
    return reached_by_indicator(**rows | period)[indicator().pk]


def test_joint_work_is_counted_once_over_all_units(town):
    one, two, _ = town.communes
    put(town, one, 2)
    put(town, two, 1)
    make_activity(one, town.reporters[0], on=dt.date(2024, 3, 1), together=[two])
    make_activity(one, town.reporters[0], on=dt.date(2024, 5, 1))
    make_activity(one, town.reporters[0], on=dt.date(2023, 12, 31))

    by_unit = reached_by_unit(units=town.communes, indicator=indicator(), year=2024)

    assert [(by_unit[unit.pk].done, by_unit[unit.pk].percent) for unit in town.communes] == [
        (2, 100),
        (1, 100),
        (0, None),
    ]
    assert of_all(town) == Reached(Decimal(3), Decimal(2), 2)
    assert of_all(town, quarter=1) == Reached(None, Decimal(1), 0)


def test_the_word_for_a_year_comes_before_its_quarters(town):
    one, two, _ = town.communes
    for quarter in (1, 2):
        put(town, one, 5, quarter=quarter)
        put(town, two, 5, quarter=quarter)
    put(town, two, 40)

    by_unit = reached_by_unit(units=town.communes, indicator=indicator(), year=2024)

    assert [by_unit[unit.pk].planned for unit in town.communes] == [10, 40, None]
    assert of_all(town).planned == 50
    assert of_all(town).set_for == 2
    assert of_all(town, quarter=2).planned == 10


@given(
    st.decimals(0, 10**6, places=2) | st.none(),
    st.decimals(0, 10**6, places=2),
)
def test_nothing_set_is_not_nought(planned, done):
    reached = Reached(planned, done)

    assert (reached.percent is None) == (not planned)
    assert (reached.left is None) == (planned is None)
    assert planned is None or max(planned, done) == done + (reached.left or 0)


@pytest.mark.parametrize(
    ("year", "quarter", "first", "last"),
    [
        (2023, None, dt.date(2023, 1, 1), dt.date(2023, 12, 31)),
        (2024, None, dt.date(2024, 1, 1), dt.date(2024, 11, 25)),
        (2024, 1, dt.date(2024, 1, 1), dt.date(2024, 3, 31)),
        (2024, 4, dt.date(2024, 10, 1), dt.date(2024, 11, 25)),
        (2025, None, dt.date(2025, 1, 1), dt.date(2025, 1, 1)),
    ],
)
def test_a_window_ends_today(town, year, quarter, first, last):
    assert window_of(year, quarter) == (first, last)


def test_questions_are_the_same_for_any_number_of_units(town, django_assert_num_queries):
    for unit, reporter in zip(town.communes, town.reporters, strict=True):
        put(town, unit, 10)
        make_activity(unit, reporter)
    rows = list(Indicator.objects.all())
    for units in (town.communes[:1], town.communes):
        some = Unit.objects.filter(pk__in=[unit.pk for unit in units])
        with django_assert_num_queries(3):
            reached_by_indicator(units=some, indicators=rows, year=2024)
        with django_assert_num_queries(3):
            reached_by_unit(units=units, indicator=rows[0], year=2024)
