"""A place at a glance, for whoever thinks of investing there: numbers that we know ourselves."""

import datetime as dt

from django.db.models import QuerySet

from haidang import clock
from haidang.newsroom.around import Around
from haidang.newsroom.models import FrontPage
from haidang.newsroom.queries.portals import fronts_of
from haidang.newsroom.section_words import GLANCE
from haidang.orgs.models import Unit, UnitKind
from haidang.prepared import counted, number, prepared


def glance_of(around: Around) -> list[tuple[int, str, list[FrontPage]]]:
    """Each number with its words, and the languages that it counts; what is none is left out."""
    written = [page for page in fronts_of(around.portal) if page.written_in == page.language]
    places = number(_places(clock.today(), around.portal.unit_id))
    told = [(places, GLANCE["places"], []), (len(written), GLANCE["languages"], written)]
    return [one for one in told if one[0]]


@prepared
def _places(day: dt.date, unit: int) -> QuerySet[Unit, int]:
    """The units below of the kinds that it works with as a group; offices and centres are none."""
    kinds = UnitKind.objects.filter(unitgroup__parent=unit)
    return counted(Unit.objects.on(day).filter(parent=unit, kind__in=kinds))
