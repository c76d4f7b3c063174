"""Lines and columns that are all about time: kept whole, with the window that they name (N3)."""

from datetime import date

import pytest

from haidang.text.understanding.times.deadlines import Years, deadline_of_column
from haidang.text.understanding.words.folded import fold

YEARS = Years(plan=2024, signing=2023, signed_on=date(2023, 12, 20))
COLUMNS = [
    # words, rule, first day, last day
    ("Quý IV/2025", "quarter", "2025-10-01", "2025-12-31"),
    ("Quí IV-2025", "quarter", "2025-10-01", "2025-12-31"),
    ("Quý III", "quarter", "2024-07-01", "2024-09-30"),
    ("Tháng 4/2026", "month", "2026-04-01", "2026-04-30"),
    ("Trong tháng 5", "within-month", "2024-05-01", "2024-05-31"),
    ("Quý III, IV/2025", "quarters", "2025-07-01", "2025-12-31"),
    ("Quý I - II", "quarters", "2024-01-01", "2024-06-30"),
    ("Tháng 9 - 10/2025", "months", "2025-09-01", "2025-10-31"),
    ("Tháng 3 và 4", "months", "2024-03-01", "2024-04-30"),
    ("Trong năm 2026", "year", "2026-01-01", "2026-12-31"),
    ("Trong năm", "year", "2024-01-01", "2024-12-31"),
    ("Cả năm", "year", "2024-01-01", "2024-12-31"),
    ("6 tháng đầu năm", "half", "2024-01-01", "2024-06-30"),
    ("Nửa cuối năm 2025", "half", "2025-07-01", "2025-12-31"),
    ("Giai đoạn 2024 - 2026", "years", "2024-01-01", "2026-12-31"),
    ("15/8/2025", "on-date", "2025-08-15", "2025-08-15"),
    ("Ngày 15-8-2025", "on-date", "2025-08-15", "2025-08-15"),
    ("30/11", "on-day-month", "2024-11-30", "2024-11-30"),
    ("Từ tháng 12/2025 đến quý I/2026", "from-to", "2025-12-01", "2026-03-31"),
    ("tháng 11/2025 đến tháng 4/2026", "from-to", "2025-11-01", "2026-04-30"),
    ("Từ 01/7/2025 đến hết ngày 30/9/2025", "from-to", "2025-07-01", "2025-09-30"),
    ("Quý I và Quý II/2025", "quarters", "2025-01-01", "2025-06-30"),
    ("Từ tháng 11 đến tháng 3/2026", "from-to", "2025-11-01", "2026-03-31"),
    ("Từ tháng 3 đến tháng 5", "from-to", "2024-03-01", "2024-05-31"),
]


def read_column(words, years=YEARS):
    return deadline_of_column(fold(words, [(0, len(words))]), 0, len(words), years)


@pytest.mark.promise("N3")
@pytest.mark.parametrize(("words", "rule", "first", "last"), COLUMNS)
def test_a_column_about_time_is_kept_whole(words, rule, first, last):
    deadline = read_column(words)

    assert (deadline.phrase, deadline.rule) == (words, rule)
    assert (deadline.from_on, deadline.until_on, deadline.due_on) == (first, last, last)


@pytest.mark.promise("N3")
@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("Từ 01/7/2025", "2025-07-01"),
        ("Năm 2026 và các năm tiếp theo", "2026-01-01"),
        ("Giai đoạn 2026-2030 và những năm tiếp theo", "2026-01-01"),
        ("Từ quý II", "2024-04-01"),
    ],
)
def test_a_column_without_an_end_has_no_day_to_be_held_to(words, first):
    deadline = read_column(words)

    assert (deadline.phrase, deadline.rule, deadline.from_on) == (words, "from", first)
    assert (deadline.until_on, deadline.due_on, deadline.written_on) == (None, None, None)


@pytest.mark.promise("N3")
@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("Theo kế hoạch công tác hàng năm", "vague"),
        ("Theo quy định", "vague"),
        ("Kịp thời, khi có yêu cầu", "vague"),
        ("Sau khi Nghị định được ban hành", "after-event"),
        ("Ngay sau khi kết thúc hội nghị", "after-event"),
        ("Do Ủy ban nhân dân xã quyết định", "as-written"),
        ("Tuần 3 tháng 5 hoặc tháng 6, tùy thời tiết", "as-written"),
        ("Từ tháng 3, tháng 4 đến tháng 5", "as-written"),
        ("32/13", "on-day-month"),
        ("Quý IV, I", "quarters"),
        ("Tháng 10 - 9", "months"),
    ],
)
def test_a_column_that_names_no_day_has_none(words, rule):
    deadline = read_column(words)

    assert (deadline.phrase, deadline.rule) == (words, rule)
    assert (deadline.due_on, deadline.from_on, deadline.until_on) == (None, None, None)
    assert (deadline.certainty == "low") == (rule != "after-event")


@pytest.mark.promise("N3")
def test_a_column_may_be_vague_or_only_likely():
    vague, likely = read_column("Cuối quý I"), read_column("Dự kiến tháng 11/2025 (sau hội nghị)")

    assert (vague.rule, vague.until_on, vague.due_on) == ("part", "2024-03-31", None)
    assert (likely.rule, likely.due_on) == ("month", "2025-11-30")
    assert (vague.certainty, likely.certainty) == ("low", "low")


def test_a_long_column_gives_the_limit_in_it():
    words = (
        "Hoàn thành đầu tư, lắp đặt và vận hành các trạm truyền thanh xong trước ngày 01/01/2030"
    )

    assert read_column(words).phrase == "xong trước ngày 01/01/2030"


def test_a_very_long_column_gives_the_limit_in_it():
    words = (
        f"{'Rà soát, bổ sung danh sách các trạm truyền thanh ' * 2}, hoàn thành trong quý II/2025"
    )

    deadline = read_column(words)

    assert (deadline.phrase, deadline.due_on) == ("trong quý II/2025", "2025-06-30")


def test_an_empty_column_gives_nothing():
    assert read_column(" . ") is None
