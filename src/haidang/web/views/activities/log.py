"""Writing in the log: a new activity."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from haidang import clock
from haidang.activities import rules
from haidang.activities.facts import changes_between, facts_of, tidied
from haidang.activities.models import Activity
from haidang.errors import Incomplete, NotAllowed
from haidang.orgs.models import Unit, User
from haidang.web.forms.activities import LogForm
from haidang.web.request import Request, number_asked
from haidang.web.views.activities.attaching import attach_all
from haidang.web.views.activities.filling import (
    Habits,
    as_new,
    catalogue_of,
    empty_form,
    habits_of,
    log_from,
    tell,
    tell_the_rest,
    with_other_kind,
)
from haidang.web.wording import moment


def log_activity(request: Request) -> HttpResponse:
    unit = unit_to_log_for(request)
    if unit is None:
        units = Unit.objects.on(clock.today()).visible_to(request.user)
        return render(request, "activities/choose_unit.html", {"units": units})
    if request.method != "POST":
        offered = catalogue_of(unit)
        habits = habits_of(unit, offered["tasks"])
        form = empty_form(request, unit, offered, habits)
        return _form_page(request, unit, form, habits=habits)
    form = LogForm(request.POST, request.FILES, **catalogue_of(unit))
    if "choose" in request.POST:
        return _form_page(request, unit, with_other_kind(form, unit))
    if not form.is_valid():
        tell_the_rest(form, unit)
        return _form_page(request, unit, form)
    if (activity := _logged(request, unit, form)) is None:
        return _form_page(request, unit, form)
    if changes_between(facts_of(activity), tidied(form.facts())):
        return _form_page(request, unit, as_new(form), already=activity)
    said = f"Đã lưu hoạt động. Mã biên nhận {activity.receipt}"
    messages.success(request, f"{said}, {moment(activity.logged_at, clock.today())}.")
    attach_all(request, activity, form.uploads())
    return redirect("activity", activity.pk)


def _chooses(user: User) -> bool:
    return user.unit is not None and rules.may_log_on_behalf(user, user.unit)


def unit_to_log_for(request: Request) -> Unit | None:
    """For whom this person logs; None while who may choose has not. Refuses with NotAllowed."""
    user = request.user
    if _chooses(user):
        wanted = number_asked(request.GET.get("don-vi", ""))
        seen = Unit.objects.visible_to(user)
        return None if wanted is None else get_object_or_404(seen, pk=wanted)
    if user.unit is None or not rules.may_log(user, user.unit):
        raise NotAllowed("Tài khoản này chỉ xem nhật ký, không ghi hoạt động.")
    return user.unit


def _form_page(
    request: Request,
    unit: Unit,
    form: LogForm,
    already: Activity | None = None,
    habits: Habits | None = None,
) -> HttpResponse:
    habits = habits or habits_of(unit, form.tasks.values())
    context = {
        "form": form,
        "unit": unit,
        "on_behalf": unit != request.user.unit,
        "choice": f"?don-vi={unit.pk}" if _chooses(request.user) else "",
        "last": habits.last,
        "usual": habits.usual,
        "already": already,
    }
    return render(request, "activities/log.html", context)


def _logged(request: Request, unit: Unit, form: LogForm) -> Activity | None:
    try:
        return log_from(form, unit, request.user)
    except Incomplete as refusal:
        tell(form, refusal)
        return None
