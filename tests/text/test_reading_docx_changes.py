"""Word documents that were worked on: changes accepted, boxes once, notes kept apart, old fonts."""

import pytest

from haidang.text import read
from haidang.text.blocks import Bucket
from haidang.text.reading import read_source
from tests.text.files import MC, W, cell, docx, p, table


def run(words, font=""):
    fonts = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr>' if font else ""
    return f"<w:r>{fonts}<w:t>{words}</w:t></w:r>"


def marked(kind, words):
    """A paragraph whose end was inserted or deleted."""
    return p(words, f"<w:pPr><w:rPr><w:{kind}/></w:rPr></w:pPr>")


def text_of(body, **parts):
    return read_source(docx(body, **parts)).text


def test_moved_words_stand_where_they_were_moved_to():
    away = "<w:p><w:moveFrom><w:r><w:t>Sở A</w:t></w:r></w:moveFrom></w:p>"
    here = "<w:p><w:moveTo><w:r><w:t>Sở A</w:t></w:r></w:moveTo></w:p>"

    assert text_of(away + p("giữa") + here).split() == ["giữa", "Sở", "A"]


@pytest.mark.parametrize("kind", ["del", "moveFrom"])
def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next(kind):
    assert text_of(marked(kind, "Giao ") + p("Sở A.") + p("Hết.")) == "Giao Sở A.\nHết.\n"


def test_a_deleted_end_at_the_end_loses_nothing():
    assert text_of(table([cell(marked("del", "Sở A")), cell(marked("ins", "Sở B"))])) == (
        "Sở A | Sở B\n\n"
    )


def test_a_deleted_row_is_gone():
    gone = f"<w:tr><w:trPr><w:del/></w:trPr>{cell(p('bỏ'))}</w:tr>"
    rows = table([cell(p("giữ"))]).replace("</w:tbl>", gone + "</w:tbl>")

    assert text_of(rows) == "giữ\n\n"


def box(words):
    return f"<w:txbxContent>{words}</w:txbxContent>"


def versions(new, old):
    return (
        f"<mc:AlternateContent {MC}><mc:Choice>{new}</mc:Choice>"
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent>"
    )


def test_a_box_in_a_box_is_read_once():
    inner = f"<w:p><w:r>{versions(box(p('trong')), box(p('trong')))}</w:r></w:p>"
    outer = f"<w:p><w:r><w:t>Ngoài</w:t>{versions(box(inner), box(inner))}</w:r></w:p>"

    assert text_of(outer).split() == ["Ngoài", "trong"]


def test_words_that_only_the_old_version_has_are_read():
    assert text_of(f"<w:p><w:r>{versions('<w:drawing/>', box(p('trong')))}</w:r></w:p>") == (
        "\ntrong\n"
    )


def test_tables_deep_in_tables_are_read_once():
    deep = p("đáy")
    for _ in range(30):
        deep = table([cell(deep)])

    assert text_of(deep).split() == ["đáy"]


def test_sections_headers_and_formulas_change_nothing():
    turned = '<w:pPr><w:sectPr><w:pgSz w:orient="landscape"/></w:sectPr></w:pPr>'
    math = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    body = p("Phần ngang", turned) + f"<w:p><m:oMath {math}><m:t>x+1</m:t></m:oMath></w:p>"

    assert text_of(body, header1=f"<w:hdr {W}>{p('Đầu trang')}</w:hdr>") == "Phần ngang\nx+1\n"


NOTES = (
    f'<w:footnotes {W}><w:footnote w:id="-1" w:type="separator">{p("")}</w:footnote>'
    f'<w:footnote w:id="2">{p("Giao Sở B rà soát trước ngày 01/02/2026.")}</w:footnote>'
    f'<w:footnote w:id="3">{p("không ai nhắc")}</w:footnote>'
    f'<w:footnote w:id="4">{p(" ")}</w:footnote></w:footnotes>'
)
PLAN = (
    p("KẾ HOẠCH")
    + p("Thông tin năm 2026")
    + '<w:p><w:r><w:t>1. Giao Sở A</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r>'
    + '<w:r><w:t> rà soát danh sách.</w:t><w:footnoteReference w:id="4"/></w:r></w:p>'
)


def test_notes_stand_behind_the_text_and_set_no_duty():
    reading = read(docx(PLAN, footnotes=NOTES))

    note = "Chú thích 1: Giao Sở B rà soát trước ngày 01/02/2026.\n"
    assert reading.text.endswith(f"1. Giao Sở A rà soát danh sách.\n{note}")
    assert [duty.unit for duty in reading.duties] == ["Sở A"]
    assert (reading.spans[-1].bucket, reading.spans[-1].end) == (
        Bucket.FORMALITY,
        len(reading.text),
    )
    assert reading.places[-1].where == "chú thích 1"


STYLES = (
    f'<w:styles {W}><w:style w:type="paragraph" w:default="1" w:styleId="N"><w:rPr>'
    f'<w:rFonts w:ascii=".VnTime"/></w:rPr></w:style>'
    f'<w:style w:styleId="H"><w:basedOn w:val="H1"/></w:style>'
    f'<w:style w:styleId="H1"><w:rPr><w:rFonts w:hAnsi=".VnTimeH"/></w:rPr></w:style>'
    f'<w:style w:styleId="R"><w:basedOn w:val="R"/></w:style></w:styles>'
)


def test_old_fonts_are_known_by_run_style_and_default():
    body = (
        p("kÕ ho¹ch", '<w:pPr><w:pStyle w:val="H"/></w:pPr>')
        + f"<w:p>{run('QuyÕt ®Þnh ')}{run('Quyeát ñònh ', 'VNI-Times')}{run('à', 'Tinos')}</w:p>"
        + p("VËn", '<w:pPr><w:pStyle w:val="R"/></w:pPr>')
    )

    source = read_source(docx(body, styles=STYLES))

    assert source.text == "KẾ HOẠCH\nQuyết định Quyết định à\nVËn\n"
    assert source.warnings == (
        "Bảng mã chữ cũ (TCVN3, VNI) đã được đổi sang Unicode; hãy đối chiếu dấu.",
    )


def test_old_letters_without_a_font_to_tell_are_known_by_their_look():
    body = p("Thùc hiÖn kÕ ho¹ch cña tØnh vÒ c«ng t¸c th«ng tin") + p("Ủy ban")

    source = read_source(docx(body))

    assert source.text == "Thực hiện kế hoạch của tỉnh về công tác thông tin\nỦy ban\n"
    assert "TCVN3" in source.warnings[0]
