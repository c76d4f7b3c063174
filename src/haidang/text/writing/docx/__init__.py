"""An official document as a .docx: real styles, the decree's page, the same bytes each time.

The parts are written as text, which is quick and leaves no trace of a template of somebody else.
"""

from haidang.text.blocks import Document
from haidang.text.layout.page import Margins
from haidang.text.writing.docx.content import document_xml, foot_xml
from haidang.text.writing.docx.origin import with_origin
from haidang.text.writing.docx.package import packed
from haidang.text.writing.docx.parts import fixed_parts, properties_xml
from haidang.text.writing.docx.styles import styles_xml
from haidang.text.writing.sheets import sheets_of


def write_docx(document: Document, margins: Margins = Margins()) -> bytes:  # noqa: B008 frozen
    """The document laid out by NĐ 30/2020; equal documents give equal bytes, on any machine.

    Refuses uneven tables with UnevenTableError and unreadable dates with DateError.
    """
    sheets = sheets_of(document, margins)
    foot = sheets[0].foot
    feet = {"word/footer1.xml": foot_xml(foot), "word/footer2.xml": foot_xml(())} if foot else {}
    parts = {
        **fixed_parts(footed=bool(foot)),
        **feet,
        "docProps/core.xml": properties_xml(document.header, sheets[0].name),
        "word/document.xml": document_xml(sheets),
        "word/styles.xml": styles_xml(),
    }
    return packed(with_origin(parts, document))
