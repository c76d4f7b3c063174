"""One document (S8): its pages with pins, the checklist beside them, its revisions, its files."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from haidang.documents.content_types import WORD
from haidang.documents.enums import EditionStatus
from haidang.web.request import Request
from haidang.web.views.documents.checklist import checklist_of, parts_of, passed
from haidang.web.views.documents.figures import figures_behind
from haidang.web.views.documents.paper import Shown, shown
from haidang.web.views.documents.seen import edition_at, revision_asked, revisions_of


@require_safe
def document(request: Request, pk: int) -> HttpResponse:
    """Show a document as it will be printed, with what the checker says of it."""
    edition = edition_at(request.user, pk)
    revisions = revisions_of(edition)
    revision = revision_asked(request, revisions)
    page = shown(revision)
    context = {
        "edition": edition,
        "document": edition.document,
        "revision": revision,
        "revisions": revisions,
        "earlier": next((row for row in revisions if row.ordinal < revision.ordinal), None),
        "is_newest": revision == revisions[0],
        "word": WORD,
        "slip_word": "Trình ký",
        "is_draft": edition.status == EditionStatus.DRAFT,
        # The writer escapes all that came from people; a test of its own says so.
        "paper": mark_safe(page.html),  # noqa: S308
        "page": page,
        "figures": figures_behind(revision, page.document),
        **checked(page, is_draft=edition.status == EditionStatus.DRAFT),
    }
    return render(request, "documents/document.html", context)


def checked(page: Shown, *, is_draft: bool) -> dict[str, Any]:
    """The checklist as the templates take it; none where the file cannot be checked."""
    if page.unchecked:
        return {"checks": None}
    is_open = is_draft and not page.document.header.number
    checks = checklist_of(page.found, open_number=is_open)
    return {
        "checks": checks,
        "passed": passed(checks),
        "parts": parts_of(checks),
        "pins": True,
        "mendable": sum(row.finding.repairable for row in page.found),
    }
