"""The check before a unit sends its report, the sending, and the receipt."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from haidang.errors import Incomplete, Issue, WrongState
from haidang.reporting import checks, commands
from haidang.reporting.models import Report
from haidang.reporting.queries.doubts import doubts_of
from haidang.reporting.queries.filling import Step, steps_of
from haidang.reporting.sheet import fingerprint
from haidang.reporting.unfilled import unfilled_in
from haidang.web.request import Request, number_asked
from haidang.web.views.reporting.filling import own_report, report_page

ANSWER = "answer-"


def submit_report(request: Request, pk: int) -> HttpResponse:
    found = own_report(request, pk)
    issues: tuple[Issue, ...] = ()
    if request.method == "POST":
        try:
            answer_and_send(request, found)
        except Incomplete as refusal:
            issues = refusal.issues
        except WrongState as refusal:
            # Sent twice, from two pages or by a double click: the one sending stands.
            messages.info(request, refusal.message)
            return redirect("report", pk)
        else:
            return redirect("report-receipt", pk)
    steps = steps_of(found)
    page = report_page(request, found, steps) | check_page(found, steps, issues)
    return render(request, "reporting/submit.html", page)


def answer_and_send(request: Request, found: Report) -> None:
    """Keep the answers to the warnings, then send."""
    doubts = doubts_of(found) if found.is_editable else []
    codes = {row.code: row.answer for row in doubts if row.section is None}
    notes = {
        code: said
        for code, stands in codes.items()
        if (said := request.POST.get(f"{ANSWER}{code}")) is not None and said.strip() != stands
    }
    if notes:
        commands.explain_figures(report=found, notes=notes, by=request.user)
    commands.submit_report(
        report=found,
        by=request.user,
        no_secret="no_secret" in request.POST,
        attempt=number_asked(request.POST.get("attempt", "")),
    )


def check_page(found: Report, steps: list[Step], issues: tuple[Issue, ...]) -> dict[str, Any]:
    """What keeps the report back, each with its place, and what only looks wrong."""
    if not found.is_editable or found.counted_to is None:
        return {"issues": issues}
    stands = issues or checks.before_submitting(found, no_secret=True)
    open_codes = {row.indicator.code for step in steps if step.is_open for row in step.rows}
    doubts = doubts_of(found)
    return {
        "issues": issues,
        "words_differ": [row for row in doubts if row.section is not None],
        "unfilled": sum(len(unfilled_in(step)) for step in steps),
        "blocking": [(issue, place_of(issue, steps)) for issue in stands],
        "doubts": [
            (doubt, doubt.code in open_codes)
            for doubt in first_of_each(row for row in doubts if row.section is None)
        ],
    }


def first_of_each(doubts: Iterable[Any]) -> list[Any]:
    """The warnings of one figure as one: it is answered once."""
    found: dict[str, Any] = {}
    for doubt in doubts:
        found.setdefault(doubt.code, doubt)
    return list(found.values())


def place_of(issue: Issue, steps: Iterable[Step]) -> int | None:
    """The section in which an issue is mended."""
    place, _, part = issue.field.rpartition("-")
    if place == "section":
        return number_asked(part)
    for step in steps:
        if any(row.indicator.code == place for row in step.rows):
            return step.section.ordinal
    return None


def report_receipt(request: Request, pk: int) -> HttpResponse:
    """What was sent, when, by whom and to whom: for whoever sent it and whoever received it."""
    rows = Report.objects.visible_to(request.user).select_related(
        "unit", "round__regime__receiver", "round__regime__through", "round__period"
    )
    found = get_object_or_404(rows.with_progress(), pk=pk)
    sendings = found.submissions.select_related("by__unit", "recall").order_by("-attempt")
    asked = number_asked(request.GET.get("lan", ""))
    sent = sendings.filter(attempt=asked).first() if asked else sendings.first()
    if sent is None:
        raise Http404
    content = sent.content
    page = {
        "report": found,
        "sent": sent,
        "mark": fingerprint(content),
        "figures": len(content["figures"]),
        "prose": len(content["prose"]),
        "burden": content.get("burden"),
        "warnings": content.get("warnings", []),
        "is_last": sent.attempt == found.attempt,
        "is_own": found.unit_id == request.user.unit_id,
    }
    return render(request, "reporting/receipt_page.html", page)
