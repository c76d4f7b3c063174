"""The rule of the sending deadline is data; a day off is told, not moved."""

import datetime as dt

import pytest

from haidang.reporting.due import DECREE_DAY, DueRule, day_off_words, day_to_mend
from haidang.reporting.window import calendar_days, data_window
from haidang.text.habits import USUAL, BeforeDay, Habits

SAME_DAY = Habits(before_day_is=BeforeDay.SAME_DAY)
PLAN = DueRule(day=30, month=-1, before=True)


def day_of(rule, frequency="year", ordinal=1, habits=USUAL):
    _, ends_on = calendar_days(frequency, 2026, ordinal)
    _, data_to = data_window(frequency, 2026, ordinal)
    return rule.day_of(ends_on, data_to, habits)


@pytest.mark.parametrize(
    ("rule", "frequency", "ordinal", "day"),
    [
        (PLAN, "year", 1, dt.date(2026, 11, 29)),
        (DueRule(day=20, before=True), "year", 1, dt.date(2026, 12, 19)),
        (DueRule(day=DECREE_DAY), "quarter", 2, dt.date(2026, 6, 25)),
        (DueRule(day=31, month=1), "month", 1, dt.date(2026, 2, 28)),
        (DueRule(day=5, month=1), "year", 1, dt.date(2027, 1, 5)),
        (DueRule(after=6), "month", 6, dt.date(2026, 6, 20)),
        (DueRule(), "year", 1, None),
    ],
)
def test_a_rule_gives_the_last_day_in_time(rule, frequency, ordinal, day):
    assert day_of(rule, frequency, ordinal) == day


def test_before_a_day_may_mean_the_day_itself():
    assert day_of(PLAN, habits=SAME_DAY) == dt.date(2026, 11, 30)


@pytest.mark.parametrize(
    ("rule", "frequency", "words"),
    [
        (PLAN, "year", "trước ngày 30 tháng 11 hằng năm"),
        (DueRule(day=25), "quarter", "chậm nhất ngày 25 của tháng cuối kỳ"),
        (DueRule(day=31), "month", "chậm nhất ngày cuối của tháng cuối kỳ"),
        (DueRule(day=5, month=1), "year", "chậm nhất ngày 5 của tháng sau kỳ báo cáo"),
        (DueRule(after=6), "month", "chậm nhất 6 ngày sau khi hết kỳ số liệu"),
        (DueRule(), "month", ""),
    ],
)
def test_a_rule_says_itself(rule, frequency, words):
    assert rule.words(frequency) == words


def test_the_31st_is_the_last_day_of_each_month():
    assert DueRule(day=31).words("month", dt.date(2026, 2, 28)) == (
        "chậm nhất ngày 28 tháng 2 năm 2026"
    )
    assert DueRule(day=31).missing_in(dt.date(2026, 4, 30)) == 4
    assert DueRule(day=31).missing_in(dt.date(2026, 5, 31)) == 0


def test_a_rule_says_itself_of_one_period():
    assert PLAN.words("year", dt.date(2026, 12, 31)) == "trước ngày 30 tháng 11 năm 2026"


def test_a_rule_is_kept_and_read_back():
    assert DueRule.read(PLAN.kept()) == PLAN
    assert DueRule().kept() == {}


def test_a_deadline_on_a_sunday_stays_and_says_so():
    words = day_off_words(dt.date(2026, 11, 29), USUAL)

    assert "Chủ nhật" in words
    assert "hạn giữ nguyên" in words
    assert "thứ Sáu 27/11/2026" in words
    assert day_off_words(dt.date(2024, 11, 29), USUAL) == ""


@pytest.mark.parametrize(
    ("today", "offered"),
    [
        (dt.date(2024, 11, 28), dt.date(2024, 11, 29)),
        (dt.date(2024, 11, 29), dt.date(2024, 12, 4)),  # three working days after a Friday
        (dt.date(2024, 12, 9), dt.date(2024, 12, 12)),
    ],
)
def test_a_day_to_mend_by_is_offered_that_is_still_to_come(today, offered):
    assert day_to_mend(dt.date(2024, 11, 29), today, USUAL) == offered
