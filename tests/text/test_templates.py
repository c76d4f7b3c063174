"""Templates filled: what the plain writer gives, in whatever look an administrator wants."""

import io
import re
import unicodedata
from dataclasses import replace

import docx
import pytest
from docx.shared import Mm, Pt

from haidang.text import Unreadable
from haidang.text.blocks import Header, Heading, Paragraph, Signature
from haidang.text.checking import check
from haidang.text.layout import KINDS, kind_of
from haidang.text.origin import origin_in, origin_of
from haidang.text.templates import FIELDS, fill, sample_of, starting_template
from haidang.text.templates.filling import Filling
from haidang.text.templates.form import form_of
from haidang.text.templates.values import values_of
from haidang.text.writing import write_docx
from tests.text.flawed import good
from tests.text.forms import (
    MAIN,
    W,
    changed,
    packed,
    parts_of,
    replaced,
    run,
    same,
    starting,
    texts_of,
    tree_of,
    with_paragraph,
)
from tests.text.test_writing_samples import plan  # noqa: F401 a fixture

STYLES = "word/styles.xml"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_starting_template_filled_is_what_the_writer_writes(kind):
    template, sample = starting_template(kind), sample_of(kind)

    filled = fill(template, sample)

    assert same(filled, write_docx(sample))
    assert same(filled, write_docx(sample), STYLES)


