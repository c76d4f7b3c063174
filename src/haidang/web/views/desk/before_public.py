"""One page before each act that the public sees: what it does, what is asked, and a way back."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render

from haidang.errors import Incomplete, NotAllowed
from haidang.newsroom.addresses import address_of
from haidang.newsroom.models import Story
from haidang.newsroom.queries.visible import visible_stories
from haidang.web.forms.plans import show_refusal
from haidang.web.forms.publishing import PublishForm
from haidang.web.request import Request


@dataclass(frozen=True, slots=True)
class Asked:
    """The words of an act: its heading, what it does, its button; a grave one is red."""

    heading: str
    words: str
    button: str
    is_grave: bool = False


def asked(
    request: Request,
    story: Story,
    form: PublishForm,
    act: Asked,
    do: Callable[[], object],
    done: str,
) -> HttpResponse:
    """Show the page, or do the act and lead back to the story; what is missed stands on the form.

    Refusals that no form can mend become pages of their own.
    """
    if request.method == "POST" and form.is_valid():
        try:
            do()
        except Incomplete as refusal:
            show_refusal(form, refusal)
        else:
            messages.success(request, done)
            return redirect("story", story.pk)
    page = {"story": story, "form": form, "act": act, "address": address_of(story)}
    status = 422 if form.errors else 200
    return render(request, "desk/before_public.html", page, status=status)


def typed(request: Request) -> QueryDict | None:
    """What a form is bound to: also one of which nothing was typed, once it is sent."""
    return request.POST if request.method == "POST" else None


def story_of(request: Request, pk: int) -> Story:
    """The story that a person at work may see; others do not exist for them."""
    seen = visible_stories(request.user).select_related("unit__acts_for", "locale")
    story: Story = get_object_or_404(seen, pk=pk)
    return story


def refuse_others(may: bool) -> None:
    """Refuse with NotAllowed before anything is asked."""
    if not may:
        raise NotAllowed("Việc này dành cho biên tập viên, lãnh đạo của cơ quan có bài.")
