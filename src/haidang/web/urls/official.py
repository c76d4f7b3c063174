"""Addresses of the official report: its outline, its words, its sources, numbers beside figures."""

from django.urls import URLPattern, URLResolver, path

from haidang.web.views.reporting import compared, narrative, official, paper

urlpatterns: list[URLPattern | URLResolver] = [
    path("che-do/<int:pk>/van-ban/", official.official_outline, name="official-outline"),
    path("che-do/<int:pk>/van-ban/xem-thu/", official.preview_outline, name="preview-outline"),
    path("bao-cao/<int:pk>/loi-van/", narrative.narrative, name="narrative"),
    path(
        "bao-cao/<int:pk>/loi-van/<int:ordinal>/chon/", narrative.choose_words, name="choose-words"
    ),
    path("bao-cao/<int:pk>/van-ban/<int:ordinal>/", paper.official_report, name="official-report"),
    path(
        "bao-cao/<int:pk>/van-ban/<int:ordinal>/nguon.docx",
        paper.sources_of_sentences,
        name="sources-of-sentences",
    ),
    path(
        "bao-cao/<int:pk>/van-ban/<int:ordinal>/nhan-cau/",
        paper.take_sentence,
        name="take-sentence",
    ),
    path("so/<int:pk>/<str:code>/uoc/", compared.figure_estimate, name="figure-estimate"),
    path("so/<int:pk>/<str:code>/ke-hoach/", compared.figure_planned, name="figure-planned"),
    path("so/<int:pk>/<str:code>/so-ke-hoach/", compared.figure_of_plan, name="figure-of-plan"),
    path("so/<int:pk>/<str:code>/cung-ky/", compared.figure_before, name="figure-before"),
]
