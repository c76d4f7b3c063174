"""Addresses that everybody may open beside the pages of a portal."""

from django.contrib.auth.decorators import login_not_required
from django.urls import URLPattern, re_path

from haidang.web.views.portal.rating import rate

urlpatterns: list[URLPattern] = [
    re_path(r"^(vi|en|km)/danh-gia/$", login_not_required(rate), name="rate-page"),
]
