"""One document as a whole: what its limits are read against, and how often its duties come back."""

import pytest

from haidang.text import read
from haidang.text.blocks import Source
from haidang.text.habits import BeforeDay, Habits
from haidang.text.understanding import understand


def plan(date="ngày 12 tháng 10 năm 2023", duty="báo cáo trước ngày 30 tháng 11", title="năm 2024"):
    return f"""ỦY BAN NHÂN DÂN
XÃ MỸ LONG

Số: 12/KH-UBND
Mỹ Long, {date}

KẾ HOẠCH
Công tác thông tin đối ngoại {title}

III. TỔ CHỨC THỰC HIỆN

1. Đài Truyền thanh xã

- Tổng hợp, {duty}.
"""


def only_duty(text, habits=None):
    (duty,) = understand(Source(text, "txt"), *([habits] if habits else [])).duties
    return duty


@pytest.mark.promise("N3")
@pytest.mark.parametrize(
    ("date", "title", "due_on", "anchor"),
    [
        ("ngày 12 tháng 10 năm 2023", "năm 2024", "2024-11-29", "plan-year"),
        ("ngày 12 tháng 10 năm 2023", "", "2023-11-29", "signing-year"),
        ("ngày 12 tháng 12 năm 2023", "", "2024-11-29", "signing-day"),
        ("ngày    tháng 12 năm 2023", "", "2023-11-29", "signing-year"),
        ("ngày    tháng    năm 2023", "", "2023-11-29", "signing-year"),
    ],
)
def test_a_missing_year_is_the_plans_or_that_of_the_signing(date, title, due_on, anchor):
    deadline = only_duty(plan(date, title=title)).deadline

    assert (deadline.due_on, deadline.counted_from) == (due_on, anchor)


@pytest.mark.promise("N3")
def test_days_are_counted_from_the_signing():
    words = "gửi danh sách chậm nhất 03 ngày làm việc kể từ ngày ban hành Kế hoạch này"
    signed, blank = (only_duty(plan(date, words)).deadline for date in (
        "ngày 12 tháng 10 năm 2023", "ngày    tháng 10 năm 2023",
    ))  # fmt: skip

    assert (signed.due_on, signed.year_from) == ("2023-10-17", "signing")
    assert (blank.due_on, blank.counted_from) == (None, "signing-day")


@pytest.mark.promise("N3")
def test_the_authority_says_what_before_a_day_means():
    inclusive = Habits(before_day_is=BeforeDay.SAME_DAY)

    assert only_duty(plan(), inclusive).deadline.due_on == "2024-11-30"
    (duty,) = read(plan().encode(), habits=inclusive).duties
    assert duty.deadline.due_on == "2024-11-30"


@pytest.mark.promise("N3")
@pytest.mark.parametrize(
    ("words", "phrase", "every", "days"),
    [
        ("định kỳ hằng quý báo cáo", "định kỳ hằng quý", "quarter", ()),
        ("hằng năm báo cáo kết quả gửi trước ngày 15 tháng 11", "hằng năm", "year", ((11, 15),)),
        ("báo cáo trước ngày 20 hằng tháng", "trước ngày 20 hằng tháng", "month", ((None, 20),)),
        ("định kỳ báo cáo kết quả", "định kỳ", None, ()),
    ],
)
def test_a_duty_says_how_often_as_a_value(words, phrase, every, days):
    repeats = only_duty(plan(duty=words)).repeats

    assert (repeats.phrase, repeats.every, repeats.days) == (phrase, every, days)


def test_a_duty_done_once_does_not_come_back():
    assert only_duty(plan()).repeats is None
