"""Time limits as data: the phrase, the rule that read it, what it was resolved against (N3)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.text.understanding.times.deadlines import Years, deadline_in
from haidang.text.understanding.words.folded import fold

YEARS = Years(plan=2024, signing=2023)


def read_in(words, years=YEARS):
    return deadline_in(fold(words, [(0, len(words))]), 0, len(words), years)


WRITTEN = [
    # words, phrase, rule, last day in time, date as written
    (
        "gửi trước ngày 15/12/2025",
        "trước ngày 15/12/2025",
        "before-date",
        "2025-12-14",
        "2025-12-15",
    ),
    (
        "xong trước ngày 05 tháng 12 năm 2025.",
        "xong trước ngày 05 tháng 12 năm 2025",
        "before-date",
        "2025-12-04",
        "2025-12-05",
    ),
    (
        "trước 15h00 ngày 15/6/2026 để tổng hợp",
        "trước 15h00 ngày 15/6/2026",
        "before-date",
        "2026-06-15",
        "2026-06-15",
    ),
    (
        "trước 08 giờ 00 ngày 22/6/2026",
        "trước 08 giờ 00 ngày 22/6/2026",
        "before-date",
        "2026-06-22",
        "2026-06-22",
    ),
    (
        "chậm nhất ngày 10/12/2025",
        "chậm nhất ngày 10/12/2025",
        "no-later-than-date",
        "2025-12-10",
        "2025-12-10",
    ),
    (
        "chậm nhất đến ngày 01 tháng 7 năm 2028",
        "chậm nhất đến ngày 01 tháng 7 năm 2028",
        "no-later-than-date",
        "2028-07-01",
        "2028-07-01",
    ),
    (
        "hoàn thành đến hết ngày 20/10/2025",
        "đến hết ngày 20/10/2025",
        "by-date",
        "2025-10-20",
        "2025-10-20",
    ),
    ("trước ngày 30 tháng 11", "trước ngày 30 tháng 11", "before-day-month", "2024-11-29", None),
    ("gửi trước 30/11 để tổng hợp", "trước 30/11", "before-day-month", "2024-11-29", None),
    (
        "(trước ngày 10/12) hoặc đột xuất",
        "trước ngày 10/12",
        "before-day-month",
        "2024-12-09",
        None,
    ),
    (
        "trước ngày 01/6 và 15/11 hằng năm",
        "trước ngày 01/6 và 15/11 hằng năm",
        "before-day-month",
        "2024-05-31",
        None,
    ),
    (
        "chậm nhất ngày 5/9 hằng năm",
        "chậm nhất ngày 5/9 hằng năm",
        "no-later-than-day-month",
        "2024-09-05",
        None,
    ),
    ("hằng tháng trước ngày 20", "hằng tháng trước ngày 20", "monthly-before-day", None, None),
    ("trước ngày 25 hằng tháng", "trước ngày 25 hằng tháng", "monthly-before-day", None, None),
    ("xong trong tháng 12/2025", "xong trong tháng 12/2025", "within-month", "2025-12-31", None),
    ("trước tháng 3 năm 2025", "trước tháng 3 năm 2025", "within-month", "2025-02-28", None),
    ("trước tháng 01/2025", "trước tháng 01/2025", "within-month", "2024-12-31", None),
    ("trong quý II năm 2026", "trong quý II năm 2026", "within-quarter", "2026-06-30", None),
    ("hoàn thành trong năm 2025", "hoàn thành trong năm 2025", "within-year", "2025-12-31", None),
    (
        "trong thời hạn 03 ngày làm việc kể từ ngày họp để tổng hợp",
        "trong thời hạn 03 ngày làm việc kể từ ngày họp",
        "within-days",
        None,
        None,
    ),
    (
        "chậm nhất 05 ngày kể từ ngày nhận",
        "chậm nhất 05 ngày kể từ ngày nhận",
        "no-later-than-after",
        None,
        None,
    ),
]
VAGUE = [
    "thường xuyên, kịp thời",
    "khẩn trương triển khai",
    "theo quy định",
    "trong năm 2024 có nhiều sự kiện",
    "theo Quyết định số 1466/QĐ-UBND ngày 29/9/2023",
    "họp ngày 16/6/2026",
    "có hiệu lực đến trước ngày Luật có hiệu lực",
    "rà soát hồ sơ đã tiếp nhận trước ngày 01/7/2025",
    "các nhiệm vụ đã hoàn thành trong năm 2024",
    "trước tình hình đó, tại hội nghị lần thứ hai",
    "từ ngày 01/7/2025, cấp xã trực tiếp thực hiện",
    "sau 05 năm thực hiện Nghị quyết",
    "trong thời gian 03 năm liên tiếp",
    "kỷ niệm ngày 30/4 và 01/5 trong giai đoạn 2024-2026",
    "họp vào đầu năm học mới, các tháng cuối năm",
    "hết năm 2023, toàn xã có 12 cụm loa",
    "thứ nhất, thứ hai, thứ ba",
    "trước 2/3 số đại biểu",
    "trước ngày 45/13/2025x",
]


@pytest.mark.promise("N3")
@pytest.mark.parametrize(("words", "phrase", "rule", "due_on", "written_on"), WRITTEN)
def test_a_limit_is_read_by_a_named_rule(words, phrase, rule, due_on, written_on):
    deadline = read_in(words)

    assert (deadline.phrase, deadline.rule) == (phrase, rule)
    assert (deadline.due_on, deadline.written_on) == (due_on, written_on)
    assert words[deadline.start : deadline.end] == phrase


def test_a_limit_after_what_is_past_is_read():
    deadline = read_in("tổng hợp hồ sơ đã nhận trước ngày 01/7/2025, gửi trước ngày 15/8/2025")

    assert (deadline.phrase, deadline.due_on) == ("trước ngày 15/8/2025", "2025-08-14")


@pytest.mark.promise("N3")
@pytest.mark.parametrize("words", VAGUE)
def test_a_vague_phrase_gives_no_date(words):
    deadline = read_in(words)

    assert deadline is None or (deadline.due_on, deadline.written_on) == (None, None)


@pytest.mark.promise("N3")
@pytest.mark.parametrize(
    ("years", "due_on", "source"),
    [
        (Years(2024, 2023), "2024-11-29", "plan"),
        (Years(None, 2023), "2023-11-29", "signing"),
        (Years(None, None), None, None),
    ],
)
def test_a_missing_year_comes_from_the_plan_before_the_signing(years, due_on, source):
    deadline = read_in("trước ngày 30 tháng 11", years)

    assert (deadline.due_on, deadline.year_from) == (due_on, source)


@pytest.mark.promise("N3")
@given(st.dates(), st.sampled_from(["trước ngày", "chậm nhất ngày", "xong trước ngày"]))
def test_the_last_day_in_time_follows_the_word(day, word):
    deadline = read_in(f"{word} {day.day}/{day.month}/{day.year:04}")

    before = "trước" in word
    assert deadline.written_on == day.isoformat()
    assert (deadline.due_on is None) == (before and day.toordinal() == 1)
    if deadline.due_on:
        assert (deadline.due_on < day.isoformat()) == before
