"""Rules for hours: read by whoever signs in, kept by the administrator of the highest authority."""

from typing import Any

from django.contrib import messages
from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from haidang.broadcast import rules
from haidang.broadcast.commands import keep_hours_rule, load_hours_rules
from haidang.broadcast.hours_given import GIVEN
from haidang.broadcast.models import HoursRule
from haidang.broadcast.station_facts import rule_words
from haidang.errors import NotAllowed
from haidang.ledger.queries import history_of
from haidang.web.acting import done
from haidang.web.forms.radio.hours_rules import HoursRuleForm, rule_standing
from haidang.web.posting import posts_from
from haidang.web.request import Request


@require_http_methods(["GET", "HEAD", "POST"])
def hours_rules(request: Request) -> HttpResponse:
    form = _form(request)

    def keep() -> HoursRule:
        assert form is not None
        return keep_hours_rule(facts=form.given(), by=request.user)

    if form and (row := done(form, keep)):
        messages.success(request, f"Đã thêm quy định “{row}”.")
        return redirect("hours-rules")
    used = Count("station", filter=Q(station__is_retired=False))
    rows = [(row, _said(row)) for row in HoursRule.objects.annotate(used=used)]
    lacks = {facts.name for facts in GIVEN} - {row.name for row, _ in rows}
    page = {"rows": rows, "form": form, "lacks": len(lacks) if form else 0}
    status = 422 if form and form.errors else 200
    return render(request, "radio/hours_rules.html", page, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def hours_rule(request: Request, pk: int) -> HttpResponse:
    row = get_object_or_404(HoursRule, pk=pk)
    form = _form(request, initial=rule_standing(row))

    def keep() -> HoursRule:
        assert form is not None
        return keep_hours_rule(facts=form.given(), rule=row, by=request.user)

    if form and done(form, keep):
        messages.success(request, "Đã sửa quy định.")
        return redirect("hours-rule", pk)
    used = row.station_set.filter(is_retired=False).count()
    page = {"rule": row, "said": _said(row), "form": form, "used": used, "acts": _acts(row)}
    status = 422 if form and form.errors else 200
    return render(request, "radio/hours_rule.html", page, status=status)


@posts_from("../")
def bring_hours_rules(request: Request) -> HttpResponse:
    brought = load_hours_rules(by=request.user)
    messages.success(request, f"Đã thêm {len(brought)} quy định tham khảo.")
    return redirect("hours-rules")


def _form(request: Request, **given: Any) -> HoursRuleForm | None:
    """The form, for whoever keeps the rules. Refuses with NotAllowed who would write without."""
    if rules.may_keep_rules(request.user):
        return HoursRuleForm(request.POST or None, **given)
    if request.method == "POST":
        raise NotAllowed(rules.KEEPER_OF_RULES)
    return None


def _said(row: HoursRule) -> list[tuple[str, str]]:
    return [(name, words) for name, words in rule_words(row).items() if words and name != "tên"]


def _acts(row: HoursRule) -> list[dict[str, Any]]:
    """What was done to a rule, the newest first."""
    return [
        {
            "changes": entry.get_details().get("changes", []),
            "by": entry.by or "hệ thống",
            "at": entry.at,
        }
        for entry in history_of(row).select_related("by__unit")
    ]
