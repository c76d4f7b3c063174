"""How often: which words of a duty say it, and what they mean as a value."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.text.blocks import Every
from haidang.text.understanding.times.recurrences import recurrence_in, recurrence_of_column
from haidang.text.understanding.times.rhythms import recurrence_of

RHYTHMS = [
    # words, every, interval, times
    ("hằng tháng", Every.MONTH, 1, 1),
    ("mỗi tuần", Every.WEEK, 1, 1),
    ("hàng ngày", Every.DAY, 1, 1),
    ("Thường xuyên, hằng năm", Every.YEAR, 1, 1),
    ("định kỳ hằng quý, hằng năm", Every.QUARTER, 1, 1),
    ("06 tháng một lần", Every.HALF_YEAR, 1, 1),
    ("định kỳ 6 tháng", Every.HALF_YEAR, 1, 1),
    ("sáu tháng, năm", Every.HALF_YEAR, 1, 1),
    ("03 tháng/lần", Every.QUARTER, 1, 1),
    ("02 tháng 1 lần", Every.MONTH, 2, 1),
    ("12 tháng một lần", Every.YEAR, 1, 1),
    ("02 lần/năm", Every.YEAR, 1, 2),
    ("hai lần một tháng", Every.MONTH, 1, 2),
    ("Định kỳ", None, 1, 1),
    ("thường xuyên và đột xuất", None, 1, 1),
]
DAYS = [
    ("hằng tháng vào ngày 05 và 20", ((None, 5), (None, 20))),
    ("hằng tháng trước ngày 45", ()),
    ("hằng quý trước ngày 25", ((None, 25),)),
    ("trước ngày 15 của tháng đầu quý, hằng quý", ((1, 15),)),
    ("ngày 40 tháng cuối quý", ()),
    ("6 tháng cuối năm, hằng năm", ((12, None),)),
    ("quý III hằng năm", ((9, None),)),
    ("trước ngày 29 tháng 2 và ngày 31 tháng 4 hằng năm", ((2, 29),)),
    ("hằng năm", ()),
]


@pytest.mark.promise("N3")
@pytest.mark.parametrize(("words", "every", "interval", "times"), RHYTHMS)
def test_a_rhythm_is_a_value(words, every, interval, times):
    found = recurrence_of(words)

    assert (found.phrase, found.every) == (words, every)
    assert (found.interval, found.times) == (interval, times)


@pytest.mark.parametrize("words", ["rà soát", "một lần", "200 tháng một lần", "thứ Sáu"])
def test_what_does_not_come_back_has_no_rhythm(words):
    assert recurrence_of(words) is None


@pytest.mark.promise("N3")
@pytest.mark.parametrize(("words", "days"), DAYS)
def test_a_rhythm_names_its_days(words, days):
    assert recurrence_of(words).days == days


def test_a_rhythm_says_whether_it_is_before_its_day():
    before, on = recurrence_of("trước ngày 20 hằng tháng"), recurrence_of("ngày 20 hằng tháng")

    assert (before.is_before, on.is_before) == (True, False)


@given(st.text(max_size=40) | st.text(alphabet="0123456789²٣/ lầnthángnămquýngàyhằg", max_size=40))
def test_any_words_have_a_rhythm_or_none(words):
    found = recurrence_of(words)

    assert found is None or found.phrase == words


@pytest.mark.parametrize(
    ("words", "recurrence"),
    [
        ("Định kỳ báo cáo", "Định kỳ"),
        ("định kỳ hàng năm (trước ngày 10/12)", "định kỳ hàng năm"),
        ("kiểm tra thường xuyên và đột xuất", "thường xuyên và đột xuất"),
        ("bố trí kinh phí chi thường xuyên", None),
        ("Hằng năm, chủ động xây dựng", "Hằng năm"),
        ("rà soát danh sách", None),
    ],
)
def test_recurrence_is_read_as_written(words, recurrence):
    assert recurrence_in(words) == recurrence


def test_a_column_of_recurrence_is_kept_whole():
    assert recurrence_of_column("Thường xuyên, theo yêu cầu nhiệm vụ.") == (
        "Thường xuyên, theo yêu cầu nhiệm vụ"
    )
    assert recurrence_of_column("Quý IV/2025") is None
