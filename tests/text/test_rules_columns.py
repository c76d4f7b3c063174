"""Tables of duties whose columns only spaces keep apart, as a printed page shows them in text."""

import itertools
import sys

import pytest

from haidang.text.blocks import Bucket, Certainty
from haidang.text.reading.plain import read_plain
from haidang.text.understanding import understand

ABOVE = """ỦY BAN NHÂN DÂN XÃ MỸ LONG
Số: 5/KH-UBND

KẾ HOẠCH
Tuyên truyền năm 2026

I. NHIỆM VỤ

"""
BELOW = """

    Trên đây là Kế hoạch tuyên truyền năm 2026 của Ủy ban nhân dân xã Mỹ Long./.

Nơi nhận:                  CHỦ TỊCH
- Lưu: VT.
"""
FIRST = ("Ban hành văn bản hướng dẫn các thôn", "Phòng Kinh tế", ("Công an xã",), "Tháng 3")
SECOND = ("Tổ chức hội nghị tổng kết", "Văn phòng", ("Các thôn", "Mặt trận xã"), "Quý II/2026")
TWO_LINES = """
  STT   Nội dung                 Chủ trì          Phối hợp        Thời gian
   1    Ban hành văn bản         Phòng Kinh tế    Công an xã      Tháng 3
        hướng dẫn các thôn
   2    Tổ chức hội nghị         Văn phòng        Các thôn;       Quý II/2026
        tổng kết                                  Mặt trận xã
"""


def reading_of(table):
    return understand(read_plain((ABOVE + table + BELOW).encode()))


def told(duties):
    return [
        (
            " ".join(duty.text.split()),
            duty.unit,
            duty.coordinate,
            duty.deadline.phrase if duty.deadline else None,
        )
        for duty in duties
    ]


SHAPES = {
    "cells over two lines": TWO_LINES,
    "a header over two lines": """
                                      Đơn vị          Đơn vị         Thời gian
 STT        Nội dung                 chủ trì         phối hợp       thực hiện      Ghi chú
  1   Ban hành văn bản         Phòng Kinh tế        Công an xã      Tháng 3
      hướng dẫn các thôn
  2   Tổ chức hội nghị         Văn phòng            Các thôn; Mặt   Quý II/2026
      tổng kết                                      trận xã
""",
    "blank lines between the rows": """
STT          Nội dung                  Đơn vị chủ trì          Phối hợp               Thời hạn

1            Ban hành văn bản          Phòng Kinh tế           Công an xã             Tháng 3
             hướng dẫn các thôn

2            Tổ chức hội nghị          Văn phòng               Các thôn;              Quý II/2026
             tổng kết                                          Mặt trận xã
""",
    "cells at the left of their heads": """
STT   Nội dung                 Chủ trì                      Phối hợp       Thời gian
1     Ban hành văn bản         Phòng Kinh tế   Công an xã                  Tháng 3
      hướng dẫn các thôn
2     Tổ chức hội nghị         Văn phòng       Các thôn;                   Quý II/2026
      tổng kết                                 Mặt trận xã
""",
    "rows that stand centred on their numbers": """
STT   Nội dung                 Chủ trì          Phối hợp       Thời gian

      Ban hành văn bản
1                              Phòng Kinh tế    Công an xã     Tháng 3
      hướng dẫn các thôn

      Tổ chức hội nghị                          Các thôn;
2     tổng kết                 Văn phòng        Mặt trận xã    Quý II/2026
""",
    "a page that ends within a row": """
STT   Nội dung                 Chủ trì          Phối hợp       Thời gian
1     Ban hành văn bản         Phòng Kinh tế    Công an xã     Tháng 3

                                        2

      hướng dẫn các thôn
2     Tổ chức hội nghị         Văn phòng        Các thôn;      Quý II/2026
      tổng kết                                  Mặt trận xã
""",
    "a header that the next page repeats": """
STT   Nội dung                 Chủ trì          Phối hợp       Thời gian
1     Ban hành văn bản         Phòng Kinh tế    Công an xã     Tháng 3
STT   Nội dung                 Chủ trì          Phối hợp       Thời gian
      hướng dẫn các thôn
2     Tổ chức hội nghị         Văn phòng        Các thôn;      Quý II/2026
      tổng kết                                  Mặt trận xã
""",
}


@pytest.mark.parametrize("table", SHAPES.values(), ids=SHAPES)
def test_rows_are_read_whole(table):
    reading = reading_of(table)
    assert told(reading.duties) == [FIRST, SECOND]
    assert {duty.certainty for duty in reading.duties} == {Certainty.HIGH}


