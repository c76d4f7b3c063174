"""Signed copies: what was sent to be signed, what came back, and whom the installation trusts."""

from collections.abc import Sequence

from haidang.documents.enums import EditionStatus, SlipStatus
from haidang.documents.models import Edition, Issue, Revision, SignedCopy, TrustedRoot


def revision_sent(edition: Edition) -> Revision | None:
    """The text that was sent to be signed: as issued, else as agreed; None where neither was.

    A document that came into the system as issued was signed as its newest text.
    """
    issue = Issue.objects.filter(edition=edition).select_related("revision").first()
    if issue is not None:
        return issue.revision
    if edition.status == EditionStatus.ISSUED:
        return edition.revisions.order_by("-ordinal").first()
    agreed = edition.revisions.filter(slips__status=SlipStatus.AGREED)
    return agreed.order_by("-ordinal").first()


def signed_copies(edition: Edition) -> list[SignedCopy]:
    """What came back signed, the newest first. Not each is of the text that counts now."""
    rows = edition.signed_copies.select_related("uploaded_by__unit", "file", "revision")
    return list(rows.order_by("-uploaded_at", "-pk"))


def of_text_sent(sent: Revision | None, copies: Sequence[SignedCopy]) -> list[SignedCopy]:
    """Those among signed copies that are of the text that was sent to be signed, `revision_sent`.

    A copy of a text that was replaced, recalled or issued otherwise says nothing about this one.
    """
    return [one for one in copies if sent and one.revision_id == sent.pk]


def trusted_certificates() -> list[bytes]:
    """The roots that are trusted today, as DER."""
    return [
        bytes(der) for der in TrustedRoot.objects.current().values_list("certificate", flat=True)
    ]
