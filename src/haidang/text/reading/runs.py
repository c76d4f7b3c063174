"""Words that stand together on a line of a page."""

from dataclasses import dataclass


@dataclass(slots=True)
class Run:
    """Words that stand together on one line of a page; `bottom` is their base line."""

    left: float
    right: float
    bottom: float
    top: float
    words: str
