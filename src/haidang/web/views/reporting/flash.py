"""Flash reports: one short form for a phone, and what the leader sees."""

from uuid import UUID, uuid4

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from haidang.chasing.commands import tell_of_flash
from haidang.errors import Incomplete, NotAllowed
from haidang.orgs.models import User
from haidang.reporting import commands, rules
from haidang.reporting.models import Flash
from haidang.reporting.queries.flashes import flash_regimes, flashes_of
from haidang.web.forms.flash import FlashForm
from haidang.web.forms.plans import show_refusal
from haidang.web.posting import posts_from
from haidang.web.request import Request


@require_http_methods(["GET", "HEAD", "POST"])
def send_flash(request: Request) -> HttpResponse:
    """Show the form to who may send one, and the flash reports that the person may read."""
    user = request.user
    regimes = flash_regimes(user)
    regimes = [row for row in regimes if user.unit and rules.may_send_flash(user, row, user.unit)]
    form = FlashForm(request.POST or None, regimes=regimes, initial={"id": uuid4()})
    if request.method == "POST" and form.is_valid():
        try:
            flash = _sent(form, user)
        except Incomplete as refusal:
            show_refusal(form, refusal)
        else:
            messages.success(request, f"Đã gửi {flash.regime.receiver}. Mã: {flash.receipt}.")
            return redirect("flash", flash.pk)
    context = {"form": form, "regimes": regimes, "rows": flashes_of(user)[:50]}
    return render(request, "regimes/send_flash.html", context, status=422 if form.errors else 200)


@transaction.atomic
def _sent(form: FlashForm, by: User) -> Flash:
    """Send it and tell the leaders in one go: sent means told."""
    if by.unit is None:
        raise NotAllowed("Tài khoản này chưa thuộc đơn vị nào.")
    flash = commands.send_flash(**form.cleaned_data, unit=by.unit, by=by)
    if flash.by_id == by.pk:  # else a colleague sent the same form before, and told
        tell_of_flash(flash=flash, by=by)
    return flash


@require_safe
def flash(request: Request, pk: UUID) -> HttpResponse:
    found = get_object_or_404(flashes_of(request.user), pk=pk)
    may_see = rules.may_see_flash(request.user, found) and not found.seen_at
    return render(request, "regimes/flash.html", {"flash": found, "may_see": may_see})


@posts_from("../")
def see_flash(request: Request, pk: UUID) -> HttpResponse:
    found = get_object_or_404(flashes_of(request.user), pk=pk)
    commands.see_flash(flash=found, by=request.user)
    messages.success(request, "Đã ghi là lãnh đạo đã xem; đơn vị gửi thấy điều này.")
    return redirect("flash", found.pk)
