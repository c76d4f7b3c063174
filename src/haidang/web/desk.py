"""The door of Wagtail's desk: who comes in, and under which Content-Security-Policy."""

from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from csp.decorators import csp_replace
from django.conf import settings
from django.http import HttpResponse
from django.urls import URLPattern, URLResolver
from wagtail.admin import urls as desk

from haidang.errors import NotAllowed
from haidang.newsroom import rules
from haidang.web.request import Request

View = Callable[..., HttpResponse]
# All that is open there: which portal answers on which host, and where an old address leads.
#
# Whatever else Wagtail offers would go past our commands: it writes accounts and roles; it keeps
# any file as it came, a secret one (N19) or a photo with its position; it fetches what stands at an
# address (N29); and it lists, publishes, moves, copies and deletes pages with neither clearance
# (N18), before the eyes of people who may not see them (N17).
OPEN = {"wagtailsites", "wagtailredirects"}
OPEN |= {
    f"wagtailadmin_{name}"
    for name in ("home", "login", "logout", "sprite", "javascript_catalog", "dismissibles")
}


def _refuse_closed(request: Request) -> None:
    match = request.resolver_match
    asked = {*match.namespaces, match.url_name} if match else set()
    if asked.isdisjoint(OPEN):
        raise NotAllowed(
            "Việc này làm ở Hải Đăng, nơi mọi bài, ảnh, tệp và tài khoản đều qua kiểm tra: "
            "Nội dung, Ảnh, Quản trị."
        )


def guarded(view: View) -> View:
    """Let administrators in, and nobody else; not even them to what our commands do."""

    @wraps(view)
    def guarded_view(request: Request, *args: Any, **kwargs: Any) -> HttpResponse:
        if not rules.may_use_desk(request.user):
            raise NotAllowed("Bàn biên tập của Wagtail chỉ dành cho người quản trị.")
        _refuse_closed(request)
        response = view(request, *args, **kwargs)
        # Our own pages' policy forbids what Wagtail's desk is made of.
        del response["Content-Security-Policy"]
        return response

    # django-csp knows only views without arguments.
    closed = cast(View, csp_replace(settings.WAGTAIL_DESK_POLICY)(cast(Any, guarded_view)))
    # Wagtail declares its own sign-in and its API open, and sends strangers to it; here nothing is.
    vars(closed).update(login_required=True, login_url=None)
    return closed


def guard(patterns: list[URLPattern | URLResolver]) -> list[URLPattern | URLResolver]:
    """Put the door before every view of these addresses."""
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            guard(pattern.url_patterns)
        else:
            pattern.callback = guarded(pattern.callback)
    return patterns


urlpatterns = guard(desk.urlpatterns)
