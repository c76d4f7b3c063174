"""Addresses of the home screens."""

from django.urls import URLPattern, URLResolver, path
from django.views.generic import RedirectView

from haidang.web.views.work.home import one_page, work

urlpatterns: list[URLPattern | URLResolver] = [
    path("", RedirectView.as_view(pattern_name="work"), name="home"),
    path("viec/", work, name="work"),
    path("mot-trang/", one_page, name="one-page"),
]
