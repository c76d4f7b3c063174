"""Targets in a terminal: one line each, the quantity first."""

from collections.abc import Iterator
from decimal import Decimal

from haidang.text.blocks import Bound, Certainty, Reading, Target
from haidang.text.terminal.screen import Screen, clip
from haidang.text.understanding.words.folded import plain

_SIGNS = {
    Bound.EXACTLY: "",
    Bound.AT_LEAST: "≥ ",
    Bound.AT_MOST: "≤ ",
    Bound.ABOVE: "> ",
    Bound.BELOW: "< ",
    Bound.CHANGE: "",
}


def goals(reading: Reading, screen: Screen) -> Iterator[str]:
    """How many targets there are, then each of them; an unsure one has a question mark."""
    if not reading.targets:
        return
    yield ""
    yield screen.paint("1", f"{len(reading.targets)} chỉ tiêu")
    for target in reading.targets:
        unsure = " ?" if target.certainty is Certainty.LOW else ""
        yield clip(
            f"• {_amount(target)}{_year(target)}{unsure} — {plain(target.text)}", screen.width
        )


def _amount(target: Target) -> str:
    sign = "+" if target.bound is Bound.CHANGE and target.quantity > 0 else _SIGNS[target.bound]
    upper = f"–{_figures(target.upper)}" if target.upper is not None else ""
    return f"{sign}{_figures(target.quantity)}{upper} {target.measure or ''}".strip()


def _figures(number: Decimal) -> str:
    """The number with the signs of Vietnamese: "." parts thousands, "," decimals."""
    whole = f"{number.normalize():,f}"
    return whole.replace(",", " ").replace(".", ",").replace(" ", ".")


def _year(target: Target) -> str:
    return f" ({target.year})" if target.year else ""
