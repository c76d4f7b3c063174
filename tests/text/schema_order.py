"""The order that ECMA-376 asks of the properties in a .docx (Part 1, 17.3, 17.4, 17.6)."""

from lxml import etree

from tests.text.flawed import parts_of

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr "
    "suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct "
    "topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind "
    "contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint "
    "noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect "
    "bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW "
    "jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption "
    "tblDescription tblPrChange",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection "
    "tcFitText vAlign hideMark headers cellIns cellDel cellMerge tcPrChange",
    "trPr": None,  # any order
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc "
    "pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi "
    "rtlGutter docGrid printerSettings sectPrChange",
    "tbl": "bookmarkStart bookmarkEnd tblPr tblGrid tr",
    "pBdr": "top left bottom right between bar",
}


def disorder(data):
    """Where the parts of a .docx do not keep to the order, or have a child that does not belong."""
    found = []
    for name, content in parts_of(data).items():
        if name.endswith(".xml") and name.startswith("word/"):
            tree = etree.fromstring(content)
            for parent, order in ORDERS.items():
                for element in tree.iter(f"{W}{parent}") if order else ():
                    found += [f"{name}: {parent}: {wrong}" for wrong in _wrong(element, order)]
    return found


def _wrong(element, order):
    places = order.split()
    names = [etree.QName(child).localname for child in element if child.tag.startswith(W)]
    unknown = [name for name in names if name not in places]
    known = [places.index(name) for name in names if name in places]
    return unknown + ([" ".join(names)] if known != sorted(known) else [])
