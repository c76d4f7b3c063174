"""The only place that asks what time it is.

A demonstration runs as of a fixed day (`settings.AS_OF`), so that a plan of that year is alive:
the day stands still, the time of day is the real one.
"""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.conf import settings
from django.utils import timezone

_moment: ContextVar[dt.datetime | None] = ContextVar("moment", default=None)
_is_hidden: ContextVar[bool] = ContextVar("is_hidden", default=False)


def now() -> dt.datetime:
    """Return the present moment, aware, in the time zone of the authority."""
    if _is_hidden.get():
        raise LookupError("What is kept for other days may not know which day it is.")
    if (moment := _moment.get()) is not None:
        return moment
    real = timezone.now().astimezone(timezone.get_default_timezone())
    as_of: dt.date | None = settings.AS_OF
    return (
        real if as_of is None else real.replace(year=as_of.year, month=as_of.month, day=as_of.day)
    )


def passing() -> dt.datetime:
    """Return the machine's own moment, also where the day of a demonstration stands still.

    For what runs out while nobody looks: leases, and work at set times.
    """
    return timezone.now()


def today() -> dt.date:
    """Return the present day in the time zone of the authority."""
    return now().date()


def at(day: dt.date, hour: int = 0, minute: int = 0) -> dt.datetime:
    """Return a moment of a day, aware, in the time zone of the authority."""
    return dt.datetime.combine(day, dt.time(hour, minute), timezone.get_default_timezone())


@contextmanager
def as_if(moment: dt.datetime) -> Iterator[None]:
    """Let it be another moment, so that a demonstration can be told in the order it happened."""
    token = _moment.set(moment)
    try:
        yield
    finally:
        _moment.reset(token)


@contextmanager
def hidden() -> Iterator[None]:
    """Refuse the time with LookupError while something is made that outlives the day."""
    token = _is_hidden.set(True)
    try:
        yield
    finally:
        _is_hidden.reset(token)
