"""The roots that signatures are traced to, as the administrator keeps them."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from haidang.documents import commands, rules
from haidang.documents.commands.trusting import ADMINISTRATORS
from haidang.documents.models import TrustedRoot
from haidang.errors import Incomplete, NotAllowed
from haidang.web.forms.plans import show_refusal
from haidang.web.forms.signed import RootForm
from haidang.web.posting import posts_from
from haidang.web.request import Request


@require_http_methods(["GET", "HEAD", "POST"])
def trust_root(request: Request) -> HttpResponse:
    """Show whom the installation trusts, or trust one more; an auditor reads only."""
    may_trust = rules.may_trust(request.user)
    is_reading = request.method != "POST" and request.user.sees_everything()
    if not (may_trust or is_reading):
        raise NotAllowed(ADMINISTRATORS)
    form = RootForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            content = form.cleaned_data["file"].read()
            root = commands.trust_root(content=content, by=request.user)
        except Incomplete as error:
            show_refusal(form, error)
        else:
            messages.success(request, f"Từ nay tin cậy “{root}”. Bản đã ký cần được kiểm tra lại.")
            return redirect("trust-root")
    rows = TrustedRoot.objects.select_related("added_by", "withdrawn_by").order_by("subject", "pk")
    page = {"form": form, "roots": rows, "may_trust": may_trust}
    return render(request, "documents/roots.html", page, status=422 if form.errors else 200)


@posts_from("../../")
def distrust_root(request: Request, pk: int) -> HttpResponse:
    """Trust a root no longer."""
    root = commands.distrust_root(root=get_object_or_404(TrustedRoot, pk=pk), by=request.user)
    messages.success(request, f"Thôi tin cậy “{root}”.")
    return redirect("trust-root")
