"""A week without its dates: what a copy and a template take along of each programme."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from haidang.broadcast.models import Part, Slot, Week
from haidang.broadcast.sittings import comes_round, days_of

KEPT = ("kind", "title", "language", "seconds", "relay")


def weekly_of(parts: Iterable[Part]) -> list[dict[str, Any]]:
    """Programmes by weekday. A bulletin is of its day and stays behind; music comes along."""
    return [
        {
            "weekday": part.on.isoweekday(),
            "slot": part.slot_id,
            "name": part.slot.name,
            "ordinal": part.ordinal,
            "recording": part.recording_id,
            **{name: getattr(part, name) for name in KEPT},
        }
        for part in parts
    ]


def placed(
    week: Week,
    weekly: Sequence[Mapping[str, Any]],
    slots: Sequence[Slot],
    *,
    full: Iterable[tuple[int, dt.date]],
    playable: Iterable[int],
) -> Iterator[Part]:
    """The programmes of a week made from those, unsaved, in sittings that nobody began to fill.

    A slot that is no more is looked for by its name; recordings that are not `playable` any more
    are left away, their programmes stay.
    """
    taken, sounds = set(full), set(playable)
    days = days_of(week.monday)
    for row in sorted(weekly, key=lambda row: (row["weekday"], row["ordinal"])):
        on = days[row["weekday"] - 1]
        slot = _slot_for(row, on, slots)
        if slot is None or (slot.pk, on) in taken:
            continue
        recording = row.get("recording")
        yield Part(
            week=week,
            slot=slot,
            on=on,
            ordinal=row["ordinal"],
            recording_id=recording if recording in sounds else None,
            **{name: row[name] for name in KEPT},
        )


def _slot_for(row: Mapping[str, Any], on: dt.date, slots: Sequence[Slot]) -> Slot | None:
    near = [slot for slot in slots if comes_round(slot, on)]
    same = (slot for slot in near if slot.pk == row["slot"])
    return next(same, None) or next((slot for slot in near if slot.name == row["name"]), None)
