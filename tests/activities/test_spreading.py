"""A whole that is cut into parts is the same whole again."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.activities.spreading import parts_of

WHOLES = st.decimals(0, 10**12, places=2) | st.integers(0, 10**12).map(Decimal)
WEIGHTS = st.lists(st.integers(0, 10**6), min_size=1, max_size=40)


@given(WHOLES, WEIGHTS)
def test_parts_add_up_to_the_whole_and_none_is_below_nothing(whole, weights):
    parts = parts_of(whole, weights)

    assert sum(parts) == whole
    assert len(parts) == len(weights)
    assert min(parts) >= 0


@given(WHOLES, WEIGHTS)
def test_every_part_is_within_one_step_of_its_share(whole, weights):
    step = 1 if whole == whole.to_integral() else Decimal("0.01")
    shares = weights if sum(weights) else [1] * len(weights)

    for part, share in zip(parts_of(whole, weights), shares, strict=True):
        assert abs(part - whole * share / sum(shares)) <= step


@given(WHOLES, WEIGHTS, st.randoms())
def test_another_order_gives_the_same_parts(whole, weights, random):
    turned = list(weights)
    random.shuffle(turned)

    assert sorted(parts_of(whole, turned)) == sorted(parts_of(whole, weights))


@given(st.integers(0, 10**9), WEIGHTS)
def test_whole_numbers_stay_whole(whole, weights):
    assert all(part == part.to_integral() for part in parts_of(Decimal(whole), weights))


@given(WHOLES, WEIGHTS)
def test_more_weight_never_gives_less(whole, weights):
    pairs = sorted(zip(weights, parts_of(whole, weights), strict=True))

    assert [part for _, part in pairs] == sorted(part for _, part in pairs)


def test_150_over_fifteen_is_ten_each_and_over_four_is_even():
    assert parts_of(Decimal(150), [1] * 15) == [Decimal(10)] * 15
    assert parts_of(Decimal("10.5"), [1, 1]) == [Decimal("5.25"), Decimal("5.25")]
    assert parts_of(Decimal(3), [0, 0]) == [Decimal(2), Decimal(1)]


@pytest.mark.parametrize(("whole", "weights"), [(1, []), (-1, [1]), (1, [-1, 2])])
def test_nonsense_is_refused(whole, weights):
    with pytest.raises(ValueError, match="not below 0"):
        parts_of(Decimal(whole), weights)
