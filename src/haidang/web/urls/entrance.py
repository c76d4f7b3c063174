"""Addresses that belong to no room: sign-in, sign-out, one's own settings, help."""

from django.contrib.auth import views as auth
from django.urls import URLPattern, URLResolver, path

from haidang.web.views import kit, my_settings, pages
from haidang.web.views.entrance import SignIn

urlpatterns: list[URLPattern | URLResolver] = [
    path("dang-nhap/", SignIn.as_view(), name="sign-in"),
    path("dang-xuat/", auth.LogoutView.as_view(), name="sign-out"),
    path("giao-dien/", pages.choose_theme, name="choose-theme"),
    path("toi/", my_settings.my_settings, name="my-settings"),
    path("toi/viec-nen/<uuid:job>/", my_settings.run_job_again, name="run-job-again"),
    path("tro-giup/", pages.show_help, name="help"),
    path("kha-nang-tiep-can/", pages.accessibility, name="accessibility"),
    path("thanh-phan/", kit.kit, name="kit"),
]
