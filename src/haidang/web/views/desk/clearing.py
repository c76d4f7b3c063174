"""Sending a story to those who clear it, taking it back, and what its page says of that."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from haidang.errors import Incomplete, Issue
from haidang.newsroom import rules, workflow
from haidang.newsroom.commands import clearing
from haidang.newsroom.models import Story
from haidang.newsroom.queries.puts import put_of
from haidang.newsroom.queries.translations import is_stale
from haidang.newsroom.queries.visible import sees_newest
from haidang.newsroom.queries.waiting import step_for
from haidang.newsroom.submitting import before_submitting
from haidang.newsroom.versions import newest
from haidang.web.forms.clearing import SubmitForm
from haidang.web.forms.plans import show_refusal
from haidang.web.posting import posts_from
from haidang.web.request import Request
from haidang.web.views.desk.before_public import story_of
from haidang.web.views.desk.story import story_written


@require_http_methods(["GET", "HEAD", "POST"])
def submit_story(request: Request, pk: int) -> HttpResponse:
    story = story_written(request.user, pk)
    form = SubmitForm(posted(request), is_stale=is_stale(story))
    if request.method == "POST" and form.is_valid():
        try:
            clearing.submit_story(story=story, by=request.user, **form.cleaned_data)
        except Incomplete as refusal:
            show_refusal(form, refusal)
        else:
            messages.success(request, "Đã gửi duyệt: biên tập trước, kiểm tra bảo mật sau.")
            return redirect("story", pk)
    page = {"story": story, "form": form, "issues": [] if form.errors else _lacking(story)}
    return render(request, "desk/submit_story.html", page, status=422 if form.errors else 200)


@posts_from("../")
def recall_story(request: Request, pk: int) -> HttpResponse:
    clearing.recall_story(story=story_of(request, pk), by=request.user)
    messages.success(request, "Đã rút bài về để sửa. Sửa xong thì gửi duyệt lại.")
    return redirect("story", pk)


def posted(request: Request) -> QueryDict | None:
    """What a form was sent with, be it nothing at all."""
    return request.POST if request.method == "POST" else None


def panel(request: Request, story: Story) -> dict[str, Any]:
    """What `desk/parts/g_clearing.html` shows."""
    submission, put = put_of(story)
    counts = workflow.holds(put) if put else False
    may_submit = rules.may_submit(request.user, story) and sees_newest(request.user, story)
    step = step_for(request.user, submission, put) if submission and put else None
    is_decided = put is not None and (workflow.waits_for(put) is None)
    return {
        "submission": submission,
        "put": put,
        "counts": counts,
        "waits_for": workflow.waits_for(put),
        "refusal": workflow.refusal(put) if put and put.is_newest else None,
        "decisions": list(submission.clearances.select_related("by__unit")) if submission else [],
        "step": step,
        "may_submit": may_submit and not counts,
        "may_recall": may_submit and counts and not (put and put.is_urgent) and not story.live,
        "lacking": _lacking(story) if may_submit and not counts else [],
        "is_decided": is_decided,
    }


def _lacking(story: Story) -> list[Issue]:
    return before_submitting(newest(story), stale_said=True)
