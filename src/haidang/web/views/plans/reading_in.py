"""Reading an uploaded document in: at once where that is quick, else shown page by page."""

from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_POST

from haidang.errors import Incomplete
from haidang.plans import commands, queries
from haidang.plans.models import Plan
from haidang.web import turns
from haidang.web.forms.plans import PlanFileForm, show_refusal
from haidang.web.request import Request
from haidang.web.views.plans.listing import plans_page
from haidang.web.watching import BUSY, Ends, Steps, Watched, asked_to_retry, in_turn, streamed

PATIENCE = 2.0  # seconds until a page says that it takes longer


@require_POST
def read_in(request: Request) -> HttpResponse | StreamingHttpResponse:
    """Read an uploaded document in; what is wrong with it stands beside the form."""
    form = PlanFileForm(request.POST, request.FILES)
    if not form.is_valid():
        return _form_again(request, form)
    content, name = form.cleaned_data["file"].read(), form.cleaned_data["file"].name
    reading = Watched(in_turn(lambda: _steps(request, content, name)))
    try:
        reading.wait(PATIENCE)
    except turns.Busy:
        form.add_error(None, BUSY)
        return asked_to_retry(_form_again(request, form))
    except Incomplete as error:
        show_refusal(form, error)
        return _form_again(request, form, content)
    if reading.made:
        return redirect("plan", reading.made.pk)
    return streamed(request, reading, _ends(request, content))


def _steps(request: Request, content: bytes, file_name: str) -> Steps[Plan]:
    return commands.read_in_by_steps(
        content=content, file_name=file_name, unit=request.user.seat, by=request.user
    )


def _form_again(request: Request, form: PlanFileForm, content: bytes = b"") -> HttpResponse:
    page = plans_page(request.user, form)
    page["read_before"] = queries.plan_of_file(content, request.user.seat) if content else None
    return render(request, "plans/plans.html", page, status=422)


def _ends(request: Request, content: bytes) -> Ends[Plan]:
    def refused(words: list[str]) -> str:
        twin = queries.plan_of_file(content, request.user.seat)
        return render_to_string("plans/reading_end.html", {"words": words, "twin": twin})

    return Ends(
        "Kế hoạch",
        reverse("plans"),
        "đang tìm nhiệm vụ",
        lambda plan: render_to_string("plans/reading_end.html", {"plan": plan}),
        refused,
    )
