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
# Wagtail would write accounts, roles and their rights behind the back of our commands.
ACCOUNTS = {"wagtailusers_users", "wagtailusers_groups", "wagtailadmin_account"}
# It would keep any file as it came: a secret one (N19), a photo with its position, in no ledger's
# sight; and fetch what stands at an address (N29).
FILES = {
    "wagtaildocs",
    "wagtaildocs_chooser",
    "wagtailimages",
    "wagtailimages_chooser",
    "wagtailembeds",
}
# wagtail-localize's own screens keep words in no ledger's sight, and publish what they hold.
TRANSLATING = {"wagtail_localize"}


def _refuse_closed(request: Request) -> None:
    match = request.resolver_match
    asked = {*match.namespaces, match.url_name} if match else set()
    if asked & ACCOUNTS:
        raise NotAllowed("Tài khoản và vai trò được mở ở phần quản trị của Hải Đăng.")
    if asked & FILES:
        raise NotAllowed("Bàn biên tập chưa nhận tệp và ảnh: chúng phải qua kiểm tra trước.")
    if asked & TRANSLATING:
        raise NotAllowed("Bản dịch được làm ở trang của từng tin, bài, mục Dịch.")


def guarded(view: View) -> View:
    """Let editors and administrators in, and nobody else; not even they to the accounts."""

    @wraps(view)
    def guarded_view(request: Request, *args: Any, **kwargs: Any) -> HttpResponse:
        if not rules.may_use_desk(request.user):
            raise NotAllowed("Bàn biên tập chỉ dành cho biên tập viên và người quản trị.")
        _refuse_closed(request)
        response = view(request, *args, **kwargs)
        # A preview went through the portal's middleware, whose policy forbids every frame.
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
