"""The coverage of a plan: which unit below answered which item how, silent ones first (N4)."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from haidang import clock
from haidang.chasing.rules import may_remind
from haidang.orgs.models import User
from haidang.plans import rules
from haidang.plans.cascade import asking, base_of, items_of
from haidang.plans.enums import How
from haidang.plans.models import Plan
from haidang.plans.queries.coverage import SILENT, Cell, Coverage, UnitRow, Wish, coverage_of
from haidang.web import wording
from haidang.web.addresses import address_of
from haidang.web.forms.coverage import CoverageForm
from haidang.web.request import Request, number_asked
from haidang.web.sheets import XLSX, Value, workbook
from haidang.web.templatetags.kit import icon
from haidang.web.templating import escaped
from haidang.web.views.plans.review import visible_plans

ON_A_PAGE = 25
WORDS = {**{how.value: how.label for how in How}, SILENT: "chưa trả lời"}
SIGNS = {
    How.TAKEN_UP.value: ("sign-done", "sign ok"),
    How.ADAPTED.value: ("pencil",),
    How.WAIVED.value: ("minus",),
    SILENT: ("circle-question-mark",),
}
BLANK = SafeString('<td class="blank"></td>')
MOST_ROWS = 4_000  # units in a workbook: every commune of the country


@require_safe
def coverage(request: Request, pk: int) -> HttpResponse:
    """Show units × items, silences first; `tep=xlsx` gives the same as a workbook."""
    plan = covered(request.user, pk)
    if (base := base_of(plan)) != plan:
        return redirect("coverage", base.pk)
    tasks = list(items_of(plan))
    asks = asking(tasks)
    form = CoverageForm(request.GET, tasks)
    wish = wish_of(form, number_asked(request.GET.get("trang", "")) or 1)
    if request.GET.get("tep") == "xlsx":
        found = coverage_of(plan, replace(wish, start=0, most=MOST_ROWS), tasks, asks)
        answer = HttpResponse(sheet_of(found), content_type=XLSX)
        answer["Content-Disposition"] = f'attachment; filename="do-phu-{plan.year}.xlsx"'
        return answer
    found = coverage_of(plan, wish, tasks, asks)
    rows = [(row, drawn(row, plan)) for row in found.rows]
    page = {"plan": plan, "found": found, "form": form, "asks": asks, "rows": rows}
    page["may_remind"] = plan.unit == request.user.seat and may_remind(request.user)
    return render(request, "plans/coverage.html", page | pages_of(found, wish))


@require_safe
def coverage_unit(request: Request, pk: int, unit: int) -> HttpResponse:
    """Show what one unit said of each item, with its words and reasons."""
    plan = get_object_or_404(visible_plans(request.user), pk=pk)
    if not rules.may_see_coverage(request.user, plan) and request.user.unit_id != unit:
        raise Http404
    found = coverage_of(plan, Wish(units=[unit], most=1))
    if not found.rows:
        raise Http404
    row = found.rows[0]
    context = {"plan": plan, "row": row, "cells": said_first(row)}
    return render(request, "plans/coverage_unit.html", context)


def covered(user: User, pk: int) -> Plan:
    """A plan whose coverage the person may see."""
    plan = get_object_or_404(visible_plans(user), pk=pk)
    if not rules.may_see_coverage(user, plan):
        raise Http404
    return plan


def wish_of(form: CoverageForm, page: int) -> Wish:
    """What the address asks for; what it says wrongly counts as not said."""
    form.is_valid()
    said = form.cleaned_data
    return Wish(
        state=said.get("state", ""),
        item=number_asked(said.get("muc", "")),
        words=said.get("ten", "").strip(),
        start=(page - 1) * ON_A_PAGE,
        most=ON_A_PAGE,
    )


def pages_of(found: Coverage, wish: Wish) -> dict[str, Any]:
    """Where the shown rows stand among all that were kept."""
    number = wish.start // wish.most + 1
    return {
        "first": wish.start + 1,
        "last": wish.start + len(found.rows),
        "before": number - 1,
        "after": number + 1 if wish.start + wish.most < found.of else 0,
    }


def drawn(row: UnitRow, plan: Plan) -> SafeString:
    """The cells of a unit as the table has them: a thousand on a page, too many for a template."""
    address = address_of("coverage-unit", plan.pk, row.unit.pk)
    name = escaped(str(row.unit))
    return SafeString("".join(_cell(cell, address, name) for cell in row.cells))


def _cell(cell: Cell, address: str, name: str) -> str:
    if not (state := cell.state):
        return BLANK
    said = f"{name}, {escaped(cell.task.label)}: {WORDS[state]}"
    link = f'<a class="cell" href="{address}#muc-{cell.task.pk}" title="{said}">'
    return f'<td class="{state}">{link}{signs()[state]}</a></td>'


@cache
def signs() -> dict[str, SafeString]:
    """The sign of each state, with its word read aloud."""
    return {
        state: format_html('{}<span class="hide">{}</span>', icon(*named), WORDS[state])
        for state, named in SIGNS.items()
    }


def said_first(row: UnitRow) -> list[Any]:
    """The cells of a unit that are its own, silent ones first."""
    own = [cell for cell in row.cells if cell.is_given]
    return sorted(own, key=lambda cell: cell.answer is not None)


def sheet_of(found: Coverage) -> bytes:
    """The rows and columns of the page as .xlsx, in words."""
    now = clock.now()
    columns = [("Đơn vị", 30), ("Đã trả lời", 11), ("Chưa trả lời", 11)]
    columns += [(f"{row.task.label} {row.task.title}"[:60], 18) for row in found.items]
    at = f"{wording.clock_time(now)} ngày {wording.day(now)}"
    notes = [f"Kế hoạch {found.plan}, năm {found.plan.year}; lúc {at}; {found.of} đơn vị."]
    return workbook("Độ phủ kế hoạch chi tiết", columns, _lines(found), notes=notes)


def _lines(found: Coverage) -> Iterator[list[Value]]:
    for row in found.rows:
        said = [_said(cell.state, cell.answer) for cell in row.cells]
        yield [row.unit.short_name, row.answered, row.silent, *said]


def _said(state: str, answer: Any) -> Value:
    if not state:
        return None
    more = f": {answer.reason}" if answer and answer.reason else ""
    return f"{WORDS[state]}{more}"
