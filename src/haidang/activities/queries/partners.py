"""With whom a unit may do something together: its neighbours under the same authority."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Count, Q, QuerySet

from haidang import clock
from haidang.activities.models import Activity, Participation
from haidang.orgs.models import Unit
from haidang.orgs.models.unit import UnitQuerySet
from haidang.orgs.naming import bare, name_key
from haidang.prepared import prepared

USUAL = 6  # that are offered to be ticked; the others are named


@dataclass(slots=True)
class Named:
    """The units that somebody named, and the words that name none or several."""

    units: list[Unit] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)


def partners_of(unit: Unit, day: dt.date) -> UnitQuerySet:
    """Return the units that may take part: those beside a unit, the one above, those below."""
    return _near(unit.pk, [unit.parent_id] if unit.parent_id else [], day)


def near_to(unit: Unit, day: dt.date) -> list[Unit]:
    """The same as a list, by a question that was put into SQL once."""
    return _near_once(unit.pk, [unit.parent_id] if unit.parent_id else [], day)


def _near(unit: int, parents: list[int], day: dt.date) -> UnitQuerySet:
    near = Q(parent=unit) | Q(parent__in=parents) | Q(pk__in=parents)
    return Unit.objects.on(day).filter(near).exclude(pk=unit).order_by("kind__rank", "name")


@prepared
def _near_once(unit: int, parents: list[int], day: dt.date) -> QuerySet[Unit]:
    return _near(unit, parents, day)


def usual_partners(unit: Unit, near: Iterable[Unit]) -> list[Unit]:
    """Return of the neighbours those with whom a unit did most together, then the first; a few."""
    often = dict(_often(unit.pk))
    return sorted(near, key=lambda one: -often.get(one.pk, 0))[:USUAL]


@prepared
def _often(unit: int) -> QuerySet[Participation, tuple[int, int]]:
    joint = Participation.objects.filter(activity__unit=unit, activity__withdrawn_at=None)
    times = joint.values("unit").annotate(times=Count("pk")).order_by("-times")
    return times.values_list("unit", "times")[:USUAL]


def partners_named(near: Iterable[Unit], names: Iterable[str]) -> Named:
    """Find units by what people call them, with or without marks; part of a name is enough."""
    units, found = list(near), Named()
    for name in names:
        wanted = _keys(name)
        whole = [unit for unit in units if wanted in {_keys(n) for n in _names(unit)}]
        partly = whole or [unit for unit in units if any(wanted in _keys(n) for n in _names(unit))]
        if len(partly) == 1:
            found.units.append(partly[0])
        else:
            found.unknown.append(name)
    return found


def doers_of(activity: Activity) -> list[Unit]:
    """Return the host, then those who did it together with the host."""
    return [activity.unit, *activity.partners]


def successors_of(unit: Unit) -> list[Unit]:
    """Return the units that stand today in the place of one that ended; itself where it stands."""
    today, left, seen = clock.today(), [unit], {unit}
    standing: list[Unit] = []
    while left:
        one = left.pop()
        if one.valid_to is None or one.valid_to >= today:
            standing.append(one)
            continue
        later = set(Unit.objects.filter(origins__predecessor=one)) - seen
        seen |= later
        left += later
    return sorted(standing, key=lambda later: (later.name, later.pk))


def _names(unit: Unit) -> list[str]:
    return [name for name in (unit.name, unit.short_name, unit.grid_name, unit.area) if name]


def _keys(name: str) -> str:
    return bare(name_key(name))
