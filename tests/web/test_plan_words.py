"""What the screens of a plan say of deadlines, amounts and dates."""

import datetime as dt
from decimal import Decimal

import pytest

from haidang.plans.models import Plan, Target, Task
from haidang.web import plan_words
from haidang.web.forms.plans import days_of


def task(**fields):
    return Task(plan=Plan(year=2024), **fields)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        (
            {"phrase": "trước ngày 30 tháng 11", "rule": "before-day-month", "on": (2024, 11, 29)},
            ["“Trước ngày”: không kể ngày 30/11."],
        ),
        (
            {"phrase": "trước ngày 30 tháng 11", "rule": "before-day-month", "on": (2024, 11, 30)},
            ["“Trước ngày”: kể cả ngày được nêu."],
        ),
        (
            {"phrase": "trước 01/6", "rule": "before-day-month", "on": (2024, 5, 31)},
            ["“Trước ngày”: không kể ngày 1/6."],
        ),
        ({"phrase": "chậm nhất 15/11", "rule": "no-later-than-date", "on": (2024, 11, 15)}, []),
        (
            {"phrase": "trước ngày 19/11/2024", "rule": "before-date", "on": (2024, 11, 19)},
            ["“Trước ngày”: kể cả ngày được nêu."],
        ),
        ({"phrase": "trước ngày 30/11", "rule": "before-day-month", "on": (2024, 11, 20)}, []),
        ({"phrase": "", "rule": "", "on": None}, []),
    ],
)
def test_a_deadline_says_what_before_leaves_out(fields, words):
    due_on = dt.date(*fields["on"]) if fields["on"] else None
    read = task(deadline_phrase=fields["phrase"], deadline_rule=fields["rule"], due_on=due_on)

    assert plan_words.deadline_words(read) == words


@pytest.mark.parametrize(
    ("due_on", "days"),
    [
        ((2024, 11, 29), {"read": (2024, 11, 29), "through": (2024, 11, 30)}),
        ((2024, 11, 30), {"read": (2024, 11, 30), "until": (2024, 11, 29)}),
    ],
)
def test_the_other_reading_of_before_is_offered(due_on, days):
    phrase = {"deadline_phrase": "trước ngày 30 tháng 11", "deadline_rule": "before-day-month"}

    offered = days_of(task(due_on=dt.date(*due_on), **phrase))

    assert offered == {name: dt.date(*day) for name, day in days.items()}


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"due_year_from": "plan"}, "lấy năm của kế hoạch (2024)"),
        ({"due_year_from": "signing"}, "lấy năm ban hành (2024)"),
        ({"counted_from": "signing-day", "due_year_from": "signing"}, "Đếm từ ngày ban hành"),
        ({"counted_from": "event"}, "một việc mà văn bản không ghi ngày"),
    ],
)
def test_a_deadline_says_what_it_counts_from(fields, words):
    due_on = None if fields.get("counted_from") == "event" else dt.date(2024, 11, 15)

    (said,) = plan_words.deadline_words(task(due_on=due_on, **fields))

    assert words in said


def test_a_confirmed_day_needs_no_anchor():
    confirmed = dt.datetime(2024, 1, 1, tzinfo=dt.UTC)
    read = task(due_on=dt.date(2024, 5, 1), due_year_from="plan", due_confirmed_at=confirmed)

    assert plan_words.deadline_words(read) == []


@pytest.mark.parametrize(
    ("begins", "words"),
    [
        (dt.date(2024, 4, 1), "từ 01/04/2024 đến hết 30/06/2024."),
        (None, "văn bản: đến hết 30/06/2024."),
    ],
)
def test_a_vague_time_is_told_as_its_window(begins, words):
    read = task(window_from=begins, window_until=dt.date(2024, 6, 30))

    (said,) = plan_words.deadline_words(read)

    assert said.endswith(words)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"quantity": 60, "measure": "%", "bound": "at-least"}, "ít nhất 60%"),
        ({"quantity": 3, "upper": 5, "measure": "mô hình", "bound": "exactly"}, "3–5 mô hình"),
        ({"quantity": 50000, "measure": "lượt", "bound": "above"}, "trên 50.000 lượt"),
        ({"quantity": -10, "measure": "%", "bound": "change"}, "giảm 10%"),
        ({"quantity": 10, "measure": "%", "bound": "change"}, "tăng 10%"),
        ({"quantity": 2, "measure": "tin", "text": "Hằng tháng ít nhất 02 tin"}, "2 tin mỗi tháng"),
        ({"quantity": "0.5", "measure": "", "bound": ""}, "0,5"),
        ({"quantity": None}, ""),
    ],
)
def test_an_amount_is_written_as_people_write_it(fields, words):
    numbers = {
        name: Decimal(fields[name])
        for name in ("quantity", "upper")
        if fields.get(name) is not None
    }

    assert plan_words.amount(Target(**{**fields, **numbers})) == words


@pytest.mark.parametrize(
    ("iso", "words"),
    [("2023-09-29", "29/9/2023"), ("2023-09", "9/2023"), ("2023", "2023"), (None, "")],
)
def test_a_date_may_lack_its_day(iso, words):
    assert plan_words.written_date(iso) == words


def test_an_act_that_has_no_words_keeps_its_name():
    assert plan_words.event("accept_task") == "nhận nhiệm vụ"
    assert plan_words.event("moved") == "moved"
