"""Numbers of official papers: 99/KH-UBND, 49/2024/NĐ-CP, 83/2025/QH15."""

import re

from haidang.broadcast.speaking.abbreviations import BODIES, PAPERS
from haidang.broadcast.speaking.numbers import whole

_LETTERS = "A-ZĐƯ"
PAPER = rf"\d+ ?/(?:\d{{4}}/)?[{_LETTERS}][{_LETTERS}a-z]*\d*(?:[-–&][{_LETTERS}][{_LETTERS}a-z]*)*"
_PAPER = re.compile(r"(\d+) ?/(?:(\d{4})/)?(.+)")
_ASSEMBLY = re.compile(r"(QH|UBTVQH)(\d+)")


def paper(written: str, before: str) -> str | None:
    """The number of a paper, its kind and whose it is; None where a part of it is not known.

    `before` are the words before it: "Kế hoạch số 99/KH-UBND" says the kind only once.
    """
    found = _PAPER.fullmatch(written)
    if found is None:
        return None
    number, year, symbol = found.groups()
    head = whole(int(number)) + (f" năm {whole(int(year))}" if year else "")
    if assembly := _ASSEMBLY.fullmatch(symbol):
        return f"{head} của {BODIES[assembly[1]]} khóa {whole(int(assembly[2]))}"
    kind, _, rest = symbol.replace("–", "-").partition("-")
    if not rest and kind in BODIES:
        return f"{head} của {BODIES[kind]}"
    if kind in BODIES and kind not in PAPERS:
        return f"{head} của {BODIES[kind]}"  # what follows is the room that wrote it
    return _of_kind(head, kind, rest, before)


def _of_kind(head: str, kind: str, rest: str, before: str) -> str | None:
    if kind not in PAPERS:
        return None
    bodies = [BODIES.get(part) for part in rest.split("-")] if rest else []
    if None in bodies[:1]:
        return None
    whose = f" của {bodies[0]}" if bodies else ""
    name = PAPERS[kind]
    is_said = name.casefold() in before[-40:].casefold()
    return f"{head}{whose}" if is_said else f"{head}, {name}{whose}"
