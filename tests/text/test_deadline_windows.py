"""What limits mean: their window or rhythm, and what they were read against (promise N3)."""

from dataclasses import replace
from datetime import date

import pytest

from haidang.text.habits import BeforeDay, Habits
from haidang.text.understanding.times.deadlines import Years, deadline_in
from haidang.text.understanding.words.folded import fold


def read_in(words, years):
    return deadline_in(fold(words, [(0, len(words))]), 0, len(words), years)


# The plan is for 2024, signed on 12/10/2023; the other columns are: the window that the words name,
# the day by which it is to be done, what that was read against.
SIGNED = Years(plan=2024, signing=2023, signed_on=date(2023, 10, 12))
RESOLVED = [
    ("hoàn thành trong tháng 3", "within-month", "2024-03-01", "2024-03-31", "plan-year"),
    ("xong trước tháng 3", "within-month", None, "2024-02-29", "plan-year"),
    ("xong trong quý II", "within-quarter", "2024-04-01", "2024-06-30", "plan-year"),
    ("xong trước quý II/2025", "within-quarter", None, "2025-03-31", "written"),
    ("đến hết quý III năm 2025", "within-quarter", None, "2025-09-30", "written"),
    ("trong 6 tháng đầu năm", "within-half", "2024-01-01", "2024-06-30", "plan-year"),
    ("trong sáu tháng cuối năm 2025", "within-half", "2025-07-01", "2025-12-31", "written"),
    ("chậm nhất trong tháng 11/2024", "no-later-than-period", None, "2024-11-30", "written"),
    ("muộn nhất là quý IV", "no-later-than-period", None, "2024-12-31", "plan-year"),
    ("trong tháng Mười một", "within-month", "2024-11-01", "2024-11-30", "plan-year"),
    ("hoàn thành việc rà soát trước năm 2025", "by-year", None, "2024-12-31", "written"),
    ("hoàn thành đến hết năm 2025", "by-year", None, "2025-12-31", "written"),
    ("gửi báo cáo đến hết ngày 20/10", "by-day-month", None, "2024-10-20", "plan-year"),
    ("xong ngày 10/3/2024", "done-on-date", "2024-03-10", "2024-03-10", "written"),
    ("trước thứ Sáu, ngày 15/3/2024", "before-date", None, "2024-03-14", "written"),
    ("trước 16 giờ thứ Sáu, ngày 15/3/2024", "before-date", None, "2024-03-15", "written"),
    ("rà soát xong, hạn cuối 15/8/2025", "done-by-date", "2025-08-15", "2025-08-15", "written"),
    ("không quá ngày 15/8/2025", "not-beyond-date", None, "2025-08-15", "written"),
    ("đến hết năm 2025", "until-year-end", None, "2025-12-31", "written"),
    ("trực từ nay đến 31/12/2025", "from-now", None, "2025-12-31", "written"),
    ("trong Quý III và Quý IV", "within-several", "2024-07-01", "2024-12-31", "plan-year"),
    ("trong tháng 7, 8 năm 2025", "within-several", "2025-07-01", "2025-08-31", "written"),
    (
        "từ tháng 11/2023 đến hết tháng 01",
        "from-to-stretch",
        "2023-11-01",
        "2024-01-31",
        "plan-year",
    ),
    ("thời gian thực hiện: Quý III/2025", "told-stretch", "2025-07-01", "2025-09-30", "written"),
    ("hoàn thành: 15/8/2025", "done-by-date", "2025-08-15", "2025-08-15", "written"),
    ("thời gian từ 15/9 đến 15/10/2024", "from-to-date", "2024-09-15", "2024-10-15", "written"),
    (
        "từ ngày 01/4 đến hết ngày 31/8/2025",
        "from-to-date",
        "2025-04-01",
        "2025-08-31",
        "written",
    ),
    (
        "kể từ ngày 01/4/2024 đến hết ngày 31/8/2024",
        "from-to-date",
        "2024-04-01",
        "2024-08-31",
        "written",
    ),
    (
        "trong thời hạn 05 ngày làm việc kể từ ngày 26/4/2024",
        "within-days",
        "2024-04-26",
        "2024-05-07",  # 29/4 for 4/5, 30/4 and 1/5 are days off; Saturday 4/5 is worked
        "written",
    ),
    (
        "sau 05 ngày làm việc kể từ ngày ký",
        "after-days",
        "2023-10-12",
        "2023-10-19",
        "signing-day",
    ),
    (
        "chậm nhất 10 ngày kể từ ngày ban hành Kế hoạch này",
        "no-later-than-after",
        "2023-10-12",
        "2023-10-23",  # the 22nd is a Sunday
        "signing-day",
    ),
    (
        "trong thời hạn 02 tháng kể từ ngày 31/12/2023",
        "within-term",
        "2023-12-31",
        "2024-02-29",
        "written",
    ),
    (
        "trong thời hạn 02 tuần kể từ ngày 01/4/2024",
        "within-term",
        "2024-04-01",
        "2024-04-15",
        "written",
    ),
    (
        "trước ngày 30 tháng 11 của năm trước",
        "before-day-month",
        None,
        "2023-11-29",
        "plan-year",
    ),
]
UNDATED = [
    ("báo cáo trước 16 giờ 00", "by-hour", "event"),
    ("chậm nhất sau 24 giờ kể từ khi phát hiện", "no-later-than-after", "event"),
    ("trong vòng 05 ngày làm việc kể từ ngày nhận được văn bản", "within-days", "event"),
    ("trong thời hạn 24 giờ", "within-hours", None),
    ("trong thời hạn 24 giờ kể từ khi xảy ra vụ việc", "within-term", "event"),
    ("trong thời hạn 24 giờ kể từ ngày ký", "within-term", "signing-day"),
    ("trong thời hạn 3000 tháng kể từ ngày 01/01/9900", "within-term", "written"),
    ("kể từ ngày 31/02 đến hết ngày 31/8/2024", "from-to-date", None),
    ("kể từ ngày 31/02/2024 đến hết ngày 31/8/2024", "from-to-date", None),
    ("chậm nhất vào ngày 05 của tháng tiếp theo", "day-of-next-month", "event"),
    ("gửi biên bản ngay sau khi kết thúc hội nghị", "after-event", "event"),
    ("trong 10 ngày làm việc kể từ ngày nhận đủ hồ sơ", "within-term", "event"),
    ("chậm nhất 05 ngày trước khi tổ chức hội nghị", "days-before-event", "event"),
    ("gửi trước 16 giờ thứ Năm", "by-weekday", "event"),
    ("trước ngày 10/3 âm lịch", "before-day-month", None),
    ("chậm nhất 5000 ngày kể từ ngày 01/4/2024", "no-later-than-after", "written"),
]
OFTEN = [
    ("báo cáo ngày 25 hàng tháng", "monthly-before-day", "month", ((None, 25),), None),
    ("hàng tuần (vào sáng thứ Sáu", "weekly-by-weekday", "week", (), 4),
    ("vào ngày mùng 5 hằng tháng", "monthly-before-day", "month", ((None, 5),), None),
    # words, rule, every, days, weekday
    ("hằng tháng trước ngày 20", "monthly-before-day", "month", ((None, 20),), None),
    (
        "Hằng tháng họp một lần, gửi báo cáo trước ngày 25",
        "monthly-with-day-later",
        "month",
        ((None, 25),),
        None,
    ),
    (
        "Định kỳ hằng quý (trước ngày 15 của tháng cuối quý)",
        "quarterly-before-day",
        "quarter",
        ((3, 15),),
        None,
    ),
    ("trước 16 giờ 00 hằng ngày", "daily-before-hour", "day", (), None),
    ("vào ngày 15 hàng tháng", "monthly-before-day", "month", ((None, 15),), None),
    ("trước ngày 20 của tháng cuối quý", "quarterly-before-day", "quarter", ((3, 20),), None),
    ("trước 16 giờ thứ Năm hằng tuần", "weekly-by-weekday", "week", (), 3),
    ("hằng tuần, trước 10 giờ Chủ nhật", "weekly-by-weekday", "week", (), 6),
    ("Chủ nhật hàng tuần trước 23:59", "weekly-by-weekday", "week", (), 6),
    ("chậm nhất vào ngày 05 của mỗi tháng", "monthly-before-day", "month", ((None, 5),), None),
    ("trước ngày 10 của tháng đầu quý sau", "quarterly-before-day", "quarter", ((1, 10),), None),
    ("trong quý II hằng năm", "yearly-in-quarter", "year", ((6, None),), None),
    ("trước ngày 01/6 và 15/11 hằng năm", "before-day-month", "year", ((6, 1), (11, 15)), None),
    ("hằng năm, trước ngày 15 tháng 11", "before-day-month", "year", ((11, 15),), None),
]


