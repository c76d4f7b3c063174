"""Working days: past weekends, the days off of Bộ luật Lao động 2019, Điều 112, and swaps."""

import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.text.habits import USUAL, Habits
from haidang.text.understanding.times.workdays import after_days, after_workdays, is_workday

SOURCE = Path(__file__).resolve().parents[2] / "src"
DAYS_OFF = [
    date(2024, 1, 1),
    date(2024, 2, 8), date(2024, 2, 9), date(2024, 2, 12), date(2024, 2, 14),  # Tết on 10/02
    date(2024, 4, 18),  # 10/3 by the lunar calendar
    date(2024, 4, 30), date(2024, 5, 1), date(2024, 9, 2), date(2024, 9, 3),
    date(2025, 1, 29), date(2025, 4, 7), date(2030, 2, 4),  # Tết of 2030 is not China's
    date(2022, 1, 3),  # for 01/01, a Saturday
    date(2024, 11, 30), date(2024, 12, 1),  # a weekend
]  # fmt: skip


@pytest.mark.promise("N3")
@pytest.mark.parametrize("day", DAYS_OFF)
def test_nobody_works_on_a_day_off(day):
    assert not is_workday(day, USUAL)


@pytest.mark.promise("N3")
@pytest.mark.parametrize(
    ("start", "count", "last"),
    [
        (date(2024, 11, 29), 1, date(2024, 12, 2)),
        (date(2024, 9, 1), 5, date(2024, 9, 10)),
        (date(2025, 1, 24), 5, date(2025, 2, 7)),
        (date(2024, 11, 29), 0, date(2024, 11, 29)),
        (date(2099, 12, 30), 5, None),
        (date(1900, 1, 1), 5, None),
        (date(2024, 1, 1), 4000, None),
    ],
)
def test_working_days_are_counted_from_the_day_after(start, count, last):
    assert after_workdays(start, count, USUAL) == last


@pytest.mark.promise("N3")
@pytest.mark.parametrize(
    ("start", "count", "last"),
    [
        (date(2024, 11, 20), 5, date(2024, 11, 25)),
        (date(2024, 11, 20), 10, date(2024, 12, 2)),  # the 30th is a Saturday
        (date(2024, 8, 31), 2, date(2024, 9, 4)),
        (date(2099, 12, 25), 9, None),
        (date(1900, 1, 1), 9, None),
        (date(2024, 1, 1), 4000, None),
    ],
)
def test_a_term_in_days_does_not_end_where_nobody_works(start, count, last):
    assert after_days(start, count, USUAL) == last


@pytest.mark.promise("N3")
def test_the_authority_gives_its_own_days():
    own = Habits(days_off=frozenset({date(2024, 12, 2)}), workdays=frozenset({date(2024, 11, 30)}))

    assert after_workdays(date(2024, 11, 29), 1, own) == date(2024, 11, 30)
    assert after_workdays(date(2024, 11, 29), 2, own) == date(2024, 12, 3)


@pytest.mark.promise("N3")
@given(st.dates(date(1996, 1, 1), date(2098, 1, 1)), st.integers(1, 60))
def test_working_days_never_fall_on_a_day_off(start, count):
    """Hạn tính bằng ngày làm việc không bao giờ rơi vào ngày nghỉ, và đếm đủ số ngày."""
    last = after_workdays(start, count, USUAL)

    assert last is not None
    assert is_workday(last, USUAL)
    between = (start + timedelta(days=n) for n in range(1, (last - start).days + 1))
    assert sum(is_workday(day, USUAL) for day in between) == count


def test_the_calendar_is_loaded_only_where_days_are_counted():
    code = (
        "import sys; from haidang.text import read; read(sys.argv[1].encode());"
        "print('holidays' in sys.modules)"
    )
    plan = "KẾ HOẠCH\nNăm 2024\n\nI. NHIỆM VỤ\n\n- Rà soát danh sách {}.\n"
    said = [
        subprocess.run(
            [sys.executable, "-c", code, plan.format(limit)],
            env={"PYTHONPATH": str(SOURCE), "PYTHONUTF8": "1"},
            capture_output=True,
            check=True,
            text=True,
        ).stdout.strip()
        for limit in ("trước ngày 30/11", "trong vòng 05 ngày làm việc kể từ ngày 01/4/2024")
    ]

    assert said == ["False", "True"]
