"""The components of the layout as the template wants them: sizes, edges of letters, spacing."""

from typing import Any

from haidang.text.layout.component import Component
from haidang.text.layout.page import SINGLE_LINE

Look = dict[str, Any]
# Shares of the size that one line of Times New Roman has above and below its base line; Word puts
# the gap between lines above
ABOVE_LINE = (1825 + 87) / 2048
BELOW_LINE = SINGLE_LINE - ABOVE_LINE


def look_of(component: Component) -> Look:
    """The look of a component, everything that is not the same in each of its lines."""
    return {
        "size": component.size,
        "weight": "bold" if component.bold else "regular",
        "style": "italic" if component.italic else "normal",
        "colour": component.colour,
        "align": component.align.value,
        "top": ABOVE_LINE,
        "bottom": -BELOW_LINE,
        "leading": round(component.size * SINGLE_LINE * (component.line - 1), 3),
        "first": component.first_line,
        "indent": component.indent,
    }


def look_key(component: Component) -> str:
    """The component's look by name; in a table it may stand in another size."""
    return f"{component.key}-{component.size:g}"
