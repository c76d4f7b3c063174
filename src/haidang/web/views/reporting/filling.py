"""A unit's report: its list of sections, one section, and sending it."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from haidang.errors import Incomplete, Issue
from haidang.reporting import commands, rules
from haidang.reporting.entered import Entered
from haidang.reporting.models import Report
from haidang.reporting.queries.filling import Step, steps_of
from haidang.web.forms.reporting import entered_from
from haidang.web.request import Request, number_asked
from haidang.web.views.reporting import states
from haidang.web.views.reporting.section import next_of, section_page


def own_report(request: Request, pk: int) -> Report:
    rows = Report.objects.visible_to(request.user).with_progress()
    related = rows.select_related("unit", "round__regime__receiver", "round__period")
    return get_object_or_404(related.filter(unit=request.user.unit_id), pk=pk)


def report(request: Request, pk: int) -> HttpResponse:
    found = get_object_or_404(Report.objects.visible_to(request.user), pk=pk)
    if found.unit_id != request.user.unit_id:
        return redirect("review-report", pk)
    found = own_report(request, pk)
    return render(request, "reporting/report.html", report_page(request, found))


def report_page(request: Request, found: Report) -> dict[str, Any]:
    steps = steps_of(found)
    tags = [(step, states.shown_step(step, is_returned=found.is_returned)) for step in steps]
    return {
        "report": found,
        "state": states.shown(found),
        "figures": [(step, tag) for step, tag in tags if step.section.kind == "figures"],
        "prose": [(step, tag) for step, tag in tags if step.section.kind == "prose"],
        "remarks": [remark for step in steps for remark in step.remarks],
        "next": next((step for step in steps if step.is_open and not is_done(step)), None),
        "sent": found.submissions.order_by("-attempt"),
        "may_fill": rules.may_fill(request.user, found) and found.is_editable,
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
    found = own_report(request, pk)
    steps = steps_of(found)
    step = next((one for one in steps if one.section.ordinal == ordinal), None)
    if step is None:
        raise Http404
    typed: dict[str, Entered] = {}
    issues: tuple[Issue, ...] = ()
    if request.method == "POST":
        codes = [row.indicator.code for row in step.rows]
        typed = entered_from(request.POST, codes)
        try:
            save(request, found, step, typed)
        except Incomplete as refusal:
            issues = refusal.issues
        else:
            messages.success(request, f"Đã lưu mục {step.section}.")
            return next_of(found, steps, step)
    page = section_page(request, found, steps, step, typed, issues)
    template = "reporting/figures.html" if step.rows else "reporting/prose.html"
    return render(request, template, page)


def save(request: Request, found: Report, step: Step, typed: dict[str, Entered]) -> None:
    if step.rows:
        commands.save_figures(report=found, section=step.section, figures=typed, by=request.user)
        return
    text = request.POST.get("text", "")
    commands.save_prose(report=found, section=step.section, text=text, by=request.user)


def submit_report(request: Request, pk: int) -> HttpResponse:
    found = own_report(request, pk)
    issues: tuple[Issue, ...] = ()
    if request.method == "POST":
        no_secret = "no_secret" in request.POST
        try:
            commands.submit_report(report=found, by=request.user, no_secret=no_secret)
        except Incomplete as refusal:
            issues = refusal.issues
        else:
            # The page of a report that was sent opens with its receipt.
            return redirect("report", pk)
    page = report_page(request, found) | {"issues": issues}
    return render(request, "reporting/submit.html", page)
