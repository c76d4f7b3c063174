"""Which documents a person finds on these screens, and the edition and revision that are shown."""

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from haidang.documents.models import Edition, Revision, SignedCopy
from haidang.orgs.models import User
from haidang.web.request import Request, number_asked


def editions_seen(user: User) -> QuerySet[Edition]:
    """What was issued, as far as it concerns the person; drafts only in their own authority."""
    return Edition.objects.visible_to(user).select_related("document__unit")


def edition_at(user: User, document: int) -> Edition:
    """The newest edition of a document that the person may see, else 404."""
    newest = editions_seen(user).filter(document=document).order_by("-ordinal")
    return get_object_or_404(newest[:1])


def edition_inside(user: User, document: int) -> Edition:
    """The newest edition of a document whose slips and drafts the person may see, else 404."""
    rows = Edition.objects.internal_to(user).select_related("document__unit")
    return get_object_or_404(rows.filter(document=document).order_by("-ordinal")[:1])


def revisions_of(edition: Edition, user: User) -> list[Revision]:
    """The revisions of an edition that a person may see without their text, newest first."""
    rows = Revision.objects.visible_to(user).filter(edition=edition)
    rows = rows.defer("text", "source", "explained")
    return list(rows.select_related("created_by__unit", "file").order_by("-ordinal"))


def revision_asked(request: Request, revisions: list[Revision]) -> Revision:
    """The whole of the revision that the address asks for (`?ban=`), else of the newest."""
    asked = number_asked(request.GET.get("ban", ""))
    found = next((row for row in revisions if row.ordinal == asked), revisions[0])
    rows = Revision.objects.select_related("edition__document", "file", "created_by__unit")
    return rows.get(pk=found.pk)


def copies_seen(edition: Edition, user: User) -> list[SignedCopy]:
    """The signed copies of an edition that a person may see, the newest first."""
    rows = SignedCopy.objects.visible_to(user).filter(edition=edition)
    rows = rows.select_related("uploaded_by__unit", "file", "revision")
    return list(rows.order_by("-uploaded_at", "-pk"))
