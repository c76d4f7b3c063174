"""What was read becomes the block, box or appendix that it is."""

import pytest

from haidang.text import read
from haidang.text.blocks import Heading, Paragraph, Signature, Table
from haidang.text.drafting import draft_of, drafted
from haidang.text.drafting.bodies import paragraph_of
from haidang.text.drafting.paper import marked
from haidang.text.writing import write_docx, write_plain
from tests.text import plans
from tests.text.files import cell, docx, p, table
from tests.text.typed import SAMPLES


def draft_of_text(text):
    return draft_of(read(text.encode()))


def again(name):
    return draft_of(read(write_docx(SAMPLES[name])))


def test_the_founding_plan_becomes_the_blocks_it_is_made_of():
    document = draft_of(read(plans.FOUNDING.read_bytes()))

    assert document.header.issuer == "Ủy ban nhân dân huyện Cầu Ngang"
    assert document.blocks[1:4] == (
        Heading(1, "I", "MỤC ĐÍCH, YÊU CẦU"),
        Heading(2, "1", "Mục đích:"),
        document.blocks[3],
    )
    assert document.blocks[3].bullet
    assert document.drafter == "Hào"
    assert "**trước ngày 30 tháng 11**" in document.blocks[-1].text
    assert document.signature.authority == ("KT. CHỦ TỊCH",)


def test_a_decision_has_who_acts_its_bases_its_articles_and_what_it_enacts():
    document = again("quyết định")

    assert document.acting == "ỦY BAN NHÂN DÂN HUYỆN CẦU NGANG"
    assert len(document.legal_bases) == 3
    assert document.blocks[0] == Heading(0, "", "QUYẾT ĐỊNH:")
    assert document.blocks[1].text.startswith("**Điều 1.** Ban hành")
    (regulation,) = document.appendices
    assert (regulation.label, regulation.title) == ("QUY CHẾ", "Hoạt động thông tin đối ngoại")
    assert regulation.attached_to.startswith("(Kèm theo Quyết định số")
    assert regulation.blocks[:2] == (
        Heading(1, "Chương I", "QUY ĐỊNH CHUNG"),
        Heading(2, "Điều 1", "Phạm vi điều chỉnh"),
    )


def test_a_plan_has_its_appendices_with_their_tables():
    first, second = again("kế hoạch").appendices

    assert (first.label, first.title) == ("Phụ lục I", "PHÂN CÔNG NHIỆM VỤ")
    (duties,) = first.blocks
    assert duties.columns[1:3] == ("Nội dung", "Đơn vị chủ trì")
    assert duties.rows[1][1] == (
        "Phát tin, bài trên Đài Truyền thanh\nĐăng tin trên trang thông tin"
    )
    assert (duties.numeric, duties.whole_rows) == (frozenset({4}), frozenset({0}))
    assert duties.strong_rows == frozenset({0, 3})
    assert second.stamp == "99/KH-UBND, 12/10/2023; 09:30:00; +07:00"


def test_a_telegram_has_who_calls_whom_and_how_urgent_it_is():
    document = again("công điện")

    assert document.acting == "CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN CẦU NGANG"
    assert len(document.addressees) == 2
    assert document.urgency == "HỎA TỐC"


def test_a_letter_keeps_its_subject_apart_from_the_stamp_below_it():
    document = again("công văn")

    assert document.header.title == SAMPLES["công văn"].header.title
    assert document.urgency == "KHẨN"


def test_inner_circulation_is_kept():
    assert again("quy chế").circulation == "LƯU HÀNH NỘI BỘ"


def test_those_who_sign_side_by_side_are_kept_from_left_to_right():
    minutes, contract = again("biên bản"), again("hợp đồng")

    assert minutes.cosigners == (Signature((), "THƯ KÝ", None),)
    assert minutes.signature == Signature((), "CHỦ TỌA", None)
    assert contract.cosigners == (Signature(("ĐẠI DIỆN BÊN A",), "TRƯỞNG PHÒNG", None),)
    assert contract.signature == Signature(("ĐẠI DIỆN BÊN B",), "ĐỒN TRƯỞNG", None)


def test_what_another_body_confirms_stands_below_the_signature():
    (confirmed,) = again("giấy nghỉ phép").below

    assert confirmed.text.startswith("Xác nhận của chính quyền")


@pytest.mark.parametrize(
    ("words", "block"),
    [
        ("- Một việc", Paragraph("Một việc", bullet=True)),
        ("**- Một** việc", Paragraph("**Một** việc", bullet=True)),
        ("+ Một việc", Paragraph("+ Một việc")),
        ("Điều 2. Thi hành", Paragraph("**Điều 2.** Thi hành")),
        ("**Điều 2.** Thi hành", Paragraph("**Điều 2.** Thi hành")),
        ("a) Một điểm", Paragraph("a) Một điểm")),
    ],
)
def test_a_paragraph_keeps_its_mark(words, block):
    assert paragraph_of(words) == block


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("có **hai** từ", "có **hai** từ"),
        ("**một dấu", "một dấu"),
        ("Họ tên: ______", "Họ tên: ______"),
        ("412* tin", "412* tin"),
        ("* Số ước tính", "* Số ước tính"),
        ("*nghiêng*", "nghiêng"),
        ("[[412|/so/7]]", "[ [412|/so/7]]"),
    ],
)
def test_marks_of_bold_and_blanks_are_kept_and_no_other_is_made(raw, words):
    assert marked(raw) == words


def test_a_year_within_the_number_is_kept():
    document = draft_of_text(plans.DECISION.replace("Số: 1466/", "Số: 1466/2023/"))

    assert f"Số: {document.header.number}/{document.header.symbol}" in write_plain(document)


def test_words_beside_the_type_are_kept():
    document = draft_of_text(plans.MINUTES)

    assert document.header.document_type == "Biên bản làm việc"


def test_a_stamp_of_a_portal_is_left_out_and_named():
    draft = drafted(read(plans.LETTER_ON_A_PAGE.encode()))

    assert "congbao@example.vn" in draft.left_out
    assert "congbao" not in write_plain(draft.document)


def test_a_frame_with_one_column_is_no_table():
    data = docx(p("KẾ HOẠCH") + p("Tuyên truyền") + p("I. VIỆC") + table([cell(p("Một khung"))]))

    assert not any(isinstance(block, Table) for block in draft_of(read(data)).blocks)


def test_a_header_of_two_rows_is_bold_in_both_and_no_number_of_its_own():
    rows = [
        [cell(p("TT")), cell(p("Việc")), cell(p("Kinh phí"), properties='<w:gridSpan w:val="2"/>')],
        [cell(p("")), cell(p("")), cell(p("Tỉnh")), cell(p("Huyện"))],
        [cell(p("1")), cell(p("Phát thanh")), cell(p("5")), cell(p("12,5"))],
    ]
    data = docx(p("KẾ HOẠCH") + p("Tuyên truyền") + p("I. VIỆC") + table(*rows))

    (costs,) = (block for block in draft_of(read(data)).blocks if isinstance(block, Table))

    assert costs.columns == ("TT", "Việc", "Kinh phí", "")
    assert costs.strong_rows == frozenset({0})
    assert costs.numeric == frozenset({2, 3})
