"""Broken files of every kind, made from a few sound ones by chance: cut, mixed, miswritten."""

import io
import re
import zipfile
import zlib

from tests.text import plans
from tests.text.files import W, cell, docx, p, pdf, table

MOST = 4_000  # bytes of a file: a broken sentence is found in a small one as well
PLAN = plans.FOUNDING.read_text("utf-8")
SHAPES = [
    *(PLAN, plans.PLAN_BY_LINES, plans.DECISION, plans.LETTER_ON_A_PAGE, plans.MINUTES),
    *(plans.REPORT, plans.PLAN_BEHIND_DECISION, plans.CIRCULAR, plans.PLAN_ON_A_PAGE),
    *(plans.PLAN_BY_ATTRIBUTES, plans.LETTER_WITHOUT_BLANKS, plans.SIGNED_BY_PARTIES),
    plans.PLAN_WITH_A_FORM,
]
LINES = [line for shape in SHAPES for line in shape.split("\n")]
BEGINNINGS = (b"", b"PK", b"<", b"%PDF")  # any, .docx, pages, .pdf
UNZIPPABLE = (
    *(zipfile.BadZipFile, zlib.error, OSError, ValueError, EOFError, RuntimeError),
    NotImplementedError,
)
TOKENS = [
    *("Điều 1. ", "I. ", "1. ", "a) ", "- ", "Nơi nhận:", "TM. ỦY BAN NHÂN DÂN", "Giao Sở A "),
    *("trước ngày 30/2/2026", "Quý IV", "MẬT", "Phụ lục", "Căn cứ Luật ", " | ", "./.", "\n\n"),
    *("<w:p>", "</w:p>", "<w:tbl>", "<w:tr><w:tc>", "<w:del>", '<w:numId w:val="9"/>', "<li>"),
    *("<table>", "<td colspan=99999>", "&#0;", "&#x110000;", "]]>", "<!--", "%PDF-1.4", "\x00"),
    *("\u0301", "\u202e", "\ud7ff", "²", "٣", "QuyÕt ®Þnh", "Quyeát ñònh", "9" * 40, "(" * 40),
    *("\f", "\n2\n", "\n|\n", "\\. ", "**", "# ", "sau 05 ngày làm việc", "hằng tháng", "100% "),
    *("/Rotate 90", "/CropBox[9 9 50 50]", "<ol start=-3>", "<w:br/>", "<w:txbxContent>"),
]
WORDS = [token.encode() for token in TOKENS] + [b"\xff\xfe", b"\xef\xbb\xbf", b"PK\x03\x04"]
VALUES = [b"0", b"-1", b"99999999999", b"\xc2\xb2", b"", b"true", b"decimal", b"restart", b"%1.%9)"]
ELEMENT = re.compile(rb"<([\w:]+)[^>]*>.*?</\1>", re.DOTALL)
VALUE = re.compile(rb'(?<=val=")[^"]*(?=")')
SAID = [token.encode() for token in TOKENS if not set(token) & set("<>&\0")] + [
    line.encode() for line in LINES if not set(line) & set("<>&")
]

MHT = (
    b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n"
    b"Content-Type: text/html\n\n<p>KE HOACH</p>\n--x--\n"
)
NUMBERING = (
    f'<w:numbering {W}><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
    '<w:num w:numId="9"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
)
NOTES = f'<w:footnotes {W}><w:footnote w:id="2">{p("Ghi thêm")}</w:footnote></w:footnotes>'
STYLES = (
    f'<w:styles {W}><w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="A"/><w:rPr>'
    '<w:rFonts w:ascii=".VnTime"/></w:rPr></w:style></w:styles>'
)
NUMBERED = (
    '<w:pPr><w:pStyle w:val="A"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="9"/></w:numPr></w:pPr>'
)
CHANGED = (
    '<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:ins><w:r><w:t>Giao Sở A</w:t></w:r>'
    "</w:ins><w:del><w:r><w:delText>cũ</w:delText></w:r></w:del><w:r><w:tab/><w:t>rà soát</w:t>"
    '</w:r><w:footnoteReference w:id="2"/><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>Hộp</w:t>'
    "</w:r></w:p></w:txbxContent></w:pict></w:r></w:p>"
)


