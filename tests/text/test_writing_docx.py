"""The .docx read back: it looks as the layout says, and says what was given."""

import io
import zipfile
from dataclasses import replace

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml.ns import qn
from docx.shared import Emu, Mm, Pt
from lxml import etree

from haidang.text.blocks import Header, Heading, Paragraph, Signature, Table
from haidang.text.layout import COMPONENTS, DateError, MarginError, Margins
from haidang.text.writing import UnevenTableError, write_docx
from tests.text.papers import report

ALIGNMENT = {
    "left": ALIGN.LEFT,
    "centre": ALIGN.CENTER,
    "right": ALIGN.RIGHT,
    "justify": ALIGN.JUSTIFY,
}


def opened(document):
    return docx.Document(io.BytesIO(write_docx(document)))


def part(document, name):
    with zipfile.ZipFile(io.BytesIO(write_docx(document))) as package:
        return etree.fromstring(package.read(name))


def texts(paragraphs):
    return [paragraph.text for paragraph in paragraphs if paragraph.text]


def styled(document, name):
    return [each.text for each in opened(document).paragraphs if each.style.name == name]


@pytest.mark.parametrize("component", COMPONENTS.values(), ids=lambda component: component.key)
def test_each_style_looks_as_its_component(component):
    styles = {style.name: style for style in opened(report()).styles}

    # python-docx calls Word's own headings by their English names
    style = styles[component.name.replace("heading", "Heading")]
    form = style.paragraph_format
    assert style.font.size == Pt(component.size)
    assert (style.font.bold, style.font.italic) == (component.bold, component.italic)
    assert form.alignment == ALIGNMENT[component.align]
    assert form.first_line_indent.mm == pytest.approx(component.first_line, abs=0.02)
    assert (form.space_before, form.space_after) == (Pt(component.before), Pt(component.after))
    assert form.line_spacing == pytest.approx(component.line)
    assert bool(form.keep_with_next) == component.keep_next


def test_the_default_is_times_new_roman_in_black_and_vietnamese():
    look = part(report(), "word/styles.xml").find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}")

    assert set(look.find(qn("w:rFonts")).attrib.values()) == {"Times New Roman"}
    assert look.find(qn("w:lang")).get(qn("w:val")) == "vi-VN"
    assert look.find(qn("w:color")).get(qn("w:val")) == "000000"


def test_headings_stand_in_the_navigation_pane():
    styles = {style.name: style for style in opened(report()).styles}

    for level in (1, 2, 3):
        outline = styles[f"Heading {level}"].element.find(f".//{qn('w:outlineLvl')}")
        assert outline.get(qn("w:val")) == str(level - 1)
    assert styled(report(), "Heading 1")[:2] == [
        "I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH",
        "II. KẾT QUẢ THỰC HIỆN",
    ]
    assert styled(report(), "Heading 2")[0] == "1. Phát thanh và trang thông tin điện tử"
    assert styled(report(), "Heading 3")[0] == "a) Trạm Truyền thanh xã, thị trấn"


def test_the_body_is_upright_a4_and_the_appendix_turned():
    body, appendix = opened(report()).sections

    assert (body.page_width, body.page_height) == (Mm(210), Mm(297)) or (
        body.page_width.mm,
        body.page_height.mm,
    ) == pytest.approx((210, 297), abs=0.02)
    sides = (body.top_margin, body.bottom_margin, body.left_margin, body.right_margin)
    assert [side.mm for side in sides] == pytest.approx([20, 20, 30, 15], abs=0.02)
    assert appendix.orientation == WD_ORIENT.LANDSCAPE
    assert (appendix.page_width.mm, appendix.page_height.mm) == pytest.approx((297, 210), abs=0.02)


def test_other_lawful_margins_are_used_and_unlawful_ones_refused():
    file = io.BytesIO(write_docx(report(), Margins(right=20)))

    assert docx.Document(file).sections[0].right_margin.mm == pytest.approx(20, abs=0.02)
    with pytest.raises(MarginError):
        Margins(left=25)


def test_pages_are_numbered_in_the_top_margin_from_the_second_of_each_section():
    for section in opened(report()).sections:
        assert section.different_first_page_header_footer
        assert section._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) == "1"
        assert section.header_distance < section.top_margin
        assert texts(section.first_page_header.paragraphs) == []

    (number,) = opened(report()).sections[0].header.paragraphs
    assert number.style.name == "Số trang"
    assert "PAGE" in number._p.xpath("string(.//w:instrText)")


def test_the_header_stands_in_two_columns_without_borders():
    table = opened(report()).tables[0]

    left, right = table.rows[0].cells
    assert texts(left.paragraphs) == ["ỦY BAN NHÂN DÂN", "HUYỆN CẦU NGANG"]
    assert texts(right.paragraphs) == [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
    ]
    left, right = table.rows[1].cells
    assert left.text == "Số:       /BC-UBND"
    assert right.text == "Cầu Ngang, ngày        tháng 11 năm 2024"
    assert table._tbl.find(f".//{qn('w:tblBorders')}") is None


