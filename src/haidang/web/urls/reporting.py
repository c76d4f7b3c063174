"""Addresses of the reporting screens."""

from django.urls import URLPattern, URLResolver, path

from haidang.web.views.reporting import (
    accepting,
    attempts,
    deciding,
    filling,
    lineage,
    paper,
    recalling,
    report_sheet,
    review,
    rounds,
    submitting,
    sums,
)

urlpatterns: list[URLPattern | URLResolver] = [
    path("bao-cao/", rounds.reports, name="reports"),
    path("bao-cao/mo-ky/", rounds.open_round, name="open-round"),
    path("bao-cao/<int:pk>/", rounds.round, name="round"),
    path("bao-cao/<int:pk>/tong-hop/", sums.consolidation, name="consolidation"),
    path("bao-cao/<int:pk>/chot/", sums.consolidate_round, name="consolidate-round"),
    path(
        "bao-cao/<int:pk>/van-ban/<int:ordinal>/lap/",
        paper.write_consolidated_report,
        name="write-consolidated-report",
    ),
    path("bc/<int:pk>/", filling.report, name="report"),
    path("bc/<int:pk>/bat-dau/", filling.start_report, name="start-report"),
    path("bc/<int:pk>/lay-so/", filling.refresh_figures, name="report-refresh-figures"),
    path("bc/<int:pk>/<int:ordinal>/", filling.report_section, name="report-section"),
    path("bc/<int:pk>/gui/", submitting.submit_report, name="submit-report"),
    path("bc/<int:pk>/bien-nhan/", submitting.report_receipt, name="report-receipt"),
    path("bc/<int:pk>/xlsx/", report_sheet.report_sheet, name="report-sheet"),
    path("bc/<int:pk>/xem-xet/", review.review_report, name="review-report"),
    path("bc/<int:pk>/xem-xet/nhan/", deciding.begin_review, name="report-begin-review"),
    path("bc/<int:pk>/xem-xet/tra-lai/", deciding.return_report, name="return-report"),
    path("bc/<int:pk>/xem-xet/tiep-nhan/", deciding.accept_report, name="accept-report"),
    path("bc/<int:pk>/xem-xet/diem/", deciding.mark_quality, name="mark-quality"),
    path("bc/<int:pk>/y-kien/", deciding.give_opinion, name="give-opinion"),
    path("bc/<int:pk>/so-sanh/", attempts.compare_attempts, name="compare-attempts"),
    path("bc/<int:pk>/thu-hoi/", recalling.recall_report, name="recall-report"),
    path("bc/<int:pk>/gop-y/<int:remark>/", recalling.answer_remark, name="answer-remark"),
    path("bao-cao/<int:pk>/tiep-nhan/", accepting.accept_reports, name="accept-reports"),
    path("bao-cao/<int:pk>/ke-thua/", accepting.hand_over_reports, name="hand-over-reports"),
    path("so/<int:pk>/<str:code>/", lineage.figure_total, name="figure-total"),
    path("so/<int:pk>/<str:code>/chung/", lineage.figure_shared, name="figure-shared"),
    path("so/<int:pk>/<str:code>/<int:unit>/", lineage.figure_source, name="figure-source"),
]
