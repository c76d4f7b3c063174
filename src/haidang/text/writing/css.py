"""The rules of paper.css that follow from the layout; the rest of that file is written by hand."""

from haidang.text.layout import COMPONENTS
from haidang.text.layout.component import BLACK, Component
from haidang.text.layout.page import SINGLE_LINE
from haidang.text.writing.grids import SIZES

ALIGN = {"left": "left", "centre": "center", "right": "right", "justify": "justify"}


def paper_rules() -> str:
    """One rule for each component, size and width; all units shrink with the page.

    Space above and below are margins, of which the greater counts, as in Word; cells have none.
    """
    sizes = (f".paper-size-{size}{{font-size:calc({size}*var(--pt))}}" for size in SIZES)
    widths = "".join(f".paper-w-{part}{{width:{part}%}}" for part in range(1, 101))
    return "\n".join((*map(_component_rule, COMPONENTS.values()), *sizes, widths)) + "\n"


def _component_rule(component: Component) -> str:
    space = "padding" if component.key.startswith("table-") else "margin"
    rules = {
        "font-size": None if component.key.startswith("table-") else _points(component.size),
        "font-weight": "700" if component.bold else "400",
        "font-style": "italic" if component.italic else None,
        "text-align": ALIGN[component.align],
        "line-height": f"{component.line * SINGLE_LINE:.3g}",
        f"{space}-top": _points(component.before) if component.before else None,
        f"{space}-bottom": _points(component.after) if component.after else None,
        "padding-left": _millimetres(component.indent) if component.indent else None,
        "color": f"#{component.colour}" if component.colour != BLACK else None,
        "text-indent": _millimetres(component.first_line) if component.first_line else None,
    }
    inside = ";".join(f"{name}:{value}" for name, value in rules.items() if value)
    return f".paper .paper-{component.key}{{{inside}}}"


def _points(size: float) -> str:
    return f"calc({size:g}*var(--pt))"


def _millimetres(length: float) -> str:
    return f"calc({length:.3g}*var(--mm))"
