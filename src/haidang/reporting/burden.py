"""What a report asks of its unit: how many items, how many were filled for it, how long it takes.

The minutes are a model, not a measurement: so long to look over what stands there, so long to type
a figure, so long to write a piece of prose. They are said as "about".
"""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from decimal import Decimal

from haidang.activities.enums import DERIVED
from haidang.reporting.models import Figure, Prose

LOOK, TYPE, MEND, WRITE, SEND = 15, 45, 90, 300, 60  # seconds


@dataclass(frozen=True, slots=True)
class Burden:
    """Items asked, items that the log filled, items the unit gave itself, and about how long."""

    asked: int
    filled: int
    typed: int
    minutes: int

    def plain(self) -> dict[str, int]:
        """As values, for what is kept when a report is sent."""
        return asdict(self)


def burden_of(rows: Iterable[Figure], prose: Iterable[Prose], sections: int) -> Burden:
    """The burden of a report: its figures, its words, and how many pieces of prose it asks for.

    A figure is filled while it says what the log says; prose while it begins with a suggestion.
    """
    figures, words = list(rows), list(prose)
    same = sum(is_untouched(row) for row in figures)
    suggested = sum(row.is_suggested or bool(row.sources) for row in words)
    to_type, to_write = len(figures) - same, max(sections - suggested, 0)
    seconds = same * LOOK + to_type * TYPE + suggested * MEND + to_write * WRITE + SEND
    asked = len(figures) + sections
    return Burden(asked, same + suggested, asked - same - suggested, -(-seconds // 60))


def is_untouched(row: Figure) -> bool:
    """Whether a figure says what the log says, and the log says something; or nobody types it."""
    if row.indicator.aggregation in DERIVED:
        return True
    return row.value is not None and row.logged > Decimal(0) and row.value == row.logged
