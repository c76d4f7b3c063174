"""What a person and a unit were told inside the system; opening a notice is reading it."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from haidang.chasing import commands, rules
from haidang.chasing.models import Notice
from haidang.chasing.queries import notices_of, unread_count
from haidang.web.posting import posts_from
from haidang.web.request import Request

ON_A_PAGE = 50


def notices(request: Request) -> HttpResponse:
    user = request.user
    page = Paginator(notices_of(user), ON_A_PAGE).get_page(request.GET.get("trang"))
    context = {
        "page": page,
        "rows": [(row, rules.may_read(user, row)) for row in page.object_list],
        "unread": unread_count(user),
    }
    return render(request, "chasing/notices.html", context)


@posts_from("../../")
def read_notice(request: Request, pk: int) -> HttpResponse:
    notice = get_object_or_404(Notice.objects.visible_to(request.user), pk=pk)
    commands.read_notice(notice=notice, by=request.user)
    return redirect(notice.url)
