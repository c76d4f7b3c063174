"""The list of a unit's official social accounts, kept by its administrator."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from haidang.errors import Incomplete
from haidang.newsroom import publishing_rules as rules
from haidang.newsroom.commands import accounts
from haidang.newsroom.models import OfficialAccount
from haidang.web.forms.plans import show_refusal
from haidang.web.forms.publishing import AccountForm
from haidang.web.posting import posts_from
from haidang.web.request import Request
from haidang.web.views.desk.before_public import typed


@require_http_methods(["GET", "HEAD", "POST"])
def official_accounts(request: Request) -> HttpResponse:
    unit = request.user.seat
    may_keep = rules.may_keep_accounts(request.user, unit)
    form = AccountForm(typed(request))
    if request.method == "POST" and form.is_valid():
        try:
            accounts.keep_account(unit=unit, by=request.user, **form.cleaned_data)
        except Incomplete as refusal:
            show_refusal(form, refusal)
        else:
            messages.success(request, "Đã thêm vào danh sách; cổng hiện ngay.")
            return redirect("official-accounts")
    rows = OfficialAccount.objects.filter(unit=unit).order_by("is_retired", "network", "name")
    page = {"unit": unit, "rows": list(rows), "form": form, "may_keep": may_keep}
    return render(request, "desk/accounts.html", page, status=422 if form.errors else 200)


@posts_from("../../")
def retire_account(request: Request, pk: int) -> HttpResponse:
    near = OfficialAccount.objects.filter(unit__path__startswith=request.user.seat.path)
    account = get_object_or_404(near, pk=pk)
    accounts.retire_account(account=account, by=request.user)
    messages.success(request, "Đã đưa khỏi danh sách trên cổng.")
    return redirect("official-accounts")
