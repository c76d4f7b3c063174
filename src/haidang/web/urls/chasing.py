"""Addresses of chasing, and of the notices inside the system."""

from django.urls import URLPattern, URLResolver, path

from haidang.web.views.chasing import acting, chase, notices

urlpatterns: list[URLPattern | URLResolver] = [
    path("don-doc/", chase.chase, name="chase"),
    path("don-doc/nhac/", acting.remind_units, name="remind-units"),
    path("don-doc/cong-van/", acting.draft_reminder_letter, name="draft-reminder-letter"),
    path("don-doc/hoan-tac/", acting.take_back_reminders, name="take-back-reminders"),
    path("thong-bao/", notices.notices, name="notices"),
    path("thong-bao/<int:pk>/mo/", notices.read_notice, name="read-notice"),
]
