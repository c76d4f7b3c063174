"""The hours of a station, and the rules that hours are held against."""

import datetime as dt
from dataclasses import replace

from django.db import transaction

from haidang import clock
from haidang.activities.facts import one_line
from haidang.broadcast import rules
from haidang.broadcast import station_checks as checks
from haidang.broadcast.commands.stations import NOT_YOURS
from haidang.broadcast.hours_given import GIVEN
from haidang.broadcast.models import HoursRule, Release, Slot, Station
from haidang.broadcast.station_facts import (
    ALL_DAYS,
    RuleFacts,
    SlotFacts,
    rule_words,
    slot_facts,
    slot_words,
)
from haidang.documents.stamps import refuse_stamped
from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.ledger.commands import record
from haidang.orgs.models import User
from haidang.plans.changes import differences

WEEK = dt.timedelta(days=7)
HOURS = ("starts_at", "minutes", "weekdays", "valid_from")


@transaction.atomic
def add_slot(*, station: Station, facts: SlotFacts, by: User) -> Slot:
    """Let a station speak at one more time of day.

    Refuses with NotAllowed, WrongState where the station is not used any more, and Incomplete
    where the hours meet others, over midnight too, or those of a released week.
    """
    station = _station(station, by)
    slot = Slot(station=station)
    _take(slot, facts)
    slot.save(force_insert=True)
    record("add_slot", target=slot, by=by, station=str(station), **slot_words(slot))
    return slot


@transaction.atomic
def change_slot(*, slot: Slot, facts: SlotFacts, by: User) -> Slot:
    """Change a time of day at which a station speaks, or the last day of it.

    Refuses with NotAllowed, Incomplete, and with WrongState who would move hours that a released
    week holds: those end on a day, and others begin.
    """
    slot = _in_hand(slot, by)
    before, stood = slot_words(slot), slot_facts(slot)
    moves = any(getattr(facts, name) != getattr(stood, name) for name in HOURS)
    if moves and _is_released(slot):
        raise WrongState(
            "Khung giờ này có trong lịch đã phát hành nên không đổi giờ được."
            " Đặt ngày cuối cho khung này rồi thêm khung mới."
        )
    _take(slot, facts)
    slot.save()
    changes = differences(before, slot_words(slot))
    record("change_slot", target=slot, by=by, changes=changes, station=str(slot.station))
    return slot


@transaction.atomic
def end_slot(*, slot: Slot, on: dt.date, by: User) -> Slot:
    """Let a time of day be no more after a day. Refuses with NotAllowed and Incomplete."""
    slot = _in_hand(slot, by)
    before = slot_words(slot)
    _take(slot, replace(slot_facts(slot), valid_to=on))
    slot.save(update_fields=["valid_to"])
    changes = differences(before, slot_words(slot))
    record("end_slot", target=slot, by=by, changes=changes, station=str(slot.station))
    return slot


@transaction.atomic
def keep_hours_rule(
    *, facts: RuleFacts, by: User | None, rule: HoursRule | None = None
) -> HoursRule:
    """Write down a rule for hours, or other figures of one; stations under it are not changed.

    Refuses with NotAllowed, and with Incomplete where a name or an hour is wrong, or taken.
    """
    if not rules.may_keep_rules(by):
        raise NotAllowed(rules.KEEPER_OF_RULES)
    refuse_stamped(name=facts.name, source=facts.source)
    facts = replace(facts, name=one_line(facts.name)[:100], source=one_line(facts.source)[:300])
    kept = _rule_in_hand(rule)
    others = HoursRule.objects.exclude(pk=kept.pk)
    if issues := checks.about_rule(facts, {one.name for one in others}):
        raise Incomplete(issues)
    before = rule_words(kept)
    for name in RuleFacts.__dataclass_fields__:
        setattr(kept, name, getattr(facts, name))
    kept.save()
    changes = differences(before, rule_words(kept))
    facts_kept = {"name": kept.name, "source": kept.source, "changes": changes}
    record("keep_hours_rule", target=kept, by=by, **facts_kept)
    return kept


def _rule_in_hand(rule: HoursRule | None) -> HoursRule:
    if rule is None:
        return HoursRule()
    return HoursRule.objects.select_for_update(no_key=True).get(pk=rule.pk)


@transaction.atomic
def load_hours_rules(*, by: User | None) -> list[HoursRule]:
    """Write down the rules that the product brings, those that are not there yet.

    Refuses with NotAllowed.
    """
    if not rules.may_keep_rules(by):
        raise NotAllowed(rules.KEEPER_OF_RULES)
    there = set(HoursRule.objects.values_list("name", flat=True))
    return [keep_hours_rule(facts=facts, by=by) for facts in GIVEN if facts.name not in there]


def _station(station: Station, by: User) -> Station:
    rows = Station.objects.select_for_update(no_key=True, of=("self",))
    station = rows.select_related("unit__acts_for").get(pk=station.pk)
    if not rules.may_keep_stations(by, station.unit):
        raise NotAllowed(NOT_YOURS)
    if station.is_retired:
        raise WrongState("Đài này không dùng nữa.")
    return station


def _in_hand(slot: Slot, by: User) -> Slot:
    """The slot as it stands; its station is locked, so that its hours change one at a time."""
    station = _station(slot.station, by)
    slot = Slot.objects.get(pk=slot.pk)
    slot.station = station
    return slot


def _is_released(slot: Slot) -> bool:
    """Whether a released week holds these hours: every release holds all hours of its week."""
    released = Release.objects.filter(station=slot.station_id, monday__gt=slot.valid_from - WEEK)
    if slot.valid_to:
        released = released.filter(monday__lte=slot.valid_to)
    return released.exists()


def _take(slot: Slot, facts: SlotFacts) -> None:
    refuse_stamped(name=facts.name)
    weekdays = "".join(day for day in ALL_DAYS if day in facts.weekdays)
    facts = replace(facts, name=one_line(facts.name)[:60], weekdays=weekdays)
    if issues := checks.about_slot(facts):
        raise Incomplete(issues)
    for name in SlotFacts.__dataclass_fields__:
        setattr(slot, name, getattr(facts, name))
    others = Slot.objects.filter(station=slot.station)
    if issues := list(checks.about_overlap(slot, others, _coming(slot.station))):
        raise Incomplete(issues)


def _coming(station: Station) -> list[Release]:
    """The newest release of each week that is not over."""
    since = clock.today() - WEEK
    rows = Release.objects.filter(station=station, monday__gt=since).order_by("monday", "number")
    return list({row.monday: row for row in rows}.values())
