"""Addresses of what waits on a device."""

from django.urls import URLPattern, URLResolver, path

from haidang.web.views import outbox
from haidang.web.views.activities import sending

urlpatterns: list[URLPattern | URLResolver] = [
    path("sw.js", outbox.service_worker, name="service-worker"),
    path("cho-gui/", outbox.outbox, name="outbox"),
    path("ghi/gui/", sending.send_activity, name="send-activity"),
    path("ghi/gui/<uuid:pk>/", sending.send_file, name="send-file"),
    path("ghi/gui/<uuid:pk>/hoan-tac/", sending.undo_activity, name="undo-activity"),
]
