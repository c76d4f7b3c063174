"""Documents as a clerk types them in Word: looks set on the words, styles of the office beneath.

Not made by our writer, so that the checker meets another hand; each line can be had by its name
and typed otherwise.
"""

import io
import zipfile
from dataclasses import dataclass, field, replace

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TWIPS = 1440 / 25.4
STYLES = (
    f"<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme='minorHAnsi' "
    "w:hAnsiTheme='minorHAnsi'/><w:sz w:val='22'/></w:rPr></w:rPrDefault></w:docDefaults>"
    "<w:style w:type='paragraph' w:default='1' w:styleId='Normal'><w:name w:val='Normal'/><w:rPr>"
    "<w:rFonts w:ascii='Times New Roman' w:hAnsi='Times New Roman'/><w:sz w:val='28'/></w:rPr>"
    "</w:style></w:styles>"
)
PAGE = (
    "<w:p><w:pPr><w:jc w:val='{align}'/></w:pPr><w:r><w:fldChar w:fldCharType='begin'/></w:r>"
    "<w:r><w:instrText> {field} </w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/>"
    "</w:r><w:r><w:rPr>{letters}</w:rPr><w:t>{shown}</w:t></w:r>"
    "<w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>"
)


@dataclass(frozen=True)
class L:
    """One line: its words and how they look; `frame` and `rule` are drawn with borders."""

    words: str
    size: float = 14
    bold: bool = False
    italic: bool = False
    align: str = "both"
    first: float = 0
    left: float = 0
    before: float = 0
    after: float = 0
    letters: str = ""  # more properties of the run
    stance: str = ""  # more properties of the paragraph
    rule: float = 0  # millimetres of a line below, in the room that `room` says
    room: float = 0

    def xml(self):
        bold, italic = ("<w:b/>" if self.bold else ""), ("<w:i/>" if self.italic else "")
        size = f"<w:sz w:val='{self.size * 2:g}'/>"
        late = "<w:highlight" in self.letters or "<w:u " in self.letters
        looks = f"{size}{self.letters}" if late else f"{self.letters}{size}"
        letters = f"{bold}{italic}{looks}"
        spacing = f"<w:spacing w:before='{self.before * 20:g}' w:after='{self.after * 20:g}'/>"
        indent = f"<w:ind w:left='{self.left * TWIPS:.0f}' w:firstLine='{self.first * TWIPS:.0f}'/>"
        inside = "</w:t><w:br/><w:t xml:space='preserve'>".join(self.words.split("\n"))
        return (
            f"<w:p><w:pPr>{self.stance}{spacing}{indent}<w:jc w:val='{self.align}'/></w:pPr><w:r>"
            f"<w:rPr>{letters}</w:rPr><w:t xml:space='preserve'>{inside}</w:t></w:r></w:p>"
        ) + (self._rule() if self.rule else "")

    def _rule(self):
        side = round((self.room - self.rule) / 2 * TWIPS)
        return (
            "<w:p><w:pPr><w:pBdr><w:bottom w:val='single' w:sz='6' w:space='0' w:color='000000'/>"
            f"</w:pBdr><w:spacing w:after='0'/><w:ind w:left='{side}' w:right='{side}'/></w:pPr>"
            "</w:p>"
        )


def centred(words, size=14, **look):
    return L(words, size, align="center", **look)


def text(words, **look):
    return L(words, **({"first": 12.7, "after": 6} | look))


@dataclass(frozen=True)
class T:
    """A table of plain cells."""

    rows: tuple[tuple[str, ...], ...]
    size: float = 12

    def xml(self):
        rows = ["".join(cell(L(words, self.size, align="left").xml(), 30) for words in row)
                for row in self.rows]  # fmt: skip
        return grid(30, 30, 30) + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"


def cell(inside, width):
    return (
        f"<w:tc><w:tcPr><w:tcW w:w='{width * TWIPS:.0f}' w:type='dxa'/></w:tcPr>"
        f"{inside or '<w:p/>'}</w:tc>"
    )


