"""Laws of comparing, and what counts as a word processor's noise."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.text.compare import (
    Kind,
    Mark,
    aligning,
    applied,
    compare_paragraphs,
    is_same,
    passages,
)
from haidang.text.compare.aligning import align
from tests.text.comparing import paragraphs, sentences

keys = st.lists(
    st.sampled_from(["một hai ba bốn", "một hai ba năm", "sáu bảy", "x", ""]), max_size=9
)


@given(paragraphs)
def test_comparing_with_itself_finds_nothing(texts):
    assert {turn.kind for turn in compare_paragraphs(texts, texts)} <= {Kind.SAME}


@given(paragraphs, paragraphs)
def test_turns_applied_to_the_old_list_give_the_new_one(old, new):
    assert applied(old, compare_paragraphs(old, new)) == new


@given(paragraphs, paragraphs)
def test_counts_are_the_same_both_ways(old, new):
    def counts(turns):
        return [sum(turn.kind == kind for turn in turns) for kind in Kind]

    same, changed, added, removed, moved = counts(compare_paragraphs(old, new))

    assert counts(compare_paragraphs(new, old)) == [same, changed, removed, added, moved]


@given(keys, keys)
def test_each_item_of_both_lists_is_in_exactly_one_step(old, new):
    steps = align(old, new)

    assert sorted(step.old for step in steps if step.old is not None) == list(range(len(old)))
    assert [step.new for step in steps if step.new is not None] == list(range(len(new)))


@given(keys, keys)
def test_steps_flipped_are_the_steps_back(old, new):
    there, back = align(old, new), align(new, old)

    assert {step.flipped for step in there} == set(back)


@given(keys, keys)
def test_laws_hold_where_the_lists_are_too_long_to_weigh(old, new):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(aligning, "MOST_CELLS", 0)
        patch.setattr(aligning, "MOST_PAIRS", 0)
        steps = align(old, new)

    assert sorted(step.old for step in steps if step.old is not None) == list(range(len(old)))
    assert [step.new for step in steps if step.new is not None] == list(range(len(new)))


@given(sentences, sentences)
def test_passages_hold_both_texts(old, new):
    found = passages(old, new)

    assert "".join(part.text for part in found if part.mark != Mark.REMOVED) == new
    kept = "".join(part.text for part in found if part.mark != Mark.ADDED)
    assert "".join(kept.split()) == "".join(old.split())


def test_turns_of_another_list_are_refused():
    with pytest.raises(ValueError, match="another list"):
        applied(["một"], compare_paragraphs(["một", "hai"], ["một"]))


def test_a_paragraph_that_went_elsewhere_is_moved_and_one_with_other_words_changed():
    old = ["Mở đầu của văn bản.", "Đã tổ chức 12 buổi.", "Phát 5 tin bài trên đài.", "Hết."]
    new = ["Mở đầu của văn bản.", "Phát 5 tin bài trên đài.", "Đã tổ chức 15 buổi.", "Kết thúc"]

    turns = compare_paragraphs(old, new)

    assert [(turn.kind, turn.old, turn.new) for turn in turns] == [
        (Kind.SAME, 0, 0),
        (Kind.SAME, 2, 1),
        (Kind.REMOVED, 3, None),
        (Kind.MOVED, 1, 2),
        (Kind.ADDED, None, 3),
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("nói “chuyện” ‘riêng’", "nói \"chuyện\" 'riêng'"),
        ("2023 – 2024 — hết", "2023 - 2024 - hết"),
        ("một  hai\u00a0ba", " một hai ba "),
        ("tuyên tru\u00adyền\u200b", "tuyên truyền"),
        ("tuyên truyền", "tuye\u0302n truye\u0302\u0300n"),
        ("1.234 lượt", "1234,0 lượt"),
        ("12,50 %", "12,5%"),
        ("còn nữa…", "còn nữa..."),
        ("1\u00a0032 lượt", "1.032 lượt"),
    ],
)
def test_noise_of_a_word_processor_is_no_change(one, other):
    assert is_same(one, other)
    assert [turn.kind for turn in compare_paragraphs([one], [other])] == [Kind.SAME]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1.234", "1,234"),
        ("1", "1,000"),
        ("1.000", "1,000"),
        ("mục 3.1", "mục 3.10"),
        ("ngày 05", "ngày 5"),
        ("12,5", "12.5"),
        ("Ủy ban", "ủy ban"),
        ("một hai", "mộthai"),
    ],
)
def test_what_may_mean_something_else_is_a_change(one, other):
    assert not is_same(one, other)


def test_a_long_row_of_equal_lines_costs_no_more_than_others():
    old, new = ["như nhau"] * 5000, ["như nhau"] * 2500 + ["khác hẳn"] + ["như nhau"] * 2400

    kinds = [step for step in align(old, new) if step.old is None or step.new is None]

    assert len(kinds) == 101
