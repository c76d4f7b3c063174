"""The same letter as other programs write it: the looks come by other ways, the judgement stays."""

import pytest

from haidang.text.checking import check
from tests.text.clerk import STYLES
from tests.text.clerk_papers import DISPATCH, PLAN
from tests.text.flawed import MAIN, edited, parts_of
from tests.text.test_checking_bounds import with_parts

TIMES = "w:ascii='Times New Roman' w:hAnsi='Times New Roman'"
NORMAL = f"<w:rFonts {TIMES}/><w:sz w:val='28'/>"
THEME = (
    "<a:theme xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'><a:themeElements>"
    "<a:fontScheme name='x'><a:majorFont><a:latin typeface='Cambria'/></a:majorFont><a:minorFont>"
    "<a:latin typeface='Times New Roman'/></a:minorFont></a:fontScheme></a:themeElements></a:theme>"
)


def restyled(letter, styles, **more):
    return with_parts(letter.docx(), **{"word/styles.xml": styles.encode()}, **more)


def google(letter):
    """All looks on the runs; the defaults are Arial 11."""
    styles = STYLES.replace(NORMAL, "").replace("w:asciiTheme='minorHAnsi'", "w:ascii='Arial'")
    data = restyled(letter, styles.replace("w:hAnsiTheme='minorHAnsi'", "w:hAnsi='Arial'"))
    looks = f"<w:rPr><w:rFonts {TIMES} w:cs='Times New Roman' w:eastAsia='Times New Roman'/>"
    for part in (MAIN, "word/header1.xml"):
        xml = parts_of(data)[part].decode()
        data = edited(data, part, xml, xml.replace("<w:rPr>", looks).replace("'left'", "'start'"))
    return data


def themed(letter):
    """Word's newer templates: the font stands in the theme, and in a style below the style."""
    styles = STYLES.replace(NORMAL, "<w:sz w:val='28'/>")
    return restyled(letter, styles, **{"word/theme/theme1.xml": THEME.encode()})


def inherited(letter):
    """The usual style rests on another one that holds the looks."""
    base = f"<w:style w:type='paragraph' w:styleId='Goc'><w:rPr>{NORMAL}</w:rPr></w:style>"
    styles = STYLES.replace(NORMAL, "").replace(
        "<w:name w:val='Normal'/>", "<w:name w:val='Normal'/><w:basedOn w:val='Goc'/>"
    )
    return restyled(letter, styles.replace("</w:styles>", f"{base}</w:styles>"))


def wrapped(letter):
    """Paragraphs inside of content controls, as forms of an office have them."""
    data = letter.docx()
    xml = parts_of(data)[MAIN].decode()
    begun = xml.index("<w:p>", xml.index("</w:tbl><w:p/>"))
    end = xml.index("<w:tbl>", begun)
    inside = f"<w:sdt><w:sdtContent>{xml[begun:end]}</w:sdtContent></w:sdt>"
    return edited(data, MAIN, xml, xml[:begun] + inside + xml[end:])


WAYS = pytest.mark.parametrize("way", [google, themed, inherited, wrapped])


@WAYS
@pytest.mark.parametrize("letter", [DISPATCH, PLAN], ids=["công văn", "kế hoạch"])
def test_a_good_letter_has_no_finding_however_it_is_written(way, letter):
    assert check(way(letter)) == ()


@WAYS
def test_a_fault_is_found_however_it_is_written(way):
    letter = DISPATCH.but("subject", bold=True).but("date", italic=False)

    assert [finding.rule for finding in check(way(letter))] == ["bold", "italic"]
