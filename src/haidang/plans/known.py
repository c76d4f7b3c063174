"""The names that an authority knows on one day: of its units, its groups, and of units before them.

A fixed number of questions, however many units there are. Others are left out: an authority sets
tasks to nobody but these.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable
from math import log

from django.db.models import Q

from haidang.orgs.models import Succession, Unit, UnitGroup, UnitKind
from haidang.orgs.naming import bare, name_key
from haidang.plans.meaning import Why
from haidang.plans.models import Owner

Names = dict[str, dict[Owner, Why]]


class KnownNames:
    """Keys of names with what bears them, and why: `names` for certain, `areas` and `former` not.

    `tails` are what a text of the authority leaves out or adds as it likes: "huyện Cầu Ngang",
    "huyện", "Cầu Ngang".
    """

    def __init__(self, seat: Unit, day: dt.date) -> None:
        self.seat = seat
        self.tails = _tails(seat)
        self.names: Names = defaultdict(dict)
        self.areas: Names = defaultdict(dict)
        self.former: Names = defaultdict(dict)
        units = list(Unit.objects.on(day).below(seat).prefetch_related("aliases"))
        own = UnitGroup.objects.filter(parent=seat)
        self.groups = list(own.prefetch_related("aliases", "kinds"))
        self.kinds = {name_key(kind.name): kind.pk for kind in UnitKind.objects.all()}
        self.sizes = Counter(unit.kind_id for unit in units if unit.parent_id == seat.pk)
        self.kinds_of = {group: self._existing_kinds(group) for group in self.groups}
        for unit in units:
            self._add_unit(unit)
        for group in self.groups:
            self._add(self.names, group, _names_of(group), Why.GROUP)
        self._add_former(units)
        self.spread = Counter(word for name in self.names for word in set(name.split()))
        self.bare_names: dict[str, set[Owner]] = defaultdict(set)
        for key, things in self.names.items():
            self.bare_names[bare(key)].update(things)

    def weight(self, words: Iterable[str]) -> float:
        """How much words tell names apart: one that stands in every name tells nothing."""
        return sum(log(1 + len(self.names) / (1 + self.spread[word])) for word in words)

    def _existing_kinds(self, group: UnitGroup) -> set[str]:
        return {kind.pk for kind in group.kinds.all() if self.sizes[kind.pk]}

    def _add_unit(self, unit: Unit) -> None:
        self._add(self.names, unit, [unit.name, unit.short_name], Why.NAME)
        self._add(self.names, unit, (alias.text for alias in unit.aliases.all()), Why.ALIAS)
        area = name_key(unit.area)
        for said in (area, *(self._shorter(area, unit) if unit == self.seat else ())):
            self.areas[said][unit] = Why.AREA

    def _add(self, names: Names, thing: Owner, written: Iterable[str], why: Why) -> None:
        # A text of a district says "Phòng … huyện" and leaves out which: its own.
        for key in filter(None, map(name_key, written)):
            for said in (key, *self._shorter(key, thing)):
                names[said].setdefault(thing, why)

    def _shorter(self, key: str, thing: Owner) -> Iterable[str]:
        area, level, place = self.tails
        if thing == self.seat:
            if place and key.endswith(f" {place}"):
                yield key.removesuffix(f" {place}")
        elif isinstance(thing, UnitGroup) or not key.endswith(f" {name_key(thing.area)}"):
            for tail in filter(None, (area, level, place)):
                shorter = key.removesuffix(f" {tail}")
                if shorter != key and " " in shorter:  # one word alone names nothing
                    yield shorter

    def _add_former(self, units: list[Unit]) -> None:
        """The names of units that ended, each standing for those that took over."""
        under = self.seat.path
        rows = Succession.objects.filter(
            Q(predecessor__path__startswith=under) | Q(successor__path__startswith=under)
        )
        heirs: dict[Unit, list[Unit]] = defaultdict(list)
        for row in rows.select_related("predecessor", "successor").prefetch_related(
            "predecessor__aliases"
        ):
            heirs[row.predecessor].append(row.successor)
        living = set(units)
        for old in heirs.keys() - living:
            written = [old.name, old.short_name, *(alias.text for alias in old.aliases.all())]
            for heir in _living_heirs(old, heirs, living):
                self._add(self.former, heir, written, Why.FORMER)


def _living_heirs(old: Unit, heirs: dict[Unit, list[Unit]], living: set[Unit]) -> Iterable[Unit]:
    """Those who took over from a unit, directly or after others, and exist on the day."""
    waiting, seen = list(heirs[old]), set[Unit]()
    while waiting:
        unit = waiting.pop()
        if unit in living:
            yield unit
        elif unit not in seen:
            seen.add(unit)
            waiting += heirs.get(unit, [])


def _tails(seat: Unit) -> tuple[str, str, str]:
    area, place = name_key(seat.area), name_key(seat.place)
    level = area.removesuffix(f" {place}") if place and area.endswith(f" {place}") else ""
    return area, level, place


def _names_of(group: UnitGroup) -> list[str]:
    return [group.name, *(alias.text for alias in group.aliases.all())]
