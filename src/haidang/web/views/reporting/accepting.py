"""The reports that wait, each with its checks: those without anything to look at are ticked."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from haidang.errors import NotAllowed, Refused
from haidang.reporting import commands, judged, rules
from haidang.reporting.enums import ReportStatus
from haidang.reporting.models import Report, Round
from haidang.reporting.queries.filling import steps_of
from haidang.reporting.queries.review import Finding, findings_of, needs_a_look, waiting_in
from haidang.reporting.queries.sources import ended_in
from haidang.web.request import Request, number_asked

OF_A_PAGE = 20  # each is checked against its log and the year before
Row = tuple[Report, list[Finding], bool]


def accept_reports(request: Request, pk: int) -> HttpResponse:
    """List the reports that wait with what was found in each, and accept those that were ticked."""
    rounds = Round.objects.visible_to(request.user).select_related("regime__receiver", "period")
    found = get_object_or_404(rounds, pk=pk)
    if not rules.may_consolidate(request.user, found):
        raise NotAllowed("Chỉ chuyên viên tổng hợp của cơ quan nhận mới tiếp nhận báo cáo.")
    if request.method == "POST":
        if not request.POST.getlist("report"):
            messages.warning(request, "Chưa đánh dấu báo cáo nào.")
            return redirect("accept-reports", pk)
        accept_ticked(request, found)
        return redirect("round", pk)
    shown = Paginator(waiting_in(found.pk), OF_A_PAGE).get_page(request.GET.get("trang"))
    rows = [row_of(report) for report in shown]
    clean = sum(is_clean for *_, is_clean in rows)
    page = {"round": found, "page": shown, "rows": rows, "clean": clean}
    return render(request, "reporting/accept_reports.html", page)


def deciding_page(request: Request, found: Round) -> dict[str, Any]:
    """What a round's page offers its receiver: the first report that waits, units that ended."""
    may_review = rules.may_consolidate(request.user, found)
    return {
        "may_review": may_review,
        "first": waiting_in(found.pk).first() if may_review else None,
        "ended": ended_in(found),
    }


def row_of(report: Report) -> Row:
    findings = findings_of(report, steps_of(report))
    is_clean = not needs_a_look(findings) and not judged.before_accepting(report, "")
    return report, findings, is_clean


def accept_ticked(request: Request, found: Round) -> None:
    """Accept one after the other; what cannot be, or was moved since it was shown, is told."""
    asked = [number_asked(text) for text in request.POST.getlist("report")]
    ticked = [pk for pk in asked if pk is not None]
    accepted = 0
    for report in waiting_in(found.pk).filter(pk__in=ticked):
        seen = number_asked(request.POST.get(f"seen-{report.pk}", ""))
        try:
            if report.status == ReportStatus.SUBMITTED:
                report = commands.begin_review(report=report, by=request.user, seen=seen)
                seen = report.version
            commands.accept_report(report=report, by=request.user, seen=seen)
        except Refused as refusal:
            messages.warning(request, f"{report.unit}: {refusal.message}")
        else:
            accepted += 1
    if accepted:
        messages.success(request, f"Đã tiếp nhận {accepted} báo cáo.")


@require_POST
def hand_over_reports(request: Request, pk: int) -> HttpResponse:
    """Let those that go on for units that ended report in their place."""
    found = get_object_or_404(Round.objects.visible_to(request.user), pk=pk)
    heirs = commands.hand_over_reports(round=found, by=request.user)
    names = ", ".join(str(report.unit) for report in heirs)
    messages.success(request, f"Đã chuyển cho đơn vị kế thừa báo cáo: {names}.")
    return redirect("round", pk)
