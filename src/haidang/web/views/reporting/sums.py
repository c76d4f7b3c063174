"""The sum of a round: indicators by units, frozen or of this moment, and its freezing."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from haidang import clock
from haidang.reporting import commands, rules
from haidang.reporting.completeness import doubts_of, standing_of
from haidang.reporting.links import figure_path
from haidang.reporting.models import Consolidation, Round
from haidang.reporting.official.comparing import ESTIMATE
from haidang.reporting.queries.adjustments import adjusted
from haidang.reporting.queries.progress import receives
from haidang.reporting.sheet import Content, Sheet, given_by
from haidang.reporting.thawing import with_figures
from haidang.web.request import Request
from haidang.web.sheets import XLSX
from haidang.web.views.reporting.grid_book import book_of
from haidang.web.views.reporting.grid_cells import Cell, drawn
from haidang.web.views.reporting.lineage import sheet_at, source_panel

NOW = "0"  # in the place of a freezing: what is accepted at this moment
ASKED = "chac"
UNITS_AT_ONCE = 30  # columns of the grid; totals are always those of all units


def received_round(request: Request, pk: int) -> Round:
    """The round, for those who may see the figures of all its units; else it does not exist."""
    rounds = Round.objects.visible_to(request.user).select_related(
        "regime__receiver", "regime__reporters", "regime__through", "period"
    )
    found = get_object_or_404(rounds, pk=pk)
    if not receives(request.user, found):
        raise Http404
    return found


def consolidation(request: Request, pk: int) -> HttpResponse:
    found = received_round(request, pk)
    sheet, frozen = sheet_at(found, request.GET.get("lan", ""))
    page = grid_page(request, found, sheet, frozen)
    # A part of the page is the page's own part, from the same context.
    template = "reporting/sums.html#sums" if request.htmx else "reporting/sums.html"
    return render(request, template, page)


def grid_page(
    request: Request, found: Round, sheet: Sheet, frozen: Consolidation | None
) -> dict[str, Any]:
    shows_estimate = found.has_estimate and request.GET.get("xem") == ESTIMATE
    accepted = found.reports.filter(status="accepted").count()
    page = Paginator(sheet.units, UNITS_AT_ONCE).get_page(request.GET.get("trang"))
    shown = shown_units(sheet, list(page.object_list))
    panel = _panel(request, found, sheet, frozen) | {"page": page}
    return {
        "round": found,
        "sheet": sheet,
        "frozen": frozen,
        "units": shown,
        "groups": groups_of(sheet, shown, panel, shows_estimate=shows_estimate),
        "standing": standing_of(sheet, frozen),
        "adjusted": adjusted(sheet.content),
        "doubts": doubts_of(sheet),
        "shows_estimate": shows_estimate,
        "newer": accepted - len(sheet.reported) if frozen else 0,
        "now": clock.now(),
        "may_freeze": rules.may_consolidate(request.user, found),
        **panel,
    }


def _panel(
    request: Request, found: Round, sheet: Sheet, frozen: Consolidation | None
) -> dict[str, Any]:
    asked, lan = request.GET.get("so", ""), frozen.ordinal if frozen else 0
    return {"asked": asked, "lan": lan, **source_panel(found, sheet, frozen, asked)}


def shown_units(sheet: Sheet, units: Sequence[Content]) -> list[Content]:
    """Units with their figures, in the same order; one query."""
    filled = Sheet(with_figures(sheet.content | {"units": list(units)}, units))
    return filled.units


def groups_of(
    sheet: Sheet, units: Sequence[Content], panel: dict[str, Any], *, shows_estimate: bool
) -> list[tuple[Content, list[dict[str, Any]]]]:
    """The rows of the grid under the sections of the outline; `panel` says what is opened."""
    groups: list[tuple[Content, list[dict[str, Any]]]] = []
    for section in sheet.content["sections"]:
        rows = [
            row_of(sheet, indicator, shows_estimate=shows_estimate)
            | _cells(sheet, units, indicator["code"], panel, shows_estimate)
            for indicator in sheet.indicators
            if indicator["section"] == section["ordinal"]
        ]
        if rows:
            groups.append((section, rows))
    return groups


def row_of(sheet: Sheet, indicator: Content, *, shows_estimate: bool) -> dict[str, Any]:
    total = sheet.total(indicator["code"])
    return {
        "indicator": indicator,
        "total": total.estimate if shows_estimate else total.value,
        "is_missing": total.is_missing,
        "shared": sheet.shared(indicator["code"]),
    }


def _cells(
    sheet: Sheet,
    units: Sequence[Content],
    code: str,
    panel: dict[str, Any],
    shows_estimate: bool,
) -> dict[str, Any]:
    """The cells of a row; what is expected opens to who expects it, on a page of its own."""
    cells = [cell_of(unit, code, shows_estimate) for unit in units]
    figure, number = panel.get("figure"), panel["page"].number
    current = figure.unit["id"] if figure and figure.indicator["code"] == code else None
    place = f"?lan={panel['lan']}" + (f"&trang={number}" if number > 1 else "")
    at = f"{code}/{ESTIMATE}"
    beside = figure_path(sheet.content["round"]["id"], at, panel["lan"]) if shows_estimate else ""
    row = drawn(cells, code, place=place, current=current, beside=beside)
    return {"cells": row, "beside": beside}


def cell_of(unit: Content, code: str, shows_estimate: bool) -> Cell:
    given = given_by(unit, code)
    if given is None:
        return Cell(unit, None)
    return Cell(unit, given.estimate if shows_estimate else given.value, given.is_changed)


def consolidation_sheet(request: Request, pk: int) -> HttpResponse:
    """The whole grid as .xlsx, all units of it, with notes that say what it holds."""
    found = received_round(request, pk)
    sheet, frozen = sheet_at(found, request.GET.get("lan", ""))
    answer = HttpResponse(book_of(found, sheet, frozen), content_type=XLSX)
    name = f"tong-hop-{found.pk}-lan-{frozen.ordinal}" if frozen else f"tong-hop-{found.pk}"
    answer["Content-Disposition"] = f'attachment; filename="{name}.xlsx"'
    return answer


@require_POST
def consolidate_round(request: Request, pk: int) -> HttpResponse:
    """Freeze; where units would be left out, ask first with their names."""
    found = received_round(request, pk)
    if rules.may_consolidate(request.user, found) and not request.POST.get(ASKED):
        sheet, _ = sheet_at(found, NOW)
        names = [unit["grid_name"] for unit in sheet.missing]
        if names and sheet.reported:
            page = {"round": found, "sheet": sheet, "names": names}
            return render(request, "reporting/freeze.html", page)
    frozen = commands.consolidate_round(round=found, by=request.user)
    messages.success(request, f"Đã chốt số liệu, lần {frozen.ordinal}. Số đã chốt không đổi nữa.")
    return redirect("consolidation", pk)
