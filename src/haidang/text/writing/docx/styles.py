"""The styles part: one real Word style for each component that the layout knows."""

from functools import cache

from haidang.text.layout import COMPONENTS
from haidang.text.layout.body import BODY
from haidang.text.layout.component import Component
from haidang.text.layout.page import FONT
from haidang.text.writing.docx.xml import (
    DECLARATION,
    NAMESPACES,
    letters_xml,
    paragraph_xml,
    size_xml,
    style_id,
)

RULE_STYLE = "RuleBelow"
BREAK_STYLE = "SectionEnd"
RULE_HEIGHT = 70  # twips
GAP_STYLE = "AfterTable"  # tables that touch would be read as one
GRID_STYLE = "BorderedTable"
CELL_MARGIN = 57  # 1 mm in twips; the grid's plan counts on it
SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


@cache
def styles_xml() -> str:
    """The styles part, made once."""
    own = "".join(_component_style(component) for component in COMPONENTS.values())
    return (
        f"{DECLARATION}<w:styles {NAMESPACES}>{_defaults()}{_base_styles()}{own}"
        f"{thin_style(RULE_STYLE, 'Đường kẻ bên dưới', RULE_HEIGHT)}"
        f"{thin_style(BREAK_STYLE, 'Kết thúc phần', 20)}"
        f"{thin_style(GAP_STYLE, 'Sau bảng', 120)}{_grid_style()}</w:styles>"
    )


def _defaults() -> str:
    return (
        "<w:docDefaults><w:rPrDefault><w:rPr>"
        f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
        f'<w:color w:val="000000"/>{size_xml(14)}'
        '<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="km-KH"/>'
        '</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/><w:spacing w:before="0"'
        ' w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
    )


def _base_styles() -> str:
    return (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
        '<w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>'
        '<w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr></w:style>"
    )


def _component_style(component: Component) -> str:
    own = int("heading" not in component.name)  # the other three are Word's, known to its pane
    following = f'<w:next w:val="{style_id(BODY)}"/>' if component.outline else ""
    return (
        f'<w:style w:type="paragraph" w:customStyle="{own}"'
        f' w:styleId="{style_id(component)}"><w:name w:val="{component.name}"/>'
        f'<w:basedOn w:val="Normal"/>{following}<w:qFormat/>'
        f"{paragraph_xml(component)}{letters_xml(component)}</w:style>"
    )


def thin_style(style: str, name: str, height: int) -> str:
    """An empty paragraph of an exact small height, in twips."""
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style}">'
        f'<w:name w:val="{name}"/><w:basedOn w:val="Normal"/><w:pPr>'
        f'<w:spacing w:line="{height}" w:lineRule="exact"/></w:pPr>'
        f"<w:rPr>{size_xml(1)}</w:rPr></w:style>"
    )


def _grid_style() -> str:
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for side in SIDES
    )
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{GRID_STYLE}">'
        '<w:name w:val="Bảng có kẻ"/><w:basedOn w:val="TableNormal"/><w:tblPr>'
        f"<w:tblBorders>{borders}</w:tblBorders><w:tblCellMar>"
        f'<w:left w:w="{CELL_MARGIN}" w:type="dxa"/><w:right w:w="{CELL_MARGIN}" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr></w:style>"
    )
