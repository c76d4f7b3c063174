"""Adding up (promise N11): the laws of totals, and the numbers that people type."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.reporting.entered import amount
from haidang.reporting.numerals import read_number, write_difference, write_number
from haidang.reporting.sentences import figure_words, sentence
from haidang.reporting.sheet import Total, fingerprint, total_of, totals

numbers = st.decimals(min_value=0, max_value=10**9, places=2)
amounts = st.none() | numbers.map(str)
figures = st.none() | st.tuples(amounts, amounts, numbers.map(str))


def plain_total(rows):
    """What a person with a pencil would do."""
    given_rows = [row for row in rows if row and row[0]]
    estimates = [row[1] or row[0] for row in given_rows]
    value = sum((Decimal(row[0]) for row in given_rows), Decimal(0))
    return Total(value, sum(map(Decimal, estimates), Decimal(0)), len(given_rows))


@pytest.mark.promise("N11")
@given(st.lists(figures, max_size=40))
def test_a_total_is_what_a_pencil_gives(rows):
    """Tổng bằng cách cộng tay, cả khi có đơn vị chưa báo cáo."""
    assert total_of(rows) == plain_total(rows)


@pytest.mark.promise("N11")
@given(st.lists(figures, max_size=40), st.randoms(use_true_random=False))
def test_a_total_does_not_depend_on_the_order(rows, dice):
    """Tổng không đổi khi đổi thứ tự đơn vị."""
    shuffled = list(rows)
    dice.shuffle(shuffled)

    assert total_of(shuffled) == total_of(rows)


@pytest.mark.promise("N11")
@given(st.lists(st.lists(figures, max_size=12), max_size=8))
def test_a_total_does_not_depend_on_the_grouping(groups):
    """Tổng các nhóm bằng tổng chung, cách chia nhóm nào cũng vậy."""
    whole = total_of([row for group in groups for row in group])

    assert sum(map(total_of, groups), Total()) == whole


@pytest.mark.promise("N11")
@given(st.lists(figures, max_size=20))
def test_a_missing_unit_is_not_a_zero(rows):
    """Đơn vị chưa báo cáo không làm tăng số đơn vị; báo cáo số 0 thì có."""
    zero = ("0", "0", "0")
    before = total_of(rows)

    assert total_of([*rows, None, (None, None, "0")]) == before
    assert total_of([*rows, zero]) == before + Total(units=1)


def test_totals_of_several_indicators_leave_out_units_without_a_report():
    here = {"figures": {"1.1": ["3", None, "3"]}}
    missing = {"figures": None}

    sums = {code: {"aggregation": "sum"} for code in ("1.1", "1.2")}

    assert totals([here, missing], sums) == {
        "1.1": {"value": "3", "estimate": "3", "units": 1},
        "1.2": {"value": "0", "estimate": "0", "units": 0},
    }


@given(st.dictionaries(st.text(max_size=5), st.integers()))
def test_a_fingerprint_does_not_depend_on_the_order_of_keys(content):
    turned = dict(reversed(content.items()))

    assert fingerprint(turned) == fingerprint(content)


@given(numbers)
def test_a_number_that_was_written_reads_back(number):
    assert read_number(write_number(number)) == number


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("1.032", "1032"),
        (" 12,5 ", "12.5"),
        ("1 234 567", "1234567"),
        ("1\u00a0032,50", "1032.5"),
        ("0085", "85"),
        ("1.234.567,89", "1234567.89"),
        ("1,234.5", "1234.5"),
        ("1.5", "1.5"),
    ],
)
def test_numbers_are_read_as_people_write_them(typed, number):
    assert read_number(typed) == Decimal(number)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("1,234", "đọc được hai cách"),
        ("-3", "số âm"),
        ("−3", "số âm"),
        ("ba", "phải là số"),
        ("10^12", "phải là số"),
        ("1000000000000", "lớn quá mức"),
        ("٣", "phải là số"),
    ],
)
def test_what_could_be_read_in_two_ways_is_refused_with_words(typed, words):
    with pytest.raises(ValueError, match=words):
        read_number(typed)


@given(st.text(max_size=12))
def test_any_text_is_a_number_or_refused_with_words(text):
    try:
        number = read_number(text)
    except ValueError as error:
        words = str(error)
    else:
        words = write_number(number)
    assert words


def test_an_amount_may_come_as_a_number_too():
    assert [amount(given, whole=True) for given in (None, "", 5, Decimal("5.00"))] == [
        None,
        None,
        5,
        5,
    ]
    with pytest.raises(ValueError, match="số âm"):
        amount(-1, whole=True)
    with pytest.raises(ValueError, match="lớn quá mức"):
        amount(10**13, whole=True)


def test_differences_have_their_sign():
    assert [write_difference(Decimal(one)) for one in (8, -3)] == ["+8", "−3"]


def test_a_figure_without_words_is_said_by_its_name():
    assert figure_words("", "Số cuộc", "cuộc", "4") == "số cuộc 4 cuộc"
    assert sentence("", ["số cuộc 4 cuộc"]) == "Số cuộc 4 cuộc."
