"""Correcting an entry, and taking it back. What somebody else changed meanwhile is shown first."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from haidang.activities import commands, rules
from haidang.activities.facts import changes_between, facts_of, tidied
from haidang.activities.models import Activity, Closing
from haidang.activities.queries import doers_of
from haidang.errors import Incomplete, NotAllowed
from haidang.plans.overtaking import Overtaken
from haidang.web.forms.activities import CorrectForm, WithdrawForm, filled
from haidang.web.request import Request
from haidang.web.views.activities.acts import changes_in_words
from haidang.web.views.activities.adjusting import with_way_to_adjust
from haidang.web.views.activities.filling import (
    catalogue_of,
    tell,
    tell_the_rest,
    with_other_kind,
)


@require_http_methods(["GET", "HEAD", "POST"])
def correct_activity(request: Request, pk: UUID) -> HttpResponse:
    activity = _own_entry(request, pk)
    offered = catalogue_of(activity.unit, entry=activity)
    typed = request.POST if request.method == "POST" else None
    form = CorrectForm(typed, initial=filled(activity), **offered)
    if "choose" in request.POST:
        form = with_other_kind(form, activity.unit)
    elif request.method == "POST" and not form.is_valid():
        tell_the_rest(form, activity.unit, activity)
    elif request.method == "POST" and _corrected(request, activity, form):
        told = "Đã sửa. Bản trước vẫn còn trong lịch sử."
        messages.success(request, with_way_to_adjust(request, activity, told))
        return redirect("activity", activity.pk)
    closed = Closing.objects.over(doers_of(activity), activity.on).first()
    context = {"form": form, "activity": activity, "closed": closed}
    if getattr(form, "was_overtaken", False):
        context["differing"] = _differing(activity.pk, form)
    return render(request, "activities/correct.html", context, status=form.status_of_page)


@require_http_methods(["GET", "HEAD", "POST"])
def withdraw_activity(request: Request, pk: UUID) -> HttpResponse:
    activity = _own_entry(request, pk)
    form = WithdrawForm(request.POST or None, initial={"seen": activity.version})
    if request.method == "POST" and form.is_valid():
        try:
            commands.withdraw_activity(activity=activity, by=request.user, **form.cleaned_data)
            told = "Đã rút lại. Hoạt động này không tính vào số liệu nào nữa."
            messages.success(request, with_way_to_adjust(request, activity, told))
            return redirect("activity", activity.pk)
        except Incomplete as refusal:
            tell(form, refusal)
        except Overtaken as error:
            form = form.seen_now(error)
    context = {"form": form, "activity": activity}
    return render(request, "activities/withdraw.html", context, status=form.status)


def _own_entry(request: Request, pk: UUID) -> Activity:
    seen = Activity.objects.visible_to(request.user).select_related("unit", "kind", "task")
    activity = get_object_or_404(seen, pk=pk)
    if not rules.may_correct(request.user, activity):
        raise NotAllowed("Chỉ người của đơn vị, hoặc chuyên viên, mới được sửa hoạt động này.")
    return activity


def _differing(pk: UUID, form: CorrectForm) -> list[tuple[str, str, str]]:
    """What stands now and what was typed here, side by side, so that neither is lost."""
    now = Activity.objects.select_related("unit", "kind", "task").get(pk=pk)
    return changes_in_words(changes_between(facts_of(now), tidied(form.facts())))


def _corrected(request: Request, activity: Activity, form: CorrectForm) -> bool:
    try:
        commands.correct_activity(
            activity=activity,
            facts=form.facts(),
            by=request.user,
            seen=form.cleaned_data["seen"],
            reason=form.cleaned_data["reason"],
        )
    except Incomplete as refusal:
        tell(form, refusal)
        return False
    except Overtaken as error:
        form.seen_now(error)
        return False
    return True
