"""The addresses from which a person's phone fetches the calendar: opened, shown once, revoked."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from haidang.occasions import commands, queries, rules
from haidang.web.posting import posts_from
from haidang.web.request import Request


@require_safe
def calendar_feeds(request: Request) -> HttpResponse:
    return render(request, "occasions/feeds.html", _page(request))


@never_cache
@posts_from("../")
def open_feed(request: Request) -> HttpResponse:
    feed, token = commands.open_feed(by=request.user, for_unit="for_unit" in request.POST)
    address = request.build_absolute_uri(reverse("calendar-feed", args=[token]))
    page = _page(request) | {"opened": feed, "address": address}
    return render(request, "occasions/feeds.html", page)


@posts_from("../../")
def revoke_feed(request: Request, pk: int) -> HttpResponse:
    feed = queries.feeds_of(request.user).filter(pk=pk).first()
    if feed is None:
        raise Http404
    commands.revoke_feed(feed=feed, by=request.user)
    messages.success(request, "Đã thu hồi. Địa chỉ này không mở được nữa.")
    return redirect("calendar-feeds")


def _page(request: Request) -> dict[str, object]:
    user = request.user
    feeds = [(feed, rules.may_revoke(user, feed)) for feed in queries.feeds_of(user)]
    return {
        "feeds": feeds,
        "may_open": rules.may_open(user),
        "may_open_for_unit": rules.may_open_for_unit(user),
    }
