"""Addresses of clearing: sending a story, taking it back, what waits, one decision."""

from django.urls import URLPattern, path

from haidang.web.views.desk import clearing, deciding

urlpatterns: list[URLPattern] = [
    path("bai/<int:pk>/gui/", clearing.submit_story, name="submit-story"),
    path("bai/<int:pk>/rut-lai/", clearing.recall_story, name="recall-story"),
    path("kiem-tra/", deciding.clearances, name="clearances"),
    path("kiem-tra/<int:pk>/", deciding.clear_story, name="clear-story"),
]
