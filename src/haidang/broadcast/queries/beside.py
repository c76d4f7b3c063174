"""What the weeks beside a week put on the air at its edges."""

import datetime as dt
from collections.abc import Iterator

from haidang.broadcast.models import Release, Station
from haidang.broadcast.overlapping import Taken, taken_in

WEEK = dt.timedelta(days=7)


def taken_around(station: Station, monday: dt.date) -> list[Taken]:
    """The time taken by the newest releases of the week before and the week after; one question."""
    return list(_taken(station, (monday - WEEK, monday + WEEK)))


def _taken(station: Station, mondays: tuple[dt.date, dt.date]) -> Iterator[Taken]:
    rows = Release.objects.filter(station=station, monday__in=mondays).order_by("number")
    for content in {row.monday: row.content for row in rows}.values():
        for _, taken in taken_in(content):
            yield taken
