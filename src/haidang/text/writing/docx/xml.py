"""Small pieces of WordprocessingML: units, text, and the properties of paragraphs and letters."""

from xml.sax.saxutils import escape

from haidang.text.layout.component import BLACK, Align, Component

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = f'xmlns:w="{WORD}" xmlns:r="{RELATIONS}"'
SINGLE_LINE = 240  # Word counts lines in 240ths
ALIGN = {Align.LEFT: "left", Align.CENTRE: "center", Align.RIGHT: "right", Align.JUSTIFY: "both"}


def twips(mm: float) -> int:
    """Millimetres in Word's twentieths of a point."""
    return round(mm * 1440 / 25.4)


def style_id(component: Component) -> str:
    """The component's style as the file names it; Word shows `component.name`."""
    return "".join(part.capitalize() for part in component.key.split("-"))


def text_xml(text: str) -> str:
    """The text of a run, its spaces kept."""
    keep = ' xml:space="preserve"' if text != text.strip() or "  " in text else ""
    return f"<w:t{keep}>{escape(text)}</w:t>"


def size_xml(size: float) -> str:
    """A size of type, which Word counts in half points."""
    return f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>'


def letters_xml(component: Component) -> str:
    """The look of the letters; each is said outright, so that a heading style adds nothing."""
    bold, italic = (f'w:val="{int(on)}"' for on in (component.bold, component.italic))
    return (
        f"<w:rPr><w:b {bold}/><w:bCs {bold}/><w:i {italic}/><w:iCs {italic}/>"
        f"{_colour_xml(component)}{size_xml(component.size)}</w:rPr>"
    )


def _colour_xml(component: Component) -> str:
    return "" if component.colour == BLACK else f'<w:color w:val="{component.colour}"/>'


def paragraph_xml(component: Component) -> str:
    """How the paragraph stands: spacing, indents, alignment, outline level."""
    outline = f'<w:outlineLvl w:val="{component.outline - 1}"/>' if component.outline else ""
    return (
        f"<w:pPr>{'<w:keepNext/>' if component.keep_next else ''}"
        f'<w:spacing w:before="{round(component.before * 20)}"'
        f' w:after="{round(component.after * 20)}"'
        f' w:line="{round(component.line * SINGLE_LINE)}" w:lineRule="auto"/>'
        f'<w:ind w:left="{twips(component.indent)}" w:firstLine="{twips(component.first_line)}"/>'
        f'<w:jc w:val="{ALIGN[component.align]}"/>{outline}</w:pPr>'
    )
