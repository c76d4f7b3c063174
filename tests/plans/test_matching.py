"""Matching the items of two plans: each in one pair, moved ones found again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.plans.matching import SURE, Pair, Side, matched

WORDS = st.sampled_from("tuyên truyền biển đảo phát thanh báo cáo luật biên phòng xã".split())
SIDES = st.lists(
    st.builds(
        Side,
        st.lists(WORDS, min_size=1, max_size=8).map(" ".join),
        st.sampled_from(["II.1", "III.1.a", "III.2.b"]),
        st.sets(st.integers(1, 3), max_size=2).map(frozenset),
    ),
    max_size=12,
)


def side(words, label="III.1.a", *owners):
    return Side(words, label, frozenset(owners))


@pytest.mark.promise("N5")
@given(SIDES, SIDES)
def test_every_item_of_both_plans_is_in_exactly_one_pair(old, new):
    pairs = matched(old, new)

    assert sorted(pair.old for pair in pairs if pair.old is not None) == list(range(len(old)))
    assert [pair.new for pair in pairs if pair.new is not None] == list(range(len(new)))


@pytest.mark.promise("N5")
@given(SIDES, st.randoms(use_true_random=False))
def test_items_that_only_stand_elsewhere_neither_come_nor_go(old, random):
    moved = random.sample(old, len(old))

    pairs = matched(old, moved)

    assert all(pair.old is not None and pair.new is not None for pair in pairs)
    assert all(old[pair.old].key == moved[pair.new].key for pair in pairs)


def test_changed_words_are_one_item_and_other_words_are_not():
    old = [side("Mở 10 buổi tuyên truyền biển đảo tại xã.", "III.1.a", 1), side("Họp báo quý.")]
    new = [side("Mở 12 buổi tuyên truyền biển, đảo tại các xã.", "III.1.a", 1), side("Treo cờ.")]

    assert matched(old, new) == [Pair(0, 0, 85), Pair(None, 1), Pair(1, None)]


def test_a_moved_item_is_sure_and_a_reworded_one_elsewhere_is_to_be_looked_at():
    words = "Phát thanh luật biên phòng bằng tiếng Khmer mỗi tuần hai buổi."
    other = "Phát thanh luật biên phòng bằng tiếng Việt, mỗi tháng ít nhất một buổi."

    (moved,) = matched([side(words, "a", 1)], [side(words, "b", 1)])
    (reworded,) = matched([side(words, "a", 1)], [side(other, "b", 2)])

    assert moved.likeness >= SURE > reworded.likeness > 0


def test_the_same_words_for_two_units_stay_with_their_unit():
    old = [side("Gửi báo cáo.", "1.a", 1), side("Gửi báo cáo.", "2.a", 2)]

    pairs = matched(old, list(reversed(old)))

    assert [(pair.old, pair.new) for pair in pairs] == [(1, 0), (0, 1)]


def test_a_noisy_copy_is_the_same_item():
    (pair,) = matched([side("Biển – đảo “quê hương”.")], [side('Biển - đảo  "quê hương".')])

    assert pair.likeness == 100
