"""Choosing pictures of the library for a story."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from haidang.errors import NotAllowed
from haidang.newsroom import writing_rules as rules
from haidang.newsroom.commands.writing import edit_story
from haidang.newsroom.models import Story
from haidang.newsroom.queries.media import found, pictures_for
from haidang.newsroom.versions import newest
from haidang.web.forms.desk.story_pictures import with_added
from haidang.web.request import Request, number_asked
from haidang.web.views.desk.story import story_written

A_PAGE = 24


@require_http_methods(["GET", "HEAD", "POST"])
def choose_pictures(request: Request, pk: int) -> HttpResponse:
    story = story_written(request.user, pk)
    if not rules.may_edit(request.user, story):
        raise NotAllowed(
            "Chỉ người viết bài và người làm nội dung của đơn vị mới thêm ảnh vào bài."
        )
    if request.method == "POST":
        return _added(request, story)
    asked = request.GET.get("tim", "")[:100]
    page = Paginator(found(request.user, asked), A_PAGE).get_page(request.GET.get("trang"))
    there = set(newest(story).pictures.values_list("picture", flat=True))
    context: dict[str, Any] = {"story": story, "page": page, "asked": asked, "there": there}
    return render(request, "desk/choose_pictures.html", context)


def _added(request: Request, story: Story) -> HttpResponse:
    wanted = [number for text in request.POST.getlist("anh") if (number := number_asked(text))]
    chosen = pictures_for(request.user).in_bulk(wanted)
    page = newest(story)
    rows = with_added(page, (chosen[number] for number in wanted if number in chosen))
    seen = page.latest_revision_id or 0
    edit_story(story=story, seen=seen, by=request.user, pictures=rows)
    messages.success(request, f"Đã thêm {len(wanted)} ảnh. Xem lại mô tả của từng ảnh.")
    return redirect("edit-story", story.pk)