@pytest.mark.parametrize("table", SHAPES.values(), ids=SHAPES)
def test_every_character_stays_in_one_span_and_words_stay_where_they_stand(table):
    reading = reading_of(table)
    assert [s.start for s in reading.spans] == [0, *(s.end for s in reading.spans[:-1])]
    assert reading.spans[-1].end == len(reading.text)
    for duty in reading.duties:
        words = reading.text[duty.start : duty.end]
        assert all(line in words for line in duty.text.split("\n"))
        assert duty.text.startswith(words[:16])
        over = [s.bucket for s in reading.spans if s.start <= duty.start < s.end]
        assert over == [Bucket.TASK]
    first, second = reading.duties
    assert first.end <= second.start


def test_group_rows_are_sections_of_their_rows():
    reading = reading_of("""
  STT   Nội dung                 Chủ trì          Phối hợp       Thời gian
   I    Công tác chỉ đạo, điều hành của Ủy ban nhân dân xã
   1    Ban hành văn bản         Phòng Kinh tế    Công an xã     Tháng 3
   II   Công tác tuyên truyền
   1    Tổ chức hội nghị         Văn phòng                       Quý II/2026
""")
    assert [(duty.label, duty.unit) for duty in reading.duties] == [
        ("I.1", "Phòng Kinh tế"),
        ("II.1", "Văn phòng"),
    ]
    assert "Công tác tuyên truyền" in [section.title for section in reading.sections]


def test_what_stands_below_is_running_text_again():
    below = "\n1. Phòng Kinh tế:\n- Theo dõi, đôn đốc việc thực hiện.\n"
    *rows, last = reading_of(TWO_LINES + below).duties
    assert told(rows) == [FIRST, SECOND]
    assert (last.text, last.unit) == ("Theo dõi, đôn đốc việc thực hiện.", "Phòng Kinh tế")


@pytest.mark.parametrize(
    "table",
    [
        """
Nội dung                 Chủ trì          Phối hợp       Thời gian
Ban hành văn bản         Phòng Kinh tế    Công an xã     Tháng 3
hướng dẫn các thôn
Tổ chức hội nghị         Văn phòng        Các thôn       Quý II/2026
""",
        """
STT   Nội dung                 Chủ trì          Phối hợp       Thời gian
1     Ban hành văn bản         Phòng Kinh tế    Công an xã     Tháng 3
      Tổ chức hội nghị
2     tổng kết cuối            Văn phòng        Các thôn       Quý II/2026
      năm
""",
    ],
    ids=["rows without numbers", "rows centred on their numbers"],
)
def test_rows_that_cannot_be_told_apart_surely_are_doubtful(table):
    duties = reading_of(table).duties
    assert [duty.unit for duty in duties] == ["Phòng Kinh tế", "Văn phòng"]
    assert {duty.certainty for duty in duties} == {Certainty.LOW}


@pytest.mark.parametrize(
    "table",
    [
        """
STT   Nội dung                 Chủ trì        Phối hợp
1     Ban hành văn bản         Phòng Kinh tế và Công an xã
2     Tổ chức hội nghị         Văn phòng cùng với các thôn
""",
        """
STT   Nội dung                 Chủ trì          Phối hợp       Thời gian
      Ban hành văn bản
1     hướng dẫn các thôn       Phòng Kinh tế    Công an xã     Tháng 3
      Tổ chức hội nghị
2     tổng kết                 Văn phòng        Các thôn       Quý II/2026
""",
        "\nSTT   Nội dung          Chủ trì          Phối hợp       Thời gian\n",
    ],
    ids=["a cell over two columns", "a row above its number", "no row"],
)
def test_columns_that_cannot_be_told_apart_give_no_unit(table):
    assert [duty.unit for duty in reading_of(table).duties if duty.unit] == []


def test_columns_of_a_signature_and_of_other_tables_are_no_duties():
    reading = reading_of("""
STT   Nội dung                 Kinh phí         Ghi chú
1     Hội nghị tổng kết        10.000.000       Ngân sách xã
      CÔNG CHỨC                KẾ TOÁN          CHỦ TỊCH
""")
    assert reading.duties == ()


def test_many_headers_cost_no_more_than_their_lines():
    head = "STT   Nội dung     Chủ trì     Phối hợp     Thời gian {}\n"
    few, many = (calls_of("".join(map(head.format, range(rows)))) for rows in (300, 1200))
    assert many < 6 * few


def calls_of(text):
    """How many functions of Python a reading calls: its work, whatever else the machine does."""
    calls = itertools.count()
    before = sys.getprofile()
    sys.setprofile(lambda *_: next(calls))
    try:
        reading_of(text)
    finally:
        sys.setprofile(before)
    return next(calls)


def test_a_header_of_very_many_columns_is_none():
    far = "   ".join(["STT", "Nội dung", "Chủ trì", *["Ghi chú"] * 40])
    assert reading_of(f"\n{far}\n1     Ban hành   Văn phòng\n").duties == ()
