"""One report before its reviewer: what was reported, what to look at, remarks and the decision."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from haidang.errors import Incomplete, Issue
from haidang.reporting import commands, rules
from haidang.reporting.enums import ReportStatus
from haidang.reporting.models import Report
from haidang.reporting.queries.filling import Step, steps_of
from haidang.reporting.queries.progress import last_year
from haidang.reporting.queries.review import findings_of
from haidang.web.forms.reporting import REMARK_KINDS, ReturnForm, remarks_from
from haidang.web.request import Request
from haidang.web.views.reporting import states


def seen_report(request: Request, pk: int) -> Report:
    rows = Report.objects.visible_to(request.user).with_progress()
    related = rows.select_related(
        "unit", "round__regime__receiver", "round__period", "submitted_by__unit"
    )
    return get_object_or_404(related, pk=pk)


def review_report(request: Request, pk: int) -> HttpResponse:
    found = seen_report(request, pk)
    if found.unit_id == request.user.unit_id:
        return redirect("report", pk)
    form = ReturnForm(initial={"mend_by": found.round.due_on})
    return render(request, "reporting/review.html", review_page(request, found, form))


def review_page(
    request: Request, found: Report, form: ReturnForm, issues: tuple[Issue, ...] = ()
) -> dict[str, Any]:
    steps = steps_of(found)
    may_review = rules.may_review(request.user, found)
    last = last_year(found)
    return {
        "report": found,
        "state": states.shown(found),
        "steps": [(step, rows_of(request, step, last)) for step in steps],
        "findings": findings_of(found, steps) if found.attempt else [],
        "sent": found.submissions.select_related("by").order_by("-attempt"),
        "earlier_remarks": found.remarks.select_related("section", "indicator"),
        "remark_kinds": REMARK_KINDS,
        "typed": request.POST,
        "form": form,
        "issues": issues,
        "may_begin": may_review and found.can_become(ReportStatus.IN_REVIEW),
        "may_decide": may_review and found.can_become(ReportStatus.ACCEPTED),
    }


def rows_of(request: Request, step: Step, last: dict[int, Any]) -> list[dict[str, Any]]:
    """The places of a section to which a remark can be pinned, with what was typed there."""
    ordinal = step.section.ordinal
    rows = [
        {"row": row, "name": f"{ordinal}-{row.indicator.code}", "last": last.get(row.indicator_id)}
        for row in step.rows
    ]
    places: list[dict[str, Any]] = rows or [{"row": None, "name": str(ordinal)}]
    for place in places:
        place["text"] = request.POST.get(f"remark-{place['name']}", "")
        place["kind"] = request.POST.get(f"kind-{place['name']}", "")
    return places


@require_POST
def begin_review(request: Request, pk: int) -> HttpResponse:
    found = seen_report(request, pk)
    commands.begin_review(report=found, by=request.user)
    messages.success(request, f"{found.unit} không sửa được báo cáo trong khi xem xét.")
    return redirect("review-report", pk)


@require_POST
def return_report(request: Request, pk: int) -> HttpResponse:
    found, form = seen_report(request, pk), ReturnForm(request.POST)
    steps = steps_of(found)
    places = [
        (step.section.ordinal, code)
        for step in steps
        for code in ([row.indicator.code for row in step.rows] or [""])
    ]
    remarks = remarks_from(request.POST, places)
    mend_by = form.cleaned_data["mend_by"] if form.is_valid() else None
    try:
        commands.return_report(report=found, remarks=remarks, mend_by=mend_by, by=request.user)
    except Incomplete as refusal:
        # The form says itself what is wrong with the day.
        issues = tuple(one for one in refusal.issues if one.field not in form.errors)
        page = review_page(request, found, form, issues)
        return render(request, "reporting/review.html", page)
    messages.success(request, f"Đã trả lại báo cáo của {found.unit} với {len(remarks)} góp ý.")
    return redirect("round", found.round_id)


@require_POST
def accept_report(request: Request, pk: int) -> HttpResponse:
    found = commands.accept_report(report=seen_report(request, pk), by=request.user)
    messages.success(request, f"Đã tiếp nhận báo cáo của {found.unit}.")
    return redirect("round", found.round_id)
