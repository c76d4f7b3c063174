"""Addresses of what was aired."""

from django.urls import URLPattern, URLResolver, path

from haidang.web.views.radio import as_run, month, packages

urlpatterns: list[URLPattern | URLResolver] = [
    path("phat-thanh/nhat-ky/", as_run.as_run, name="as-run"),
    path("phat-thanh/nhat-ky/ghi/", as_run.tick_sitting, name="tick"),
    path("phat-thanh/nhat-ky/thang/", month.month_log, name="month-log"),
    path("phat-thanh/nhat-ky/thang/lap/", month.draw_up_month, name="draw-up-month"),
    path("phat-thanh/goi/", packages.packages, name="packages"),
    path("phat-thanh/goi/lap/", packages.pack_bulletin, name="pack-bulletin"),
    path("phat-thanh/goi/nhan/", packages.take_package, name="take-package"),
    path("phat-thanh/goi/<int:pk>/", packages.package, name="package"),
]
