"""Two sendings of one report side by side: what changed, and which remark each change answers."""

from django.http import Http404, HttpResponse
from django.shortcuts import render

from haidang.reporting import rules
from haidang.reporting.queries.attempts import compared
from haidang.web.request import Request, number_asked
from haidang.web.views.reporting import states
from haidang.web.views.reporting.review import seen_report


def compare_attempts(request: Request, pk: int) -> HttpResponse:
    found = seen_report(request, pk)
    attempt = number_asked(request.GET.get("lan", "")) or found.attempt
    pair = compared(found, attempt)
    if pair is None:
        raise Http404
    page = {
        "report": found,
        "state": states.shown(found),
        "pair": pair,
        "attempts": range(2, found.attempt + 1),
        "is_own": rules.owns(request.user, found),
    }
    return render(request, "reporting/attempts_compared.html", page)
