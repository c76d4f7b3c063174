"""Frames however they were drawn, the address below its line, and what is left over in a file."""

from dataclasses import replace

import pytest

from haidang.text.checking import check
from tests.text.clerk import L, text
from tests.text.clerk import W as SPACE
from tests.text.clerk_papers import DECISION, DISPATCH
from tests.text.files import docx, p
from tests.text.flawed import MAIN, edited
from tests.text.strangers import CONTACT, FRAME, STAMP, with_line

BARE = replace(STAMP, stance="")
STYLED = (
    f"<w:styles {SPACE}><w:style w:type='paragraph' w:styleId='Dau'><w:pPr><w:pBdr>{FRAME}</w:pBdr>"
    "</w:pPr></w:style><w:style w:type='paragraph' w:styleId='DauKhan'><w:basedOn w:val='Dau'/>"
    "</w:style></w:styles>"
)


class Raw:
    """XML in the place of a line."""

    def __init__(self, xml):
        self.xml = lambda: xml


def rules(letter):
    return [finding.rule for finding in check(letter.docx())]


def boxed(inside):
    return f"<w:p><w:r><w:pict><w:txbxContent>{inside}</w:txbxContent></w:pict></w:r></w:p>"


def celled(inside, table="", own=""):
    return (
        f"<w:tbl><w:tblPr>{table}</w:tblPr><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc>"
        f"<w:tcPr>{own}</w:tcPr>{inside}</w:tc></w:tr></w:tbl><w:p/>"
    )


@pytest.mark.parametrize(
    ("xml", "found"),
    [
        (BARE.xml(), ["stamp-frame"]),
        (boxed(BARE.xml()), []),
        (celled(BARE.xml()), ["stamp-frame"]),
        (celled(BARE.xml(), own=f"<w:tcBorders>{FRAME}</w:tcBorders>"), []),
        (celled(BARE.xml(), table=f"<w:tblBorders>{FRAME}</w:tblBorders>"), []),
        (replace(STAMP, stance="<w:pBdr><w:bottom w:val='single'/></w:pBdr>").xml(),
         ["stamp-frame"]),
        (replace(STAMP, letters="<w:color w:val='0070C0'/>").xml(), ["stamp-colour"]),
    ],
)  # fmt: skip
def test_a_frame_counts_however_it_was_drawn(xml, found):
    letter = with_line(DISPATCH, "left", "urgent", Raw(xml))

    assert [rule for rule in rules(letter) if rule.startswith("stamp")] == found


@pytest.mark.parametrize(("style", "found"), [("DauKhan", False), ("Khac", True), ("", True)])
def test_a_frame_may_come_from_a_style(style, found):
    named = f"<w:pStyle w:val='{style}'/>" if style else ""
    stamp = p("HỎA TỐC", f"<w:pPr>{named}</w:pPr>")
    body = p("ỦY BAN NHÂN DÂN") + p("Số: 12/UBND-VX") + p("V/v báo cáo") + stamp
    data = docx(body + p("Kính gửi: Các ấp") + p("Xã báo cáo."), styles=STYLED)

    assert ("stamp-frame" in {finding.rule for finding in check(data)}) == found


def test_an_address_stands_at_the_foot_of_the_first_page_alone():
    lines = {f"more{at}": text(f"Việc thứ {at} của xã trong quý này. " * 6) for at in range(30)}
    long = replace(DISPATCH, body=DISPATCH.body | lines, foot=CONTACT)
    everywhere = long.docx()

    assert "contact-place" not in {finding.rule for finding in check(everywhere)}
    shown = everywhere_default(long)
    assert "contact-place" in {finding.rule for finding in check(shown)}


def everywhere_default(letter):
    """The same with the foot of the first page on every page, and no first page of its own."""
    data = edited(letter.docx(), MAIN, "footerReference w:type='first'",
                  "footerReference w:type='default'")  # fmt: skip
    return edited(data, MAIN, "<w:titlePg/>", "")


def test_remarks_in_the_margin_are_told():
    remark = "<w:p><w:r><w:commentReference w:id='1'/></w:r></w:p>"

    assert rules(replace(DISPATCH, extra=remark)) == ["comments"]


def test_the_line_that_decides_ends_with_a_colon():
    assert rules(DECISION.but("decides", words="QUYẾT ĐỊNH")) == ["decides-form"]


def test_a_link_may_be_underlined():
    link = (
        "<w:p><w:pPr><w:spacing w:after='120'/><w:ind w:firstLine='720'/><w:jc w:val='both'/>"
        "</w:pPr><w:hyperlink><w:r><w:rPr><w:u w:val='single'/></w:rPr><w:t>Xem trang của xã."
        "</w:t></w:r></w:hyperlink></w:p>"
    )

    assert rules(with_line(DISPATCH, "body", "link", Raw(link), after="one")) == []


def test_an_acting_body_may_have_its_session_below():
    session = L("KHÓA XII, KỲ HỌP THỨ TÁM", bold=True, align="center")

    assert rules(with_line(DECISION, "body", "session", session, after="acting")) == []
