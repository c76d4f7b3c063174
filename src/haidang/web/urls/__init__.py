"""All addresses. Vietnamese in the path, the name of the act in the name of the address."""

from django.urls import URLPattern, URLResolver

from haidang.web.urls import (
    activities,
    amendments,
    cascade,
    catalogue,
    chasing,
    desk_planning,
    documents,
    entrance,
    evaluation,
    goals,
    newsroom,
    occasions,
    official,
    outbox,
    plans,
    regimes,
    reporting,
    work,
)

urlpatterns: list[URLPattern | URLResolver] = [
    *entrance.urlpatterns,
    *work.urlpatterns,
    *goals.urlpatterns,
    *activities.urlpatterns,
    *catalogue.urlpatterns,
    *chasing.urlpatterns,
    *occasions.urlpatterns,
    *outbox.urlpatterns,
    *plans.urlpatterns,
    *cascade.urlpatterns,
    *amendments.urlpatterns,
    *documents.urlpatterns,
    *regimes.urlpatterns,
    *reporting.urlpatterns,
    *official.urlpatterns,
    *evaluation.urlpatterns,
    *desk_planning.urlpatterns,
    *newsroom.urlpatterns,
]