def rule_under(cell):
    """The length of the line under the names in a cell, in millimetres."""
    rule = cell.paragraphs[-1]
    assert rule._p.find(f".//{qn('w:pBdr')}/{qn('w:bottom')}").get(qn("w:val")) == "single"
    form = rule.paragraph_format
    return Emu(cell.width - form.left_indent - form.right_indent).mm


def test_the_line_under_the_motto_is_as_long_as_it_and_under_the_issuer_a_third_to_a_half():
    left, right = opened(report()).tables[0].rows[0].cells

    assert rule_under(right) == pytest.approx(56.1, abs=0.3)
    issuer = 42.6  # "HUYỆN CẦU NGANG" in 12 pt bold
    assert issuer / 3 <= rule_under(left) <= issuer / 2


def test_a_superior_body_stands_upright_above_the_issuer():
    header = replace(report().header, superior="UBND xã Mỹ Long", issuer="Phòng Văn hóa - Xã hội")

    cell = opened(report(header=header)).tables[0].cell(0, 0)

    assert [(p.text, p.style.name) for p in cell.paragraphs if p.text] == [
        ("UBND XÃ MỸ LONG", "Tên cơ quan chủ quản"),
        ("PHÒNG VĂN HÓA - XÃ HỘI", "Tên cơ quan ban hành"),
    ]


@pytest.mark.parametrize(
    ("superior", "lines"),
    [
        ("Ủy ban nhân dân xã Mỹ Hòa", ["ỦY BAN NHÂN DÂN XÃ MỸ HÒA"]),
        ("Ủy ban nhân dân huyện Cầu Ngang", ["ỦY BAN NHÂN DÂN", "HUYỆN CẦU NGANG"]),
        ("Bộ Văn hóa,\nThể thao", ["BỘ VĂN HÓA,", "THỂ THAO"]),
    ],
)
def test_a_superior_body_is_parted_only_where_it_does_not_fit(superior, lines):
    header = replace(report().header, superior=superior, issuer="Phòng Văn hóa")

    assert texts(opened(report(header=header)).tables[0].cell(0, 0).paragraphs)[:-1] == lines


def test_type_subject_addressees_and_bases_stand_in_the_order_of_the_decree():
    assert texts(opened(report()).paragraphs)[:8] == [
        "BÁO CÁO",
        "Kết quả công tác thông tin đối ngoại năm 2024",
        "Kính gửi:",
        "- Ủy ban nhân dân tỉnh Trà Vinh;",
        "- Sở Thông tin và Truyền thông.",
        *[f"{basis}{end}" for basis, end in zip(report().legal_bases, ";.", strict=True)],
        "Ủy ban nhân dân huyện Cầu Ngang báo cáo kết quả như sau:",
    ]
    assert len(styled(report(), "Căn cứ ban hành")) == 2


def test_a_single_addressee_stands_on_the_line_itself():
    assert styled(report(addressees=("UBND tỉnh;",)), "Kính gửi") == ["Kính gửi: UBND tỉnh"]


def test_a_dispatch_has_its_subject_under_the_number_and_no_type():
    header = Header("UBND huyện", "Phòng Văn hóa", "7", "PVH", "Cầu Ngang", "2024-11-05",
                    "Công văn", "báo cáo năm 2024")  # fmt: skip

    written = opened(report(header=header))

    assert written.tables[0].cell(1, 0).text == "Số: 07/PVH\nV/v báo cáo năm 2024"
    assert texts(written.paragraphs)[0] == "Kính gửi:"


def test_figures_are_printed_alone_and_marked_words_are_bold():
    (line,) = [p for p in opened(report()).paragraphs if p.text.startswith("Mười lăm")]

    assert line.text == "Mười lăm xã, thị trấn phát 1.032 tin, bài với 412 giờ."
    assert [run.text for run in line.runs if run.bold] == ["1.032"]
    assert "/so/" not in etree.tostring(part(report(), "word/document.xml"), encoding="unicode")


def test_the_last_paragraph_closes_the_text_and_stays_with_the_signature():
    *_, last = [p for p in opened(report()).paragraphs if p.style.name == "Nội dung"]

    assert last.text.endswith("địa phương./.")
    assert last.paragraph_format.keep_with_next


@pytest.mark.parametrize(
    ("blocks", "ending"),
    [
        ((Paragraph("**Hết.**"),), "Hết./."),
        ((Paragraph("Hết [[12|/so/1]]"),), "Hết 12./."),
        ((Paragraph("Hết./."),), "Hết./."),
        ((Paragraph("Một."), Table(("A",), (("1",),))), "./."),
        ((Heading(2, "1", "Hết"),), "1. Hết./."),
        ((Paragraph("Hết."), Paragraph("  ")), "Hết./."),
    ],
)
def test_whatever_comes_last_the_text_is_closed_once(blocks, ending):
    assert texts(opened(report(blocks=blocks, appendices=())).paragraphs)[-1] == ending


