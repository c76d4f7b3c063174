"""A changed template is checked: what is wrong is named with its place before it serves."""

import io

import docx
import pytest
from docx.shared import Pt

from haidang.text import Unreadable
from haidang.text.blocks import Header
from haidang.text.layout import KINDS, kind_of
from haidang.text.reading.libreoffice import converted
from haidang.text.templates import check_template, fill, needed_fields, starting_template
from tests.system import needs_libreoffice
from tests.text.flawed import good
from tests.text.forms import (
    changed,
    checked,
    packed,
    parts_of,
    replaced,
    rules_of,
    run,
    starting,
    texts_of,
    with_paragraph,
    with_relation,
)

TYPES = "[Content_Types].xml"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_starting_template_has_no_finding(kind):
    assert check_template(starting_template(kind), kind) == ()


@pytest.mark.parametrize(
    ("typed", "rule", "due"),
    [
        ("{{trich yeu}}", "template-unknown-field", "có phải {{trích yếu}}?"),
        ("{{ngày ban hàng}}", "template-unknown-field", "có phải {{ngày ban hành}}?"),
        ("{{zzzz}}", "template-unknown-field", "một tên trong bảng các trường"),
        ("{{}}", "template-unknown-field", "một tên trong bảng các trường"),
        ("{{ 7*7 }}", "template-unknown-field", "một tên trong bảng các trường"),
        ("{{số}", "template-broken-field", "{{số}}"),
        ("{số}}", "template-broken-field", "{{số}}"),
        ("{số}", "template-broken-field", "{{số}}"),
        ("{{số", "template-broken-field", "{{số}}"),
        ("số}}", "template-broken-field", "{{số}}"),
        ("{% so %}", "template-broken-field", "{{số}}"),
        ("{{", "template-broken-field",
         "{{tên trường}}, đủ hai dấu ngoặc mỗi bên, trong một đoạn"),
        ("Gồm {{nội dung}}", "template-misplaced-field", "đứng một mình trong một đoạn"),
        ("{{căn cứ}}", "template-misplaced-field", "chỉ một lần"),
    ],
)  # fmt: skip
def test_a_field_typed_wrongly_is_named_with_its_place(typed, rule, due):
    template = with_paragraph(run(typed))

    (first, *_) = checked(template)

    assert (first.rule, first.due) == (rule, due)
    assert first.place.startswith("đoạn ")
    with pytest.raises(Unreadable) as refused:
        fill(template, good())
    assert refused.value.code == rule


@pytest.mark.parametrize("typed", ["{một hai}", "a } b { c", "tập {x | x > 0}"])
def test_braces_that_are_no_field_may_stand(typed):
    assert not any(
        rule.startswith("template") for rule in rules_of(checked(with_paragraph(run(typed))))
    )


def test_blocks_have_no_place_in_the_margins():
    def change(opened):
        opened.sections[0].footer.paragraphs[0].text = "{{nội dung}}"

    found = checked(changed(change))

    assert [(one.rule, one.place) for one in found] == [("template-misplaced-field", "chân trang")]


@pytest.mark.parametrize("name", ["kế hoạch", "công văn", "biên bản", "thư công"])
def test_each_field_that_a_type_needs_is_missed(name):
    kind = kind_of(name)
    for name in needed_fields(kind):
        template = replaced(starting_template(kind), f"{{{{{name}}}}}", "x")
        found = check_template(template, kind)
        assert [(one.rule, one.found) for one in found] == [
            ("template-missing-field", f"thiếu trường {{{{{name}}}}}")
        ]


def test_a_letter_needs_the_field_of_its_addressees():
    assert "kính gửi" in needed_fields(kind_of("công văn"))
    assert "kính gửi" not in needed_fields(kind_of("kế hoạch"))
    assert "số" not in needed_fields(kind_of("thư công"))


def test_another_font_is_found_where_it_stands():
    def change(opened):
        paragraph = next(p for p in opened.paragraphs if p.text == "{{nội dung}}")
        paragraph.runs[0].font.name = "Arial"

    found = checked(changed(change))

    (place,) = {one.place for one in found}
    assert (set(rules_of(found)), place.split(" (")[1]) == ({"font"}, "{{nội dung}})")


def test_a_size_is_found_in_the_cell_of_its_field():
    def change(opened):
        paragraph = next(p for p in opened.tables[-1].cell(0, 1).paragraphs if "họ tên" in p.text)
        paragraph.runs[0].font.size = Pt(20)

    assert checked(changed(change, "quyết định"), "quyết định") == ()  # a blank name shows no size

    def change(opened):
        opened.tables[0].cell(0, 0).paragraphs[1].runs[0].font.size = Pt(20)

    (found,) = checked(changed(change))
    assert (found.rule, found.box) == ("size", "2")
    assert found.place == "bảng 1, hàng 1, ô 1 ({{tên cơ quan}})"


def test_words_of_the_template_itself_are_looked_at_too():
    look = '<w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/></w:rPr>'

    found = checked(with_paragraph(run("Thông tin riêng của cơ quan.", look)))

    assert ("font", "Arial") in [(one.rule, one.found) for one in found]


def test_fonts_are_looked_at_where_no_rule_of_layout_looks():
    def change(opened):
        above = opened.paragraphs[0].insert_paragraph_before("Mã hồ sơ 12")
        above.runs[0].font.name = "Arial"
        opened.sections[0].footer.paragraphs[0].add_run("Địa chỉ").font.name = "Calibri"

    found = checked(changed(change))

    assert ("chân trang", "Calibri") in [(one.place, one.found) for one in found]
    assert any(one.found == "Arial" for one in found)


