"""What a person sees after a decision: the page anew, or with a script the part that changed."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string

from haidang.plans.models import Plan
from haidang.plans.overtaking import Overtaken
from haidang.web.request import Request, number_asked
from haidang.web.views.plans.review import address_of, reading_page, visible_plans

MANNER = ("loc", "goc")


def seen_of(request: Request) -> int | None:
    """The version that the person's page showed, where the form tells it."""
    return number_asked(str(request.POST.get("seen", "")))


def back(request: Request, plan: Plan, said: str, **asked: object) -> HttpResponse:
    """Return to the reading page, as it was shown, with words on what was done."""
    return _shown(request, plan, said, "success", asked)


def overtaken(request: Request, plan: Plan, error: Overtaken, **asked: object) -> HttpResponse:
    """Show what somebody else changed in between; nothing was done."""
    return _shown(request, plan, error.message, "warning", asked)


def _shown(
    request: Request, plan: Plan, said: str, kind: str, asked: dict[str, object]
) -> HttpResponse:
    kept = {name: request.POST.get(name, "") for name in MANNER}
    address = address_of(plan, **asked, **kept)
    if not request.htmx:
        messages.add_message(request, getattr(messages, kind.upper()), said)
        return redirect(address)
    fresh = get_object_or_404(visible_plans(request.user), pk=plan.pk)
    wanted = {name: str(value) for name, value in asked.items() if value}
    page = reading_page(fresh, request.user, {**wanted, **kept})
    response = render(request, "plans/plan.html#reading", page)
    response.write(render_to_string("plans/said.html", {"said": said, "kind": kind}))
    response["HX-Push-Url"] = address
    return response
