"""Two revisions of a document beside each other: what came, what went, what changed."""

from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from haidang.documents.coming_back import document_of
from haidang.documents.models import Revision
from haidang.text.compare import compare
from haidang.web.request import Request, number_asked
from haidang.web.views.documents.seen import edition_at, revision_asked, revisions_of


@require_safe
def compare_document(request: Request, pk: int) -> HttpResponse:
    """Compare a revision (`?ban=`) with an earlier one (`?voi=`), the one before it if not said."""
    edition = edition_at(request.user, pk)
    revisions = revisions_of(edition, request.user)
    newer = revision_asked(request, revisions)
    seen = Revision.objects.visible_to(request.user)
    older = _older(request, seen.filter(edition=edition, ordinal__lt=newer.ordinal))
    context = {
        "document": edition.document,
        "newer": newer,
        "older": older,
        "earlier": [row for row in revisions if row.ordinal < newer.ordinal],
        "comparison": compare(document_of(older), document_of(newer)),
    }
    return render(request, "documents/compare.html", context)


def _older(request: Request, earlier: QuerySet[Revision]) -> Revision:
    asked = number_asked(request.GET.get("voi", ""))
    wanted = earlier.filter(ordinal=asked) if asked is not None else earlier
    found = wanted.select_related("created_by__unit").order_by("-ordinal").first()
    if found is None:
        raise Http404
    return found
