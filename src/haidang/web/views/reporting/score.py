"""What one unit was scored, why, and its asking for another look."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from haidang.errors import Incomplete
from haidang.reporting import commands, rules
from haidang.reporting.enums import Criterion
from haidang.reporting.models import Report
from haidang.reporting.queries.evaluation import scores_of, scoring_rules
from haidang.reporting.queries.progress import receives
from haidang.web.forms.evaluation import ContestForm
from haidang.web.request import Request
from haidang.web.views.reporting.placing import Standing, standing_in
from haidang.web.views.reporting.review import seen_report


def report_score(request: Request, pk: int) -> HttpResponse:
    found = seen_report(request, pk)
    form = ContestForm(request.POST or None)
    issues: tuple[Any, ...] = ()
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            commands.contest_score(
                report=found,
                criterion=Criterion(given["criterion"]),
                words=given["words"],
                by=request.user,
            )
        except Incomplete as refusal:
            issues = tuple(refusal.issues)
        else:
            messages.success(request, "Đã gửi đề nghị xem lại. Trả lời sẽ hiện ở trang này.")
            return redirect("report-score", pk)
    page = score_page(request, found) | {"form": form, "issues": issues}
    return render(request, "reporting/score.html", page)


def score_page(request: Request, found: Report) -> dict[str, Any]:
    rule = scoring_rules(found.round.regime.receiver)[0]
    # Where a unit stands among the others is for it and for its authority to see.
    is_theirs = rules.owns(request.user, found) or receives(request.user, found.round)
    standing = standing_in(found.round, rule) if is_theirs else Standing({}, None, 0)
    return {
        "report": found,
        "rule": rule,
        "score": scores_of(found.round, rule, [found])[found.pk],
        "place": standing.places.get(found.pk),
        "count": standing.count,
        "mean": standing.mean,
        "contests": found.contests.select_related("by__unit", "ruling__by__unit"),
        "receives": receives(request.user, found.round),
        "may_contest": rules.may_contest(request.user, found),
    }
