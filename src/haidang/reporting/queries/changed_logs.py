"""Accepted reports whose log says otherwise since: found by the entries that changed, few or many.

An entry counts for the report of its unit, of those that did it together, of the authority whose
office its unit is, and of the unit that goes on for a unit that ended.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterator
from uuid import UUID

from django.db.models import Max, Q

from haidang.activities.models import Activity
from haidang.ledger.models import Entry
from haidang.orgs.models import Succession, Unit
from haidang.reporting.enums import ReportStatus
from haidang.reporting.models import Adjustment, Report, Round
from haidang.reporting.queries.waiting import waiting_of

GENERATIONS = 5  # units that ended one after another within a round's days
Changed = dict[int, dt.datetime]  # by unit, when its log changed last


def reports_with_waiting(round: Round) -> list[Report]:
    """Accepted reports whose entries were changed since, so that a correction waits.

    Only those are looked at whose log changed after they were sent and last corrected.
    """
    known = _known_until(round)
    if not known:
        return []
    owners = _owners({unit: pk for pk, (unit, _) in known.items()})
    changed = _changed(round, list(owners), min(since for _, since in known.values()))
    keys = {pk for unit, moment in changed.items() for pk in owners[unit] if moment >= known[pk][1]}
    rows = Report.objects.filter(pk__in=keys).select_related(
        "unit", "round__regime", "acceptance__submission", "fed_from"
    )
    return [report for report in rows.order_by("unit", "pk") if waiting_of(report)]


def _known_until(round: Round) -> dict[int, tuple[int, dt.datetime]]:
    """By accepted report its unit, and until when its figures and corrections know the log."""
    rows = Report.objects.filter(round=round, status=ReportStatus.ACCEPTED)
    sent = rows.order_by().values_list("pk", "unit", "acceptance__submission__at")
    written = Adjustment.objects.filter(report__round=round).order_by()
    last = dict(written.values("report").annotate(at=Max("made_at")).values_list("report", "at"))
    return {pk: (unit, max(at, last.get(pk, at))) for pk, unit, at in sent if at is not None}


def _owners(reports: dict[int, int]) -> dict[int, set[int]]:
    """By unit the reports that may count its log: its own, its authority's, its heir's."""
    owners: dict[int, set[int]] = defaultdict(set)
    for unit, report in reports.items():
        owners[unit].add(report)
    offices = Unit.objects.filter(acts_for__in=list(reports)).order_by()
    for office, authority in offices.values_list("pk", "acts_for"):
        owners[office] |= owners[authority or 0]
    last = list(reports)
    for _ in range(GENERATIONS):
        ended = Succession.objects.filter(
            successor__in=last, predecessor__valid_to__isnull=False
        ).order_by()
        last = []
        for before, after in ended.values_list("predecessor", "successor"):
            owners[before] |= owners[after]
            last.append(before)
        if not last:
            break
    return owners


def _changed(round: Round, units: Collection[int], since: dt.datetime) -> Changed:
    log = Activity.objects.filter(on__range=(round.data_from, round.last_counted))
    touched = Q(logged_at__gte=since) | Q(withdrawn_at__gte=since) | Q(version__gt=0)
    asked = ("pk", "unit", "logged_at", "withdrawn_at", "version")
    own = log.filter(touched, unit__in=units).order_by().values_list(*asked)
    joint = log.filter(touched, participations__unit__in=units).order_by()
    asked_jointly = (asked[0], "participations__unit", *asked[2:])
    rows = [*own, *joint.values_list(*asked_jointly)]
    corrected = _corrected([row[0] for row in rows if row[4]], since)
    found: Changed = {}
    for pk, unit, *moments in rows:
        told = [at for at in (*moments[:2], corrected.get(str(pk))) if at is not None]
        found[unit] = max([*told, found.get(unit, since)])
    return found


def _corrected(keys: Collection[UUID], since: dt.datetime) -> dict[str, dt.datetime]:
    """When activities were changed last, as the ledger tells; a thousand in a query."""
    return dict(
        row for some in _thousands([str(key) for key in keys]) for row in _told(some, since)
    )


def _told(keys: list[str], since: dt.datetime) -> Iterator[tuple[str, dt.datetime]]:
    acts = Entry.objects.filter(
        target_type="activities.activity", target_id__in=keys, at__gte=since
    )
    yield from (
        acts.order_by()
        .values("target_id")
        .annotate(last=Max("at"))
        .values_list("target_id", "last")
    )


def _thousands(keys: list[str]) -> Iterator[list[str]]:
    for first in range(0, len(keys), 1000):
        yield keys[first : first + 1000]
