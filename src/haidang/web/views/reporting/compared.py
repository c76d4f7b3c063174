"""Where a number beside a figure comes from: what was planned, the year before, the estimate."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render

from haidang.activities.models import Goal
from haidang.reporting.links import figure_path
from haidang.reporting.official.comparing import (
    BEFORE,
    ESTIMATE,
    PLAN,
    PLANNED,
    Compared,
    against_before,
    against_plan,
    planned,
    whose_plan,
)
from haidang.reporting.official.periods import whole_words
from haidang.reporting.queries.estimates import estimate_source
from haidang.reporting.queries.handmade import hand_changes
from haidang.reporting.queries.progress import receives
from haidang.reporting.sheet import Sheet
from haidang.web.request import Request, number_asked
from haidang.web.views.reporting.lineage import seen


def figure_estimate(request: Request, pk: int, code: str) -> HttpResponse:
    """What units expect of the whole period, one by one."""
    page = _page(request, pk, code, ESTIMATE)
    sheet: Sheet = page["sheet"]
    number = number_asked(request.GET.get("trang", "")) or 1
    page |= {
        "source": estimate_source(sheet, page["indicator"], number),
        "number": sheet.total(code).estimate,
        "whole": whole_words(sheet.content["round"].get("frequency", "year")),
        "shared": sheet.shared(code),
    }
    return render(request, "reporting/estimate_page.html", page)


def figure_planned(request: Request, pk: int, code: str) -> HttpResponse:
    """How much was to be reached, and who said so."""
    page = _page(request, pk, code, PLANNED)
    row = page["sheet"].content.get("plan", {}).get(code)
    if row is None:
        raise Http404
    goals = Goal.objects.filter(pk__in=row["goals"]).select_related("unit", "set_by__unit", "task")
    page |= {"number": planned(page["sheet"], code), "goals": goals}
    return render(request, "reporting/planned_page.html", page)


def figure_of_plan(request: Request, pk: int, code: str) -> HttpResponse:
    """What was done in per cent of what was planned."""
    page = _page(request, pk, code, PLAN)
    return _compared(request, page, against_plan(page["sheet"], code), "kế hoạch", PLANNED)


def figure_before(request: Request, pk: int, code: str) -> HttpResponse:
    """What was done beside the same period a year before."""
    page = _page(request, pk, code, BEFORE)
    return _compared(request, page, against_before(page["sheet"], code), "cùng kỳ", "")


def _compared(
    request: Request, page: dict[str, Any], compared: Compared | None, word: str, place: str
) -> HttpResponse:
    if compared is None:
        raise Http404
    content = page["sheet"].content
    code, frozen = page["indicator"]["code"], page["lan"]
    base_path = figure_path(page["round"].pk, f"{code}/{place}", frozen)
    if not place:
        row = content["last_year"]
        base_path = figure_path(row["round"], code, row["ordinal"])
        page |= {"last_year": row}
    page |= {"compared": compared, "word": word, "base_path": base_path}
    return render(request, "reporting/compared_page.html", page)


def _page(request: Request, pk: int, code: str, place: str) -> dict[str, Any]:
    """What all of these pages show; for those who see the figures of all units."""
    found, sheet, frozen = seen(request, pk)
    indicator = sheet.indicator(code)
    if indicator is None or not receives(request.user, found):
        raise Http404
    lan = frozen.ordinal if frozen else 0
    path = figure_path(found.pk, f"{code}/{place}", lan)
    return {
        "round": found,
        "sheet": sheet,
        "frozen": frozen,
        "lan": lan,
        "indicator": indicator,
        "whose_plan": whose_plan(sheet, code) if place in (PLAN, PLANNED) else "",
        "total": sheet.total(code),
        "total_path": figure_path(found.pk, code, lan),
        "hand_changes": hand_changes(frozen, path) if frozen else (),
    }
