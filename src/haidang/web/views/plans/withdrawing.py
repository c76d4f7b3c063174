"""Taking back a plan that was read in by mistake."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from haidang.errors import Incomplete
from haidang.plans import commands, rules
from haidang.plans.enums import PlanStatus
from haidang.web.forms.plans import WithdrawalForm, show_refusal
from haidang.web.request import Request
from haidang.web.views.plans.review import visible_plans


@require_http_methods(["GET", "HEAD", "POST"])
def withdraw_plan(request: Request, pk: int) -> HttpResponse:
    """Take a plan out of review, with the reason; its document stays in the register."""
    plan = get_object_or_404(visible_plans(request.user), pk=pk)
    is_offered = plan.can_become(PlanStatus.WITHDRAWN) and rules.may_review(request.user, plan)
    if request.method != "POST" and not is_offered:  # who sends it is answered by the command
        raise Http404
    form = WithdrawalForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            commands.withdraw_plan(plan=plan, reason=form.cleaned_data["reason"], by=request.user)
        except Incomplete as error:
            show_refusal(form, error)
        else:
            messages.success(request, f"Đã rút {plan}. Văn bản vẫn còn trong sổ.")
            return redirect("plans")
    context = {"plan": plan, "form": form}
    return render(request, "plans/withdraw.html", context, status=422 if form.errors else 200)
