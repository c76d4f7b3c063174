"""Addresses of the editorial calendar."""

from django.urls import URLPattern, URLResolver, path

from haidang.web.views.desk import calendar, ideas, planning

urlpatterns: list[URLPattern | URLResolver] = [
    path("noi-dung/", calendar.editorial_calendar, name="editorial-calendar"),
    path("noi-dung/them/", planning.plan_story, name="plan-story"),
    path("noi-dung/goi-y/", ideas.story_ideas, name="story-ideas"),
    path("noi-dung/ke-hoach/<int:pk>/", planning.planned_story, name="planned-story"),
    path("noi-dung/ke-hoach/<int:pk>/sua/", planning.change_planned, name="change-planned"),
    path("noi-dung/ke-hoach/<int:pk>/chuyen/", planning.move_planned, name="move-planned"),
    path("noi-dung/ke-hoach/<int:pk>/giao/", planning.assign_planned, name="assign-planned"),
    path("noi-dung/ke-hoach/<int:pk>/viet/", planning.start_planned, name="start-planned"),
    path("noi-dung/ke-hoach/<int:pk>/bo/", planning.drop_planned, name="drop-planned"),
]
