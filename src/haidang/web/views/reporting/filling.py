"""A unit's report: its list of sections, one section, and sending it."""

import datetime as dt
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from haidang import clock
from haidang.errors import Incomplete, Issue
from haidang.reporting import commands, rules
from haidang.reporting.entered import Entered
from haidang.reporting.models import Report
from haidang.reporting.queries.burden import burden_in
from haidang.reporting.queries.filling import Step, steps_of
from haidang.web.forms.reporting import entered_from
from haidang.web.request import Request, number_asked
from haidang.web.views.reporting import states
from haidang.web.views.reporting.section import doubts_in, is_filled, next_of, section_page
from haidang.web.views.reporting.sending import sending_page


def own_report(request: Request, pk: int) -> Report:
    rows = Report.objects.visible_to(request.user).with_progress()
    related = rows.select_related(
        "unit", "round__regime__receiver", "round__regime__fed_by", "round__period", "fed_from"
    )
    found = get_object_or_404(related, pk=pk)
    if not rules.owns(request.user, found):
        raise Http404
    return found


def report(request: Request, pk: int) -> HttpResponse:
    rows = Report.objects.visible_to(request.user).select_related("unit")
    found = get_object_or_404(rows, pk=pk)
    if not rules.owns(request.user, found):
        return redirect("review-report", pk)
    found = own_report(request, pk)
    return render(request, "reporting/report.html", report_page(request, found, steps_of(found)))


def report_page(request: Request, found: Report, steps: list[Step]) -> dict[str, Any]:
    tags = [(step, states.shown_step(step, is_returned=found.is_returned)) for step in steps]
    return {
        "report": found,
        "state": states.shown(found),
        "figures": [(step, tag) for step, tag in tags if step.section.kind == "figures"],
        "prose": [(step, tag) for step, tag in tags if step.section.kind == "prose"],
        "is_filled": is_filled(steps),
        "remarks": [remark for step in steps for remark in step.remarks],
        "next": next((step for step in steps if step.is_open and not is_done(step)), None),
        "sent": found.submissions.select_related("recall").order_by("-attempt"),
        "may_fill": rules.may_fill(request.user, found) and found.is_editable,
        "burden": burden_in(steps) if found.counted_to else None,
        "is_over": found.round.last_counted < clock.today(),
        **sending_page(request, found),
    }


def is_done(step: Step) -> bool:
    return step.state in {"done", "nothing"} and step.is_mended


@require_POST
def start_report(request: Request, pk: int) -> HttpResponse:
    found = commands.start_report(report=own_report(request, pk), by=request.user)
    filled = found.figures.filter(value__isnull=False).count()
    asked = found.figures.count()
    messages.success(request, f"Đã điền sẵn {filled}/{asked} chỉ tiêu từ nhật ký.")
    return redirect("report", pk)


@require_POST
def refresh_figures(request: Request, pk: int) -> HttpResponse:
    commands.refresh_figures(report=own_report(request, pk), by=request.user)
    messages.success(request, "Đã lấy số mới từ nhật ký. Số đã sửa tay giữ nguyên.")
    ordinal = number_asked(request.POST.get("muc", ""))
    return redirect("report", pk) if ordinal is None else redirect("report-section", pk, ordinal)


def report_section(request: Request, pk: int, ordinal: int) -> HttpResponse:
    seen = clock.now()
    found = own_report(request, pk)
    steps = steps_of(found)
    step = next((one for one in steps if one.section.ordinal == ordinal), None)
    if step is None:
        raise Http404
    typed: dict[str, Entered] = {}
    issues: tuple[Issue, ...] = ()
    taking = "take" in request.POST
    if request.method == "POST" and not taking:
        typed = entered_from(request.POST, [row.indicator.code for row in step.rows])
        try:
            save(request, found, step, typed)
        except Incomplete as refusal:
            issues = refusal.issues
        else:
            return saved(request, found, steps, step)
    page = section_page(request, found, steps, step, typed, issues)
    page["seen"] = request.POST.get("seen", "") if taking else seen.isoformat()
    template = "reporting/figures.html" if step.rows else "reporting/prose.html"
    return render(request, template, page)


def save(request: Request, found: Report, step: Step, typed: dict[str, Entered]) -> None:
    seen, section = moment_asked(request.POST.get("seen", "")), step.section
    if step.rows:
        commands.save_figures(
            report=found, section=section, figures=typed, by=request.user, seen=seen
        )
        return
    text = request.POST.get("text", "")
    commands.save_prose(report=found, section=section, text=text, by=request.user, seen=seen)


def saved(request: Request, found: Report, steps: list[Step], step: Step) -> HttpResponse:
    """Go on to the next section; stay where a figure looks wrong and the page did not say so."""
    told = {name.removesuffix("-note") for name in request.POST if name.endswith("-note")}
    new = [one for one in doubts_in(found, step) if one.code not in told and not one.answer]
    if new:
        messages.warning(request, f"Đã lưu mục {step.section}; xem lại {new[0].message}")
        return redirect("report-section", found.pk, step.section.ordinal)
    messages.success(request, f"Đã lưu mục {step.section}.")
    return next_of(found, steps, step)


def moment_asked(text: str) -> dt.datetime | None:
    """The moment that a page was made, as it says itself; None where it does not."""
    try:
        moment = dt.datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else None
