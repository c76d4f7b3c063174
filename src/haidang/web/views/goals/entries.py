"""The entries behind a number of an indicator: every sum opens to what it was added up from."""

import datetime as dt

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from haidang.activities.models import Indicator
from haidang.activities.queries import distinct_total
from haidang.activities.queries.entries import entries_of
from haidang.activities.queries.goals import window_of
from haidang.orgs.models import Unit, User
from haidang.web.request import Request, number_asked
from haidang.web.views.goals.period import year_asked

A_PAGE = 50


@require_safe
def indicator(request: Request, code: str) -> HttpResponse:
    """Show the entries that an indicator counts in some days, and what they add up to."""
    found = get_object_or_404(Indicator, code=code)
    since, until = _days(request)
    units, unit = _units(request.user, number_asked(request.GET.get("don-vi", "")))
    page = max(number_asked(request.GET.get("trang", "")) or 1, 1)
    counted = entries_of(units=units, indicator=found, data_from=since, data_to=until)
    total = distinct_total(units=units, indicators=[found], data_from=since, data_to=until)
    rows = counted[(page - 1) * A_PAGE : page * A_PAGE + 1]
    query = request.GET.copy()
    query.pop("trang", None)
    context = {
        "indicator": found,
        "unit": unit,
        "since": since,
        "until": until,
        "rows": rows[:A_PAGE],
        "page": page,
        "has_more": len(rows) > A_PAGE,
        "query": query.urlencode(),
        "total": total[found.pk],
    }
    return render(request, "goals/entries.html", context)


def _days(request: Request) -> tuple[dt.date, dt.date]:
    """The days that were asked for; without them, or where they are none, this year's."""
    try:
        since = dt.date.fromisoformat(request.GET.get("tu", ""))
        return since, max(dt.date.fromisoformat(request.GET.get("den", "")), since)
    except ValueError:
        return window_of(year_asked(request))


def _units(user: User, asked: int | None) -> tuple[QuerySet[Unit], Unit | None]:
    seen = Unit.objects.visible_to(user)
    unit = seen.filter(pk=asked).first() if asked else None
    return (seen.filter(pk=unit.pk) if unit else seen), unit