@pytest.mark.promise("N3")
@pytest.mark.parametrize(("words", "rule", "first", "last", "anchor"), RESOLVED)
def test_a_limit_says_its_window_and_what_it_was_read_against(words, rule, first, last, anchor):
    deadline = read_in(words, SIGNED)

    assert (deadline.rule, deadline.from_on, deadline.until_on) == (rule, first, last)
    assert (deadline.due_on, deadline.counted_from) == (last, anchor)
    assert words[deadline.start : deadline.end] == deadline.phrase


@pytest.mark.promise("N3")
@pytest.mark.parametrize(("words", "rule", "anchor"), UNDATED)
def test_a_limit_that_hangs_on_an_event_has_no_day(words, rule, anchor):
    deadline = read_in(words, SIGNED)

    assert (deadline.rule, deadline.counted_from) == (rule, anchor)
    assert (deadline.due_on, deadline.from_on, deadline.until_on) == (None, None, None)


@pytest.mark.promise("N3")
@pytest.mark.parametrize(("words", "rule", "every", "days", "weekday"), OFTEN)
def test_a_limit_that_comes_back_says_how_often(words, rule, every, days, weekday):
    deadline = read_in(words, SIGNED)

    assert deadline.rule == rule
    assert words.rstrip(")").endswith(deadline.phrase)
    assert deadline.recurrence.every == every
    assert (deadline.recurrence.days, deadline.recurrence.weekday) == (days, weekday)