@dataclass(frozen=True)
class Letter:
    """A document: the two columns of its head, the lines of the text, the columns below."""

    left: dict
    right: dict
    body: dict
    recipients: dict = field(default_factory=dict)
    signing: dict = field(default_factory=dict)
    annex: dict = field(default_factory=dict)
    landscape: bool = False  # the annex
    turned: bool = False  # the document itself
    page: dict = field(default_factory=dict)  # how the number of the page looks
    foot: tuple = ()  # lines at the foot of the first page
    extra: str = ""  # XML at the end of the text

    def but(self, name, **changes):
        """The same with one line typed otherwise; without it where `words` is None."""
        for part in ("left", "right", "body", "recipients", "signing", "annex"):
            lines = getattr(self, part)
            if name in lines:
                gone = changes.get("words", "") is None
                made = {} if gone else {name: replace(lines[name], **changes)}
                kept = {key: made.get(key, line) for key, line in lines.items()}
                return replace(self, **{part: {k: v for k, v in kept.items() if k != name or made}})
        raise KeyError(name)

    def docx(self):
        return packed(self)


def grid(*widths):
    columns = "".join(f"<w:gridCol w:w='{width * TWIPS:.0f}'/>" for width in widths)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{columns}</w:tblGrid>"


def columns(*cells):
    row = "".join(cell("".join(line.xml() for line in lines.values()), width)
                  for lines, width in cells)  # fmt: skip
    return f"{grid(*(width for _, width in cells))}<w:tr>{row}</w:tr></w:tbl><w:p/>"


def section(turned, first=False, anew=False):
    wide, high = (16838, 11906) if turned else (11906, 16838)
    orient = " w:orient='landscape'" if turned else ""
    foot = "<w:footerReference w:type='first' r:id='rId3'/>" if first else ""
    count = "<w:pgNumType w:start='1'/>" if anew else ""
    return (
        f"<w:sectPr><w:headerReference w:type='default' r:id='rId2'/>{foot}"
        f"<w:pgSz w:w='{wide}' w:h='{high}'{orient}/><w:pgMar w:top='1134' w:right='1134' "
        "w:bottom='1134' w:left='1701' w:header='567' w:footer='567'/>"
        f"{count}<w:titlePg/></w:sectPr>"
    )


def lines_of(lines):
    return "".join(line.xml() for line in lines)


def packed(letter):
    body = columns((letter.left, 70), (letter.right, 92))
    body += "".join(line.xml() for line in letter.body.values()) + letter.extra
    body += columns((letter.recipients, 80), (letter.signing, 82)) if letter.recipients else ""
    foot = bool(letter.foot)
    if letter.annex:
        body += f"<w:p><w:pPr>{section(letter.turned, foot)}</w:pPr></w:p>"
        body += "".join(line.xml() for line in letter.annex.values())
        body += section(letter.landscape, anew=True)
    else:
        body += section(letter.turned, foot)
    number = {"align": "center", "field": "PAGE", "shown": "2", "letters": "<w:sz w:val='28'/>"}
    parts = {
        "[Content_Types].xml": TYPES,
        "word/document.xml": f"<w:document {W} {R}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": STYLES,
        "word/header1.xml": f"<w:hdr {W}>{PAGE.format(**(number | letter.page))}</w:hdr>",
        "word/footer1.xml": f"<w:ftr {W}>{lines_of(letter.foot)}<w:p/></w:ftr>",
        "word/_rels/document.xml.rels": RELATIONS,
        "_rels/.rels": ROOT,
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
TYPES = (
    f"<Types xmlns='{PACKAGE}/content-types'><Default Extension='xml' ContentType='application/xml'"
    "/><Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships"
    f"+xml'/><Override PartName='/word/document.xml' ContentType='{KIND}.document.main+xml'/>"
    f"<Override PartName='/word/styles.xml' ContentType='{KIND}.styles+xml'/>"
    f"<Override PartName='/word/header1.xml' ContentType='{KIND}.header+xml'/>"
    f"<Override PartName='/word/footer1.xml' ContentType='{KIND}.footer+xml'/></Types>"
)
RELATIONS = f"<Relationships xmlns='{PACKAGE}/relationships'>" + "".join(
    f"<Relationship Id='rId{number}' Type='{OFFICE}/{kind}' Target='{target}'/>"
    for number, kind, target in (
        (1, "styles", "styles.xml"), (2, "header", "header1.xml"), (3, "footer", "footer1.xml")
    )
) + "</Relationships>"  # fmt: skip
ROOT = (
    f"<Relationships xmlns='{PACKAGE}/relationships'><Relationship Id='rId1' "
    f"Type='{OFFICE}/officeDocument' Target='word/document.xml'/></Relationships>"
)
