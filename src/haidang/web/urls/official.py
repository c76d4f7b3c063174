"""Addresses of the official report: its outline, its words, its sources, numbers beside figures."""

from django.urls import URLPattern, URLResolver, path

from haidang.web.views.reporting import compared

urlpatterns: list[URLPattern | URLResolver] = [
    path("so/<int:pk>/<str:code>/uoc/", compared.figure_estimate, name="figure-estimate"),
    path("so/<int:pk>/<str:code>/ke-hoach/", compared.figure_planned, name="figure-planned"),
    path("so/<int:pk>/<str:code>/so-ke-hoach/", compared.figure_of_plan, name="figure-of-plan"),
    path("so/<int:pk>/<str:code>/cung-ky/", compared.figure_before, name="figure-before"),
]
