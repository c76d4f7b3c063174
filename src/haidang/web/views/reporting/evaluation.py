"""The scores of a round: all units by the rule in force, beside another rule if asked."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from haidang.errors import Incomplete
from haidang.reporting import commands, rules
from haidang.reporting.evaluation.criteria import weights_of
from haidang.reporting.evaluation.scoring import mean_of, ranked
from haidang.reporting.models import Contest, Report, Round, ScoringRule
from haidang.reporting.queries.bases import kept_bases
from haidang.reporting.queries.evaluation import (
    contests_of,
    scored_reports,
    scores_of,
    scoring_rules,
)
from haidang.web.forms.evaluation import AnswerForm, RuleForm
from haidang.web.posting import posts_from
from haidang.web.request import Request, number_asked
from haidang.web.views.reporting.sums import received_round

OF_A_PAGE = 60


def evaluation(request: Request, pk: int) -> HttpResponse:
    found = received_round(request, pk)
    return render(request, "reporting/evaluation.html", evaluation_page(request, found))


def evaluation_page(request: Request, found: Round) -> dict[str, Any]:
    rules_kept = scoring_rules(found.regime.receiver)
    return {
        "round": found,
        "rule": rules_kept[0],
        "weights": (weights := weights_of(rules_kept[0].criteria)),
        "most": sum(row.points for row in weights),
        "rules": rules_kept,
        **_scored(request, found, rules_kept),
        "contests": [(row, AnswerForm(prefix=str(row.pk))) for row in contests_of(found)],
        "commendations": found.commendations.select_related("revision__edition__document"),
        "kept_bases": kept_bases(found.regime.receiver),
        "may_score": rules.may_score(request.user, found.regime.receiver),
        "may_commend": rules.may_consolidate(request.user, found),
    }


def _scored(request: Request, found: Round, kept: list[ScoringRule]) -> dict[str, Any]:
    """One page of units, the best first, beside what another rule would give them."""
    reports, other = scored_reports(found), _other(request, kept)
    scores = scores_of(found, kept[0], reports)
    beside = scores_of(found, other, reports) if other else {}
    places, places_beside = ranked(scores), ranked(beside)
    last = len(reports) + 1
    reports.sort(key=lambda row: (places.get(row.pk, last), row.unit.name))
    page = Paginator(reports, OF_A_PAGE).get_page(request.GET.get("trang"))
    rows = [
        {
            "report": row,
            "score": scores[row.pk],
            "place": places.get(row.pk),
            "beside": beside.get(row.pk),
            "place_beside": places_beside.get(row.pk),
        }
        for row in page
    ]
    return {
        "other": other,
        "page": page,
        "rows": rows,
        "mean": mean_of(scores[pk] for pk in places),
    }


def _other(request: Request, kept: list[ScoringRule]) -> ScoringRule | None:
    asked = number_asked(request.GET.get("so-voi", ""))
    return next((row for row in kept[1:] if row.ordinal == asked), None)


def scoring_rule(request: Request, pk: int) -> HttpResponse:
    """What the units of this authority are scored by, and saying it anew."""
    found = received_round(request, pk)
    authority = found.regime.receiver
    kept = scoring_rules(authority)
    form = RuleForm(request.POST or None, weights=weights_of(kept[0].criteria))
    page = {
        "round": found,
        "form": form,
        "rules": kept,
        "may_score": rules.may_score(request.user, authority),
    }
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        try:
            commands.set_scoring_rule(
                authority=authority, weights=form.weights, reason=reason, by=request.user
            )
        except Incomplete as refusal:
            return render(request, "reporting/scoring_rule.html", page | {"issues": refusal.issues})
        messages.success(request, "Đã đặt cách chấm mới. Cách chấm trước vẫn được lưu để so.")
        return redirect("evaluation", pk)
    return render(request, "reporting/scoring_rule.html", page)


@posts_from("../../")
def answer_contest(request: Request, pk: int, contest: int) -> HttpResponse:
    found = received_round(request, pk)
    asked = get_object_or_404(Contest, pk=contest, report__round=found)
    form = AnswerForm(request.POST, prefix=str(contest))
    if form.is_valid():
        given = form.cleaned_data
        commands.answer_contest(
            contest=asked, percent=given["percent"], words=given["words"], by=request.user
        )
        messages.success(request, f"Đã trả lời {asked.report.unit}.")
        return redirect("evaluation", pk)
    page = evaluation_page(request, found)
    page["contests"] = [
        (row, form if row.pk == contest else answer) for row, answer in page["contests"]
    ]
    return render(request, "reporting/evaluation.html", page, status=422)


@posts_from("../danh-gia/")
def commendation(request: Request, pk: int) -> HttpResponse:
    """Write the Tờ trình for the units that were ticked."""
    found = received_round(request, pk)
    chosen = [number for word in request.POST.getlist("units") if (number := number_asked(word))]
    reports = Report.objects.standing().filter(round=found, pk__in=chosen).select_related("unit")
    try:
        written = commands.propose_commendation(round=found, reports=list(reports), by=request.user)
    except Incomplete as refusal:
        messages.error(request, " ".join(issue.message for issue in refusal.issues))
        return redirect("evaluation", pk)
    messages.success(request, "Đã lập Tờ trình kèm danh sách và minh chứng của từng điểm.")
    return redirect("document", written.revision.edition.document_id)
