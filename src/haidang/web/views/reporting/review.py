"""One report before its reviewer: what was reported, what to look at, remarks and the decision."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from haidang import clock
from haidang.errors import Issue
from haidang.plans.queries import habits_of
from haidang.reporting import judged, rules
from haidang.reporting.due import day_to_mend
from haidang.reporting.enums import ReportStatus
from haidang.reporting.models import Report
from haidang.reporting.queries.attempts import compared
from haidang.reporting.queries.filling import steps_of
from haidang.reporting.queries.last_year import LastYear, year_before
from haidang.reporting.queries.progress import receives
from haidang.reporting.queries.review import WAITING, findings_of, last_recall, neighbours_of
from haidang.web.forms.remark_places import REMARK_KINDS, places_of
from haidang.web.forms.review import OpinionForm, QualityForm, ReturnForm
from haidang.web.request import Request
from haidang.web.views.reporting import states
from haidang.web.views.reporting.section import before_words

BESIDE = (
    "unit__kind",
    "round__regime__receiver",
    "round__regime__reviewer",
    "round__period",
    "submitted_by__unit",
    "fed_from__round__regime",
)


def seen_report(request: Request, pk: int) -> Report:
    """The report, for those who may see it; else it does not exist."""
    rows = Report.objects.visible_to(request.user).with_progress()
    return get_object_or_404(rows.select_related(*BESIDE), pk=pk)


def review_report(request: Request, pk: int) -> HttpResponse:
    found = seen_report(request, pk)
    if rules.owns(request.user, found):
        return redirect("report", pk)
    day = day_to_mend(found.round.due_on, clock.today(), habits_of(found.round.regime.receiver))
    form = ReturnForm(initial={"mend_by": day})
    return render(request, "reporting/review.html", review_page(request, found, form))


def review_page(
    request: Request, found: Report, form: ReturnForm, issues: tuple[Issue, ...] = ()
) -> dict[str, Any]:
    steps, last = steps_of(found), year_before(found)
    sections = [
        (step, [(row, last.values.get(row.indicator_id)) for row in step.rows], places)
        for step, places in ((step, places_of(step, request.POST)) for step in steps)
    ]
    is_waiting = found.status in WAITING
    return {
        "report": found,
        "state": states.shown(found),
        "sections": sections,
        **before_page(found, last),
        "findings": findings_of(found, steps) if found.attempt else [],
        "remark_kinds": REMARK_KINDS,
        "form": form,
        "issues": issues,
        "may_decide": rules.may_review(request.user, found) and is_waiting,
        "may_hold": found.status == ReportStatus.SUBMITTED,
        "unsent": [] if is_waiting else [one for *_, rows in sections for one in rows if one.text],
        **attempts_page(found),
        **judgement_page(request, found),
        **neighbours_page(request, found),
    }


def before_page(found: Report, last: LastYear) -> dict[str, Any]:
    """What the figures of a year before are called, and the report that they open to."""
    return {"year_before": before_words(found.round.period), "report_before": last.report}


def attempts_page(found: Report) -> dict[str, Any]:
    """What was sent before, what was remarked on it, and what was taken back."""
    return {
        "sent": found.submissions.select_related("by", "recall__by").order_by("-attempt"),
        "earlier_remarks": found.remarks.select_related("section", "indicator"),
        "compared": compared(found, found.attempt) if found.status in WAITING else None,
        "recall": None if found.submitted_at else last_recall(found),
    }


def judgement_page(request: Request, found: Report) -> dict[str, Any]:
    """What is said of the report: the opinion that is asked for, and its mark."""
    opinions = list(found.opinions.select_related("unit", "by__unit"))
    is_waiting = found.status in WAITING
    reason = request.POST.get("without_opinion", "")
    return {
        "opinions": opinions,
        "lacks_opinion": is_waiting and bool(judged.before_accepting(found, "")),
        "without_opinion": reason,
        "may_opine": is_waiting and rules.may_give_opinion(request.user, found),
        "opinion_form": OpinionForm(),
        "quality": found.qualities.last(),
        "quality_form": QualityForm(request.POST or None),
        "may_mark": found.status == ReportStatus.ACCEPTED and rules.may_review(request.user, found),
    }


def neighbours_page(request: Request, found: Report) -> dict[str, Any]:
    """The way to the next unit, for those who receive the round; others see this report alone."""
    if not receives(request.user, found.round):
        return {"sees_round": False}
    return {"sees_round": True, "neighbours": neighbours_of(found)}
