"""Numbers in prose beside the words of an indicator: which of them differ from its figure."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.reporting.numerals import write_number
from haidang.reporting.said import Asked, otherwise, words_of


def asked(code, words, *right):
    return Asked(code, words, frozenset(map(Decimal, right)))


BROADCASTS = asked("1.1", "{số} buổi phát thanh", 66, 70)
KHMER = asked("1.3", "{số} buổi phát thanh tiếng Khmer", 20)
HOURS = asked("1.2", "tổng thời lượng {số} giờ", "16.5")


def found(text, *figures):
    return [(one.code, words) for one, words in otherwise(text, figures)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Đã phát 61 buổi phát thanh; đã có 3 tin.", [("1.1", "61 buổi phát thanh")]),
        ("61 Buổi  Phát thanh.", [("1.1", "61 Buổi  Phát thanh")]),
        ("Đã phát 66 buổi phát thanh.", []),
        ("Cả năm ước đạt 70 buổi phát thanh.", []),
        ("66 buổi phát thanh, riêng tháng 3 có 5 buổi phát thanh.", []),
        ("66 buổi phát thanh.\n61 buổi phát thanh.", [("1.1", "61 buổi phát thanh")]),
        ("20 buổi phát thanh tiếng Khmer", []),
        ("21 buổi phát thanh tiếng Khmer", [("1.3", "21 buổi phát thanh tiếng Khmer")]),
        ("Tổng thời lượng 16,5 giờ", []),
        ("tổng thời lượng 15 giờ", [("1.2", "tổng thời lượng 15 giờ")]),
        ("lúc 15 giờ ngày 3/61 buổi phát thanh", []),
        ("61 buổi phát thanhx, 61 buổi", []),
    ],
)
def test_a_number_beside_an_indicators_words_is_held_against_its_figure(text, said):
    assert found(text, BROADCASTS, KHMER, HOURS) == said


def test_words_that_two_indicators_share_name_neither():
    people = asked("3.2", "với {số} lượt người dự", 85), asked("4.2", "với {số} lượt người dự", 90)

    assert found("với 12 lượt người dự", *people) == []
    assert found("với 12 lượt người dự", people[0]) == [("3.2", "với 12 lượt người dự")]


def test_a_unit_alone_names_an_indicator_only_after_its_opening():
    assert words_of("{số} buổi", "Buổi phát thanh", "buổi", "Đã phát") == "Đã phát {số} buổi"
    assert words_of("", "Pa nô", "chiếc", "Đã treo") == "pa nô {số} chiếc"


@given(st.decimals(0, 10**9, places=2), st.integers(0, 10**9))
def test_what_is_written_as_the_figure_is_never_named_and_another_number_always(value, other):
    figure = asked("1.1", "{số} buổi phát thanh", value)

    assert found(f"Có {write_number(value)} buổi phát thanh.", figure) == []
    assert bool(found(f"Có {other} buổi phát thanh.", figure)) == (other != value)
