"""Addresses of the log."""

from django.urls import URLPattern, URLResolver, path

from haidang.web.views.activities import (
    attaching,
    correcting,
    evidence,
    journal,
    log,
    partners,
)

urlpatterns: list[URLPattern | URLResolver] = [
    path("ghi/", log.log_activity, name="log-activity"),
    path("nhat-ky/", journal.activities, name="activities"),
    path("n/<uuid:pk>", evidence.activity, name="activity"),
    path("n/<uuid:pk>/sua/", correcting.correct_activity, name="correct-activity"),
    path("n/<uuid:pk>/rut-lai/", correcting.withdraw_activity, name="withdraw-activity"),
    path("n/<uuid:pk>/khong-tham-gia/", partners.decline_part, name="decline-part"),
    path("n/<uuid:pk>/them-anh/", attaching.attach_photo, name="attach-photo"),
    path("n/<uuid:pk>/anh/<int:evidence>/", evidence.activity_photo, name="activity-photo"),
]
