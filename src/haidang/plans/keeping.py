"""What a reading gives beside its tasks, as rows: sentences, targets, places of the original."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any, TypeVar

from haidang.plans.enums import Certainty
from haidang.plans.models import Item, Original, Plan, Target, Task
from haidang.plans.proposing import section_labels
from haidang.text.blocks import Certainty as Reliability
from haidang.text.blocks import Place, Reading
from haidang.text.blocks import Target as Read

Stretch = TypeVar("Stretch", Item, Task)
NEAR = 8  # tasks before a place that may still reach over it


def add_items(plan: Plan, reading: Reading) -> list[Item]:
    """Add the sentences and the stretches between them, which cover the text exactly."""
    labels = section_labels(reading.sections)
    return Item.objects.bulk_create(
        Item(
            plan=plan,
            ordinal=ordinal,
            start=span.start,
            end=span.end,
            bucket=span.bucket.value,
            is_sentence=span.sentence,
            section=labels.at(span.start) if span.sentence else "",
        )
        for ordinal, span in enumerate(reading.spans, start=1)
    )


def add_targets(
    plan: Plan, read: Sequence[Read], items: Sequence[Item], tasks: Sequence[Task]
) -> None:
    """Add the targets, each with its sentence and the task that rests on its words, if one does."""
    ordered = sorted(tasks, key=lambda task: task.start)
    Target.objects.bulk_create(
        Target(
            plan=plan,
            item=nearest(items, target.start, target.end),
            task=nearest(ordered, target.start, target.end),
            text=target.text,
            start=target.start,
            end=target.end,
            quantity=target.quantity,
            upper=target.upper,
            measure=(target.measure or "")[:100],
            bound=target.bound.value,
            scope=(target.scope or "")[:500],
            year=target.year,
            certainty=_certainty(target),
        )
        for target in read
    )


def add_original(plan: Plan, places: Sequence[Place]) -> None:
    """Add where the text stands in its file."""
    rows = [
        [at.start, at.end, at.where, at.cell, at.is_recognised, at.page, at.box] for at in places
    ]
    pages = max((place.page or 0 for place in places), default=0)
    Original.objects.create(plan=plan, places=rows, pages=pages)


def facts_of(reading: Reading) -> dict[str, Any]:
    """What stands around the body, as plain values that JSON can hold."""
    return {
        **asdict(reading.header),
        "legal_bases": [asdict(basis) for basis in reading.legal_bases],
        "references": [asdict(reference) for reference in reading.references],
        "sections": [asdict(section) for section in reading.sections],
        "recipients": list(reading.recipients),
        "signature": asdict(reading.signature),
    }


def nearest(stretches: Sequence[Stretch], start: int, end: int) -> Stretch | None:
    """The stretch that shares most with a place, of those in order of their beginnings."""
    last = bisect_left(stretches, end, key=lambda one: one.start)
    first = max(0, bisect_right(stretches, start, key=lambda one: one.start) - NEAR)
    shared = {one.pk: min(one.end, end) - max(one.start, start) for one in stretches[first:last]}
    most = max(stretches[first:last], key=lambda one: shared[one.pk], default=None)
    return most if most and shared[most.pk] > 0 else None


def _certainty(target: Read) -> Certainty:
    return Certainty.HIGH if target.certainty is Reliability.HIGH else Certainty.LOW
