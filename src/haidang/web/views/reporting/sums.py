"""The sum of a round: indicators by units, frozen or of this moment, and its freezing."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from haidang import clock
from haidang.reporting import commands, rules
from haidang.reporting.models import Consolidation, Round
from haidang.reporting.queries.progress import receives
from haidang.reporting.sheet import Content, Sheet, given_by
from haidang.web.request import Request
from haidang.web.views.reporting.lineage import sheet_at, source_panel

ESTIMATE = "uoc"


@dataclass(frozen=True, slots=True)
class Cell:
    """One unit's figure in the grid; no value where the report was not accepted."""

    unit: Content
    value: Decimal | None
    is_changed: bool = False


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
    shows_estimate = request.GET.get("xem") == ESTIMATE
    accepted = found.reports.filter(status="accepted").count()
    return {
        "round": found,
        "sheet": sheet,
        "frozen": frozen,
        "groups": groups_of(sheet, shows_estimate=shows_estimate),
        "shows_estimate": shows_estimate,
        "newer": accepted - len(sheet.reported) if frozen else 0,
        "now": clock.now(),
        "asked": request.GET.get("so", ""),
        "lan": frozen.ordinal if frozen else 0,
        "may_freeze": rules.may_consolidate(request.user, found),
        **source_panel(found, sheet, frozen, request.GET.get("so", "")),
    }


def groups_of(sheet: Sheet, *, shows_estimate: bool) -> list[tuple[Content, list[dict[str, Any]]]]:
    """The rows of the grid under the sections of the outline."""
    groups: list[tuple[Content, list[dict[str, Any]]]] = []
    for section in sheet.content["sections"]:
        rows = [
            row_of(sheet, indicator, shows_estimate=shows_estimate)
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
        "shared": sheet.shared(indicator["code"]),
        "cells": [cell_of(unit, indicator["code"], shows_estimate) for unit in sheet.units],
    }


def cell_of(unit: Content, code: str, shows_estimate: bool) -> Cell:
    given = given_by(unit, code)
    if given is None:
        return Cell(unit, None)
    return Cell(unit, given.estimate if shows_estimate else given.value, given.is_changed)


@require_POST
def consolidate_round(request: Request, pk: int) -> HttpResponse:
    found = received_round(request, pk)
    frozen = commands.consolidate_round(round=found, by=request.user)
    messages.success(request, f"Đã chốt số liệu, lần {frozen.ordinal}. Số đã chốt không đổi nữa.")
    return redirect("consolidation", pk)
