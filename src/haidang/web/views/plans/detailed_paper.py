"""The document of a detailed plan: seen as it would be printed, written, and carried out."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_POST, require_safe

from haidang import clock
from haidang.errors import Incomplete
from haidang.plans import commands
from haidang.plans.detailed_document import document_of
from haidang.text.writing import write_html
from haidang.web.forms.cascade import SignerForm
from haidang.web.forms.plans import show_refusal
from haidang.web.request import Request
from haidang.web.views.plans.answering import found_for
from haidang.web.views.plans.detailed import detailed_page, steps_of


@require_safe
def detailed_preview(request: Request, pk: int) -> HttpResponse:
    """Show the document as it would be written now; nothing is kept."""
    detailed = found_for(request.user, pk)
    html = write_html(document_of(detailed, clock.today()))
    context = {
        "plan": detailed.plan,
        "detailed": detailed,
        "silent": sum(step.answer is None for step in steps_of(detailed)),
        # The writer escapes all that came from people; a test of its own says so.
        "paper": mark_safe(html),  # noqa: S308
    }
    return render(request, "plans/detailed_preview.html", context)


@require_POST
def write_detailed_plan(request: Request, pk: int) -> HttpResponse:
    """Write the draft, and open it in the documents room."""
    detailed = found_for(request.user, pk)
    form = SignerForm(request.POST)
    if form.is_valid():
        try:
            revision = commands.write_detailed_plan(
                detailed=detailed, by=request.user, **form.cleaned_data
            )
            messages.success(request, f"Đã lập dự thảo, bản {revision.ordinal}.")
            return redirect("document", revision.edition_id)
        except Incomplete as error:
            show_refusal(form, error)
    page = detailed_page(detailed, {}) | {"signer": form}
    return render(request, "plans/detailed.html", page, status=422)


@require_POST
def adopt_detailed_plan(request: Request, pk: int) -> HttpResponse:
    """Carry out what was issued, and open the plan that it became."""
    detailed = found_for(request.user, pk)
    plan = commands.adopt_detailed_plan(detailed=detailed, by=request.user)
    messages.success(request, f"Đã đưa {plan.tasks.count()} nhiệm vụ vào thực hiện.")
    return redirect("plan", plan.pk)
