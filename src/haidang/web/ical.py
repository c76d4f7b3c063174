"""Calendars of whole days by RFC 5545: the same days are always written to the same bytes."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import NAMESPACE_URL, uuid5

from icalendar import Calendar, Event

CALENDAR = "text/calendar; charset=utf-8"
_MAKER = "-//Hai Dang//Lich//VI"
_REFRESH = dt.timedelta(hours=6)


@dataclass(frozen=True, slots=True)
class Entry:
    """Something on a day, or on several: what it is, by a name of its own that stays."""

    key: str
    on: dt.date
    until: dt.date
    title: str
    words: str = ""
    is_deadline: bool = False


def calendar_of(name: str, entries: Iterable[Entry], secret: str, made_at: dt.datetime) -> bytes:
    """Write a calendar. `secret` makes the identifiers of its entries unlike anybody else's."""
    calendar = Calendar()
    calendar.add("prodid", _MAKER)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", _REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT6H")
    for entry in entries:
        calendar.add_component(_event(entry, secret, made_at))
    written: bytes = calendar.to_ical(sorted=False)
    return written


def _event(entry: Entry, secret: str, made_at: dt.datetime) -> Event:
    event = Event()
    event.add("uid", str(uuid5(NAMESPACE_URL, f"{secret}/{entry.key}")))
    event.add("dtstamp", made_at.astimezone(dt.UTC))
    event.add("dtstart", entry.on)
    event.add("dtend", entry.until + dt.timedelta(1))  # the day after the last: RFC 5545, 3.6.1
    event.add("summary", entry.title)
    if entry.words:
        event.add("description", entry.words)
    event.add("categories", ["Hạn" if entry.is_deadline else "Ngày lễ, kỷ niệm"])
    event.add("transp", "TRANSPARENT")  # a festival keeps nobody busy
    event.add("class", "PRIVATE")
    return event
