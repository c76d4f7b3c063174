"""A template filled with the sample of its type: as a file, and as pages drawn by LibreOffice."""

from functools import lru_cache

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe
from pypdfium2 import PdfDocument

from haidang.documents.content_types import WORD
from haidang.documents.letterhead import letterhead_of
from haidang.documents.models import StoredFile, Template
from haidang.text.blocks import Header
from haidang.text.layout.kinds import kind_of
from haidang.text.reading.apart import picture_apart
from haidang.text.reading.unreadable import Unreadable
from haidang.text.templates import fill, pdf_by_template, sample_of
from haidang.web import turns
from haidang.web.request import Request
from haidang.web.views.documents.files import attachment
from haidang.web.views.documents.templates import slug_of, template_at

PATIENCE = 10.0  # seconds of waiting for a place to draw at
WIDTH = 1000  # dots: sharp on a phone, light on a slow line
MOST_PAGES = 20
NO_LIBREOFFICE = "Máy chủ không có LibreOffice nên không vẽ được trang; hãy tải bản thử về xem."
BUSY = "Máy đang đọc các văn bản khác. Hãy mở lại trang này sau ít phút."


@require_safe
def template_preview(request: Request, pk: int) -> HttpResponse:
    """Show the pages of the sample filled into a template."""
    row = template_at(request.user, pk)
    pages, words = 0, NO_LIBREOFFICE
    try:
        with turns.turn_at("drawing", PATIENCE):
            if pdf := printed(row.file_id, row.document_type, _letterhead(row)):
                pages = min(_count(pdf), MOST_PAGES)
    except turns.Busy:
        words = BUSY
    except Unreadable as error:
        words = error.message
    context = {"template": row, "slug": slug_of(row), "pages": range(1, pages + 1), "words": words}
    return render(request, "documents/template_preview.html", context)


@require_safe
def template_page(request: Request, pk: int, page: int) -> HttpResponse:
    """Give one page of the sample as a picture."""
    row = template_at(request.user, pk)
    try:
        with turns.turn_at("drawing", PATIENCE):
            pdf = printed(row.file_id, row.document_type, _letterhead(row))
            picture = drawn(pdf, page) if pdf else None
    except (Unreadable, turns.Busy) as error:
        raise Http404 from error
    if picture is None:
        raise Http404
    response = HttpResponse(picture, content_type="image/webp")
    response["Cache-Control"] = "private, max-age=3600"
    return response


@require_safe
def template_sample(request: Request, pk: int) -> HttpResponse:
    """Give the sample filled into a template, to be opened in Word."""
    row = template_at(request.user, pk)
    try:
        content = filled(row.file_id, row.document_type, _letterhead(row))
    except Unreadable:
        return redirect("document-template", pk)  # there stands why it cannot be filled
    return attachment(content, WORD, f"ban-thu-{slug_of(row)}.docx")


def _letterhead(row: Template) -> Header:
    kind = kind_of(row.document_type)
    assert kind is not None  # the command refuses others
    return letterhead_of(row.unit, kind)


def filled(sha256: str, document_type: str, letterhead: Header) -> bytes:
    """The sample of a type in a stored template. Raises Unreadable where it cannot be filled."""
    kind = kind_of(document_type)
    assert kind is not None
    return fill(StoredFile(sha256=sha256).read(), sample_of(kind, letterhead))


@lru_cache(maxsize=8)
def printed(sha256: str, document_type: str, letterhead: Header) -> bytes | None:
    """The same as a PDF; None without LibreOffice. Raises Unreadable."""
    return pdf_by_template(filled(sha256, document_type, letterhead))


@lru_cache(maxsize=32)
def drawn(pdf: bytes, page: int) -> bytes:
    """A page as WebP. Raises Unreadable where there is no such page."""
    return picture_apart(pdf, page, WIDTH)


def _count(pdf: bytes) -> int:
    with PdfDocument(pdf) as opened:  # LibreOffice made it just now: no stranger's file
        return len(opened)
