"""Word files with what a reader does not see, built by hand for tests."""

import io
import zipfile

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
    'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>May tinh 07'
    "</dc:creator><cp:lastModifiedBy>May tinh 09</cp:lastModifiedBy></cp:coreProperties>"
)
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships'
    '+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/'
    'document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.'
    'document.main+xml"/></Types>'
)


def run(words, looks="", tag="t"):
    """A piece of text; `looks` is the inside of its properties."""
    properties = f"<w:rPr>{looks}</w:rPr>" if looks else ""
    return f'<w:r>{properties}<w:{tag} xml:space="preserve">{words}</w:{tag}></w:r>'


def docx(*paragraphs, comment="", parts=None):
    """A Word file of paragraphs that are written as XML."""
    body = "".join(f"<w:p>{paragraph}</w:p>" for paragraph in paragraphs)
    files = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": f'<Relationships xmlns="{RELS}"><Relationship Id="r1" Type="{OFFICE}/'
        'officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
        "docProps/core.xml": CORE,
        **(parts or {}),
    }
    if comment:
        files["word/comments.xml"] = (
            f'<w:comments {W}><w:comment w:id="0" w:author="May tinh 07"><w:p>{run(comment)}</w:p>'
            "</w:comment></w:comments>"
        )
        files["word/_rels/document.xml.rels"] = (
            f'<Relationships xmlns="{RELS}"><Relationship Id="r9" Type="{OFFICE}/comments" '
            'Target="comments.xml"/></Relationships>'
        )
    return zipped(files)


def xlsx(hidden="visible"):
    """A workbook of one sheet, shown or not."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return zipped(
        {
            "[Content_Types].xml": TYPES,
            "xl/workbook.xml": f'<workbook xmlns="{main}"><sheets><sheet state="{hidden}"/>'
            "</sheets></workbook>",
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData/></worksheet>',
        }
    )


def zipped(files):
    """The bytes of a package of parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return made.getvalue()


def part(content, name):
    """One part of a package, as text."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name).decode() if name in archive.namelist() else ""


DELETED = f'<w:del w:id="1" w:author="May tinh 07">{run("cũ", tag="delText")}</w:del>'
ADDED = f'<w:ins w:id="2" w:author="May tinh 07">{run("mới")}</w:ins>'
HIDDEN = run("ẩn", "<w:vanish/>")
