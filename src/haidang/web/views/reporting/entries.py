"""The entries behind one figure of a report that is being filled."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse

from haidang.activities.models import Activity, Evidence
from haidang.reporting.models import Figure, Report
from haidang.reporting.queries.evidence import Behind
from haidang.web import wording

SHOWN = 5
MANY = 4  # months that are no longer named
CENT = Decimal("0.01")


def entries_page(found: Report, row: Figure, behind: list[Behind]) -> dict[str, Any]:
    """The largest entries behind a figure, how many there are, and what each month adds."""
    assert found.counted_to is not None
    largest = sorted(behind, key=lambda one: -one.amount)[:SHOWN]
    activities = Activity.objects.select_related("task").in_bulk([one.activity for one in largest])
    first = sorted((one for one in largest if one.activity in activities), key=lambda one: one.on)
    photos = photos_of(behind)
    divisor = row.indicator.divisor
    rest = sum(one.amount for one in behind) - sum(one.amount for one in largest)
    return {
        "count": len(behind),
        "with_photo": len(photos),
        "first": [
            (activities[one.activity], shown(one.amount, divisor), photos[one.activity])
            for one in first
        ],
        "more": len(behind) - len(largest),
        "rest": shown(rest, divisor),
        "url": journal_of(found, row),
        "months": months_of(behind, divisor, found.round.data_from, found.counted_to),
        "finding": finding_of(behind, row),
    }


def shown(amount: int, divisor: int) -> Decimal:
    """An amount of the log in the unit of its indicator."""
    return (Decimal(amount) / divisor).quantize(CENT, ROUND_HALF_UP)


def photos_of(behind: Iterable[Behind]) -> Counter[UUID]:
    """How many photos each entry shows."""
    rows = Evidence.objects.filter(activity__in=[one.activity for one in behind])
    return Counter(rows.values_list("activity", flat=True))


def journal_of(found: Report, row: Figure) -> str:
    """The log of the days that the report counts, of one kind where the figure counts one."""
    asked = {"since": str(found.round.data_from), "until": str(found.counted_to)}
    kinds = list(row.indicator.kinds.values_list("pk", flat=True))
    if len(kinds) == 1:
        asked["kind"] = kinds[0]
    return f"{reverse('activities')}?{urlencode(asked)}"


def by_month(behind: Iterable[Behind]) -> Counter[tuple[int, int]]:
    """What each month adds, before the divisor."""
    sums: Counter[tuple[int, int]] = Counter()
    for one in behind:
        sums[one.on.year, one.on.month] += one.amount
    return sums


def months_of(
    behind: Iterable[Behind], divisor: int, data_from: dt.date, data_to: dt.date
) -> list[tuple[str, float]]:
    """What each month of the window adds, for a chart."""
    sums = by_month(behind)
    first, last = data_from.year * 12 + data_from.month - 1, data_to.year * 12 + data_to.month - 1
    months = [divmod(at, 12) for at in range(first, last + 1)]
    return [
        (str(month + 1), float(shown(sums[year, month + 1], divisor))) for year, month in months
    ]


def finding_of(behind: Iterable[Behind], row: Figure) -> str:
    """One sentence that says what the chart shows; of several largest months all, or how many."""
    sums = by_month(behind)
    most = max(sums.values())
    months = [f"{month}/{year}" for (year, month), one in sorted(sums.items()) if one == most]
    share = (Decimal(100 * most) / sums.total()).quantize(Decimal(1), ROUND_HALF_UP)
    which = f"tháng {', '.join(months)}" if len(months) < MANY else f"{len(months)} tháng bằng nhau"
    each = "mỗi tháng " if len(months) > 1 else ""
    about = f"{each}{wording.number(share)}% của {row.indicator.name.lower()} cả kỳ"
    return f"Nhiều nhất là {which}, {about}."
