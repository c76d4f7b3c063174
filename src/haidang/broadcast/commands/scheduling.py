"""The working draft of a station's week: programmes placed, changed, moved and taken out."""

import datetime as dt
from collections.abc import Sequence

from django.db import transaction

from haidang.broadcast import part_checks as checks
from haidang.broadcast.models import Part, Slot, Station, Week
from haidang.broadcast.part_facts import PartFacts, completed, part_words, sitting_words
from haidang.broadcast.week_turns import (
    MOST,
    keep_week,
    monday_of,
    parts_at,
    renumber,
    week_in_hand,
)
from haidang.documents.stamps import refuse_stamped
from haidang.errors import Incomplete, Issue, WrongState
from haidang.orgs.models import User


@transaction.atomic
def add_part(
    *,
    station: Station,
    slot: Slot,
    on: dt.date,
    facts: PartFacts,
    by: User,
    seen: int | None = None,
) -> Part:
    """Place a programme at the end of a sitting.

    Refuses with NotAllowed, WrongState, Overtaken where the week was changed since, Incomplete.
    """
    week = week_in_hand(station, monday_of(on), by, seen)
    slot = Slot.objects.get(pk=slot.pk)  # as it is now: its hours may have ended since
    part = Part(week=week, slot=slot, on=on)
    # One that stands in the week already stays where it is; a new one must find its place open.
    _take(part, facts, checks.about_sitting(week.station, slot, on))
    part.ordinal = _room_in(part) + 1
    part.save(force_insert=True)
    keep_week("add_part", week, [[sitting_words(slot, on), "", part_words(part)]], by)
    return part


@transaction.atomic
def change_part(*, part: Part, facts: PartFacts, by: User, seen: int | None = None) -> Part:
    """Put other facts in place of those of a programme. Refuses as add_part does."""
    week, part = _in_hand(part, by, seen)
    before = part_words(part)
    _take(part, facts)
    part.save()
    keep_week("change_part", week, [[_place(part), before, part_words(part)]], by)
    return part


@transaction.atomic
def move_part(
    *,
    part: Part,
    slot: Slot,
    on: dt.date,
    by: User,
    ordinal: int | None = None,
    seen: int | None = None,
) -> Part:
    """Move a programme within its sitting or to another of its week, there to a place or the end.

    Refuses as add_part does.
    """
    week, part = _in_hand(part, by, seen)
    left, before = (part.slot, part.on), _place(part)
    if monday_of(on) != week.monday:
        raise Incomplete([Issue("other_week", "Chọn ngày trong tuần này.", "on")])
    slot = Slot.objects.get(pk=slot.pk)
    part.slot, part.on = slot, on
    if away := checks.about_sitting(week.station, slot, on):
        raise Incomplete(away)
    _room_in(part)
    part.save(update_fields=["slot", "on"])
    _order(week, part, ordinal)
    renumber(parts_at(week, *left))
    words = part_words(part)
    changes = [[before, words, ""], [_place(part), "", words]]
    keep_week("move_part", week, changes, by)
    return part


@transaction.atomic
def drop_part(*, part: Part, by: User, seen: int | None = None) -> Week:
    """Take a programme out of its week. Refuses with NotAllowed, WrongState and Overtaken."""
    week, part = _in_hand(part, by, seen)
    place = (part.slot, part.on)
    changes = [[_place(part), part_words(part), ""]]
    part.delete()
    renumber(parts_at(week, *place))
    keep_week("drop_part", week, changes, by)
    return week


def _in_hand(part: Part, by: User, seen: int | None) -> tuple[Week, Part]:
    """The week, locked, and the programme as it stands in it."""
    week = week_in_hand(part.week.station, part.week.monday, by, seen)
    found = week.parts.select_related("slot").filter(pk=part.pk).first()
    if found is None:
        raise WrongState("Chương trình này không còn trong lịch.")
    found.week = week
    return week, found


def _take(part: Part, facts: PartFacts, about_place: Sequence[Issue] = ()) -> None:
    refuse_stamped(title=facts.title)
    facts = completed(facts)
    if issues := [*about_place, *checks.about_part(facts, part.week.station)]:
        raise Incomplete(issues)
    for name in PartFacts.__dataclass_fields__:
        setattr(part, name, getattr(facts, name))


def _room_in(part: Part) -> int:
    """How many programmes are in the sitting. Refuses with Incomplete where it is crammed."""
    there = len([one for one in parts_at(part.week, part.slot, part.on) if one.pk != part.pk])
    if there >= MOST:
        message = f"Một khung giờ chứa nhiều nhất {MOST} chương trình."
        raise Incomplete([Issue("crammed", message, "slot")])
    return there


def _order(week: Week, part: Part, ordinal: int | None) -> None:
    others = [one for one in parts_at(week, part.slot, part.on) if one.pk != part.pk]
    at = len(others) if ordinal is None else max(0, ordinal - 1)
    part.ordinal = 0  # so that it is written wherever it comes to stand
    renumber([*others[:at], part, *others[at:]])


def _place(part: Part) -> str:
    return sitting_words(part.slot, part.on)
