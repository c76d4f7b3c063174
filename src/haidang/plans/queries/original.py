"""Where the words of a plan stand in the file that it was read from."""

from typing import Any

from haidang.plans.models import Original, Plan
from haidang.text.blocks import Place


def places_of(plan: Plan, start: int, end: int) -> list[Place]:
    """The places in the original that a stretch of text touches; none for a plan without any."""
    rows = Original.objects.filter(plan=plan).values_list("places", flat=True).first() or []
    return [_place(row) for row in rows if row[0] < end and row[1] > start]


def page_count(plan: Plan) -> int:
    """How many pages the original has; 0 where it has none, or none were kept."""
    return Original.objects.filter(plan=plan).values_list("pages", flat=True).first() or 0


def _place(row: list[Any]) -> Place:
    start, end, where, cell, is_recognised, page, box = row
    return Place(
        start,
        end,
        where,
        cell=(cell[0], cell[1], cell[2]) if cell else None,
        is_recognised=is_recognised,
        page=page,
        box=(box[0], box[1], box[2], box[3]) if box else None,
    )