@pytest.mark.promise("N3")
@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("vào đầu tháng 6", "2024-06-01", "2024-06-10"),
        ("trong trung tuần tháng 6/2025", "2025-06-11", "2025-06-20"),
        ("trước cuối quý II", None, "2024-06-30"),
        ("vào giữa năm 2024", "2024-05-02", "2024-08-31"),
    ],
)
def test_a_vague_part_of_a_period_gives_a_window_and_no_day(words, first, last):
    deadline = read_in(words, SIGNED)

    assert (deadline.rule, deadline.due_on) == ("within-part", None)
    assert (deadline.from_on, deadline.until_on) == (first, last)
    assert (deadline.certainty, deadline.year_from) == ("low", None)


@pytest.mark.promise("N3")
def test_before_a_day_may_mean_the_day_itself():
    inclusive = replace(SIGNED, habits=Habits(before_day_is=BeforeDay.SAME_DAY))
    words = (
        "gửi trước ngày 30 tháng 11",
        "trước ngày 15/12/2025",
        "trước tháng 3",
        "trước 9h ngày 1/6",
    )

    assert [read_in(each, SIGNED).due_on for each in words[:3]] == [
        "2024-11-29", "2025-12-14", "2024-02-29",
    ]  # fmt: skip
    assert [read_in(each, inclusive).due_on for each in words] == [
        "2024-11-30", "2025-12-15", "2024-02-29", "2024-06-01",
    ]  # fmt: skip


@pytest.mark.promise("N3")
@pytest.mark.parametrize(
    ("words", "due_on", "or_on"),
    [
        ("trước ngày 15 tháng 11", "2024-11-14", "2023-11-14"),  # both after the signing
        ("trước ngày 15 tháng 9", "2024-09-14", None),
        ("trong quý IV", "2024-12-31", "2023-12-31"),
        ("trước ngày 15/11/2024", "2024-11-14", None),
    ],
)
def test_a_day_that_may_be_in_the_year_of_signing_says_so(words, due_on, or_on):
    deadline = read_in(words, SIGNED)

    assert (deadline.due_on, deadline.or_on) == (due_on, or_on)
    assert (deadline.certainty == "low") == (or_on is not None)


@pytest.mark.promise("N3")
def test_without_a_plan_year_it_is_the_first_such_day_after_the_signing():
    signed = Years(plan=None, signing=2023, signed_on=date(2023, 10, 12))

    autumn, spring = read_in("trước ngày 30/11", signed), read_in("trong tháng 3", signed)

    assert (autumn.due_on, autumn.counted_from) == ("2023-11-29", "signing-year")
    assert (spring.due_on, spring.counted_from) == ("2024-03-31", "signing-day")
    assert (autumn.year_from, spring.year_from) == ("signing", "signing")
