"""What an address of the calendar asks for: a year, an occasion that concerns the person."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from haidang import clock
from haidang.occasions import queries
from haidang.occasions.days import Day
from haidang.occasions.falling import FIRST, LAST
from haidang.occasions.models import Occasion
from haidang.orgs.models import User
from haidang.plans.queries import habits_of
from haidang.web.request import Request, number_asked


def year_asked(request: Request) -> int:
    """The year of the address, or this one; one that nobody knows is answered by the page."""
    year = number_asked(request.GET.get("nam", ""))
    return clock.today().year if year is None else min(year, 9998)


def years_around(year: int) -> list[int]:
    """A year, with the one before and the one after where their days are known."""
    return [one for one in (year - 1, year, year + 1) if FIRST <= one <= LAST]


def occasion_asked(user: User, pk: int) -> Occasion:
    """An occasion that concerns the person's authority, hidden or not."""
    return get_object_or_404(Occasion.objects.of(user.seat).select_related("owner"), pk=pk)


def day_asked(request: Request, pk: int) -> Day:
    """An occasion in the year that the address asks for. Not found where it has none."""
    occasion = occasion_asked(request.user, pk)
    seat = request.user.seat
    day = queries.day_of(seat, occasion, year_asked(request), habits_of(seat))
    if day is None:
        raise Http404
    return day
