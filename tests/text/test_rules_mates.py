"""Where the names of those who help end, and where one name ends and another begins."""

import pytest

from haidang.text import read
from haidang.text.blocks import Bucket
from haidang.text.understanding.duties.roles import mates_in
from haidang.text.understanding.paper.kinds import Kind, kind_of_section
from haidang.text.understanding.words.parties import split_units


@pytest.mark.parametrize(
    ("words", "mates"),
    [
        ("Tỉnh đoàn tổ chức các lớp dạy bơi", ("Tỉnh đoàn",)),
        ("Công an, Quân đội tổ chức cứu hộ", ("Công an", "Quân đội")),
        (
            "Ban công tác Mặt trận, trưởng các thôn vận động",
            ("Ban công tác Mặt trận", "trưởng các thôn"),
        ),
        ("Công an xã, các thôn, buôn tuần tra", ("Công an xã", "các thôn, buôn")),
        ("Phòng Kinh tế, các xã, thị trấn lập dự toán", ("Phòng Kinh tế", "các xã, thị trấn")),
        ("Ban QLDA đầu tư xây dựng tỉnh kiểm tra", ("Ban QLDA đầu tư xây dựng tỉnh",)),
        ("Báo và phát thanh, truyền hình tỉnh đưa tin", ("Báo và phát thanh, truyền hình tỉnh",)),
        ("Văn phòng HĐND và UBND xã rà soát", ("Văn phòng HĐND và UBND xã",)),
    ],
)
def test_those_who_help_are_told_apart_and_do_nothing(words, mates):
    assert mates_in(f"Chủ trì, phối hợp với {words}.") == mates


def test_an_office_of_two_bodies_is_one_unit_in_a_column_too():
    words = "Văn phòng HĐND và UBND; Thường trực HĐND và UBND"

    assert split_units(words, columns=True) == (
        "Văn phòng HĐND và UBND",
        "Thường trực HĐND",
        "UBND",
    )


URGENT = """
ỦY BAN NHÂN DÂN      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH THỬ                 Độc lập - Tự do - Hạnh phúc

Số: 12/CĐ-UBND      Thử, ngày 28 tháng 9 năm 2025
   HỎA TỐC

CÔNG ĐIỆN
Về việc ứng phó với bão

ỦY BAN NHÂN DÂN TỈNH THỬ điện:
- Sở A.
"""
REPORT = """BÁO CÁO
Công tác năm 2025
Phần thứ nhất
KẾT QUẢ THỰC HIỆN NHIỆM VỤ 9 THÁNG ĐẦU NĂM
I. Kinh tế
- Rà soát 43 nhà tạm, hoàn thành trước ngày 31/8/2025.
Phần thứ hai
NHIỆM VỤ THỜI GIAN TỚI
- Rà soát quy chế.
"""


def test_an_urgency_mark_is_no_part_of_a_body():
    assert read(URGENT.encode()).header.issuer == "ỦY BAN NHÂN DÂN TỈNH THỬ"


def test_a_chapter_on_what_was_done_stays_one_whatever_it_speaks_of():
    reading = read(REPORT.encode())

    assert kind_of_section(REPORT.splitlines()[3], None) is Kind.RESULTS
    assert [duty.text for duty in reading.duties] == ["Rà soát quy chế."]
    assert reading.spans[-1].bucket is Bucket.DIRECTION
