"""Moving the deadline of a round, by hand or as the plan has it now."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from haidang.chasing.commands import tell_of_deadline
from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.orgs.models import User
from haidang.reporting import commands
from haidang.reporting.models import Round
from haidang.reporting.queries.progress import receives
from haidang.reporting.queries.rounds import moved_by_plan
from haidang.web.forms.plans import show_refusal
from haidang.web.forms.rounds import MoveDeadlineForm
from haidang.web.posting import posts_from
from haidang.web.request import Request


@posts_from("../")
def move_deadline(request: Request, pk: int) -> HttpResponse:
    found = _received(request.user, pk)
    form = MoveDeadlineForm(request.POST)
    if form.is_valid():
        try:
            told = _moved(found, request.user, **form.cleaned_data)
        except Incomplete as refusal:
            show_refusal(form, refusal)
        else:
            messages.success(
                request, f"Đã dời hạn và báo cho {told} đơn vị; bản đang soạn giữ nguyên."
            )
            return redirect("round", found.pk)
    return render(
        request, "reporting/move_deadline.html", {"round": found, "form": form}, status=422
    )


@posts_from("../")
def follow_plan(request: Request, pk: int) -> HttpResponse:
    """Move the deadline to the day that an amendment of the plan names, at one press."""
    found = _received(request.user, pk)
    task = moved_by_plan(found)
    if task is None or task.due_on is None:
        raise WrongState("Kế hoạch không còn đổi hạn của kỳ này.")
    reason = f"Theo {task.plan}"
    told = _moved(found, request.user, due_on=task.due_on, reason=reason[:300], task=task)
    messages.success(request, f"Đã dời hạn theo kế hoạch sửa đổi và báo cho {told} đơn vị.")
    return redirect("round", found.pk)


@transaction.atomic
def _moved(found: Round, by: User, **given: Any) -> int:
    """Move it and tell the units in one go: nobody keeps to a day that is no more."""
    return tell_of_deadline(round=commands.move_deadline(round=found, by=by, **given), by=by)


def _received(user: User, pk: int) -> Round:
    rounds = Round.objects.visible_to(user).select_related("regime__receiver", "period", "task")
    found = get_object_or_404(rounds, pk=pk)
    if not receives(user, found):
        raise NotAllowed("Chỉ chuyên viên tổng hợp của cơ quan nhận mới được dời hạn.")
    return found
