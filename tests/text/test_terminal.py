"""A reading in the terminal: fits the width, colours only where there are colours."""

import re
from datetime import date

import pytest

from haidang.text import read
from haidang.text.blocks import Duty, Header, Reading
from haidang.text.terminal import Screen, shown
from haidang.text.understanding.times.deadlines import Years, deadline_of_column
from haidang.text.understanding.words.folded import fold
from tests.text import plans
from tests.text.plans import FOUNDING, reading_of

ESCAPE = re.compile(r"\033\[[\d;]*m")
SHAPES = [plans.PLAN_BY_LINES, plans.DECISION, plans.LETTER_ON_A_PAGE, plans.MINUTES, ""]


@pytest.fixture(scope="module")
def founding():
    return read(FOUNDING)


@pytest.mark.parametrize("width", [40, 80, 110])
@pytest.mark.parametrize("colour", [False, True])
def test_no_line_is_wider_than_the_screen(founding, width, colour):
    for reading in [founding, *map(reading_of, SHAPES)]:
        lines = ESCAPE.sub("", shown(reading, "kế-hoạch.txt", Screen(width, colour))).splitlines()
        widest = max(map(len, lines))
        assert widest <= width


def test_without_colours_there_is_no_escape(founding):
    assert "\033" not in shown(founding, "x", Screen())


def test_colours_do_not_change_the_words(founding):
    plain = shown(founding, "x", Screen(80, colour=False))
    coloured = ESCAPE.sub("", shown(founding, "x", Screen(80, colour=True)))

    assert re.findall(r"\w+", coloured)[:60] == re.findall(r"\w+", plain)[:60]


def test_the_founding_plan_is_summed_up(founding):
    lines = shown(founding, "samples/99.txt", Screen()).splitlines()

    assert lines[:3] == [
        "samples/99.txt",
        "Kế hoạch 99/KH-UBND",
        "Công tác thông tin đối ngoại năm 2024",
    ]
    assert "30/30 câu đã xếp" in lines
    assert "11 nhiệm vụ, 6 phương hướng chưa có đơn vị" in lines
    assert lines[-4:-1] == [
        "│ Đơn vị        Ủy ban nhân dân các xã, thị trấn",
        "│ Hạn           “trước ngày 30 tháng 11” → chậm nhất 29/11/2024 (năm của kế",
        "│               hoạch), hoặc 29/11/2023",
    ]


def test_the_bar_is_as_wide_as_the_screen_and_shared_by_count(founding):
    bar = shown(founding, "x", Screen()).splitlines()[13]

    assert len(bar) == 80
    assert {shade: bar.count(shade) for shade in "=+~:#."} == {
        "=": 3, "+": 13, "~": 13, ":": 19, "#": 29, ".": 3,
    }  # fmt: skip


def test_a_card_says_who_leads_how_often_and_how_sure():
    lines = shown(reading_of(plans.PLAN_BY_LINES), "x", Screen()).splitlines()

    first = next(index for index, line in enumerate(lines) if "╭ III.1.a" in line)
    assert lines[first].endswith("─ ■■■ chắc ╮")
    assert lines[first + 2 : first + 8] == [
        "│ Đơn vị        Phòng Văn hóa - Xã hội",
        "│ Vai trò       chủ trì",
        "│ Phối hợp      Đài Truyền thanh; Đồn Biên phòng; UBND các xã",
        "│ Hạn           “Quý II/2025” → chậm nhất 30/06/2025",
        "│ Lặp lại       mỗi tuần",
        "╰──────────────────────────────────────────────────────────────────────────────╯",
    ]


@pytest.mark.parametrize(
    ("words", "shown_as"),
    [
        ("Cuối quý I/2025", "“Cuối quý I/2025” → khoảng 02/03/2025 – 31/03/2025"),
        ("Từ tháng 3/2025", "“Từ tháng 3/2025” → từ 01/03/2025"),
        ("Theo quy định", "“Theo quy định”"),
        ("Chậm nhất 05 ngày kể từ ngày ký", "→ chậm nhất 20/01/2025 (tính từ ngày ký)"),
    ],
)
def test_a_card_says_what_a_limit_means(words, shown_as):
    limit = deadline_of_column(
        fold(words, [(0, len(words))]), 0, len(words), Years(None, 2025, date(2025, 1, 15))
    )
    duty = Duty("Rà soát", 0, 7, "1", unit="Sở A", deadline=limit)
    lines = shown(Reading("Rà soát", Header(), (), duties=(duty,)), "x", Screen(110)).splitlines()

    assert next(line for line in lines if "Hạn" in line).endswith(shown_as)


def test_what_is_unsure_is_shown_so():
    shape = "KẾ HOẠCH\n\nI. NHIỆM VỤ\n\n- Lớp học ở ấp.\n"

    assert "■□□ chưa chắc ╮" in shown(reading_of(shape), "x", Screen())


def test_warnings_come_last():
    reading = Reading("", Header(), (), warnings=("Không nhận ra thể thức.",))

    assert shown(reading, "x", Screen()).splitlines()[-1] == "! Không nhận ra thể thức."
