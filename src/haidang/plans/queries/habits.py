"""How an authority reads its own words."""

import datetime as dt

from django.db.models import QuerySet

from haidang.orgs.models import Unit
from haidang.plans.models import Habits
from haidang.prepared import prepared
from haidang.text import habits as reading


def habits_of(unit: Unit) -> reading.Habits:
    """What an authority means where words can be read in two ways; the stricter unless it said."""
    for kept in _kept(unit.pk):
        return _as_read(kept)
    return reading.USUAL


@prepared
def _kept(unit: int) -> QuerySet[Habits]:
    return Habits.objects.filter(unit=unit)


def _as_read(kept: Habits) -> reading.Habits:
    same_day, day_before = reading.BeforeDay.SAME_DAY, reading.BeforeDay.DAY_BEFORE
    return reading.Habits(
        before_day_is=same_day if kept.includes_named_day else day_before,
        days_off=frozenset(map(dt.date.fromisoformat, kept.days_off)),
        workdays=frozenset(map(dt.date.fromisoformat, kept.workdays)),
    )
