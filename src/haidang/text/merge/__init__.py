"""A document that comes back from a word processor, merged into the one that was stored.

Its words are taken over; figures keep the way to their records, and one that was changed by hand
is named (promises N8 and N13). What somebody else changed meanwhile is never overwritten.
"""

from haidang.text.merge.marked import OVERRIDDEN
from haidang.text.merge.merging import merge
from haidang.text.merge.outcome import ChangedFigure, Conflict, Merged, NotTaken, StandingFigure

__all__ = [
    "OVERRIDDEN",
    "ChangedFigure",
    "Conflict",
    "Merged",
    "NotTaken",
    "StandingFigure",
    "merge",
]
