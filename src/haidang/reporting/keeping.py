"""Saving the figures of a report that changed: most of them stand as they stood, most of the time.

An update of many rows with many fields is long SQL, and Django needs longer to write it than the
database to carry it out.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from haidang.reporting.models import Figure

FIELDS = ("logged", "value", "is_none", "estimate", "reason", "note", "saved_at")
Stood = Mapping[int, tuple[Any, ...]]


def as_they_stand(rows: Iterable[Figure]) -> Stood:
    """What figures say before a command changes them, by key."""
    return {row.pk: _said(row) for row in rows}


def save_changed(rows: Iterable[Figure], stood: Stood) -> None:
    """Save the figures that say something else than before, in one statement."""
    if changed := [row for row in rows if _said(row) != stood[row.pk]]:
        Figure.objects.bulk_update(changed, FIELDS)


def _said(row: Figure) -> tuple[Any, ...]:
    return tuple(getattr(row, name) for name in FIELDS)
