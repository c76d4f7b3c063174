"""Addresses of the home screens."""

from django.urls import URLPattern, URLResolver, path
from django.views.generic import RedirectView

from haidang.web.views.work.home import work

urlpatterns: list[URLPattern | URLResolver] = [
    path("", RedirectView.as_view(pattern_name="work"), name="home"),
    path("viec/", work, name="work"),
]
