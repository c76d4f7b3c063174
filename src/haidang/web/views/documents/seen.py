"""Which documents a person finds on these screens, and the edition and revision that are shown."""

from django.db.models import Q, QuerySet
from django.shortcuts import get_object_or_404

from haidang.documents.enums import EditionStatus
from haidang.documents.models import Document, Edition, Revision
from haidang.orgs.models import User
from haidang.web.request import Request, number_asked


def editions_seen(user: User) -> QuerySet[Edition]:
    """What was issued, as far as it concerns the person; drafts only in their own authority."""
    found = Edition.objects.filter(document__in=Document.objects.visible_to(user).values("pk"))
    found = found.select_related("document__unit")
    if user.sees_everything():
        return found
    own = {user.unit_id, user.seat.pk} if user.unit_id else set()
    return found.filter(Q(status=EditionStatus.ISSUED) | Q(document__unit__in=own))


def edition_at(user: User, document: int) -> Edition:
    """The newest edition of a document that the person may see, else 404."""
    newest = editions_seen(user).filter(document=document).order_by("-ordinal")
    return get_object_or_404(newest[:1])


def revisions_of(edition: Edition) -> list[Revision]:
    """The revisions of an edition without their text, newest first."""
    rows = edition.revisions.defer("text", "source", "explained")
    return list(rows.select_related("created_by__unit", "file").order_by("-ordinal"))


def revision_asked(request: Request, revisions: list[Revision]) -> Revision:
    """The whole of the revision that the address asks for (`?ban=`), else of the newest."""
    asked = number_asked(request.GET.get("ban", ""))
    found = next((row for row in revisions if row.ordinal == asked), revisions[0])
    rows = Revision.objects.select_related("edition__document", "file", "created_by__unit")
    return rows.get(pk=found.pk)
