"""Addresses of the documents screens."""

from django.urls import URLPattern, URLResolver, path

from haidang.web.views.documents import (
    checking,
    comparing,
    downloads,
    listing,
    preview,
    registers,
    roots,
    signed_copy,
    slip,
)

urlpatterns: list[URLPattern | URLResolver] = [
    path("van-ban/", listing.documents, name="documents"),
    path("van-ban/di/", registers.outgoing, name="documents-outgoing"),
    path("van-ban/den/", registers.incoming, name="documents-incoming"),
    path("van-ban/soat/", checking.check_document, name="document-check"),
    path("van-ban/<int:pk>/", preview.document, name="document"),
    path("van-ban/<int:pk>/so-sanh/", comparing.compare_document, name="document-compare"),
    path("van-ban/<int:pk>/tep-goc/", downloads.original_file, name="document-original"),
    path("van-ban/<int:pk>/tep-da-sua/", downloads.mended_file, name="document-mended"),
    path("van-ban/<int:pk>/tai/<str:ending>/", downloads.document_file, name="document-file"),
    path("van-ban/<int:pk>/trinh/", slip.document_slip, name="document-slip"),
    path("van-ban/<int:pk>/trinh/gui/", slip.submit_for_signature, name="submit-for-signature"),
    path("van-ban/buoc/<int:pk>/dong-y/", slip.agree_step, name="agree-step"),
    path("van-ban/buoc/<int:pk>/chuyen-lai/", slip.send_back_step, name="send-back-step"),
    path("van-ban/phieu/<int:pk>/rut/", slip.recall_slip, name="recall-slip"),
    path("van-ban/<int:pk>/ban-ky/", signed_copy.document_signed_copy, name="document-signed-copy"),
    path(
        "van-ban/<int:pk>/ban-ky/kiem-tra-lai/",
        signed_copy.recheck_signed_copy,
        name="recheck-signed-copy",
    ),
    path(
        "van-ban/<int:pk>/ban-ky/<int:copy>/",
        signed_copy.signed_file,
        name="document-signed-file",
    ),
    path("van-ban/chung-thu-goc/", roots.trust_root, name="trust-root"),
    path("van-ban/chung-thu-goc/<int:pk>/thoi/", roots.distrust_root, name="distrust-root"),
]
