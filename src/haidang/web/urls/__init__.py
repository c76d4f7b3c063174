"""All addresses. Vietnamese in the path, the name of the act in the name of the address."""

from django.urls import URLPattern, URLResolver

from haidang.web.urls import (
    activities,
    chasing,
    documents,
    entrance,
    newsroom,
    outbox,
    plans,
    reporting,
    work,
)

urlpatterns: list[URLPattern | URLResolver] = [
    *entrance.urlpatterns,
    *work.urlpatterns,
    *activities.urlpatterns,
    *chasing.urlpatterns,
    *outbox.urlpatterns,
    *plans.urlpatterns,
    *documents.urlpatterns,
    *reporting.urlpatterns,
    *newsroom.urlpatterns,
]
