"""The door of Wagtail's desk: who comes in, and under which Content-Security-Policy."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from csp.decorators import csp_replace
from django.conf import settings
from django.http import HttpResponse
from wagtail.admin import urls as desk
from wagtail.utils.urlpatterns import decorate_urlpatterns

from haidang.errors import NotAllowed
from haidang.newsroom import rules
from haidang.web.request import Request

View = Callable[..., HttpResponse]
# Wagtail would write accounts, roles and their rights behind the back of our commands.
CLOSED = {"wagtailusers_users", "wagtailusers_groups"}


def guarded(view: View) -> View:
    """Let editors and administrators in, and nobody else; not even they to the accounts."""

    @wraps(view)
    def guarded_view(request: Request, *args: Any, **kwargs: Any) -> HttpResponse:
        if not rules.may_use_desk(request.user):
            raise NotAllowed("Bàn biên tập chỉ dành cho biên tập viên và người quản trị.")
        if request.resolver_match and CLOSED.intersection(request.resolver_match.namespaces):
            raise NotAllowed("Tài khoản và vai trò được mở ở phần quản trị của Hải Đăng.")
        return view(request, *args, **kwargs)

    # Wagtail's own sign-in and password pages declare themselves open; here nothing is.
    guarded_view.login_required = True  # type: ignore[attr-defined]
    return guarded_view


urlpatterns = decorate_urlpatterns(
    decorate_urlpatterns(desk.urlpatterns, guarded), csp_replace(settings.WAGTAIL_DESK_POLICY)
)
