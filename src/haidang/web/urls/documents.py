"""Addresses of the documents screens."""

from django.urls import URLPattern, URLResolver, path

from haidang.web.views.documents import checking, listing, registers

urlpatterns: list[URLPattern | URLResolver] = [
    path("van-ban/", listing.documents, name="documents"),
    path("van-ban/di/", registers.outgoing, name="documents-outgoing"),
    path("van-ban/den/", registers.incoming, name="documents-incoming"),
    path("van-ban/soat/", checking.check_document, name="document-check"),
]
