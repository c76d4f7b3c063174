"""What laws the proposals of an authority cite: proposed, looked at, kept."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from haidang import clock
from haidang.errors import Incomplete
from haidang.reporting import commands, rules
from haidang.reporting.evaluation.bases import proposed_bases
from haidang.reporting.queries.bases import kept_bases
from haidang.web.forms.evaluation import BasesForm
from haidang.web.request import Request
from haidang.web.views.activities.filling import tell
from haidang.web.views.reporting.sums import received_round


def legal_bases(request: Request, pk: int) -> HttpResponse:
    """Read and keep them; what nobody kept yet stands there as proposed."""
    found = received_round(request, pk)
    authority = found.regime.receiver
    kept = kept_bases(authority)
    words = kept.words if kept else proposed_bases(clock.today())
    form = BasesForm(request.POST or None, initial={"words": "\n".join(words)})
    may_keep = rules.may_score(request.user, authority)
    if request.method == "POST" and form.is_valid():
        try:
            commands.keep_bases(authority=authority, by=request.user, **form.cleaned_data)
        except Incomplete as refusal:
            tell(form, refusal)
        else:
            messages.success(request, "Đã giữ căn cứ. Tờ trình lập từ nay dùng các căn cứ này.")
            return redirect("evaluation", pk)
    page = {"round": found, "form": form, "kept": kept, "may_keep": may_keep}
    return render(request, "reporting/bases.html", page, status=422 if form.errors else 200)