def test_recipients_left_and_signature_right():
    left, right = opened(report(drafter="PL.(300)")).tables[1].rows[0].cells

    assert [(p.text, p.style.name) for p in left.paragraphs][::3] == [
        ("Nơi nhận:", "Nơi nhận"),
        ("- Sở Thông tin và TT (b/c);", "Danh sách nơi nhận"),
        ("- Lưu: VT, VHTT (2b).", "Danh sách nơi nhận"),
    ]
    assert (left.paragraphs[1].text, left.paragraphs[-1].text) == ("- Như trên;", "PL.(300)")
    titles = ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]
    assert [p.text for p in right.paragraphs] == [*titles, ""]
    assert right.paragraphs[-1].style.name == "Họ tên người ký"


def test_a_signature_without_title_keeps_its_authority_and_name():
    written = opened(report(signature=Signature(("Chủ tịch",), None, "Người ký")))

    assert texts(written.tables[1].cell(0, 1).paragraphs) == ["CHỦ TỊCH", "Người ký"]


def test_the_appendix_has_its_label_title_and_table():
    written = opened(report())

    table = written.tables[2]
    assert styled(report(), "Phụ lục") == ["Phụ lục"]
    assert styled(report(), "Tên phụ lục")[0].startswith("KẾT QUẢ CÔNG TÁC")
    assert styled(report(), "Kèm theo văn bản")[0].startswith("(Kèm theo Báo cáo số ")
    assert len(table.rows) == 17
    assert sum(column.width.mm for column in table.columns) == pytest.approx(252, abs=0.3)
    assert table.style.name == "Bảng có kẻ"


def test_table_headers_repeat_rows_do_not_split_and_numbers_stand_right():
    table = opened(report()).tables[2]

    assert [bool(row._tr.xpath("w:trPr/w:tblHeader")) for row in table.rows] == [True] + [
        False
    ] * 16
    assert all(row._tr.xpath("w:trPr/w:cantSplit") for row in table.rows)
    name, figure = table.cell(1, 1), table.cell(1, 2)
    assert (name.paragraphs[0].style.name, figure.paragraphs[0].style.name) == (
        "Ô bảng",
        "Ô số trong bảng",
    )
    assert all(cell.paragraphs[0].runs[0].bold for cell in table.rows[-1].cells[1:])
    assert not name.paragraphs[0].runs[0].bold


def test_properties_name_title_subject_issuer_and_language():
    properties = opened(report()).core_properties

    assert properties.title == "Báo cáo Kết quả công tác thông tin đối ngoại năm 2024"
    assert properties.subject == "Kết quả công tác thông tin đối ngoại năm 2024"
    assert (properties.author, properties.language) == ("Ủy ban nhân dân huyện Cầu Ngang", "vi-VN")
    assert properties.created is None


def test_properties_are_dated_as_the_document():
    header = replace(report().header, date="2024-11-25")

    assert opened(report(header=header)).core_properties.created.date().isoformat() == "2024-11-25"


def test_a_document_without_anything_is_still_a_document():
    bare = report(header=Header(), blocks=(), recipients=(), addressees=(), legal_bases=(),
                  signature=Signature(), appendices=())  # fmt: skip

    written = opened(bare)

    assert written.tables[0].cell(1, 0).text == "Số:"
    assert written.core_properties.title == "Văn bản"


def test_equal_documents_give_equal_bytes_and_nothing_of_this_machine():
    first, second = write_docx(report()), write_docx(report())

    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as package:
        assert package.testzip() is None
        assert package.namelist()[0] == "[Content_Types].xml"
        for entry in package.infolist():
            assert entry.date_time == (1980, 1, 1, 0, 0, 0)
            assert (entry.compress_type, entry.create_system) == (zipfile.ZIP_STORED, 3)


def test_nothing_outside_the_file_is_referred_to():
    with zipfile.ZipFile(io.BytesIO(write_docx(report()))) as package:
        relations = [package.read(name) for name in package.namelist() if name.endswith(".rels")]

    assert len(relations) == 2
    assert not any(b"External" in each for each in relations)


def test_uneven_tables_and_unreadable_dates_are_refused():
    with pytest.raises(UnevenTableError, match="Hàng 2 của bảng có 1 ô, bảng có 2 cột"):
        write_docx(report(blocks=(Table(("A", "B"), (("1", "2"), ("3",))),)))
    with pytest.raises(UnevenTableError, match="cho 1 độ rộng"):
        write_docx(report(blocks=(Table(("A", "B"), (), widths=(1,)),)))
    with pytest.raises(DateError):
        write_docx(report(header=Header(date="25/11/2024")))
