"""What the broadcasts do by themselves: enter into the log of activities what players logged."""

import datetime as dt
import logging

from django.db.models import Max, Min
from django.utils.timezone import localdate

from haidang import clock
from haidang.broadcast.commands import enter_aired
from haidang.broadcast.models import Aired, Station
from haidang.errors import Refused
from haidang.jobs.backend import job
from haidang.jobs.periodic import every

log = logging.getLogger("haidang.broadcast")
# A sitting is entered when it is over: lines of it may have come a day before, across midnight.
LATELY = dt.timedelta(hours=26)
# A line whose clock was wrong is looked for no farther than this from the day on which it came.
FARTHEST = dt.timedelta(days=40)
DAY = dt.timedelta(days=1)


@every(minutes=10)
@job()
def enter_days(since: str | None) -> None:
    """Enter the sittings of every day of which lines came lately; what is entered stays."""
    started = dt.datetime.fromisoformat(since) if since else clock.now() - LATELY
    first = min(started, clock.now() - LATELY)
    lately = Aired.objects.filter(received_at__gte=first).order_by()
    days = lately.values("station").annotate(since=Min("started_at"), until=Max("started_at"))
    spans = {row["station"]: (row["since"], row["until"]) for row in days}
    for station in Station.objects.filter(pk__in=spans).select_related("unit", "within__unit"):
        _enter(station, *spans[station.pk])


def _enter(station: Station, since: dt.datetime, until: dt.datetime) -> None:
    today = clock.today()
    first = max(localdate(since) - DAY, today - FARTHEST)
    try:
        enter_aired(station=station, first=first, last=max(first, min(localdate(until), today)))
    except Refused as refusal:
        # Other stations are entered all the same; this one is tried again in ten minutes.
        log.warning("what station %s aired is not entered: %s", station.pk, refusal.message)
