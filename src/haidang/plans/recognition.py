"""Which unit or group the words of a document mean. Only looks; a doubtful name stays a phrase."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from haidang.orgs.models import Unit, UnitGroup
from haidang.plans.naming import name_key, slips_between

WORTH_SHOWING = 60.0  # of 100: how alike a name must be to be offered for choice

Named = Unit | UnitGroup


@dataclass(frozen=True, slots=True)
class Recognised:
    """What a phrase means; `is_exact` is false where it is only spelt nearly so."""

    unit: Unit | None = None
    group: UnitGroup | None = None
    is_exact: bool = False

    @property
    def is_found(self) -> bool:
        """Whether the phrase means one thing that we know."""
        return self.unit is not None or self.group is not None


NOTHING = Recognised()


class Gazetteer:
    """The names of an authority, of the units under it and of its groups, on one day.

    Others are left out: an authority sets tasks to nobody but these.
    """

    def __init__(self, seat: Unit, day: dt.date) -> None:
        self.seat = seat
        self.names: dict[str, set[Named]] = defaultdict(set)
        for unit in Unit.objects.on(day).below(seat).prefetch_related("aliases"):
            self._add(
                unit, unit.name, unit.short_name, *(alias.text for alias in unit.aliases.all())
            )
        for group in UnitGroup.objects.filter(parent=seat).prefetch_related("aliases"):
            self._add(group, group.name, *(alias.text for alias in group.aliases.all()))

    def recognise(self, phrase: str) -> Recognised:
        """The one unit or group that a phrase names, spelt exactly or nearly so; else nothing."""
        key = name_key(phrase)
        if key in self.names:
            return self._only_one(self.names[key], is_exact=True)
        slips = {name: slips_between(key, name) for name in self.names} if key else {}
        fewest = min((count for count in slips.values() if count is not None), default=None)
        near = (self.names[name] for name, count in slips.items() if count == fewest is not None)
        return self._only_one(set[Named]().union(*near), is_exact=False)

    def candidates(self, phrase: str, limit: int = 3) -> list[Named]:
        """What a phrase may mean, likeliest first, for a person to choose from."""
        alike = process.extract(
            name_key(phrase),
            list(self.names),
            scorer=fuzz.token_sort_ratio,
            score_cutoff=WORTH_SHOWING,
            limit=2 * limit,
        )
        found = [thing for name, _, _ in alike for thing in sorted(self.names[name], key=str)]
        return list(dict.fromkeys(found))[:limit]

    def _add(self, thing: Named, *names: str) -> None:
        # A text of a district says "Phòng … huyện" and leaves out which: its own.
        own = name_key(self.seat.place)
        for key in {name_key(name) for name in names}:
            self.names[key].add(thing)
            if own and key.endswith(f" {own}"):
                self.names[key.removesuffix(f" {own}")].add(thing)

    def _only_one(self, things: set[Named], *, is_exact: bool) -> Recognised:
        if len(things) != 1:
            return NOTHING
        (thing,) = things
        if isinstance(thing, Unit):
            return Recognised(unit=thing, is_exact=is_exact)
        return Recognised(group=thing, is_exact=is_exact)
