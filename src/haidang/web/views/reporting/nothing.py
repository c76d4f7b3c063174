"""“Không phát sinh” for all that is still empty: listed by name, and confirmed."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from haidang.errors import Incomplete
from haidang.reporting import commands
from haidang.reporting.models import Figure, Report
from haidang.reporting.queries.filling import Step, steps_of
from haidang.reporting.unfilled import unfilled_in
from haidang.web.request import Request, number_asked
from haidang.web.views.reporting.filling import own_report


def say_nothing_happened(request: Request, pk: int) -> HttpResponse:
    found = own_report(request, pk)
    asked = number_asked(request.POST.get("muc", "") or request.GET.get("muc", ""))
    if request.method == "POST":
        codes = request.POST.getlist("code")
        try:
            said = commands.say_nothing_happened(report=found, codes=codes, by=request.user)
        except Incomplete as refusal:
            messages.info(request, refusal.message)
        else:
            messages.success(request, f"Đã ghi “Không phát sinh” cho {len(said)} chỉ tiêu.")
        return back(found, asked)
    empty = [(step, rows) for step in steps_of(found) if (rows := of_asked(step, asked))]
    if not empty:
        messages.info(request, "Không còn chỉ tiêu nào để trống.")
        return back(found, asked)
    return render(request, "reporting/nothing.html", confirmation(found, empty, asked))


def of_asked(step: Step, asked: int | None) -> list[Figure]:
    return unfilled_in(step) if asked in {None, step.section.ordinal} else []


def confirmation(
    found: Report, empty: list[tuple[Step, list[Figure]]], asked: int | None
) -> dict[str, Any]:
    number = sum(len(rows) for _, rows in empty)
    return {"report": found, "empty": empty, "asked": asked, "number": number}


def back(found: Report, asked: int | None) -> HttpResponse:
    """To where it was pressed: one section, or the check before sending."""
    if asked is None:
        return redirect("submit-report", found.pk)
    return redirect("report-section", found.pk, asked)
