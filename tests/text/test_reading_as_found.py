"""Texts as they are found: marks of Markdown, lines wrapped, pages that cut a sentence."""

import textwrap

import pytest

from haidang.text import read
from haidang.text.understanding.paper.running import running_lines
from tests.text.files import pdf

PLAN = """ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
XÃ X\tĐộc lập - Tự do - Hạnh phúc

Số: 12/KH-UBND\tXã X, ngày 05 tháng 01 năm 2026

KẾ HOẠCH
Thông tin năm 2026

I. MỤC ĐÍCH
- Nâng cao nhận thức của nhân dân về biển, đảo.

II. NHIỆM VỤ
1. Công chức Văn hóa – Xã hội rà soát danh sách các cụm loa trước ngày 20/02/2026.
2. Giao Văn phòng HĐND và UBND phối hợp với các ấp tổ chức tuyên truyền hằng tháng.
"""
DUTIES = [
    ("II.1", "Công chức Văn hóa – Xã hội", "2026-02-20"),
    ("II.2", "Văn phòng HĐND và UBND", None),
]
HEAD, FOOT = "UBND XÃ X", "Kế hoạch thông tin        Trang {}/3"


def duties_of(text):
    reading = read(text.encode() if isinstance(text, str) else text)
    return [
        (duty.label, duty.unit, duty.deadline and duty.deadline.written_on)
        for duty in reading.duties
    ]


def test_the_plan_itself_is_understood():
    assert duties_of(PLAN) == DUTIES


def test_marks_of_markdown_are_no_words():
    marked = (
        PLAN.replace("KẾ HOẠCH\n", "# **KẾ HOẠCH**\n")
        .replace("I. MỤC", "## **I\\. MỤC")
        .replace("II. NHIỆM", "## II\\. NHIỆM")
        .replace("- Nâng", "\\- Nâng")
        .replace("1. Công chức", "1\\. **Công chức")
        .replace("Xã hội rà", "Xã hội** rà")
        .replace("2. Giao", "**2.** __Giao__")
    )

    assert duties_of(marked) == DUTIES
    assert read(marked.encode()).header == read(PLAN.encode()).header


@pytest.mark.parametrize("width", [30, 38, 60])
@pytest.mark.parametrize("gap", ["", "\n"])
def test_lines_that_were_wrapped_are_one_paragraph(width, gap):
    lines = PLAN.split("\n")
    wrapped = [
        "\n".join(textwrap.wrap(line, width)) if "\t" not in line else line for line in lines
    ]

    assert duties_of("\n".join(f"{line}{gap}" for line in wrapped)) == DUTIES


@pytest.mark.parametrize(
    "cut",
    [
        "\n\f\n",
        "\n\n2\n\f\n",
        "\n\f\n                  2\n\n",
        "\n                              - 2 -\n",
        "\n\n                        Trang 2/3\n\f\n",
    ],
)
def test_a_page_that_ends_within_a_sentence_cuts_nothing(cut):
    assert duties_of(PLAN.replace("loa trước", f"loa{cut}trước")) == DUTIES


def on_three_pages(*, head=HEAD, foot=FOOT):
    page = f"\n\n{foot}\n\f\n{head}\n\n"
    once = PLAN.replace("về biển, đảo", f"về biển,{page.format(1)}đảo")
    return once.replace("loa trước", f"loa{page.format(2)}trước")


def test_what_every_page_repeats_is_no_part_of_a_sentence():
    assert duties_of(on_three_pages()) == DUTIES
    assert duties_of(on_three_pages(head="")) == DUTIES


def test_what_the_pages_of_a_pdf_repeat_is_no_part_of_a_sentence():
    pages = [
        [
            (60, 800, HEAD),
            *((60, 760 - 14 * at, line) for at, line in enumerate(lines)),
            (60, 40, foot),
        ]
        for lines, foot in (
            (
                ["KẾ HOẠCH", "Thông tin năm 2026", "", "1. Giao Sở A rà soát danh sách"],
                "Số 7 - trang 1",
            ),
            (["các cụm loa.", "2. Giao Sở B báo cáo Ủy ban"], "Số 7 - trang 2"),
            (["nhân dân tỉnh trước ngày 20/02/2026."], "Số 7 - trang 3"),
        )
    ]
    pages = [[line for line in page if line[2]] for page in pages]

    assert duties_of(pdf(*pages)) == [("1", "Sở A", None), ("2", "Sở B", "2026-02-20")]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Sở A\nSở A\nSở A",
        "QUỐC HIỆU\nKẾ HOẠCH\n\fQUỐC HIỆU\nPHỤ LỤC",  # a head of its own for what is attached
        "a\n\fb\n\fb\n\fc\n\fd\n\fe",  # two of six pages begin alike
        "1\n\f2\n\f3",
        "một\n\f\fhai",
    ],
)
def test_what_is_not_repeated_is_kept(text):
    assert running_lines(text) == frozenset()
