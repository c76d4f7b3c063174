import datetime as dt
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.chasing import digest
from haidang.chasing.queries.due import Due
from haidang.text.habits import Habits
from haidang.text.understanding.times.workdays import is_workday

days = st.dates(dt.date(2020, 1, 1), dt.date(2040, 1, 1))
HABITS = st.builds(
    Habits, days_off=st.frozensets(days, max_size=3), workdays=st.frozensets(days, max_size=3)
)
MONDAY = dt.date(2024, 11, 25)
FRIDAY = dt.date(2024, 11, 29)


def step_back(day, habits):
    return next(
        day - dt.timedelta(days=n)
        for n in range(60)
        if is_workday(day - dt.timedelta(days=n), habits)
    )


@given(days, HABITS)
def test_each_reminder_is_on_its_day_or_the_last_working_day_before(due_on, habits):
    wanted = [due_on - dt.timedelta(days=n) for n in (30, 14, 7, 3, 1)]

    told = digest.reminder_days(due_on, habits)

    assert told == {step_back(day, habits) for day in wanted}
    assert all(is_workday(day, habits) and day < due_on for day in told)


def test_a_deadline_after_tet_is_told_before_tet():
    # Tết 2025: nobody works from Saturday 25/01 to Sunday 02/02.
    told = sorted(digest.reminder_days(dt.date(2025, 2, 3), Habits()))

    assert told == [
        dt.date(2025, 1, 3),
        dt.date(2025, 1, 20),
        dt.date(2025, 1, 24),
    ]


@given(days, HABITS, st.lists(st.integers(1, 5), min_size=1, max_size=40))
def test_whenever_the_machine_runs_nothing_is_told_twice_and_nothing_is_left_out(
    due_on, habits, steps
):
    due = Due(due_on, "Gửi báo cáo", "/bc/1/")
    runs = [due_on - dt.timedelta(days=70)]
    for step in steps:
        runs.append(runs[-1] + dt.timedelta(days=step))

    told_on = [
        day
        for since, day in itertools.pairwise(runs)
        if digest.reminded([due], since=since, day=day, habits=habits)
    ]

    reminders = digest.reminder_days(due_on, habits)
    expected = {
        next(run for run in runs[1:] if run >= day)
        for day in reminders
        if runs[0] < day <= runs[-1]
    }
    assert set(told_on) == expected
    assert len(told_on) <= len(reminders)


@given(days)
def test_nothing_is_told_on_a_day_when_nothing_is_due(day):
    far = Due(day + dt.timedelta(days=60), "Gửi báo cáo", "/bc/1/")
    yesterday = day - dt.timedelta(days=1)

    assert digest.reminded([far], since=yesterday, day=day, habits=Habits()) == []


@pytest.mark.parametrize(
    ("moment", "is_open"),
    [
        (dt.datetime(2024, 11, 25, 7, 29, 59), False),
        (dt.datetime(2024, 11, 25, 7, 30), True),
        (dt.datetime(2024, 11, 25, 16, 59, 59), True),
        (dt.datetime(2024, 11, 25, 17, 0), False),
        (dt.datetime(2024, 11, 24, 9, 0), False),  # Sunday
        (dt.datetime(2025, 1, 29, 9, 0), False),  # Tết
    ],
)
def test_office_hours_are_from_half_past_seven_to_five_on_working_days(moment, is_open):
    assert digest.is_open(moment, Habits()) is is_open


def test_a_letter_says_what_is_near_what_is_late_and_what_else_is_to_come():
    late = Due(dt.date(2024, 11, 22), "II.2 Phát thanh", "/nv/2/")
    near = Due(FRIDAY, "Gửi báo cáo năm 2024", "/bc/1/")
    today = Due(MONDAY, "Bổ sung báo cáo quý", "/bc/9/")
    later = Due(dt.date(2024, 12, 20), "Hội thi", "/nv/3/")

    letter = digest.letter_of(
        "Văn thư, UBND xã Thử", MONDAY, [late, today, near, later], [near, today]
    )

    assert letter.subject == "Nhắc việc ngày 25/11/2024: 2 việc sắp đến hạn, 1 việc quá hạn"
    assert letter.sentences == (
        "Kính gửi Văn thư, UBND xã Thử.",
        "Việc của đơn vị tính đến thứ Hai 25/11/2024:",
    )
    said = {part.heading: [line.words for line in part.lines] for part in letter.parts}
    assert said == {
        "Sắp đến hạn": [
            "Gửi báo cáo năm 2024: chậm nhất hết thứ Sáu 29/11/2024 (còn 4 ngày)",
            "Bổ sung báo cáo quý: chậm nhất hết thứ Hai 25/11/2024 (hôm nay)",
        ],
        "Quá hạn": ["II.2 Phát thanh: chậm nhất hết thứ Sáu 22/11/2024 (quá 3 ngày)"],
        "Việc khác trong 30 ngày tới": ["Hội thi: chậm nhất hết thứ Sáu 20/12/2024 (còn 25 ngày)"],
    }


def test_a_letter_counts_what_is_too_much_to_be_told():
    many = [Due(FRIDAY, f"Việc {n}", "/nv/1/") for n in range(18)]

    (part,) = digest.letter_of("Văn thư", MONDAY, many, many).parts

    assert len(part.lines) == 16
    assert part.lines[-1].words == "và 3 việc khác"
