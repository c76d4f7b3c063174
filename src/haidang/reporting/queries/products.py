"""What the units of a round wrote, printed and put on the air: the newest, and how many in all."""

import datetime as dt

from django.db.models import Exists, OuterRef, Q, Sum

from haidang.activities.enums import Channel
from haidang.activities.models import Activity
from haidang.activities.models.log import ActivityQuerySet
from haidang.reporting.models import Report
from haidang.reporting.official.products import MOST_PRODUCTS
from haidang.reporting.sheet import Content


def products_of(content: Content) -> Content:
    """The newest products of the units whose reports were accepted, oldest of them first.

    What was logged after its unit sent its report is in none of its figures, and not here; two
    queries.
    """
    units = {unit["id"]: unit for unit in content["units"] if unit["accepted_at"]}
    found = _entries(content, list(units))
    newest = found.select_related("kind").annotate(
        minutes=Sum("quantities__amount", filter=Q(quantities__measure="minutes"))
    )
    rows = list(newest.order_by("-on", "-pk")[:MOST_PRODUCTS])
    told = [_row(row, units[row.unit_id]) for row in reversed(rows)]
    return {"count": found.count(), "rows": told}


def _entries(content: Content, units: list[int]) -> ActivityQuerySet:
    """The entries of products that stood in the log when their units sent their reports."""
    round = content["round"]
    sent = Report.objects.filter(
        round=round["id"],
        unit=OuterRef("unit"),
        submitted_at__gte=OuterRef("logged_at"),
        counted_to__gte=OuterRef("on"),
    )
    days = (dt.date.fromisoformat(round["data_from"]), dt.date.fromisoformat(round["data_to"]))
    shown = Q(kind__asks_link=True) | (~Q(kind__form="") & ~Q(kind__form=Channel.SPEAKERS))
    rows = Activity.objects.standing().filter(shown, unit__in=units, on__range=days)
    return rows.filter(Exists(sent))


def _row(row: Activity, unit: Content) -> Content:
    return {
        "id": str(row.pk),
        "title": row.title,
        "kind": row.kind.name,
        "channel": row.kind.get_form_display() if row.kind.form else "",
        "language": row.get_language_display(),
        "on": row.on.isoformat(),
        "minutes": getattr(row, "minutes", None) or 0,
        "link": row.link,
        "unit": unit["grid_name"],
    }
