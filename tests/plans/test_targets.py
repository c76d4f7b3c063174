"""Targets that a plan sets: kept with their place, and counted where nobody carries them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.plans import commands, queries
from haidang.plans.enums import Bucket
from haidang.plans.keeping import nearest
from haidang.plans.models import Item
from tests.makers import make_authority
from tests.makers.plans import PLAN, make_plan

pytestmark = pytest.mark.django_db
SHARE = "- Phấn đấu 100% xã có đài truyền thanh hoạt động tốt trong năm 2024."
SESSIONS = "- Tổ chức ít nhất 12 buổi tuyên truyền tại các ấp."
TEXT = PLAN.replace("- Nâng cao nhận thức của Nhân dân về biển, đảo.", SHARE).replace(
    "- Xây dựng kế hoạch chi tiết, tổ chức tuyên truyền thường xuyên.", SESSIONS
)


@pytest.fixture
def authority():
    return make_authority(communes=1)


@pytest.fixture
def plan(authority):
    return make_plan(authority, text=TEXT)


def of(plan, quantity):
    return plan.targets.get(quantity=quantity)


def test_a_target_is_kept_with_its_place_quantity_and_sentence(plan):
    target = of(plan, 100)
    text = plan.revision.text

    assert (target.quantity, target.measure, target.year) == (Decimal(100), "%", 2024)
    assert text[target.start : target.end] == target.text == str(target)
    assert (target.item.bucket, target.task) == (Bucket.TARGET, None)


def test_a_target_within_a_duty_is_that_tasks(authority, plan):
    target = of(plan, 12)

    assert (target.task.label, target.bound) == ("III.2.a", "at-least")
    assert target.task.owners == [authority.group]


@pytest.mark.promise("N6")
def test_uncarried_targets_are_those_that_nobody_carries(authority, plan, proof):
    proof(tried="chỉ tiêu không đơn vị nào nhận được đếm và nêu ra", times=plan.targets.count())
    assert list(queries.uncarried_targets(plan)) == [of(plan, 100)]

    task = of(plan, 12).task
    commands.change_task(task=task, nobody=True, by=authority.drafter)
    assert set(queries.uncarried_targets(plan)) == {of(plan, 100), of(plan, 12)}

    commands.change_task(task=task, owners=[authority.office], by=authority.drafter)
    commands.refuse_task(task=task, reason="trùng", by=authority.drafter)
    assert of(plan, 12) in queries.uncarried_targets(plan)


@pytest.mark.promise("N6")
def test_a_task_made_of_a_sentence_takes_its_target_along(authority, plan):
    commands.classify_item(item=of(plan, 100).item, bucket=Bucket.TASK, by=authority.drafter)
    task = of(plan, 100).task

    assert of(plan, 100) in queries.uncarried_targets(plan)
    commands.change_task(task=task, group=authority.group, by=authority.drafter)
    assert not queries.uncarried_targets(plan).exists()


def test_targets_of_cost_the_same_for_few_and_many(authority, plan, django_assert_num_queries):
    many = make_plan(authority, text=TEXT.replace(SESSIONS, "\n\n".join([SESSIONS] * 4)))
    for one in (plan, many):
        with django_assert_num_queries(4):
            assert [target.task.owners for target in queries.targets_of(one) if target.task]


@given(
    st.lists(st.integers(1, 9), min_size=1, max_size=12),
    st.integers(0, 60),
    st.integers(1, 20),
)
def test_the_nearest_stretch_is_the_one_that_shares_most(lengths, start, length):
    ends = [sum(lengths[: n + 1]) for n in range(len(lengths))]
    stretches = [
        Item(pk=n, start=end - size, end=end)
        for n, (end, size) in enumerate(zip(ends, lengths, strict=True))
    ]

    def shared(one):
        return min(one.end, start + length) - max(one.start, start)

    found = nearest(stretches, start, start + length)

    most = max(map(shared, stretches))
    assert found is None if most <= 0 else shared(found) == most
