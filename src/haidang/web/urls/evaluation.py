"""Addresses of scores, of what units contest, and of commendation."""

from django.urls import URLPattern, URLResolver, path

from haidang.web.views.reporting import bases, evaluation, score

urlpatterns: list[URLPattern | URLResolver] = [
    path("bao-cao/<int:pk>/danh-gia/", evaluation.evaluation, name="evaluation"),
    path("bao-cao/<int:pk>/danh-gia/cach-cham/", evaluation.scoring_rule, name="scoring-rule"),
    path("bao-cao/<int:pk>/danh-gia/can-cu/", bases.legal_bases, name="legal-bases"),
    path(
        "bao-cao/<int:pk>/danh-gia/de-nghi/<int:contest>/",
        evaluation.answer_contest,
        name="answer-contest",
    ),
    path("bao-cao/<int:pk>/khen-thuong/", evaluation.commendation, name="commendation"),
    path("bc/<int:pk>/diem/", score.report_score, name="report-score"),
]
