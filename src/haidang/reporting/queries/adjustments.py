"""A sum as it was reported beside what it is after corrections (promise N10)."""

from collections import Counter, defaultdict
from decimal import Decimal

from haidang.reporting.correcting import Adjusted, Found, corrected
from haidang.reporting.models import Adjustment
from haidang.reporting.queries.corrections import corrections_in, figures_of, reports_below
from haidang.reporting.sheet import Content, Sheet


def as_corrected(content: Content, found: Found | None = None) -> Sheet:
    """A frozen content, or one of this moment, with its totals as they are after corrections.

    `found` are its corrections, where they were read already.
    """
    changes = corrections_in(content) if found is None else found
    return Sheet(corrected(content, changes, figures_of(content)))


def adjusted(content: Content) -> dict[str, Adjusted]:
    """By code, each total that was corrected since; the others are as they were issued."""
    found = corrections_in(content)
    if not found:
        return {}
    before, after = Sheet(content), as_corrected(content, found)
    reports = Adjustment.objects.filter(report__in=reports_below(content))
    lines = Counter(reports.order_by().values_list("indicator__code", flat=True))
    own: dict[str, Decimal] = defaultdict(Decimal)
    for rows in found.values():
        for code, one in rows.items():
            own[code] += one.delta
    return {
        row["code"]: Adjusted(
            before.total(row["code"]).value,
            after.total(row["code"]).value,
            lines[row["code"]],
            own[row["code"]],
        )
        for row in before.indicators
        if row["code"] in own or before.total(row["code"]) != after.total(row["code"])
    }


def adjustments_behind(content: Content, code: str = "") -> list[Adjustment]:
    """The corrections of a content's reports, newest first, of the levels below too."""
    rows = Adjustment.objects.filter(report__in=reports_below(content))
    if code:
        rows = rows.filter(indicator__code=code)
    related = rows.select_related("report__unit", "report__round__period", "indicator", "by__unit")
    return list(related.order_by("-made_at", "-pk"))
