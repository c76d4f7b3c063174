"""A unit takes its report back, or answers a remark in words where nothing is to be changed."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from haidang.errors import Incomplete
from haidang.reporting import commands, rules
from haidang.reporting.enums import ReportStatus
from haidang.reporting.models import Remark, Report
from haidang.web.forms.review import ReasonForm
from haidang.web.request import Request
from haidang.web.views.reporting.review import seen_report


def own(request: Request, pk: int) -> Report:
    """The report, for those whose own it is; else it does not exist."""
    found = seen_report(request, pk)
    if not rules.owns(request.user, found):
        raise Http404
    return found


def recall_report(request: Request, pk: int) -> HttpResponse:
    found, form = own(request, pk), ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        try:
            commands.recall_report(report=found, reason=reason, by=request.user)
        except Incomplete as refusal:
            form.add_error("reason", refusal.message)
        else:
            messages.success(request, "Đã thu hồi báo cáo. Sửa xong thì gửi lại.")
            return redirect("report", pk)
    page = {"report": found, "form": form, "may_recall": found.status == ReportStatus.SUBMITTED}
    return render(request, "reporting/recall.html", page)


@require_POST
def answer_remark(request: Request, pk: int, remark: int) -> HttpResponse:
    found = get_object_or_404(Remark, pk=remark, report=own(request, pk))
    words = request.POST.get("words", "")
    try:
        commands.answer_remark(remark=found, words=words, by=request.user)
    except Incomplete as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, "Đã ghi giải trình; cơ quan nhận thấy khi anh/chị gửi lại.")
    return redirect("report", pk)
