"""Marks carried to a later wording: every figure has one fate, and links stay on their values."""

import pytest

from haidang.text.merge.carrying import carry, settled
from haidang.text.merge.marked import put_together, taken_apart

OLD = "Đã tổ chức [[21|/so/5/3.1/]] buổi, với **[[1.032|/so/5/3.2/]] lượt người dự**."


def carried(old, text):
    return put_together(settled(carry(taken_apart(old), text)))


def fates(old, text):
    found = carry(taken_apart(old), text).figures
    return [(one.was, str(one.fate), one.now) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đã tổ chức 21 buổi, với 1.032 lượt người dự.", OLD),
        (
            "Đã  tổ chức 21\u00a0buổi, với 1032 lượt người dự.",
            OLD.replace("Đã ", "Đã  ").replace("]] buổi", "]]\u00a0buổi"),
        ),
        (
            "Trong năm, đã tổ chức được 21 buổi; với 1.032,0 lượt người dự.",
            OLD.replace("Đã tổ chức", "Trong năm, đã tổ chức được").replace("i, với", "i; với"),
        ),
        (
            "Đã có 1.032 lượt người dự 21 buổi.",
            "Đã có **[[1.032|/so/5/3.2/]] lượt người dự** [[21|/so/5/3.1/]] buổi.",
        ),
    ],
)
def test_carry_keeps_links_on_values_that_are_the_same(text, expected):
    assert carried(OLD, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Đã tổ chức 25 buổi, với 1.032 lượt người dự.",
            [("21", "changed", "25"), ("1.032", "kept", "1.032")],
        ),
        (
            "Đã tổ chức 25 buổi, với 1.500 lượt người dự.",
            [("21", "changed", "25"), ("1.032", "changed", "1.500")],
        ),
        ("Với 1.500 lượt người dự.", [("21", "gone", ""), ("1.032", "changed", "1.500")]),
        ("Đã tổ chức nhiều buổi.", [("21", "gone", ""), ("1.032", "gone", "")]),
        (
            "Đã tổ chức 1,032 buổi, với 1.032 lượt.",
            [("21", "changed", "1,032"), ("1.032", "kept", "1.032")],
        ),
        (
            "Đã tổ chức -21 buổi, với 1.0322 lượt.",
            [("21", "changed", "-21"), ("1.032", "changed", "1.0322")],
        ),
    ],
)
def test_carry_names_figures_that_were_changed_or_are_gone(text, expected):
    assert fates(OLD, text) == expected
