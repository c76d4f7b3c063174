"""docs/states.md: the states of things and the moves between them, drawn from every `enums.py`."""

import importlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from django.db.models import TextChoices

from haidang.console.installation import ROOT

PAGE = ROOT / "docs" / "states.md"
OPENING = "# States\n\nDrawn from every `*_MOVES` in `enums.py` by `./haidang fix`; do not edit.\n"
Moves = Mapping[TextChoices, frozenset[TextChoices]]


def stale() -> str:
    """What is wrong with the page: nothing where it shows the states of today."""
    if PAGE.exists() and PAGE.read_text("utf-8") == drawing():
        return ""
    return f"{PAGE.relative_to(ROOT)} không còn đúng: ./haidang fix"


def rewrite() -> None:
    """Draw the page anew."""
    PAGE.write_text(drawing(), "utf-8")


def drawing() -> str:
    """The whole page, one diagram for each table of moves."""
    diagrams = (_diagram(room, name, moves) for room, name, moves in _tables())
    return "\n".join([OPENING, *diagrams])


def _tables() -> Iterator[tuple[str, str, Moves]]:
    for path in sorted(Path(ROOT, "src", "haidang").glob("*/enums.py")):
        room = path.parent.name
        found = vars(importlib.import_module(f"haidang.{room}.enums"))
        for name in sorted(found):
            if name.endswith("_MOVES"):
                yield room, name, found[name]


def _diagram(room: str, name: str, moves: Moves) -> str:
    title = name.removesuffix("_MOVES").replace("_", " ").lower()
    first, *_ = moves
    lines = [f"## {title} ({room})\n", "```mermaid", "stateDiagram-v2"]
    lines += [f'    state "{state.label}" as {state.value}' for state in moves]
    lines.append(f"    [*] --> {first.value}")
    for state, reached in moves.items():
        lines += [f"    {state.value} --> {other.value}" for other in moves if other in reached]
        if not reached:
            lines.append(f"    {state.value} --> [*]")
    return "\n".join([*lines, "```", ""])
