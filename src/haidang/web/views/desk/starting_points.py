"""What the form of a new story begins with: the day, the occasion or the task it is opened from."""

import datetime as dt
from typing import Any

from haidang import clock
from haidang.newsroom.enums import Section
from haidang.newsroom.queries.writers import tasks_for
from haidang.occasions.models import Occasion
from haidang.orgs.models import Unit
from haidang.web.request import Request, number_asked


def asked_for(request: Request, unit: Unit) -> dict[str, Any]:
    """Read the address; whatever is not there, or not of this unit, counts as not asked."""
    given = request.GET
    begun: dict[str, Any] = {"on": _day(given.get("ngay", "")), "section": Section.NEWS}
    occasions = Occasion.objects.of(unit.seat)
    if occasion := occasions.filter(pk=number_asked(given.get("dip", "")) or 0).first():
        begun |= {"occasion": occasion, "title": occasion.name}
    if task := tasks_for(unit).filter(pk=number_asked(given.get("nhiem-vu", "")) or 0).first():
        begun["task"] = task
    return begun


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return clock.today()
