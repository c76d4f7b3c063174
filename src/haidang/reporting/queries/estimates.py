"""What units expect of the whole period, and who says so: the unit, or the system's reckoning."""

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from django.core.paginator import Page, Paginator

from haidang.reporting.expecting import Growth
from haidang.reporting.models import Figure, Report
from haidang.reporting.queries.given import given_in
from haidang.reporting.queries.growth import kinds_behind
from haidang.reporting.queries.sources import expected_below
from haidang.reporting.sheet import Content, Sheet

UNITS_AT_ONCE = 60


@dataclass(frozen=True, slots=True)
class Expected:
    """What one unit expects, beside what it did; no value where its report was not accepted."""

    unit: Content
    value: Decimal | None
    done: Decimal = Decimal(0)
    said: str = ""  # by whom and how it was reckoned


@dataclass(frozen=True, slots=True)
class EstimateSource:
    """The units of one page, the largest first."""

    parts: tuple[Expected, ...]
    page: Page[Content]


def estimate_source(sheet: Sheet, indicator: Content, page: int = 1) -> EstimateSource:
    """Who expects how much of an indicator: of one page of units also how it was reckoned."""
    given = given_in(sheet, indicator)
    expected = {
        pk: value if estimate is None else estimate for pk, (value, estimate) in given.items()
    }
    units = sorted(sheet.units, key=lambda one: -expected.get(one["id"], Decimal(-1)))
    paged = Paginator(units, UNITS_AT_ONCE).get_page(page)
    shown = list(paged.object_list)
    words = _reckoned(shown, indicator["code"])
    parts = [
        Expected(one, expected[one["id"]], given[one["id"]][0], words.get(one["report"], ""))
        if one["id"] in given
        else Expected(one, None)
        for one in shown
    ]
    return EstimateSource(tuple(parts), paged)


def _reckoned(units: list[Content], code: str) -> dict[int, str]:
    """By report, how the estimate of one indicator came to be, in words."""
    keys = [unit["report"] for unit in units]
    related = ("round__regime", "unit", "fed_from")
    reports = Report.objects.select_related(*related).in_bulk(keys)
    rows = list(Figure.objects.filter(report__in=keys).select_related("indicator"))
    figures: dict[int, list[Figure]] = defaultdict(list)
    for row in rows:
        figures[row.report_id].append(row)
    kinds = kinds_behind(rows)
    grown = {pk: Growth(kinds, expected_below(report)) for pk, report in reports.items()}
    return {pk: _words(report, figures[pk], code, grown[pk]) for pk, report in reports.items()}


def _words(report: Report, rows: list[Figure], code: str, growth: Growth) -> str:
    row = next((one for one in rows if one.indicator.code == code), None)
    if row is None or not row.value:
        return ""
    if row.estimate is None or row.estimate == row.value:
        return "không dự kiến thêm"
    if report.counted_to is None or row.indicator_id not in growth.estimated(rows, report):
        return "đơn vị tự ước"
    if report.fed_from_id:
        return "theo số ước của các đơn vị cấp dưới"
    return f"hệ thống tính theo nhịp đến {report.counted_to:%d/%m/%Y}, đơn vị để nguyên"
