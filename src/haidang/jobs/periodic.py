"""Work at set times: daily at an hour of Vietnam, or every so many minutes.

    @daily(at="07:30")
    @job()
    def send_digests(since: str | None) -> None: ...

A periodic job is told when it was started before this time, in ISO form. What was missed while
the machine was off is made up once; with several workers, one of them starts it.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from django.db import transaction
from django.utils import timezone

from haidang.jobs.backend import Job
from haidang.jobs.models import Rhythm

Periodic = Job[[str | None], None]


class Beat(Protocol):
    """When something is due again. Its text is kept: a changed beat starts anew."""

    def after(self, moment: dt.datetime) -> dt.datetime:
        """The first time that is due after a moment."""


@dataclass(frozen=True, slots=True)
class Daily:
    """Once a day, at an hour of Vietnam."""

    at: dt.time

    def after(self, moment: dt.datetime) -> dt.datetime:
        """The next such hour."""
        here = moment.astimezone(timezone.get_default_timezone())
        today = dt.datetime.combine(here.date(), self.at, here.tzinfo)
        return today if today > here else today + dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Every:
    """Every so many minutes, on the grid of the clock: 10 means at :00, :10, :20."""

    minutes: int

    def after(self, moment: dt.datetime) -> dt.datetime:
        """The next point of the grid."""
        step = self.minutes * 60
        return dt.datetime.fromtimestamp((int(moment.timestamp()) // step + 1) * step, dt.UTC)


class Entry(NamedTuple):
    """A job and its beat."""

    beat: Beat
    job: Periodic


registry: dict[str, Entry] = {}


def daily(*, at: str) -> Callable[[Periodic], Periodic]:
    """Start a job every day at an hour of Vietnam, such as "07:30"."""
    return _registered(Daily(dt.time.fromisoformat(at)))


def every(*, minutes: int) -> Callable[[Periodic], Periodic]:
    """Start a job every so many minutes."""
    return _registered(Every(minutes))


def _registered(beat: Beat) -> Callable[[Periodic], Periodic]:
    def register(job: Periodic) -> Periodic:
        registry[job.module_path] = Entry(beat, job)
        return job

    return register


def settle(now: dt.datetime) -> None:
    """Give every periodic job its row; a new one, or one whose beat changed, waits for its hour."""
    for name, (beat, _) in registry.items():
        fresh = {"beat": str(beat), "next_at": beat.after(now)}
        row, _ = Rhythm.objects.get_or_create(name=name, defaults=fresh)
        if row.beat != fresh["beat"]:
            Rhythm.objects.filter(pk=name, beat=row.beat).update(**fresh)


def start_due(now: dt.datetime) -> int:
    """Enqueue what is due, each thing once whoever else does the same; say how many."""
    due = Rhythm.objects.filter(next_at__lte=now, name__in=registry)
    return sum(_start(row, now) for row in due)


@transaction.atomic
def _start(row: Rhythm, now: dt.datetime) -> bool:
    beat, job = registry[row.name]
    ours = Rhythm.objects.filter(pk=row.name, next_at=row.next_at)
    if not ours.update(next_at=beat.after(now), last_at=now):
        return False
    job.enqueue(row.last_at.isoformat() if row.last_at else None)
    return True
