"""A finding says where a reader of the page finds it, and quotes whole words."""

import pytest

from haidang.text.blocks import Appendix, Document, Header, Heading, Paragraph, Signature
from haidang.text.checking.paper import paper_of_docx
from haidang.text.checking.passages import Passage
from haidang.text.checking.places import place_of
from haidang.text.checking.quoting import ending
from haidang.text.writing import write_docx

PLAN = Document(
    header=Header(
        None, "Ủy ban nhân dân xã Bãi Cát", "05", "KH-UBND", "Bãi Cát", "2026-03-05", "Kế hoạch",
        "Thăm hỏi ngư dân",
    ),
    legal_bases=("Căn cứ Luật Biên phòng Việt Nam",),
    blocks=(
        Paragraph("Ủy ban nhân dân xã thăm hỏi ngư dân như sau:"),
        Heading(1, "I", "NỘI DUNG"),
        Heading(2, "1", "Thăm hỏi"),
        Paragraph("Các ấp thăm hỏi từng nhà trong tháng."),
        Paragraph("Các ấp phát loa vào mỗi buổi sáng."),
        Heading(2, "2", "Phát loa"),
        Paragraph("Các ấp phát tin về biển đảo vào buổi chiều."),
    ),
    recipients=("Các ấp", "Lưu: VT"),
    signature=Signature(("TM. ỦY BAN NHÂN DÂN",), "CHỦ TỊCH", None),
    appendices=(
        Appendix("PHỤ LỤC II", "DANH SÁCH", "(Kèm theo Kế hoạch)", (Paragraph("Ấp Một."),)),
    ),
)  # fmt: skip


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("Thăm hỏi ngư dân", "trích yếu"),
        ("Căn cứ Luật", "đoạn 1"),
        ("Ủy ban nhân dân xã thăm", "đoạn 2"),
        ("1. Thăm hỏi", "mục I.1, tên mục"),
        ("Các ấp phát loa", "mục I.1, đoạn 2"),
        ("Các ấp phát tin", "mục I.2, đoạn 1"),
        ("PHỤ LỤC II", "Phụ lục II, tên phụ lục"),
        ("(Kèm theo", "Phụ lục II, dòng kèm theo"),
        ("Ấp Một", "Phụ lục II, đoạn 1"),
    ],
)
def test_a_paragraph_is_found_under_its_heading(words, place):
    passages = paper_of_docx(write_docx(PLAN)).passages
    found = [one.where for one in passages if one.plain.startswith(words)]

    assert found == [place]


def test_places_under_one_heading_are_told_together():
    places = ["mục I, đoạn 1", "mục I, đoạn 2", "mục II, đoạn 4", "đoạn 3"]
    many = [f"mục {number}, đoạn 1" for number in range(9)]

    told = place_of([Passage("chữ", place) for place in places])
    assert told == "mục I, đoạn 1–2; mục II, đoạn 4; đoạn 3"
    assert place_of([Passage("chữ", place) for place in many]).endswith("đoạn 1; 3 chỗ khác")


def test_an_ending_is_quoted_in_whole_words():
    words = "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015."

    assert ending(words) == "…ngày 19 tháng 6 năm 2015."
    assert ending("năm 2015.") == "năm 2015."
