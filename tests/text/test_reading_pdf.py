"""Pdf files: words back on their lines, columns side by side."""

import pytest

from haidang.text import Unreadable, read
from haidang.text.reading import read_source
from tests.text.files import pdf

LETTER = [
    (60, 780, "UBND TỈNH X"),
    (300, 780, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    (60, 768, "SỞ DU LỊCH"),
    (340, 768, "Độc lập - Tự do - Hạnh phúc"),
    (60, 744, "Số: 9/TB-SDL"),
    (300, 744, "Đảo Xanh, ngày 08 tháng 01 năm 2026"),
    (250, 700, "THÔNG BÁO"),
    (200, 688, "Kết luận cuộc họp"),
    (80, 650, "1. Giao Phòng Kế hoạch rà soát danh sách các điểm đến và báo"),
    (60, 638, "cáo Sở trước ngày 20/02/2026."),
    (60, 600, "Nơi nhận:"),
    (380, 600, "KT. GIÁM ĐỐC"),
    (60, 588, "- Các phòng;"),
    (380, 588, "PHÓ GIÁM ĐỐC"),
    (60, 576, "- Lưu: VT."),
    (380, 540, "Họ Và Tên"),
]


def test_a_page_is_laid_out_as_it_stands():
    source = read_source(pdf(LETTER))

    lines = source.text.splitlines()
    assert lines[0].split("   ")[0] == "UBND TỈNH X"
    assert lines[0].endswith("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    assert lines[2] == ""  # a gap between blocks of the header
    assert {place.where for place in source.places} == {"trang 1"}
    assert source.warnings == ()


def test_header_duty_and_signature_of_a_page_are_understood():
    reading = read(pdf(LETTER))

    assert (reading.header.superior, reading.header.issuer) == ("UBND TỈNH X", "SỞ DU LỊCH")
    assert (reading.header.number, reading.header.date) == ("9", "2026-01-08")
    assert [(d.unit, d.deadline.written_on) for d in reading.duties] == [
        ("Phòng Kế hoạch", "2026-02-20")
    ]
    assert reading.recipients == ("Các phòng", "Lưu: VT")
    assert (reading.signature.title, reading.signature.name) == ("PHÓ GIÁM ĐỐC", "Họ Và Tên")


def test_a_sentence_that_goes_on_over_the_page_is_one():
    first = [(80, 780, "KẾ HOẠCH"), (80, 740, "1. Giao Phòng Tài chính rà soát"), (300, 720, "1")]
    second = [(300, 800, "2"), (60, 780, "kinh phí cho các xã trong huyện.")]

    reading = read(pdf(first, second))

    assert reading.duties[0].text.endswith("huyện.")


def test_a_page_without_anything_is_no_matter():
    assert read_source(pdf(LETTER, [])).warnings == ()


def test_nothing_at_all_is_refused():
    with pytest.raises(Unreadable) as refused:
        read_source(pdf([]))

    assert refused.value.code == "empty"


@pytest.mark.parametrize("data", [b"%PDF-1.4\nnothing", pdf(LETTER)[:300]])
def test_broken_files_are_refused(data):
    with pytest.raises(Unreadable) as refused:
        read_source(data)

    assert refused.value.code == "broken"