def test_a_long_paragraph_is_named_by_its_first_words():
    look = '<w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/></w:rPr>'

    found = checked(with_paragraph(run("Thông tin riêng của cơ quan ở mọi văn bản.", look)))

    assert any(one.place.endswith("(“Thông tin riêng của cơ quan ở mọi văn …”)") for one in found)


def test_margins_that_are_not_lawful_are_found():
    def change(opened):
        opened.sections[0].left_margin = Pt(20)

    assert any(one.box == "page" for one in checked(changed(change)))


def test_the_sample_is_of_the_body_that_is_named():
    def change(opened):
        cell = opened.tables[0].cell(0, 0)
        field = next(p for p in cell.paragraphs if p.text == "{{tên cơ quan}}")
        field.runs[0].text = "PHÒNG VĂN HÓA VÀ THÔNG TIN"

    header = Header(issuer="Phòng Văn hóa và Thông tin", symbol="KH-VHTT", place="Mẫu")
    found = checked(changed(change), header=header)

    assert [one for one in found if one.rule.startswith(("number", "symbol", "template"))] == []


DANGERS = {
    "macro": lambda t: packed(
        parts_of(t) | {"word/vbaProject.bin": b"x"}
    ),
    "docm": lambda t: replaced(
        t, "officedocument.wordprocessingml.document.main+xml",
        "ms-word.document.macroEnabled.main+xml", TYPES,
    ),
    "dotx": lambda t: replaced(t, "document.main+xml", "template.main+xml", TYPES),
    "embedding": lambda t: packed(parts_of(t) | {"word/embeddings/oleObject1.bin": b"\xd0\xcf"}),
    "drawing": lambda t: packed(parts_of(t) | {"word/media/image1.emf": b"x"}),
    "font": lambda t: packed(parts_of(t) | {"word/fonts/font1.odttf": b"x"}),
    "remote-template": lambda t: with_relation(
        t, "attachedTemplate", "http://example.org/x.dotm",
    ),
    "link": lambda t: with_relation(t, "hyperlink", "http://example.org/"),
    "picture": lambda t: with_relation(t, "image", "http://example.org/a.png"),
    "unc": lambda t: with_relation(t, "image", "file://server/share/a.png", mode="Internal"),
    "object": lambda t: with_paragraph("<w:r><w:object/></w:r>", t),
    "chunk": lambda t: replaced(t, "<w:body>", '<w:body><w:altChunk r:id="rId1"/>'),
    "data": lambda t: with_paragraph(
        '<w:sdt><w:sdtPr><w:dataBinding w:xpath="/a"/></w:sdtPr><w:sdtContent/></w:sdt>', t
    ),
    "tracked": lambda t: with_paragraph(f"<w:ins>{run('thêm')}</w:ins>", t),
    "hidden": lambda t: with_paragraph(run("ẩn", "<w:rPr><w:vanish/></w:rPr>"), t),
    "merge": lambda t: with_paragraph('<w:fldSimple w:instr=" MERGEFIELD Ten "/>', t),
    "include": lambda t: with_paragraph(
        '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>INCLUDE</w:instrText></w:r>'
        '<w:r><w:instrText>TEXT "c:/x"</w:instrText><w:fldChar w:fldCharType="end"/></w:r>',
        t,
    ),
    "shape": lambda t: with_paragraph('<w:r><w:pict href="http://example.org"/></w:r>', t),
}  # fmt: skip


@pytest.mark.parametrize("name", DANGERS)
def test_what_no_template_may_hold_is_named_and_refused(name):
    template = DANGERS[name](starting())

    found = checked(template)

    assert found
    assert {one.severity for one in found} == {"fault"}
    assert all(one.rule.startswith("template-") and one.due for one in found)
    with pytest.raises(Unreadable) as refused:
        fill(template, good())
    assert refused.value.code == found[0].rule


def test_a_field_code_that_counts_pages_may_stand():
    code = '<w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>1</w:t></w:r></w:fldSimple>'

    assert not any(r.startswith("template") for r in rules_of(checked(with_paragraph(code))))


def test_an_edit_in_word_with_other_wording_and_a_style_of_its_own_passes():
    def change(opened):
        style = opened.styles.add_style("Lời nhắc", 1)
        style.font.name, style.font.size = "Times New Roman", Pt(13)
        opened.tables[-1].cell(0, 0).paragraphs[0].runs[0].text = "Nơi nhận:"
        opened.sections[0].footer.paragraphs[0].text = "Địa chỉ: {{địa danh}}"
        opened.sections[0].footer.paragraphs[0].style = style

    template = changed(change)

    assert checked(template) == ()
    assert "{{" not in "".join(texts_of(fill(template, good())))


@needs_libreoffice
def test_a_template_saved_again_by_libreoffice_still_serves():
    saved = converted(starting(), "docx")

    found = checked(saved)
    assert [one for one in found if one.rule.startswith("template")] == []
    filled = texts_of(fill(saved, good()))
    assert not any("{{" in words for words in filled)
    assert "- UBND tỉnh (b/c);" in filled
    opened = docx.Document(io.BytesIO(fill(saved, good())))
    assert len(opened.sections) == 2
    assert found == ()
