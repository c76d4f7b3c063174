"""A regime made, changed, renewed and taken out of use."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from haidang.errors import Incomplete, WrongState
from haidang.orgs.models import User
from haidang.reporting import commands
from haidang.reporting.models import Regime
from haidang.reporting.ready import READY
from haidang.reporting.regime_facts import facts_of
from haidang.reporting.regime_gates import refuse_unless_may_set
from haidang.web.forms.plans import show_refusal
from haidang.web.forms.regimes import RegimeForm
from haidang.web.posting import posts_from
from haidang.web.request import Request
from haidang.web.views.reporting.regimes import visible


def settable(user: User, pk: int) -> Regime:
    """The regime, for whoever sets it up; refused for the others who see it."""
    found = visible(user, pk)
    refuse_unless_may_set(user, found.receiver_id)
    return found


@require_http_methods(["GET", "HEAD", "POST"])
def make_regime(request: Request) -> HttpResponse:
    refuse_unless_may_set(request.user, request.user.seat.pk)
    form = RegimeForm(request.POST or None, seat=request.user.seat)
    if form.is_valid():
        try:
            made = commands.make_regime(facts=form.facts(), by=request.user)
        except Incomplete as refusal:
            show_refusal(form, refusal)
        else:
            messages.success(request, f"Đã lập “{made}”. Nay thêm các mục của đề cương.")
            return redirect("regime", made.pk)
    status = 422 if form.errors else 200
    return render(request, "regimes/make.html", {"form": form}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def edit_regime(request: Request, pk: int) -> HttpResponse:
    found = settable(request.user, pk)
    form = RegimeForm(request.POST or None, seat=request.user.seat, facts=facts_of(found))
    if form.is_valid():
        try:
            commands.edit_regime(regime=found, facts=form.facts(), by=request.user)
        except Incomplete as refusal:
            show_refusal(form, refusal)
        except WrongState as refusal:
            form.add_error(None, refusal.message)
        else:
            messages.success(request, "Đã lưu chế độ báo cáo.")
            return redirect("regime", found.pk)
    context = {"form": form, "regime": found}
    return render(request, "regimes/make.html", context, status=422 if form.errors else 200)


@posts_from("../../")
def load_regime(request: Request, slug: str) -> HttpResponse:
    """Make a regime that stands ready, for a group of units under the person's authority."""
    if slug not in READY:
        raise Http404
    seat = request.user.seat
    refuse_unless_may_set(request.user, seat.pk)
    group = get_object_or_404(seat.groups, pk=request.POST.get("nhom") or 0)
    office = seat.offices.first()
    made = commands.load_regime(
        receiver=seat, reporters=group, through=office, ready=READY[slug], by=request.user
    )
    messages.success(request, f"Đã lập “{made}”. Xem lại các ô trước khi mở kỳ.")
    return redirect("regime", made.pk)


@posts_from("../")
def revise_regime(request: Request, pk: int) -> HttpResponse:
    made = commands.revise_regime(regime=settable(request.user, pk), by=request.user)
    messages.success(request, "Đã lập phiên bản mới. Kỳ đã mở giữ đề cương cũ.")
    return redirect("regime", made.pk)


@posts_from("../")
def retire_regime(request: Request, pk: int) -> HttpResponse:
    found = settable(request.user, pk)
    try:
        commands.retire_regime(regime=found, reason=request.POST.get("reason", ""), by=request.user)
        messages.success(request, "Chế độ báo cáo này thôi dùng; kỳ đang mở vẫn đi tiếp.")
    except Incomplete as refusal:
        messages.error(request, refusal.message)
    return redirect("regime", found.pk)
