"""Styles resolved as Word resolves them: defaults, chains, tables, lists, toggles, themes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from haidang.text.checking.looks import Letters, Stance
from haidang.text.checking.paper import paper_of_docx
from haidang.text.checking.properties import letters_in, stance_in, twips_of
from haidang.text.reading import read_source
from tests.text.files import W, cell, docx, p, table

A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
DEFAULTS = (
    "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii='Arial' w:hAnsi='Arial'/>"
    "<w:sz w:val='22'/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
    "<w:spacing w:after='200' w:line='276' w:lineRule='auto'/></w:pPr></w:pPrDefault>"
    "</w:docDefaults>"
)


def style(name, inside, *, kind="paragraph", based="", default=""):
    on = f"<w:basedOn w:val='{based}'/>" if based else ""
    return (
        f"<w:style w:type='{kind}' w:styleId='{name}' {default}><w:name w:val='{name}'/>{on}"
        f"{inside}</w:style>"
    )


def styles(*inside):
    return f"<w:styles {W}>{''.join(inside)}</w:styles>"


def looks(body, **parts):
    """The look of each run and the stance of each paragraph that has words."""
    passages = [one for one in paper_of_docx(docx(body, **parts)).passages if one.words.strip()]
    return [(one.runs[0].letters, one.stance) for one in passages]


def run(words, letters):
    return f"<w:p><w:r><w:rPr>{letters}</w:rPr><w:t>{words}</w:t></w:r></w:p>"


def in_style(name, words="chữ"):
    return p(words, f"<w:pPr><w:pStyle w:val='{name}'/></w:pPr>")


def test_without_styles_word_s_own_defaults_hold():
    assert looks(p("chữ")) == [(Letters(), Stance())]


def test_the_document_s_defaults_lie_below_everything():
    ((letters, stance),) = looks(p("chữ"), styles=styles(DEFAULTS))

    assert (letters.font, letters.wide_font, letters.size) == ("Arial", "Arial", 11)
    assert (stance.after, stance.line) == (10, 1.15)


def test_a_style_takes_from_the_one_it_is_based_on_and_words_have_the_last_say():
    sheet = styles(
        DEFAULTS,
        style("N", "<w:rPr><w:sz w:val='28'/></w:rPr>", default="w:default='1'"),
        style("B", "<w:rPr><w:b/></w:rPr><w:pPr><w:jc w:val='both'/></w:pPr>", based="N"),
    )
    own = (
        "<w:p><w:pPr><w:pStyle w:val='B'/></w:pPr><w:r><w:rPr><w:b w:val='0'/></w:rPr>"
        "<w:t>x</w:t></w:r></w:p>"
    )

    (first, _), (second, stance), (third, _) = looks(p("a") + in_style("B") + own, styles=sheet)

    assert (first.size, first.bold) == (14, False)
    assert (second.size, second.bold, stance.align) == (14, True, "both")
    assert third.bold is False


def test_bold_in_two_styles_is_off_again():
    sheet = styles(
        style("B", "<w:rPr><w:b/></w:rPr>"), style("C", "<w:rPr><w:b/></w:rPr>", kind="character")
    )
    body = (
        "<w:p><w:pPr><w:pStyle w:val='B'/></w:pPr><w:r><w:rPr><w:rStyle w:val='C'/></w:rPr>"
        "<w:t>x</w:t></w:r></w:p>"
    )

    assert looks(body, styles=sheet)[0][0].bold is False


def test_styles_that_rest_on_each_other_end():
    sheet = styles(style("A", "", based="B"), style("B", "<w:rPr><w:i/></w:rPr>", based="A"))

    assert looks(in_style("A"), styles=sheet)[0][0].italic is True


def test_a_table_s_style_lies_below_that_of_its_paragraphs():
    sheet = styles(
        style("T", "<w:rPr><w:sz w:val='20'/></w:rPr>", kind="table"),
        style("S", "<w:rPr><w:sz w:val='26'/></w:rPr>"),
    )
    body = table([cell(p("a")), cell(in_style("S"))]).replace(
        "<w:tbl>", "<w:tbl><w:tblPr><w:tblStyle w:val='T'/></w:tblPr>"
    )

    assert [letters.size for letters, _ in looks(body + p("b"), styles=sheet)] == [10, 13, 10]


def test_the_fonts_of_a_theme_are_looked_up():
    theme = (
        f"<a:theme {A}><a:fontScheme><a:majorFont><a:latin typeface='Cambria'/></a:majorFont>"
        "<a:minorFont><a:latin typeface='Calibri'/></a:minorFont></a:fontScheme></a:theme>"
    )
    body = run("chữ", "<w:rFonts w:asciiTheme='minorHAnsi' w:hAnsiTheme='majorHAnsi'/>")

    letters = looks(body, **{"theme/theme1": theme})[0][0]
    assert (letters.font, letters.wide_font) == ("Calibri", "Cambria")


NUMBERING = (
    f"<w:numbering {W}><w:abstractNum w:abstractNumId='7'><w:lvl w:ilvl='0'><w:pPr>"
    "<w:ind w:left='720' w:hanging='360'/></w:pPr></w:lvl></w:abstractNum>"
    "<w:num w:numId='3'><w:abstractNumId w:val='7'/></w:num></w:numbering>"
)
LISTED = "<w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='3'/></w:numPr>{}</w:pPr>"


@pytest.mark.parametrize(
    ("properties", "begins"),
    [
        (LISTED.format(""), 6.35),
        (LISTED.format("<w:ind w:left='0' w:firstLine='720'/>"), 12.7),
        ("<w:pPr><w:ind w:start='567'/></w:pPr>", 10.0),
        ("<w:pPr><w:ind w:left='99999999'/></w:pPr>", 0),
    ],
)
def test_a_list_moves_its_paragraphs_in(properties, begins):
    stance = looks(p("việc", properties), numbering=NUMBERING)[0][1]

    assert stance.begins == pytest.approx(begins, abs=0.01)


@pytest.mark.parametrize(
    ("xml", "found"),
    [
        ("<w:spacing w:before='120' w:line='360'/>", {"before": 6, "line": 1.5, "exact": None}),
        ("<w:spacing w:line='340' w:lineRule='exact'/>", {"line": None, "exact": 17}),
        ("<w:spacing w:line='340' w:lineRule='atLeast'/>", {"line": 1, "exact": None}),
        ("<w:spacing w:beforeAutospacing='1' w:before='0'/>", {"before": 14}),
        ("<w:spacing w:before='rất nhiều'/>", {}),
        ("<w:contextualSpacing/>", {"contextual": True}),
        ("<w:jc w:val='end'/>", {"align": "right"}),
        ("<w:jc w:val='start'/>", {"align": "left"}),
        ("<w:ind w:hanging='720'/>", {"first": pytest.approx(-12.7)}),
    ],
)
def test_properties_of_a_paragraph(xml, found):
    assert stance_in(etree.fromstring(f"<w:pPr {W}>{xml}</w:pPr>")) == found


@pytest.mark.parametrize(
    ("xml", "found"),
    [
        ("<w:b/><w:i w:val='false'/>", {"bold": True, "italic": False}),
        ("<w:u w:val='none'/>", {"underlined": False}),
        ("<w:sz w:val='0'/>", {}),
        ("<w:color w:val='auto'/>", {"colour": "auto"}),
        ("<w:color w:val='ff0000'/>", {"colour": "FF0000"}),
        ("<w:color w:val='222222' w:themeColor='text1'/>", {"colour": "000000"}),
        ("<w:vertAlign w:val='superscript'/><w:vanish/>", {"raised": True, "hidden": True}),
    ],
)
def test_properties_of_letters(xml, found):
    assert letters_in(etree.fromstring(f"<w:rPr {W}>{xml}</w:rPr>"), {}) == found


@given(st.text(max_size=12))
def test_a_measure_is_a_number_on_a_page_or_nothing(text):
    measure = twips_of(text)

    assert measure is None or abs(measure) <= 31_680


def test_places_are_those_that_a_reader_of_the_page_counts():
    body = (
        p("một")
        + "<w:p/>"
        + table([cell(p("hai"), p("ba")), cell(p("bốn"))], [cell(table([cell(p("năm"))]))])
        + "<w:sdt><w:sdtContent>"
        + p("sáu")
        + "</w:sdtContent></w:sdt>"
        + "<w:p><w:del><w:r><w:delText>không</w:delText></w:r></w:del><w:ins><w:r><w:t>bảy</w:t>"
        "</w:r></w:ins></w:p>"
    )
    data = docx(body)
    source = read_source(data)

    ours = [(one.where, one.text) for one in paper_of_docx(data).passages if one.text]
    assert ours == [
        ("đoạn 1", "một"),
        ("bảng 1, hàng 1, ô 1", "hai"),
        ("bảng 1, hàng 1, ô 1", "ba"),
        ("bảng 1, hàng 1, ô 2", "bốn"),
        ("bảng 1, hàng 2, ô 1", "năm"),
        ("đoạn 2", "sáu"),  # neither blank lines nor cells count
        ("đoạn 3", "bảy"),
    ]
    assert [words for _, words in ours] == [
        source.text[place.start : place.end] for place in source.places
    ]
