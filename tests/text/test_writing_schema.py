"""Our WordprocessingML keeps the order of elements that ECMA-376 has, which strict readers ask."""

import io
import zipfile

import pytest
from lxml import etree

from haidang.text.writing import write_docx
from tests.text.typed import SAMPLES

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# ECMA-376, part 1: the sequences of wml.xsd, as far as we write of them
ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs spacing ind "
    "jc outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b bCs i iCs caps color spacing sz szCs u lang",
    "pBdr": "top left bottom right between bar",
    "tblPr": "tblStyle tblW jc tblInd tblBorders tblLayout tblCellMar tblLook",
    "tblBorders": "top left bottom right insideH insideV",
    "tblCellMar": "top left bottom right",
    "tcPr": "tcW gridSpan vMerge tcBorders shd tcMar vAlign",
    "trPr": "cantSplit tblHeader",
    "tbl": "tblPr tblGrid tr",
    "tc": "tcPr p",
    "sectPr": "headerReference footerReference type pgSz pgMar pgNumType titlePg",
    "style": "name basedOn next uiPriority semiHidden unhideWhenUsed qFormat pPr rPr tblPr",
    "styles": "docDefaults latentStyles style",
    "settings": "zoom defaultTabStop characterSpacingControl compat themeFontLang decimalSymbol "
    "listSeparator",
}  # fmt: skip


def parts_of(data):
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {
            name: etree.fromstring(package.read(name))
            for name in package.namelist()
            if name.endswith((".xml", ".rels"))
        }


@pytest.mark.parametrize("name", ["quyết định", "kế hoạch", "công văn", "biên bản"])
def test_elements_stand_in_the_order_of_the_schema(name):
    for part in parts_of(write_docx(SAMPLES[name])).values():
        for element in part.iter(f"{W}*"):
            order = ORDERS.get(element.tag.removeprefix(W), "").split()
            if order:
                names = [child.tag.removeprefix(W) for child in element]
                assert set(names) <= set(order), (element.tag, names)
                assert names == sorted(names, key=order.index), element.tag


@pytest.mark.parametrize("name", ["công văn", "quyết định"])
def test_every_relation_leads_to_a_part_and_every_part_has_a_type(name):
    parts = parts_of(write_docx(SAMPLES[name]))

    types = {e.get("PartName", "").lstrip("/") for e in parts["[Content_Types].xml"]}
    targets = {e.get("Target") for e in parts["word/_rels/document.xml.rels"]}
    assert {f"word/{target}" for target in targets} <= types
    assert types - {""} <= set(parts)
    ids = {e.get("Id") for e in parts["word/_rels/document.xml.rels"]}
    used = {
        value
        for element in parts["word/document.xml"].iter()
        for key, value in element.attrib.items()
        if key.endswith("/relationships}id")
    }
    assert used <= ids


def test_a_cell_and_a_body_end_with_a_paragraph():
    body = parts_of(write_docx(SAMPLES["biên bản"]))["word/document.xml"][0]

    assert all(cell[-1].tag == f"{W}p" for cell in body.iter(f"{W}tc"))
    assert [child.tag for child in body[-2:]] == [f"{W}p", f"{W}sectPr"]
