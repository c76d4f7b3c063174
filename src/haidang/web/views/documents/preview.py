"""One document (S8): its pages with pins, the checklist beside them, its revisions, its files."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from haidang.documents import rules
from haidang.documents.enums import EditionStatus
from haidang.documents.models import Edition, Issue, Revision
from haidang.documents.queries import replay_document
from haidang.documents.queries.signed import of_text_sent, revision_sent
from haidang.documents.queries.slips import refusal_of
from haidang.orgs.models import User
from haidang.web import turns
from haidang.web.request import Request
from haidang.web.views.documents.downloads import ENDINGS
from haidang.web.views.documents.figures import figures_behind
from haidang.web.views.documents.files import asks_to_wait
from haidang.web.views.documents.paper import checked, shown
from haidang.web.views.documents.seen import (
    copies_seen,
    edition_at,
    revision_asked,
    revisions_of,
)
from haidang.web.views.documents.signed_copy import signed_state
from haidang.web.views.documents.slip import not_yet, slip_page

PATIENCE = 10.0  # seconds of waiting for a place to draw at


@require_safe
@asks_to_wait
def document(request: Request, pk: int) -> HttpResponse:
    """Show a document as it will be printed, with what the checker says of it."""
    edition = edition_at(request.user, pk)
    revisions = revisions_of(edition, request.user)
    revision = revision_asked(request, revisions)
    page = shown(revision)
    context = {
        "edition": edition,
        "document": edition.document,
        "revision": revision,
        "revisions": revisions,
        "earlier": next((row for row in revisions if row.ordinal < revision.ordinal), None),
        "is_newest": revision == revisions[0],
        "rewritten": rewritten(revision),
        "is_draft": edition.status == EditionStatus.DRAFT,
        # The writer escapes all that came from people; a test of its own says so.
        "paper": mark_safe(page.html),  # noqa: S308
        "page": page,
        "figures": figures_behind(revision, page.document),
        **checked(page, is_draft=edition.status == EditionStatus.DRAFT),
        **issued(request, edition),
        **signed(edition, request.user),
        "act": act_on(request.user, edition),
        **sent_back(request.user, edition, revision),
    }
    return render(request, "documents/document.html", context)


def rewritten(revision: Revision) -> list[str]:
    """The kinds of file that do not exist yet: they are made of the words that were read."""
    held = revision.file.content_type if revision.file else ""
    return [] if revision.source else [end for end, kind in ENDINGS.items() if kind != held]


def act_on(user: User, edition: Edition) -> tuple[str, str, str]:
    """What the person is to do with a draft: words, the name of the page, a sign; else nothing."""
    page = slip_page(user, edition)
    acts = {
        "may_answer": ("Cho ý kiến", "document-slip", "pencil"),
        "may_issue": ("Cấp số, ban hành", "issue-document", "file-text"),
        "may_submit": ("Trình ký", "document-slip", "send"),
        "slip": ("Phiếu trình", "document-slip", "list-checks"),
    }
    return next((act for name, act in acts.items() if page[name]), ("", "", ""))


def sent_back(user: User, edition: Edition, revision: Revision) -> dict[str, Any]:
    """Who sent this text back and why, for those who make it; else nothing."""
    is_inside = Edition.objects.internal_to(user).filter(pk=edition.pk).exists()
    if edition.status != EditionStatus.DRAFT or not is_inside:
        return {}
    may_mend = rules.may_register(user, edition.document.unit)
    words = {"refusal": refusal_of(revision), "not_yet": not_yet(edition)}
    return words | {"may_mend": may_mend}


def signed(edition: Edition, user: User) -> dict[str, Any]:
    """What the newest signed copy that a person may see is worth, if one of this text came back."""
    copies = copies_seen(edition, user)
    current = of_text_sent(revision_sent(edition), copies) if copies else ()
    return {"copy": current[0], **signed_state(current[0])} if current else {}


def issued(request: Request, edition: Edition) -> dict[str, Any]:
    """How an edition went out, and where the address asks for it, whether it can be rebuilt."""
    rows = Issue.objects.select_related(
        "number", "docx", "pdf", "template__file", "revision", "by__unit"
    )
    issue = rows.filter(edition=edition).first()
    if issue is None or "dung-lai" not in request.GET:
        return {"issue": issue}
    with turns.turn_at("drawing", PATIENCE):
        return {"issue": issue, "replay": replay_document(issue)}
