"""The parts of a .docx that are the same in every document, and its properties."""

from xml.sax.saxutils import escape

from haidang.text.blocks import Header
from haidang.text.layout.body import PAGE_NUMBER
from haidang.text.layout.page import FONT
from haidang.text.writing.docx.xml import DECLARATION, NAMESPACES, style_id
from haidang.text.writing.marks import cleaned

PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HEADER_RELATION = "rId1"
PARTS = (  # name in word/, relation, content type
    ("header1.xml", "header", "header"),
    ("styles.xml", "styles", "styles"),
    ("settings.xml", "settings", "settings"),
    ("fontTable.xml", "fontTable", "fontTable"),
)
FEET = (("footer1.xml", "footer", "footer"), ("footer2.xml", "footer", "footer"))
FOOT_RELATION, NO_FOOT_RELATION = f"rId{len(PARTS) + 1}", f"rId{len(PARTS) + 2}"
Named = tuple[tuple[str, str, str], ...]


def fixed_parts(*, footed: bool = False) -> dict[str, str]:
    """Every part that no document changes, by its name in the package."""
    parts = (*PARTS, *FEET) if footed else PARTS
    return {
        "[Content_Types].xml": _content_types(parts),
        "_rels/.rels": _relations(
            (f"{OFFICE}/relationships/officeDocument", "word/document.xml"),
            (f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "word/_rels/document.xml.rels": _relations(
            *((f"{OFFICE}/relationships/{relation}", name) for name, relation, _ in parts)
        ),
        "word/header1.xml": page_number_header(),
        "word/settings.xml": settings(),
        "word/fontTable.xml": _font_table(),
    }


def _content_types(parts: Named) -> str:
    overrides = "".join(
        f'<Override PartName="/word/{name}" ContentType="{WORD_TYPE}.{kind}+xml"/>'
        for name, _, kind in (*parts, ("document.xml", "", "document.main"))
    )
    return (
        f'{DECLARATION}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}'
        '<Override PartName="/docProps/core.xml"'
        ' ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
    )


def _relations(*targets: tuple[str, str]) -> str:
    items = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'{DECLARATION}<Relationships xmlns="{PACKAGE}/relationships">{items}</Relationships>'


def page_number_header() -> str:
    """The number of the page, centred in the top margin (Phụ lục I, mục I.7)."""
    field = "".join(
        f"<w:r>{inside}</w:r>"
        for inside in (
            '<w:fldChar w:fldCharType="begin"/>',
            '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>2</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
        )
    )
    return (
        f'{DECLARATION}<w:hdr {NAMESPACES}><w:p><w:pPr><w:pStyle w:val="{style_id(PAGE_NUMBER)}"/>'
        f"</w:pPr>{field}</w:p></w:hdr>"
    )


def settings() -> str:
    """No macros, no template, nothing fetched; the compatibility mode of Word 2013 and later."""
    return (
        f'{DECLARATION}<w:settings {NAMESPACES}><w:zoom w:percent="100"/>'
        '<w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:compat><w:compatSetting w:name="compatibilityMode"'
        ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="vi-VN"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>'
        "</w:settings>"
    )


def _font_table() -> str:
    return (
        f'{DECLARATION}<w:fonts {NAMESPACES}><w:font w:name="{FONT}">'
        '<w:panose1 w:val="02020603050405020304"/><w:charset w:val="00"/>'
        '<w:family w:val="roman"/><w:pitch w:val="variable"/></w:font></w:fonts>'
    )


def properties_xml(header: Header, title: str) -> str:
    """Title, subject, issuer and language; dated as the document is, so never by the clock."""
    date = header.date if header.date and len(header.date) == len("2024-11-25") else None
    days = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{date}T00:00:00Z</dcterms:{name}>'
        for name in ("created", "modified")
        if date
    )
    texts = {"dc:title": title, "dc:subject": header.title, "dc:creator": header.issuer}
    named = "".join(
        f"<{name}>{escape(cleaned(text))}</{name}>" for name, text in texts.items() if text
    )
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{named}<dc:language>vi-VN</dc:language>{days}</cp:coreProperties>"
    )
