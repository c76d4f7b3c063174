"""Corrections after acceptance: all of a round, and those of one report, written down here."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from haidang.errors import Incomplete
from haidang.reporting import commands, rules
from haidang.reporting.models import Report
from haidang.reporting.queries.adjustments import adjusted, adjustments_behind
from haidang.reporting.queries.changed_logs import reports_with_waiting
from haidang.reporting.queries.waiting import waiting_of
from haidang.web.forms.adjusting import AdjustForm
from haidang.web.request import Request
from haidang.web.views.activities.filling import tell
from haidang.web.views.reporting.lineage import sheet_at
from haidang.web.views.reporting.sums import received_round


def adjustments(request: Request, pk: int) -> HttpResponse:
    """What was reported, what was corrected since and what it is now, line by line."""
    found = received_round(request, pk)
    sheet, frozen = sheet_at(found, request.GET.get("lan", ""))
    indicators = {row["code"]: row for row in sheet.indicators}
    totals = [(indicators[code], one) for code, one in adjusted(sheet.content).items()]
    page = {
        "round": found,
        "frozen": frozen,
        "totals": totals,
        "lines": adjustments_behind(sheet.content),
        "waiting": reports_with_waiting(found),
    }
    return render(request, "reporting/adjustments.html", page)


def adjust_report(request: Request, pk: int) -> HttpResponse:
    """The figures of one accepted report that its log does not say any more."""
    related = ("round__regime", "round__period", "unit", "acceptance__submission")
    visible = Report.objects.visible_to(request.user).select_related(*related)
    report = get_object_or_404(visible, pk=pk)
    if report.status != "accepted":
        raise Http404
    form = AdjustForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and _written(request, report, form):
        return redirect("adjust-report", pk)
    page = {
        "report": report,
        "form": form,
        "waiting": waiting_of(report),
        "lines": report.adjustments.select_related("indicator", "by__unit").order_by("-made_at"),
        "may_adjust": rules.may_adjust(request.user, report),
    }
    status = 422 if form.errors else 200
    return render(request, "reporting/adjust_report.html", page, status=status)


def _written(request: Request, report: Report, form: AdjustForm) -> bool:
    reason = form.cleaned_data["reason"]
    try:
        made = commands.adjust_report(report=report, reason=reason, by=request.user)
    except Incomplete as refusal:
        tell(form, refusal)
        return False
    messages.success(request, f"Đã ghi {len(made)} dòng điều chỉnh. Số đã báo cáo giữ nguyên.")
    return True
