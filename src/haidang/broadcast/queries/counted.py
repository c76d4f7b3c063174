"""For whom, and for which tasks, what was aired counts."""

from collections.abc import Iterable

from haidang.activities.checks import first_day_of
from haidang.activities.queries import is_loggable
from haidang.broadcast.aired_sittings import AiredSitting
from haidang.broadcast.models import BulletinStory, Station
from haidang.orgs.models import Unit
from haidang.plans.models import Task


def counting_station(station: Station) -> Station:
    """The station for which sittings count: a cluster that plays its station's weeks counts there.

    Many clusters that say the same thing at the same time are one session.
    """
    if station.within_id is None or station.releases.exists():
        return station
    return Station.objects.select_related("unit").get(pk=station.within_id)


def tasks_of(unit: Unit, sittings: Iterable[AiredSitting]) -> dict[int, Task]:
    """The task that each aired bulletin answers to: of its first story that has one of the unit's.

    A task of a year to which the day does not count yet is left out.
    """
    days = {
        one.planned.bulletin: one.planned.on
        for sitting in sittings
        for one in sitting.outcomes
        if one.planned.bulletin is not None and one.is_aired
    }
    if not days:
        return {}
    rows = BulletinStory.objects.filter(bulletin__in=days, story__task__isnull=False)
    rows = rows.select_related("story__task__plan__unit", "story__task__current__plan")
    found: dict[int, Task] = {}
    for row in rows.order_by("bulletin", "ordinal", "pk"):
        task, on = row.story.task, days[row.bulletin_id]
        if task is None or row.bulletin_id in found or on < first_day_of(task.plan.year):
            continue
        if is_loggable(unit, task):
            found[row.bulletin_id] = task
    return found
