"""The entries that an indicator counts over several units, each once."""

import datetime as dt

from django.db.models import F, Q, QuerySet, Value

from haidang.activities.models import Activity, Indicator, Participation
from haidang.orgs.models import Unit


def entries_of(
    *, units: QuerySet[Unit], indicator: Indicator, data_from: dt.date, data_to: dt.date
) -> QuerySet[Activity]:
    """Return what units did, alone or together, that an indicator counts, newest first.

    Each entry comes with what was measured of it, `added`: minutes also where the indicator tells
    hours, so that nothing is rounded one by one.
    """
    keys = units.order_by().values("pk")
    together = Participation.objects.filter(unit__in=keys).values("activity")
    counted = Activity.objects.standing().filter(
        Q(unit__in=keys) | Q(pk__in=together),
        on__range=(data_from, data_to),
        kind__in=list(indicator.kinds.values_list("pk", flat=True)),
    )
    if indicator.language:
        counted = counted.filter(language=indicator.language)
    if indicator.measure_id is not None:
        counted = counted.filter(quantities__measure=indicator.measure_id, quantities__amount__gt=0)
    amount = F("quantities__amount") if indicator.measure_id else Value(1)
    found = counted.annotate(added=amount).select_related("unit", "kind")
    return found.prefetch_related("participations__unit").order_by("-on", "-logged_at")
