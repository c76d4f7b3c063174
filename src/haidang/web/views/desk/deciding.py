"""S22 "Kiểm tra": what waits for a decision, and one story as the public will see it."""

from typing import Any

from django.contrib import messages
from django.db.models import prefetch_related_objects
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from haidang.errors import Incomplete
from haidang.newsroom import gate
from haidang.newsroom.asked import facts_asked
from haidang.newsroom.commands import clearing
from haidang.newsroom.enums import Step
from haidang.newsroom.models import Submission
from haidang.newsroom.queries.visible import sees_submission
from haidang.newsroom.queries.waiting import step_for, waiting_for
from haidang.newsroom.story_facts import told
from haidang.orgs.models import User
from haidang.web.forms.clearing import DecideForm
from haidang.web.forms.plans import show_refusal
from haidang.web.request import Request
from haidang.web.views.desk.clearing import posted

BESIDE = ("story__unit__acts_for", "story__unit__parent", "story__locale", "revision")
DONE = "Đã ghi quyết định. Người viết thấy ngay trong trang của bài."


@require_http_methods(["GET", "HEAD"])
@never_cache
def clearances(request: Request) -> HttpResponse:
    return render(request, "desk/clearances.html", {"waiting": waiting_for(request.user)})


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def clear_story(request: Request, pk: int) -> HttpResponse:
    submission = _seen(request.user, pk)
    step = step_for(request.user, submission, gate.standing(submission))
    form = DecideForm(posted(request), step=step or Step.EDITOR)
    if request.method == "POST" and form.is_valid():
        try:
            clearing.clear_story(
                submission=submission, step=_step_asked(request), by=request.user, **form.given()
            )
        except Incomplete as refusal:
            show_refusal(form, refusal)
        else:
            messages.success(request, DONE)
            return redirect("clearances")
    page = _page(request, submission) | {"form": form, "step": step}
    return render(request, "desk/clear_story.html", page, status=422 if form.errors else 200)


def _seen(user: User, pk: int) -> Submission:
    found = Submission.objects.select_related(*BESIDE).filter(pk=pk).first()
    if found is None or not sees_submission(user, found):
        raise Http404
    return found


def _step_asked(request: Request) -> Step:
    """The step that the page was shown for: the command says so where it was decided meanwhile."""
    asked = request.POST.get("step", "")
    return Step(asked) if asked in Step.values else Step.EDITOR


def _page(request: Request, submission: Submission) -> dict[str, Any]:
    page = submission.revision.as_object()
    pictures, files = list(page.pictures.all()), list(page.files.all())
    prefetch_related_objects(pictures, "picture")
    prefetch_related_objects(files, "file")
    words = told(page)
    waiting = waiting_for(request.user)
    return {
        "submission": submission,
        "story": submission.story,
        "page": page,
        "pictures": pictures,
        "files": files,
        "sources": list(page.sources.all()),
        "facts": [words[name] for name in facts_asked(page.kind) if name in words],
        "decisions": list(submission.clearances.select_related("by__unit")),
        "others": [one for one in waiting if one.submission.pk != submission.pk][:3],
    }
