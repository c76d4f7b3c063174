"""Writing: beginning a story, its form, dropping a draft."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from haidang.errors import Incomplete, NotAllowed
from haidang.newsroom import writing_rules as rules
from haidang.newsroom.commands import writing
from haidang.newsroom.models import Story
from haidang.newsroom.queries.homes import units_to_write_for
from haidang.newsroom.versions import newest
from haidang.plans.overtaking import Overtaken
from haidang.web.forms.desk.writing import DraftForm, StoryForm, standing
from haidang.web.forms.plans import show_refusal
from haidang.web.posting import posts_from
from haidang.web.request import Request
from haidang.web.views.desk.story import story_seen, story_written
from haidang.web.views.desk.writing_page import writing_page

NEXT = {"anh": "choose-pictures", "tep": "story-files", "xem": "preview-story"}


@require_http_methods(["GET", "HEAD", "POST"])
def draft_story(request: Request) -> HttpResponse:
    units = [
        unit for unit in units_to_write_for(request.user) if rules.may_write(request.user, unit)
    ]
    if not units:
        raise NotAllowed("Tài khoản này không viết tin, bài.")
    asked = {
        name: request.GET[name] for name in ("kind", "section", "title") if name in request.GET
    }
    form = DraftForm(request.POST or None, units=units, initial=asked)
    if request.method == "POST" and form.is_valid():
        try:
            story = writing.draft_story(by=request.user, **form.cleaned_data)
            return redirect("edit-story", story.pk)
        except Incomplete as error:
            show_refusal(form, error)
    return render(
        request, "desk/draft_story.html", {"form": form}, status=422 if form.errors else 200
    )


@require_http_methods(["GET", "HEAD", "POST"])
def edit_story(request: Request, pk: int) -> HttpResponse:
    story = story_written(request.user, pk)
    if not rules.may_edit(request.user, story):
        raise NotAllowed(
            "Chỉ người viết bài và người làm nội dung của đơn vị mới được sửa bài này."
        )
    if story.written_from:
        return redirect("translate-story", story.pk, story.language)
    page = newest(story)
    form = StoryForm(request.POST or None, page=page, initial=_standing(page))
    if request.method == "POST" and _saved(request, form, story):
        return _onward(request, story)
    context = writing_page(request, story, page, form)
    return render(request, "desk/edit_story.html", context, status=422 if form.errors else 200)


@posts_from("../")
def drop_draft(request: Request, pk: int) -> HttpResponse:
    story = story_seen(request.user, pk)
    writing.drop_draft(story=story, by=request.user)
    messages.success(request, f"Đã bỏ bản nháp “{story.title}”.")
    return redirect("stories")


def _saved(request: Request, form: StoryForm, story: Story) -> bool:
    if not form.is_valid():
        return False
    seen = form.cleaned_data["seen"] or 0
    try:
        writing.edit_story(story=story, seen=seen, by=request.user, **form.given())
    except Overtaken as error:
        form.overtaken_by(error)
    except Incomplete as error:
        show_refusal(form, error)
    return not form.errors


def _onward(request: Request, story: Story) -> HttpResponse:
    onward = NEXT.get(request.POST.get("tiep", ""), "story")
    messages.success(request, "Đã lưu bài.")
    return redirect(onward, story.pk)


def _standing(page: Story) -> dict[str, Any]:
    return standing(page, page.get_parent().specific.key)
