"""Addresses of what was aired."""

from django.urls import URLPattern, URLResolver, path

from haidang.web.views.radio import as_run

urlpatterns: list[URLPattern | URLResolver] = [
    path("phat-thanh/nhat-ky/", as_run.as_run, name="as-run"),
    path("phat-thanh/nhat-ky/ghi/", as_run.tick_sitting, name="tick"),
]
