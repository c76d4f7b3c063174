"""The list of stories: one's own, those on their way, all; by kind, language and words."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from haidang.newsroom.queries.desk_lists import (
    ALL,
    MINE,
    ON_THE_WAY,
    lines_of,
    stories_wanted,
)
from haidang.newsroom.queries.homes import units_to_write_for
from haidang.newsroom.writing_rules import may_write
from haidang.web.forms.desk.story_list import FilterForm
from haidang.web.request import Request

WHICH = ((MINE, "Của tôi"), (ON_THE_WAY, "Đang chờ duyệt"), (ALL, "Tất cả"))
A_PAGE = 30


@require_http_methods(["GET", "HEAD"])
def stories(request: Request) -> HttpResponse:
    form = FilterForm(request.GET)
    wanted = form.wanted()
    pages = Paginator(stories_wanted(request.user, wanted), A_PAGE)
    page = pages.get_page(request.GET.get("trang"))
    context = {
        "form": form,
        "which": wanted.which,
        "choices": WHICH,
        "page": page,
        "lines": list(lines_of(page.object_list)),
        "asked": form.query(),
        "may_write": any(
            may_write(request.user, unit) for unit in units_to_write_for(request.user)
        ),
    }
    return render(request, "desk/stories.html", context)
