"""What a unit says of an entry in which another one named it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect

from haidang.activities import commands, rules
from haidang.activities.models import Activity
from haidang.orgs.models import User
from haidang.web.posting import posts_from
from haidang.web.request import Request


def _to_entry(request: Request, pk: UUID) -> HttpResponse:
    return redirect("activity", pk)


@posts_from(_to_entry)
def decline_part(request: Request, pk: UUID) -> HttpResponse:
    """Take the person's own unit out of an entry; without a reason the words say what lacks."""
    entry = get_object_or_404(Activity.objects.visible_to(request.user), pk=pk)
    unit, reason = request.user.unit, request.POST.get("reason", "")
    if unit is None:
        return redirect("activity", pk)
    commands.decline_part(activity=entry, unit=unit, reason=reason, by=request.user)
    messages.success(request, f"Đã báo {entry.unit}: {unit} không tham gia “{entry.title}”.")
    return redirect("activities")


def may_decline(user: User, entry: Activity) -> bool:
    """Whether this person's unit is named as one that took part, and the person may say no."""
    if user.unit is None or entry.is_withdrawn or user.unit not in entry.partners:
        return False
    return rules.may_log(user, user.unit)
