"""Secrecy marks are found where they are marks, and nowhere else (promise N19)."""

import unicodedata

import pytest

from haidang.text import Unreadable, read, secrecy_mark, secrecy_mark_of
from tests.text.files import docx, p
from tests.text.plans import FOUNDING

STAMPED = {
    "MẬT": "MẬT",
    "TỐI MẬT": "TỐI MẬT",
    "TUYỆT MẬT": "TUYỆT MẬT",
    "  **MẬT**  ": "MẬT",
    "[ TỐI MẬT ]": "TỐI MẬT",
    "M Ậ T": "MẬT",
    "T Ố I   M Ậ T": "TỐI MẬT",
    "TOI MAT": "TỐI MẬT",
    "Độ mật: ...\nTUYỆT MẬT": "TUYỆT MẬT",
    "ĐỘ MẬT: TỐI MẬT": "TỐI MẬT",
    "UBND TỈNH X          MẬT          Số: 1": "MẬT",
    "SỞ NỘI VỤ | MẬT | Số: 1/KH": "MẬT",
    "Số: 05/MẬT-UBND": "MẬT",
    "MẬT\nTUYỆT MẬT": "TUYỆT MẬT",
    unicodedata.normalize("NFD", "MẬT"): "MẬT",
    "Mật": "MẬT",
    "BÍ MẬT NHÀ NƯỚC": "MẬT",
}
INNOCENT = [
    "Thực hiện chế độ bảo mật thông tin.",
    "BẢO MẬT",
    "bí mật kinh doanh; bí mật nhà nước ở độ Mật, Tối mật và Tuyệt mật",
    "VỀ TĂNG CƯỜNG BẢO VỆ BÍ MẬT NHÀ NƯỚC",
    "mật ong",
    "Tài liệu tuyệt mật được gửi riêng.",
    "MẤT",
    "MẶT TRẬN TỔ QUỐC",
    "TM. ỦY BAN NHÂN DÂN",
    "Số: 12/TMDV-KH",
    "M",
    "",
]


def stamped(mark):
    plan = FOUNDING.read_text("utf-8")
    return plan.replace("KẾ HOẠCH\n", f"{mark}\n\nKẾ HOẠCH\n", 1)


@pytest.mark.promise("N19")
@pytest.mark.parametrize(("mark", "degree"), STAMPED.items())
def test_a_mark_on_its_own_is_found(mark, degree):
    assert secrecy_mark(mark) == degree
    assert secrecy_mark(stamped(mark)) == degree


@pytest.mark.promise("N19")
@pytest.mark.parametrize("words", INNOCENT)
def test_words_about_secrecy_are_no_mark(words):
    assert secrecy_mark(words) is None
    assert secrecy_mark(stamped(words)) is None


@pytest.mark.promise("N19")
def test_the_founding_plan_speaks_of_secrecy_and_bears_no_mark():
    plan = FOUNDING.read_text("utf-8")

    assert "bảo mật" in plan
    assert secrecy_mark(plan) is None


def w(tag, inner):
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return f'<w:{tag} xmlns:w="{space}">{inner}</w:{tag}>'


BESIDE = {
    "header": {"header1": w("hdr", p("MẬT"))},
    "footer": {"footer3": w("ftr", p("TỐI MẬT"))},
    "comment": {"comments": w("comments", w("comment", p("MẬT")))},
}


@pytest.mark.promise("N19")
@pytest.mark.parametrize("place", BESIDE)
def test_a_stamp_beside_the_text_of_a_docx_is_a_stamp(place):
    data = docx(p("KẾ HOẠCH") + p("Thông tin năm 2024"), **BESIDE[place])

    assert secrecy_mark_of(data, read(data).text) is not None


@pytest.mark.promise("N19")
def test_a_stamp_that_was_deleted_with_changes_tracked_is_a_stamp():
    struck = "<w:p><w:del><w:r><w:delText>TUYỆT MẬT</w:delText></w:r></w:del></w:p>"
    data = docx(struck + p("KẾ HOẠCH"))

    assert secrecy_mark_of(data, read(data).text) == "TUYỆT MẬT"


def test_a_docx_without_a_stamp_bears_no_mark():
    data = docx(p("KẾ HOẠCH"), header1=w("hdr", p("2")))

    assert secrecy_mark_of(data, read(data).text) is None
    assert secrecy_mark_of(b"MAT", "") is None


def test_what_stands_beside_a_text_may_not_unpack_to_too_much(monkeypatch):
    monkeypatch.setattr("haidang.text.reading.beside_parts.MAX_XML", 100)
    data = docx(p("KẾ HOẠCH"), header1=w("hdr", p("2" * 200)))

    with pytest.raises(Unreadable, match="quá lớn"):
        secrecy_mark_of(data, "")


def test_a_broken_part_beside_the_text_is_refused():
    data = docx(p("KẾ HOẠCH"), header1="<w:hdr>")

    with pytest.raises(Unreadable):
        secrecy_mark_of(data, "")
    with pytest.raises(Unreadable):
        secrecy_mark_of(data[:60], "")
