"""Packages of bulletins: those that went out and came in, writing one, taking one in."""

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from haidang.broadcast import bulletin_rules as rules
from haidang.broadcast.commands import receive_package, send_package
from haidang.broadcast.models import Exchanged
from haidang.broadcast.queries.bulletins import cleared_bulletins
from haidang.errors import Incomplete
from haidang.orgs.models import Unit, User
from haidang.web.forms.radio.bulletins import PackageForm
from haidang.web.posting import posts_from
from haidang.web.request import Request, number_asked

SHOWN = 100
LARGEST = 201_000_000


@require_safe
def packages(request: Request) -> HttpResponse:
    user = request.user
    may_make = user.unit is not None and rules.may_make(user, user.unit)
    cleared = cleared_bulletins(user.unit)[:SHOWN] if may_make and user.unit else []
    context = {
        "rows": _in_sight(user)[:SHOWN],
        "cleared": [one for one in cleared if rules.may_make(user, one.unit)],
        "may_make": may_make,
        "form": PackageForm(),
    }
    return render(request, "radio/packages.html", context)


@posts_from("../")
def pack_bulletin(request: Request) -> HttpResponse:
    pk = number_asked(request.POST.get("bulletin", ""))
    unit = request.user.unit
    bulletin = cleared_bulletins(unit).filter(pk=pk).first() if unit and pk else None
    if bulletin is None:
        raise Http404
    sent = send_package(bulletin=bulletin, by=request.user)
    messages.success(request, f"Đã lập gói {sent.identifier}. Tải về để gửi sang hệ thống khác.")
    return redirect("packages")


@posts_from("../")
def take_package(request: Request) -> HttpResponse:
    file, unit = request.FILES.get("file"), request.user.unit
    if file is None or unit is None or (file.size or 0) > LARGEST:
        messages.error(request, "Chọn một gói bản tin (.zip), không quá 200 MB.")
        return redirect("packages")
    try:
        row = receive_package(unit=unit, content=file.read(), by=request.user, name=file.name or "")
    except Incomplete as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, f"Đã nhận gói {row.identifier}: bản tin là bản nháp, chưa duyệt.")
    return redirect("packages")


@require_safe
def package(request: Request, pk: int) -> HttpResponseBase:
    row = next(iter(_in_sight(request.user).filter(pk=pk)), None)
    if row is None:
        raise Http404
    headers = {"Content-Disposition": f'attachment; filename="ban-tin-{row.pk}.zip"'}
    return HttpResponse(row.file.read(), content_type="application/zip", headers=headers)


def _in_sight(user: User) -> QuerySet[Exchanged]:
    rows = Exchanged.objects.select_related("unit", "by", "bulletin", "file")
    if user.sees_everything():
        return rows
    return rows.filter(unit__in=Unit.objects.visible_to(user))
