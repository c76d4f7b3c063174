"""Addresses of the portal, which is open to everybody, and of the desk behind it, which is not."""

from django.contrib.auth.decorators import login_not_required
from django.urls import URLPattern, URLResolver, include, path, re_path
from django.views.generic import RedirectView

from haidang.web import desk
from haidang.web.views.portal.reading import read

# The one place where a page opens without sign-in: what stands under a language, and nothing else.
PORTAL = r"^((?:vi|en|km)/(?:[\w\-]+/)*)$"

urlpatterns: list[URLPattern | URLResolver] = [
    re_path(PORTAL, login_not_required(read), name="wagtail_serve"),
    path(
        "cms/login/",
        login_not_required(RedirectView.as_view(pattern_name="sign-in", query_string=True)),
        name="desk-sign-in",
    ),
    path("cms/", include(desk.urlpatterns)),
]
