"""What the units of a round wrote, printed and put on the air: some named, all of them counted."""

import datetime as dt

from django.db.models import Exists, F, OuterRef, Q, Sum, Window
from django.db.models.functions import RowNumber

from haidang.activities.enums import Channel
from haidang.activities.models import Activity
from haidang.activities.models.log import ActivityQuerySet
from haidang.reporting.enums import ReportStatus
from haidang.reporting.models import Report
from haidang.reporting.official.products import MOST_PRODUCTS
from haidang.reporting.sheet import Content

MOST_IN_TURN = 20_000  # of more, sorting alone would hold up a freezing


def products_of(content: Content) -> Content:
    """Products of the units whose reports were accepted, oldest of them first.

    Of each unit the newest of each kind, then the next ones, as many as an annex holds: no unit is
    lost behind another that broadcasts daily. Of more than can be put in turn the newest of all.
    What was logged after its unit sent its report is in none of its figures, and not here; two
    queries.
    """
    units = {unit["id"]: unit for unit in content["units"] if unit["accepted_at"]}
    found = _entries(content)
    newest = found.select_related("kind").annotate(
        minutes=Sum("quantities__amount", filter=Q(quantities__measure="minutes"))
    )
    count = found.count()
    by_unit = MOST_PRODUCTS < count <= MOST_IN_TURN
    rows = list((_in_turn(newest) if by_unit else newest.order_by("-on", "-pk"))[:MOST_PRODUCTS])
    rows.sort(key=lambda row: (row.on, row.pk))
    told = [_row(row, units[row.unit_id]) for row in rows if row.unit_id in units]
    return {"count": count, "rows": told} | ({"by_unit": True} if by_unit else {})


def _in_turn(rows: ActivityQuerySet) -> ActivityQuerySet:
    """The newest of each unit and kind first, then the second of each."""
    turn = Window(
        RowNumber(), partition_by=["unit", "kind"], order_by=[F("on").desc(), F("pk").desc()]
    )
    return rows.annotate(turn=turn).order_by("turn", "-on", "-pk")


def _entries(content: Content) -> ActivityQuerySet:
    """The entries of products that stood in the log when their units sent what was accepted."""
    round = content["round"]
    sent = Report.objects.filter(
        round=round["id"],
        unit=OuterRef("unit"),
        status=ReportStatus.ACCEPTED,
        submitted_at__gte=OuterRef("logged_at"),
        counted_to__gte=OuterRef("on"),
    )
    days = (dt.date.fromisoformat(round["data_from"]), dt.date.fromisoformat(round["data_to"]))
    shown = Q(kind__asks_link=True) | (~Q(kind__form="") & ~Q(kind__form=Channel.SPEAKERS))
    rows = Activity.objects.standing().filter(shown, on__range=days)
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
