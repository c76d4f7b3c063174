"""Which station and which week an address asks for."""

import datetime as dt
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import Http404
from django.urls import reverse

from haidang import clock
from haidang.broadcast.models import Station
from haidang.broadcast.queries.stations import own_station, visible_stations
from haidang.broadcast.week_turns import monday_of
from haidang.web.request import Request, number_asked

WEEK = dt.timedelta(days=7)
FIRST, LAST = dt.date(2000, 1, 3), dt.date(2199, 12, 30)  # Mondays between which weeks are asked


@dataclass(frozen=True, slots=True)
class Asked:
    """A station of those that the person may see, and a Monday."""

    station: Station | None
    stations: list[Station]
    monday: dt.date

    @property
    def sunday(self) -> dt.date:
        """The last day."""
        return self.monday + WEEK - dt.timedelta(1)

    @property
    def query(self) -> str:
        """What asks for this station's week, on any page."""
        return query_of(self.station, self.monday)

    @property
    def before(self) -> str:
        """What asks for the week before."""
        return query_of(self.station, max(self.monday - WEEK, FIRST))

    @property
    def after(self) -> str:
        """What asks for the week after."""
        return query_of(self.station, min(self.monday + WEEK, LAST))

    @property
    def weeks(self) -> list[tuple[dt.date, dt.date]]:
        """The weeks around it, to choose from: each by its first and last day."""
        ahead = (self.monday + n * WEEK for n in range(-4, 5))
        return [(one, one + WEEK - dt.timedelta(1)) for one in ahead if FIRST <= one <= LAST]


def asked_of(request: Request) -> Asked:
    """Read the address; what it does not say is the own station, and this week."""
    stations = list(visible_stations(request.user))
    chosen = number_asked(request.GET.get("dai", ""))
    station = next((one for one in stations if one.pk == chosen), None)
    if chosen is not None and station is None:
        raise Http404
    return Asked(station or own_station(request.user, stations), stations, monday_asked(request))


def asked_station(request: Request) -> tuple[Station, Asked]:
    """The same where there must be a station."""
    asked = asked_of(request)
    if asked.station is None:
        raise Http404
    return asked.station, asked


def monday_asked(request: Request) -> dt.date:
    """The Monday of the day that is asked for; of this week where none is, or no day."""
    try:
        day = dt.date.fromisoformat(request.GET.get("tuan", ""))
    except ValueError:
        day = clock.today()
    return monday_of(min(max(day, FIRST), LAST))


def query_of(station: Station | None, monday: dt.date) -> str:
    """A station and a week as they are asked for."""
    asked = {"dai": station.pk} if station else {}
    return urlencode(asked | {"tuan": monday.isoformat()})


def week_page(station: Station, monday: dt.date) -> str:
    """The address of a station's week."""
    return f"{reverse('radio')}?{query_of(station, monday)}"
