"""Files that bear a stamp beside their text, or in a way of their own; and innocent files."""

import io
import zipfile

from tests.text.files import MC, W, cell, docx, p, pdf, table

BODY = (
    p("UBND XÃ BÌNH AN") + p("KẾ HOẠCH") + p("Tuyên truyền về biển, đảo") + p("1. Viết tin, bài.")
)
WHITE = '<w:color w:val="FFFFFF"/>'
_VML = 'xmlns:v="urn:schemas-microsoft-com:vml"'
_DRAWN = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)


def w(tag, inner):
    return f"<w:{tag} {W} {MC}>{inner}</w:{tag}>"


def core(**said):
    inner = "".join(f"<dc:{name}>{words}</dc:{name}>" for name, words in said.items())
    spaces = 'xmlns:cp="urn:cp" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    return {"docProps/core.xml": f"<cp:coreProperties {spaces}>{inner}</cp:coreProperties>"}


def packed(data, parts):
    """A .docx with further parts, by their whole names."""
    made = io.BytesIO(data)
    with zipfile.ZipFile(made, "a", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def run(words, properties=""):
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{words}</w:t></w:r>"


BOX = f"<w:txbxContent>{p('MẬT')}</w:txbxContent>"
TEXT_BOX = f"<w:r><w:pict><v:textbox {_VML}>{BOX}</v:textbox></w:pict></w:r>"
WORD_ART = f'<w:r><w:pict><v:shape {_VML}><v:textpath string="TUYỆT MẬT"/></v:shape></w:pict></w:r>'
NAMED = f'<w:r><w:drawing><wp:docPr {_DRAWN} id="1" name="Ảnh" descr="Dấu MẬT"/></w:drawing></w:r>'
SHAPE = f"<a:p {_DRAWN}><a:r><a:t>MẬT</a:t></a:r></a:p>"
DELETED = "<w:del><w:r><w:delText>MẬT</w:delText></w:r></w:del>"
BODIES = {
    "a paragraph": p("TỐI MẬT") + BODY,
    "runs": f"<w:p>{run('TỐI')}{run(' M')}{run('Ậ')}{run('T')}</w:p>" + BODY,
    "spaced letters": f"<w:p>{run('M')}{run(' ')}{run('Ậ')}{run(' T')}</w:p>" + BODY,
    "a cell of the header": table([cell(p("UBND XÃ"), p("MẬT")), cell(p("CỘNG HÒA"))]) + BODY,
    "a table of its own": table([cell(p("TỐI MẬT"))]) + BODY,
    "a table with its label": table([cell(p("Độ mật")), cell(p("Mật"))]) + BODY,
    "a table in a table": table([cell(table([cell(p("MẬT"))]), p(""))]) + BODY,
    "tabs": f"<w:p>{run('Số: 1/KH')}<w:r><w:tab/></w:r>{run('MẬT')}</w:p>" + BODY,
    "a line break": f"<w:p>{run('Số: 1/KH')}<w:r><w:br/></w:r>{run('MẬT')}</w:p>" + BODY,
    "hidden letters": f"<w:p>{run('TUYỆT MẬT', '<w:vanish/>')}</w:p>" + BODY,
    "small capitals": f"<w:p>{run('Tối mật', '<w:smallCaps/>')}</w:p>" + BODY,
    "all capitals": f"<w:p>{run('tối mật', '<w:caps/>')}</w:p>" + BODY,
    "white letters": f"<w:p>{run('MẬT', WHITE)}</w:p>" + BODY,
    "an insertion": f"<w:p><w:ins>{run('MẬT')}</w:ins></w:p>" + BODY,
    "a deletion": f"<w:p>{DELETED}</w:p>" + BODY,
    "a deletion before an insertion": f"<w:p>{DELETED}<w:ins>{run('THƯỜNG')}</w:ins></w:p>" + BODY,
    "what was moved away": f"<w:p><w:moveFrom>{run('MẬT')}</w:moveFrom></w:p>" + BODY,
    "a text box": f"<w:p>{TEXT_BOX}</w:p>" + BODY,
    "a text box in a sentence": f"<w:p>{run('Số: 1/KH')}{TEXT_BOX}</w:p>" + BODY,
    "word art": f"<w:p>{WORD_ART}</w:p>" + BODY,
    "a picture's description": f"<w:p>{NAMED}</w:p>" + BODY,
    "a field": "<w:p><w:r><w:instrText>TUYỆT MẬT</w:instrText></w:r></w:p>" + BODY,
    "a list to choose from": f"<w:sdt><w:sdtPr><w:alias w:val='MẬT'/></w:sdtPr></w:sdt>{BODY}",
    "an old version of a thing": "<mc:AlternateContent><mc:Choice>" + p("1/KH") + "</mc:Choice>"
    f"<mc:Fallback>{p('1/KH')}<w:p>{TEXT_BOX}</w:p></mc:Fallback></mc:AlternateContent>" + BODY,
    "old letters": "<w:p><w:r><w:rPr><w:rFonts w:ascii='.VnTimeH'/></w:rPr><w:t>tèi mËt</w:t>"
    "</w:r></w:p>" + BODY,
    "letters of VNI": "<w:p><w:r><w:rPr><w:rFonts w:ascii='VNI-Times'/></w:rPr><w:t>MAÄT</w:t>"
    "</w:r></w:p>" + BODY,
    "a letter a line": "".join(map(p, "MẬT")) + BODY,
    "the last line": BODY + p("MẬT"),
}
PARTS = {
    "the header of pages": {"word/header1.xml": w("hdr", p("MẬT"))},
    "the first header": {"word/header3.xml": w("hdr", table([cell(p("UBND")), cell(p("Mật"))]))},
    "a water mark": {"word/header2.xml": w("hdr", f"<w:p>{WORD_ART}</w:p>")},
    "the footer of pages": {"word/footer1.xml": w("ftr", p("TỐI MẬT - Trang 1"))},
    "a number beside it": {
        "word/footer1.xml": w("ftr", f"<w:p>{run('MẬT')}<w:r><w:tab/></w:r>{run('2')}</w:p>")
    },
    "a footnote": {"word/footnotes.xml": w("footnotes", w("footnote", p("MẬT")))},
    "an endnote": {"word/endnotes.xml": w("endnotes", w("endnote", p("Tuyệt mật")))},
    "a comment": {"word/comments.xml": w("comments", w("comment", p("TỐI MẬT")))},
    "the title": core(title="MẬT"),
    "the subject": core(subject="Tuyệt mật"),
    "keywords": core(keywords="MẬT"),
    "the description": core(description="Độ mật: Tối mật"),
    "a property of our own": {
        "docProps/custom.xml": "<P><property name='Độ'><lpwstr>Mật</lpwstr></property></P>"
    },
    "a property's name": {
        "docProps/custom.xml": "<P><property name='TỐI MẬT'><i4>1</i4></property></P>"
    },
    "a diagram": {"word/diagrams/data1.xml": f"<d>{SHAPE}</d>"},
    "a chart": {"word/charts/chart1.xml": f"<c>{SHAPE}</c>"},
    "a document within": {"word/embeddings/a.docx": docx(p("TUYỆT MẬT") + BODY)},
    "a sheet within": {
        "word/embeddings/a.xlsx": packed(
            docx(p("a")), {"xl/sharedStrings.xml": "<s><t>MẬT</t></s>"}
        )
    },
    "drawn letters": {"word/media/a.svg": "<svg><text>MẬT</text></svg>"},
    "a drawing of another kind": {
        "word/media/a.emf": b"\1\0\0\0" + "TỐI MẬT".encode("utf-16-le") + b"\0\0"
    },
    "a building block": {"word/glossary/document.xml": w("document", p("MẬT"))},
}


def stamped_docx():
    """Each by what bears the stamp."""
    made = {name: docx(body) for name, body in BODIES.items()}
    return made | {name: packed(docx(BODY), part) for name, part in PARTS.items()}


def innocent_docx():
    """Each by what speaks of secrets in it."""
    degrees = [cell(p(words)) for words in ("TT", "Loại", "Tuyệt mật", "Tối mật", "Mật")]
    label = [cell(p(words)) for words in ("Số đến", "Trích yếu", "Độ mật")]
    row = [cell(p(words)) for words in ("1", "Kế hoạch tháng 5", "Mật")]
    lists = "".join(map(p, ("- Tuyệt mật", "- Tối mật", "- Mật")))
    tracked = f"<w:p><w:del><w:r><w:delText>chế độ </w:delText></w:r></w:del>{run('bảo mật')}</w:p>"
    return {
        "degrees over columns": docx(BODY + table(degrees)),
        "a register": docx(BODY + table(label, row)),
        "a list of degrees": docx(BODY + lists + p("2. Giữ gìn.")),
        "a sentence with a deletion": docx(BODY + tracked),
        "a title about it": packed(docx(BODY), core(title="Kế hoạch bảo vệ bí mật nhà nước")),
        "keywords about it": packed(
            docx(BODY), core(keywords="bảo mật, bí mật nhà nước, mật khẩu")
        ),
        "a header about it": packed(
            docx(BODY), {"word/header1.xml": w("hdr", p("BẢO MẬT THÔNG TIN"))}
        ),
        "a note about it": packed(
            docx(BODY), {"word/footnotes.xml": w("footnotes", p("Độ mật là mức."))}
        ),
        "a style of that name": packed(
            docx(BODY), {"word/styles.xml": w("styles", "<w:style w:styleId='Mật'/>")}
        ),
        "a remark about it": packed(
            docx(BODY), {"word/comments.xml": w("comments", p("Có mật không?"))}
        ),
    }


def stamped_html():
    """Pages, each by what bears the stamp."""
    shown = {
        "a paragraph": "<p>MẬT</p>",
        "parted letters": "<p><span>M</span><b>Ậ</b><i>T</i></p>",
        "spaced letters": "<p>T&nbsp;Ố&nbsp;I&nbsp;&nbsp;M&nbsp;Ậ&nbsp;T</p>",
        "a letter a block": "<div>M</div><div>Ậ</div><div>T</div>",
        "entities": "<p>M&#7852;T</p>",
        "a cell": "<table><tr><td>UBND</td><td>MẬT</td></tr></table>",
        "a frame": "<table border=1><tr><td>TUYỆT MẬT</td></tr></table>",
        "a picture's name": '<img src="x" alt="MẬT">',
        "a hint": '<p title="Tối mật">a</p>',
        "a remark": "<!-- MẬT -->",
        "a hidden part": '<div style="display:none">TUYỆT MẬT</div>',
        "what Word hides": '<p style="mso-hide:all">MẬT</p>',
        "a header of pages": '<div style="mso-element:header"><p>MẬT</p></div>',
        "a comment": '<div style="mso-element:comment"><p>MẬT</p></div>',
        "a drawing": "<svg><text>MẬT</text></svg>",
        "parted letters drawn": "<svg><text><tspan>TỐI</tspan> <tspan>MẬT</tspan></text></svg>",
        "a style": "<style>p:before{content:'MẬT'}</style>",
        "a style of its own": "<p style=\"content:'TỐI MẬT'\">a</p>",
        "what was deleted": "<del>TỐI MẬT</del>",
        "what needs no script": "<noscript><p>MẬT</p></noscript>",
        "a field": '<input value="MẬT">',
        "a field with its label": "<p><label>Độ mật:</label> <b>Mật</b></p>",
        "a heading": "<h1>TỐI MẬT</h1>",
        "a line break": "<p>Số: 1/KH<br>MẬT</p>",
        "turned round": "<p><bdo dir=rtl>TẬM</bdo></p>",
        "small capitals": '<p style="font-variant:small-caps">Tuyệt mật</p>',
    }
    heads = {
        "the title": "<title>MẬT</title>",
        "keywords": '<meta name="keywords" content="Tuyệt mật">',
    }
    page = '<html><head><meta charset="utf-8">{}</head><body>{}<p>KẾ HOẠCH</p></body></html>'
    made = {name: page.format("", words).encode() for name, words in shown.items()}
    return made | {name: page.format(words, "").encode() for name, words in heads.items()}


def innocent_html():
    """Pages that speak of secrets."""
    page = '<html><head><meta charset="utf-8">{}</head><body>{}<p>KẾ HOẠCH</p></body></html>'
    return {
        "a title": page.format("<title>Bảo vệ bí mật nhà nước</title>", "").encode(),
        "a script": page.format("<script>var a='MẬT'</script>", "").encode(),
        "a password": page.format("", '<input placeholder="Mật khẩu">').encode(),
        "a hint": page.format("", '<a title="Bảo mật">a</a>').encode(),
        "a remark": page.format("<!-- bảo mật -->", "").encode(),
        "a list": page.format(
            "", "<ol><li>Tuyệt mật</li><li>Tối mật</li><li>Mật</li></ol>"
        ).encode(),
    }


def stamped_pdf():
    """Pages with the stamp at several places."""
    lines = [
        (90, 780, "UBND XA"),
        (90, 700, "KE HOACH"),
        (90, 650, "Tuyen truyen ve bien, dao que huong"),
    ]
    return {
        "a line": pdf([*lines, (90, 740, "MẬT")]),
        "beside the number": pdf([*lines, (90, 740, "Số: 1/KH"), (300, 740, "TỐI MẬT")]),
        "close beside the number": pdf([*lines, (90, 740, "Số: 1/KH"), (148, 740, "TỐI MẬT")]),
        "spaced letters": pdf(
            [*lines, *((90 + 30 * n, 740, letter) for n, letter in enumerate("MAT"))]
        ),
        "down the page": pdf(
            [*lines, *((500, 740 - 14 * n, letter) for n, letter in enumerate("MAT"))]
        ),
        "letter by letter at a slant": pdf([*lines, *_slanted("TUYET"), *_slanted("MAT", 420)]),
        "turned": _turned([*lines, (300.0000001, 300, "TUYỆT MẬT")]),
        "the head of page two": pdf(lines, [(300, 820, "MẬT"), (90, 700, "Trang hai")]),
        "the foot of page two": pdf(lines, [(90, 700, "Trang hai"), (90, 30, "Tối mật")]),
        "the last page": pdf(lines, lines, lines, [*lines, (90, 400, "TUYỆT MẬT")]),
        "twice": pdf([*lines, (90, 740, "MẬT"), (90.4, 740, "MẬT")]),
    }


def _slanted(words, start=300):
    return [(start + 12 * n, start + 12 * n, letter) for n, letter in enumerate(words)]


def _turned(lines):
    """A page on which what stands at a place with many digits is set at a slant."""
    plain, turned = b"300.0000001 300 Td", b"1 1 -1 1 300 9 Tm"
    return pdf(lines).replace(plain, turned.ljust(len(plain)))
