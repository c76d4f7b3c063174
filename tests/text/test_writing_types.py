"""Each of the 29 types of the decree, written as its template has it (Điều 7, Phụ lục III)."""

import io
from dataclasses import replace

import docx
import pytest

from haidang.text.checking import check
from haidang.text.layout import KINDS
from haidang.text.writing import write_docx, write_html, write_plain
from tests.text.typed import SAMPLES


def test_there_is_a_sample_of_every_type():
    assert set(SAMPLES) == {kind.name for kind in KINDS}


@pytest.mark.parametrize("name", SAMPLES)
def test_a_document_of_each_type_keeps_to_the_decree(name):
    data = write_docx(SAMPLES[name])

    assert check(data) == ()
    assert docx.Document(io.BytesIO(data)).core_properties.language == "vi-VN"


def lines_of(name):
    return write_plain(SAMPLES[name]).splitlines()


def test_a_decision_names_who_acts_before_its_bases_and_decides_below_them():
    lines = lines_of("quyết định")

    acting, decides = lines.index("ỦY BAN NHÂN DÂN HUYỆN CẦU NGANG"), lines.index("QUYẾT ĐỊNH:")
    assert lines[acting + 1].startswith("Căn cứ Luật")
    assert lines[decides - 1].endswith("huyện.")
    assert lines[decides + 1].startswith("Điều 1. Ban hành kèm theo")
    at = lines.index("QUY CHẾ")
    assert lines[at + 1 : at + 4 : 2] == ["Hoạt động thông tin đối ngoại", "Chương I"]


def test_chapters_divisions_articles_and_points_stand_as_the_first_scheme_has_them():
    lines = lines_of("quy chế")

    at = lines.index("Chương II")
    assert lines[at : at + 5] == [
        "Chương II",
        "TRÁCH NHIỆM",
        "Mục 1",
        "CƠ QUAN CHUYÊN MÔN",
        "Điều 3. Trách nhiệm của Phòng Văn hóa và Thông tin",
    ]
    assert "a) Bảo đảm đúng thẩm quyền;" in lines


def test_a_telegram_calls_its_addressees_by_the_one_who_sends_it():
    lines = lines_of("công điện")

    at = lines.index("CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN CẦU NGANG điện:")
    assert lines[at + 1] == "- Chủ tịch Ủy ban nhân dân các xã, thị trấn;"
    assert "- Như trên;" in lines


def test_minutes_are_signed_side_by_side_and_bear_their_date_in_the_text():
    lines = lines_of("biên bản")

    assert lines[-5:] == [
        "THƯ KÝ",
        "CHỦ TỌA",
        "Nơi nhận:",
        "- Các đơn vị dự họp;",
        "- Lưu: VT, Hồ sơ.",
    ]
    assert not any(line.startswith(("Cầu Ngang, ngày", "ngày")) for line in lines)


@pytest.mark.parametrize("name", ["hợp đồng", "bản ghi nhớ", "bản thỏa thuận", "thư công"])
def test_what_goes_to_nobody_else_has_no_recipients(name):
    assert "Nơi nhận:" not in lines_of(name)


def test_a_public_letter_has_neither_number_nor_date_above():
    assert lines_of("thư công")[4] == "THƯ CÔNG"


def test_the_stamp_of_urgency_is_framed_in_red_as_wide_as_the_decree_has_it():
    paragraph = next(
        p
        for row in docx.Document(io.BytesIO(write_docx(SAMPLES["công điện"]))).tables[0].rows
        for cell in row.cells
        for p in cell.paragraphs
        if p.text == "HỎA TỐC"
    )

    edges = paragraph._p.xpath("./w:pPr/w:pBdr/*/@w:color")
    sides = [int(side) for side in paragraph._p.xpath("./w:pPr/w:ind/@*")]
    assert edges == ["FF0000"] * 4
    assert paragraph.style.font.color.rgb == docx.shared.RGBColor(255, 0, 0)
    assert 70 - sum(sides) / 1440 * 25.4 == pytest.approx(30, abs=0.1)


def test_the_address_stands_at_the_foot_of_the_first_page_alone():
    file = docx.Document(io.BytesIO(write_docx(SAMPLES["công văn"])))

    first = [p.text for p in file.sections[0].first_page_footer.paragraphs]
    assert first[1].startswith("Địa chỉ: ")
    assert file.sections[0].footer.is_linked_to_previous
    assert write_html(SAMPLES["công văn"]).count('<footer class="paper-foot">') == 1


def test_a_foot_is_not_inherited_by_appendices():
    document = replace(SAMPLES["kế hoạch"], contact=("Điện thoại: 0294 xxx",))
    sections = docx.Document(io.BytesIO(write_docx(document))).sections

    feet = ["".join(p.text for p in s.first_page_footer.paragraphs) for s in sections]
    assert feet == ["Điện thoại: 0294 xxx", "", ""]
    assert check(write_docx(document)) == ()


def test_rows_that_head_others_reach_over_all_columns_and_no_row_is_split():
    table = docx.Document(io.BytesIO(write_docx(SAMPLES["kế hoạch"]))).tables[2]

    assert table._tbl.xpath("./w:tr[2]//w:gridSpan/@w:val") == ["5"]
    assert len(table._tbl.xpath("./w:tr/w:trPr/w:cantSplit")) == len(table.rows)
    assert len(table._tbl.xpath("./w:tr[1]/w:trPr/w:tblHeader")) == 1
    assert [p.text for p in table.rows[2].cells[1].paragraphs] == [
        "Phát tin, bài trên Đài Truyền thanh",
        "Đăng tin trên trang thông tin",
    ]
    assert 'colspan="5"' in write_html(SAMPLES["kế hoạch"])
