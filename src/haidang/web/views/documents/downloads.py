"""The files of a document: as .docx, as PDF, as it came, mended."""

import json

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from haidang.documents.coming_back import document_of
from haidang.documents.content_types import WORD
from haidang.documents.drawing import PDF
from haidang.documents.metadata import metadata_of, metadata_of_arrival
from haidang.documents.models import Arrival, Issue, Revision
from haidang.documents.queries.templates import current_template
from haidang.errors import WrongState
from haidang.text.checking.apart import check_apart
from haidang.text.reading.unreadable import Unreadable
from haidang.text.templates import fill
from haidang.text.writing import write_docx
from haidang.text.writing.pdf import write_pdf
from haidang.web import turns
from haidang.web.request import Request
from haidang.web.views.documents.files import asks_to_wait, attachment
from haidang.web.views.documents.paper import NO_PAGES, UNDRAWN
from haidang.web.views.documents.seen import edition_at, revision_asked, revisions_of

PATIENCE = 10.0  # seconds of waiting for a place to draw at
ENDINGS = {"docx": WORD, "pdf": PDF}


@require_safe
@asks_to_wait
def document_file(request: Request, pk: int, ending: str) -> HttpResponse:
    """Give a revision as .docx or PDF: the files that went out or came, else written anew."""
    if ending not in ENDINGS:
        raise Http404
    revision = revision_at(request, pk)
    kept = _kept(revision, ending)
    if kept is not None:
        return attachment(kept, ENDINGS[ending], f"{name_of(revision)}.{ending}")
    try:
        with turns.turn_at("drawing", PATIENCE):
            content = _drawn(revision, ending)
    except UNDRAWN as error:
        raise WrongState(NO_PAGES) from error
    return attachment(content, ENDINGS[ending], f"{name_of(revision)}.{ending}")


@require_safe
def original_file(request: Request, pk: int) -> HttpResponse:
    """Give back the file that a revision came from, byte for byte."""
    revision = revision_at(request, pk)
    if revision.file is None:
        raise Http404
    name = revision.file_name or "van-ban"
    return attachment(revision.file.read(), revision.file.content_type, name)


@require_safe
@asks_to_wait
def mended_file(request: Request, pk: int) -> HttpResponse:
    """Give the file that a revision came from with its looks mended, as the checker can."""
    revision = revision_at(request, pk)
    if revision.file is None or revision.file.content_type != WORD:
        raise Http404
    with turns.turn_at("reading", PATIENCE):
        mended = check_apart(revision.file.read(), mend=True).mended
    if not mended:
        raise Http404
    return attachment(mended, WORD, f"da-sua-{revision.file_name or 'van-ban.docx'}")


@require_safe
def document_metadata(request: Request, pk: int) -> HttpResponse:
    """Give the metadata of an issued document as the decree's annex VI names it."""
    issues = Issue.objects.select_related(
        "number", "edition__document__unit", "revision__edition__document"
    )
    issue = get_object_or_404(issues, edition=edition_at(request.user, pk))
    content = json.dumps(metadata_of(issue), ensure_ascii=False, indent=2).encode()
    return attachment(content, "application/json", f"{name_of(issue.revision)}.json")


@require_safe
def arrival_metadata(request: Request, pk: int) -> HttpResponse:
    """Give the metadata of an incoming document as the decree's annex VI names it."""
    rows = Arrival.objects.visible_to(request.user).select_related(
        "unit", "handed_to", "handed_to_person__unit"
    )
    found = get_object_or_404(rows, pk=pk)
    content = json.dumps(metadata_of_arrival(found), ensure_ascii=False, indent=2).encode()
    return attachment(content, "application/json", f"den-{found.number}-{found.year}.json")


def revision_at(request: Request, pk: int) -> Revision:
    """The revision of a document that the address asks for, as far as the person may see it."""
    return revision_asked(request, revisions_of(edition_at(request.user, pk), request.user))


def name_of(revision: Revision) -> str:
    """What a file of it is called: "05-BC-UBND", or the type and its revision."""
    edition = revision.edition
    if edition.number:
        return f"{edition.number}-{edition.symbol}".replace("/", "-")
    return f"{edition.document.document_type} (bản {revision.ordinal})"


def _drawn(revision: Revision, ending: str) -> bytes:
    """A draft as a file; as .docx in the authority's own template, if it has one that takes it."""
    draft, written = document_of(revision), revision.edition.document
    if ending == "pdf":
        return write_pdf(draft)
    template = current_template(written.unit, written.document_type)
    try:
        return fill(template.file.read(), draft) if template else write_docx(draft)
    except Unreadable:
        return write_docx(draft)  # the page of the templates says what this one has no place for


def _kept(revision: Revision, ending: str) -> bytes | None:
    """The bytes that went out, or that came as this kind of file; a draft is drawn anew."""
    issue = Issue.objects.filter(revision=revision).select_related("docx", "pdf").first()
    if issue:
        return (issue.docx if ending == "docx" else issue.pdf).read()
    file = None if revision.source else revision.file
    return file.read() if file and file.content_type == ENDINGS[ending] else None
