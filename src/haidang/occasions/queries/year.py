"""The days of an authority's year. However many occasions there are, four questions answer it."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import QuerySet

from haidang.occasions.days import Day
from haidang.occasions.enums import Kind, Step
from haidang.occasions.falling import falls_in
from haidang.occasions.models import Choice, Confirmation, Occasion, Threshold
from haidang.occasions.models.occasion import above_and
from haidang.orgs.models import Unit
from haidang.prepared import prepared
from haidang.text.habits import USUAL, Habits


@dataclass(frozen=True, slots=True)
class _Known:
    """What an authority said about its occasions."""

    confirmed: dict[tuple[int, int], Confirmation]
    choices: dict[int, Choice]
    step: int
    habits: Habits

    def day_of(self, occasion: Occasion, year: int) -> list[Day]:
        """The days of one occasion in one year: as confirmed, or else as computed."""
        chosen = self.choices.get(occasion.pk)
        lead = chosen.lead_days if chosen else None
        lead = occasion.lead_days if lead is None else lead
        if said := self.confirmed.get((occasion.pk, year)):
            return [Day(occasion, said.on, said.until, "", said, lead, self.habits)]
        falls = falls_in(occasion, year)
        return [Day(occasion, *fall, None, lead, self.habits) for fall in falls]

    def is_shown(self, day: Day) -> bool:
        """Relations are spoken of in the years that the authority named; all else every year."""
        since = day.occasion.since_year
        if since is not None and since > day.on.year:
            return False
        if day.occasion.kind != Kind.RELATION:
            return True
        return day.years is not None and day.years % self.step == 0

    def is_hidden(self, occasion: Occasion) -> bool:
        """Whether the authority does not want to see it."""
        chosen = self.choices.get(occasion.pk)
        return chosen is not None and chosen.is_hidden


def year_of(authority: Unit, year: int, habits: Habits = USUAL) -> list[Day]:
    """The days of a year for an authority, in order; none outside 1900–2100."""
    return days_between(authority, dt.date(year, 1, 1), dt.date(year, 12, 31), habits)


def days_between(
    authority: Unit, first: dt.date, last: dt.date, habits: Habits = USUAL
) -> list[Day]:
    """The days for an authority that lie between two days, whole or in part, in order."""
    known = _known(authority, first.year - 1, last.year, habits)
    concerning = _concerning(authority.pk, above_and(authority))
    shown = [one for one in concerning if not known.is_hidden(one)]
    days = [
        day
        for year in range(first.year - 1, last.year + 1)
        for occasion in shown
        for day in known.day_of(occasion, year)
        if day.on <= last and day.until >= first and known.is_shown(day)
    ]
    return sorted(days, key=lambda day: (day.on, day.until, day.occasion.pk))


def next_of(authority: Unit, day: dt.date, days: int = 30, habits: Habits = USUAL) -> list[Day]:
    """What an authority has before it in the coming days, today included."""
    return days_between(authority, day, day + dt.timedelta(days), habits)


def day_of(authority: Unit, occasion: Occasion, year: int, habits: Habits = USUAL) -> Day | None:
    """One occasion in a year, hidden or not; None where the year has no such day."""
    days = _known(authority, year, year, habits).day_of(occasion, year)
    return days[0] if days else None


def hidden_of(authority: Unit) -> list[Occasion]:
    """The occasions that an authority does not want to see."""
    hidden = Choice.objects.filter(authority=authority, is_hidden=True)
    return list(Occasion.objects.of(authority).filter(pk__in=hidden.values("occasion")))


def step_of(authority: Unit) -> Step:
    """Which anniversaries of relations an authority wants to see."""
    kept = _thresholds(authority.pk)
    return Step(kept[0]) if kept else Step.FIVE


def _known(authority: Unit, first: int, last: int, habits: Habits) -> _Known:
    above = above_and(authority)
    # The authority's own word comes after, and so over, that of those above it.
    nearest_last = sorted(_said(above, first, last), key=lambda one: above.index(one.authority_id))
    return _Known(
        confirmed={(one.occasion_id, one.year): one for one in nearest_last},
        choices={one.occasion_id: one for one in _choices(authority.pk)},
        step=step_of(authority),
        habits=habits,
    )


@prepared
def _concerning(authority: int, above: list[int]) -> QuerySet[Occasion]:
    return Occasion.objects.concerning(authority, above)


@prepared
def _said(authorities: list[int], first: int, last: int) -> QuerySet[Confirmation]:
    said = Confirmation.objects.filter(authority__in=authorities, year__gte=first, year__lte=last)
    return said.select_related("by__unit")


@prepared
def _choices(authority: int) -> QuerySet[Choice]:
    return Choice.objects.filter(authority=authority)


@prepared
def _thresholds(authority: int) -> QuerySet[Threshold, int]:
    return Threshold.objects.filter(authority=authority).values_list("step", flat=True)