@pytest.mark.parametrize(
    "changes",
    [
        {"addressees": ()},
        {"addressees": ("Ủy ban nhân dân tỉnh Trà Vinh",)},
        {"legal_bases": ()},
        {"appendices": ()},
        {"recipients": ()},
        {"drafter": "PL.(300)"},
        {"urgency": "HỎA TỐC", "circulation": "LƯU HÀNH NỘI BỘ"},
        {"signature": Signature((), "CHỦ TỊCH", "Họ và tên")},
        {"below": (Paragraph("Xác nhận của nơi đến."),)},
        {"header": replace(good().header, superior="UBND tỉnh Trà Vinh", number=None)},
        {"header": replace(good().header, title="Một\nHai dòng", date=None)},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_every_box_may_be_left_out_or_filled_otherwise(changes):
    document = replace(good(), **changes)

    filled = fill(starting("báo cáo"), document)

    assert same(filled, write_docx(document))


def test_the_founding_plan_by_its_template_is_advised_about_its_words_alone(plan):  # noqa: F811
    filled = fill(starting(), plan)

    assert same(filled, write_docx(plan))
    assert [finding.found for finding in check(filled)] == ["Yêu Cầu"]


def test_those_who_sign_together_have_their_table():
    minutes = sample_of(kind_of("biên bản"))

    assert same(fill(starting("biên bản"), minutes), write_docx(minutes))
    by_other = fill(starting(), replace(minutes, legal_bases=()))
    assert texts_of(by_other).count("THƯ KÝ") == texts_of(by_other).count("PHÓ CHỦ TỊCH") == 1


@pytest.mark.promise("N9")
def test_the_same_template_and_document_give_the_same_bytes():
    """Mẫu và văn bản như nhau thì tệp ra giống nhau đến từng byte."""
    template = changed(lambda opened: opened.add_heading("Tiêu đề riêng"))

    assert fill(template, good()) == fill(template, good())


def test_a_field_that_word_parted_over_runs_is_found():
    parted = (
        run("Số ")
        + '<w:proofErr w:type="spellStart"/>'
        + run("{", "<w:rPr><w:i/></w:rPr>")
        + run("{trích ")
        + '<w:bookmarkStart w:id="7" w:name="x"/>'
        + run("yếu}")
        + run("} là")
    )

    filled = fill(with_paragraph(parted), good())

    assert f"Số {good().header.title} là" in texts_of(filled)
    titles = [
        r for r in tree_of(filled).iter(f"{W}r") if "".join(r.itertext()) == good().header.title
    ]
    assert titles[-1].find(f"{W}rPr/{W}i") is not None  # the look in which the field begins


@pytest.mark.parametrize("form", ["NFD", "NFC"])
@pytest.mark.parametrize("typed", ["{{ tên cơ quan }}", "{{Tên_cơ  quan}}", "{{tên cơ quan}}"])
def test_a_field_is_found_however_its_letters_are_made(typed, form):
    words = unicodedata.normalize(form, f"Trụ sở của {typed}")

    filled = fill(with_paragraph(run(words)), good())

    assert "Trụ sở của Ủy ban nhân dân huyện Cầu Ngang" in texts_of(filled)


def test_a_field_typed_in_capitals_wants_its_words_in_capitals():
    filled = fill(with_paragraph(run("Gửi {{TRÍCH YẾU}}.")), good())

    assert f"Gửi {good().header.title.upper()}." in texts_of(filled)


def test_marks_in_a_value_are_drawn_and_not_printed():
    document = replace(good(), header=replace(good().header, title="Có **đậm** và [[5|/so/1]]"))

    filled = fill(with_paragraph(run("Về {{trích yếu}}")), document)

    assert "Về Có đậm và 5" in texts_of(filled)
    bold = [r for r in tree_of(filled).iter(f"{W}r") if "".join(r.itertext()) == "đậm"]
    assert bold[-1].find(f"{W}rPr/{W}b") is not None


def test_the_joint_of_a_blank_field_goes_with_it():
    header = Header(document_type="Kế hoạch", title="Việc", number="7", date="2024-03-01")

    filled = texts_of(fill(starting(), replace(good(), header=header)))

    assert "Số: 07" in filled
    assert "ngày 01 tháng 3 năm 2024" in filled


def test_the_body_follows_the_style_that_was_changed_in_word():
    def change(opened):
        style = opened.styles["Nội dung"]
        style.paragraph_format.line_spacing = 1.5
        style.paragraph_format.first_line_indent = Mm(10)

    filled = docx.Document(io.BytesIO(fill(changed(change), good())))

    body = [p for p in filled.paragraphs if p.style.name == "Nội dung"]
    assert len(body) > 10
    assert body[0].style.paragraph_format.line_spacing == 1.5


def test_blocks_stand_as_the_paragraph_of_their_field_does():
    def change(opened):
        field = next(p for p in opened.paragraphs if p.text == "{{nội dung}}")
        field.paragraph_format.space_after = Pt(9)
        field.runs[0].font.size = Pt(13)

    filled = docx.Document(io.BytesIO(fill(changed(change), good())))

    paragraph = next(p for p in filled.paragraphs if p.text.startswith("Ủy ban nhân dân huyện đã"))
    assert paragraph.paragraph_format.space_after == Pt(9)
    assert paragraph.runs[0].font.size == Pt(13)


def bare_template():
    opened = docx.Document()
    for words in (
        *("{{TÊN CƠ QUAN}}", "Số: {{số}}/{{ký hiệu}}", "{{địa danh}}, {{ngày ban hành}}"),
        *("{{tên loại}}", "{{trích yếu}}", "{{nội dung}}", "Nơi nhận:", "{{nơi nhận}}"),
        *("{{quyền hạn}}", "{{chức vụ}}", "{{họ tên}}"),
    ):
        opened.add_paragraph(words)
    out = io.BytesIO()
    opened.save(out)
    return out.getvalue()


def test_a_template_of_no_style_of_ours_takes_the_look_of_the_decree():
    blocks = (Heading(4, "Chương I", "Chung"), Paragraph("Một câu."), *good().blocks)

    filled = docx.Document(io.BytesIO(fill(bare_template(), replace(good(), blocks=blocks))))

    body = next(p for p in filled.paragraphs if p.text.startswith("Một câu"))
    assert body.style.name == "Nội dung"
    assert body.style.font.name == "Times New Roman"
    assert body.style.base_style is None
    assert [p.text for p in filled.paragraphs if p.style.name == "Căn cứ ban hành"]  # without field
    assert len(filled.sections) == 2  # the appendix has pages of its own


def test_a_list_keeps_what_stands_before_its_field():
    template = replaced(starting(), "<w:t>{{nơi nhận}}", '<w:t xml:space="preserve">– {{nơi nhận}}')

    filled = texts_of(fill(template, good()))

    assert "– UBND tỉnh (b/c);" in filled
    assert "– Lưu: VT, VHTT (2b)." in filled


def test_a_list_that_word_numbers_has_no_second_dash():
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    old = '<w:pPr><w:pStyle w:val="Recipient"/></w:pPr>'
    template = replaced(starting(), old, old.replace("</w:pPr>", f"{number}</w:pPr>"))

    assert "UBND tỉnh (b/c);" in texts_of(fill(template, good()))


def test_own_words_and_a_logo_stay():
    picture = (
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x02\x00\x00\x00\x90wS"
        b"\xde\x00\x00\x00\x0cIDATx\x9cc\xf8\xff\xff?\x00\x05\xfe\x02\xfe\xdc\xccY\xe7\x00\x00\x00\x00"
        b"IEND\xaeB`\x82"
    )

    def change(opened):
        opened.add_picture(io.BytesIO(picture))
        opened.sections[0].footer.paragraphs[0].text = "Điện thoại của {{tên cơ quan}}: 0294"

    filled = fill(changed(change), good())

    assert picture in parts_of(filled).values()
    footer = next(name for name in parts_of(filled) if name.startswith("word/footer"))
    said = "Điện thoại của Ủy ban nhân dân huyện Cầu Ngang: 0294"
    assert texts_of(filled, footer) == [said]


def test_nobody_s_name_stays_in_the_properties():
    def change(opened):
        opened.core_properties.author = "Người làm mẫu"
        opened.core_properties.comments = "ghi chú riêng"

    properties = parts_of(fill(changed(change), good()))["docProps/core.xml"].decode()

    assert "Người làm mẫu" not in properties
    assert "ghi chú riêng" not in properties
    assert good().header.title in properties


def test_what_comes_back_says_which_document_it_was():
    template = changed(lambda opened: opened.add_paragraph("Thêm."))

    assert origin_in(fill(template, good())) == origin_of(good())


@pytest.mark.parametrize("name", ["trích yếu", "nội dung", "nơi nhận", "chức vụ", "số"])
def test_a_template_without_room_for_the_words_of_a_document_is_not_filled(name):
    template = replaced(starting("báo cáo"), FIELDS[name].spelled, "x")

    with pytest.raises(Unreadable) as refused:
        fill(template, good())

    assert refused.value.code == "template-lost"
    assert FIELDS[name].spelled in refused.value.message


def test_text_boxes_are_filled_too():
    box = (
        "<w:r><w:pict><w:txbxContent><w:p>"
        + run("Số {{số}}")
        + "</w:p></w:txbxContent></w:pict></w:r>"
    )

    assert "Số 05" in texts_of(fill(with_paragraph(box + run("Kèm {{ký hiệu}}")), good()))


def test_a_paragraph_that_ends_a_section_stays_when_its_field_is_blank():
    old = '<w:pStyle w:val="Basis"/>'
    section = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    broken = replaced(starting(), old, old + section)

    filled = fill(broken, replace(good(), legal_bases=(), appendices=()))

    assert len(docx.Document(io.BytesIO(filled)).sections) == 2


def test_a_filling_never_reads_what_it_filled():
    form = form_of(starting("báo cáo"))
    document = replace(good(), blocks=(Paragraph("Trường {{số}} và {{nội dung}}"),))

    Filling(form, values_of(document)).run()

    words = "".join(form.body.itertext())
    assert words.count("Trường {{số}} và {{nội dung}}") == 1


def test_cosigners_and_what_stands_below_find_their_place_without_fields():
    document = replace(
        good(),
        cosigners=(Signature((), "THƯ KÝ", None),),
        below=(Paragraph("Xác nhận của nơi đến."),),
        drafter="PL.(300)",
    )
    template = replaced(starting("báo cáo"), "{{phần cuối}}", "")
    template = replaced(template, "{{người soạn}}", "")

    filled = texts_of(fill(template, document))

    assert filled.count("THƯ KÝ") == filled.count("PHÓ CHỦ TỊCH") == 1
    assert (
        filled.index("PL.(300)") < filled.index("Xác nhận của nơi đến.") < filled.index("Phụ lục")
    )


def test_an_address_is_filled_in_the_foot():
    def change(opened):
        opened.sections[0].footer.paragraphs[0].text = "{{địa chỉ}}"

    with_address = replace(good(), contact=("Số 1, đường 30/4", "Điện thoại: 0294"))

    def footer_of(document):
        filled = fill(changed(change), document)
        return texts_of(filled, next(n for n in parts_of(filled) if n.startswith("word/footer")))

    assert footer_of(with_address) == ["Số 1, đường 30/4", "Điện thoại: 0294"]
    assert footer_of(good()) == []  # the paragraph stays, for a footer must have one


def test_the_address_stands_on_the_first_page_and_not_on_those_of_appendices():
    def change(opened):
        opened.sections[0].first_page_footer.paragraphs[0].text = "Địa chỉ: số 1"

    two = (good().appendices[0], good().appendices[0])
    opened = docx.Document(io.BytesIO(fill(changed(change), replace(good(), appendices=two))))

    said = [section.first_page_footer.paragraphs[0].text for section in opened.sections]
    assert said == ["Địa chỉ: số 1", "", ""]


def test_lines_in_a_sentence_stand_on_one_line():
    filled = texts_of(fill(with_paragraph(run("Ký: {{quyền hạn}} {{chức vụ}}.")), good()))

    assert "Ký: TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH." in filled


def test_words_that_are_typed_decomposed_come_out_composed():
    filled = texts_of(fill(with_paragraph(run(unicodedata.normalize("NFD", "Lời nhắc"))), good()))

    assert "Lời nhắc" in filled


def test_a_template_without_a_section_or_styles_is_filled():
    section = re.search(r"<w:sectPr>.*</w:sectPr>", parts_of(starting())[MAIN].decode()).group()
    bare = replaced(starting(), section, "")
    parts = parts_of(bare)
    parts.pop(STYLES)

    filled = fill(packed(parts), good())

    assert len(docx.Document(io.BytesIO(fill(bare, good()))).sections) == 2
    assert "PHÓ CHỦ TỊCH" in texts_of(filled)


def test_a_heading_style_of_the_template_is_its_own():
    def change(opened):
        opened.styles["Heading 1"].font.size = Pt(13)

    filled = docx.Document(io.BytesIO(fill(changed(change, "báo cáo"), good())))

    heading = next(p for p in filled.paragraphs if p.text.startswith("I. "))
    assert (heading.style.name, heading.style.font.size) == ("Heading 1", Pt(13))


def test_the_type_alone_has_the_room_of_its_own():
    invitation = sample_of(kind_of("giấy mời"))

    filled = fill(starting("giấy mời"), invitation)

    assert invitation.header.title is None
    assert same(filled, write_docx(invitation))