def sound():
    """A small file of each kind."""
    rows = table([cell(p("STT")), cell(p("Nội dung"))], [cell(p("1")), cell(p("Rà soát loa."))])
    body = "".join(p(line) for line in PLAN.split("\n")[:9])
    page = "".join(f"<p>{line}</p>" for line in PLAN.split("\n")[:9])
    texts = [part for shape in SHAPES for part in (shape[:600], shape[-600:], shape[900:1500])]
    return [
        *(text.encode() for text in texts),
        plans.PLAN_BY_LINES[:500].encode("utf-16"),
        PLAN[:500].encode("cp1258", "replace"),
        "KÕ ho¹ch cña ñy ban nh©n d©n x·: giao v¨n phßng rµ so¸t".encode("cp1252"),
        docx(body + rows, numbering=NUMBERING),
        docx(
            p("Việc", NUMBERED) * 2 + CHANGED, numbering=NUMBERING, footnotes=NOTES, styles=STYLES
        ),
        f"<html><meta charset=utf-8>{page}<table><tr><td>1<td>Loa</table>".encode(),
        b"<html><ol start=3><li>Ba<ul><li>- b</ul></ol><p style='mso-element:footnote-list'>c",
        pdf([(60, 780 - 12 * n, line[:60]) for n, line in enumerate(PLAN.split("\n")[:9])]),
        pdf([(60, 700, "Giao Sở A")], [(60, 700, "rà soát")], paper="/Rotate 90/MediaBox[0 0 9 9]"),
        MHT,
    ]


def broken(pool, chance):
    """A file that nobody meant to write: one of the pool, or lines of many, changed by chance."""
    kind = chance.random()
    if kind < 0.25:
        lines = [chance.choice(LINES) for _ in range(chance.choice((2, 5, 12, 30)))]
        return _bytes("\n".join(lines).encode(), pool, chance)
    if kind < 0.30:
        lines = [chance.choice(LINES)[:90] for _ in range(6)]
        spots = [(chance.randrange(-9, 600), chance.randrange(-9, 850), line) for line in lines]
        return pdf(spots)
    begins = chance.choices(BEGINNINGS, (6, 3, 1, 1))[0]
    data = chance.choice([data for data in pool if data.startswith(begins)])
    if data.startswith(b"PK") and chance.random() < 0.9:
        return _inside_zip(data, pool, chance)
    if b"<" in data[:1] and chance.random() < 0.5:
        return _elements(data, chance)
    return _bytes(data, pool, chance)


def _bytes(data, pool, chance):
    made = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 4, 9))):
        at = chance.randrange(len(made) + 1)
        match chance.randrange(6):
            case 0:
                del made[at : at + chance.choice((1, 4, 40, 4000))]
            case 1:
                made[at:at] = chance.choice(WORDS) * chance.choice((1, 1, 1, 3, 40))
            case 2:
                made[at:at] = made[at : at + chance.choice((1, 20, 400))] * chance.choice((1, 8))
            case 3:
                other = chance.choice(pool)
                start = chance.randrange(len(other) + 1)
                made[at:at] = other[start : start + chance.choice((10, 200, 3000))]
            case 4:
                made[at : at + 4] = chance.randbytes(4)
            case _:
                made = made[at:] + made[:at]
    return bytes(made[:MOST])


def _elements(data, chance):
    """A page or a part whose elements are doubled, left out, nested, or bear other values."""
    for _ in range(chance.choice((1, 1, 2, 5))):
        found = list(ELEMENT.finditer(data, data.find(b">") + 1))
        if not found:
            return data
        one, other = chance.choice(found), chance.choice(found)
        head = data.index(b">", one.start()) + 1
        match chance.randrange(6):
            case 0:
                new = b""
            case 1:
                new = one.group() * chance.choice((2, 30))
            case 2:
                new = other.group()
            case 3:
                new = data[one.start() : head] + other.group() + data[head : one.end()]
            case 4:
                new = VALUE.sub(chance.choice(VALUES), one.group(), count=3)
            case _:
                word = chance.choice(SAID)
                new = data[one.start() : head] + word + data[head : one.end()]
        data = data[: one.start()] + new + data[one.end() :]
    return data[: 4 * MOST] if len(data) > 4 * MOST else data


def _inside_zip(data, pool, chance):
    """A .docx of which one part is broken and the wrapping whole."""
    made = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as old:
            parts = {name: old.read(name) for name in old.namelist()}
    except UNZIPPABLE:
        return _bytes(data, pool, chance)
    wanted = chance.choice([*parts, "word/document.xml"])
    with zipfile.ZipFile(made, "w") as new:
        for name, part in parts.items():
            if name == wanted and chance.random() < 0.9:
                part = _elements(part, chance)
            elif name == wanted:
                part = _bytes(part, [part, *WORDS], chance)
            new.writestr(name, part)
    return made.getvalue()
