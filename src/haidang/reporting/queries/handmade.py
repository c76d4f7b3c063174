"""Figures of the written report that a person changed by hand, with the reason they gave (N8)."""

import datetime as dt
from dataclasses import dataclass

from haidang.documents.models import Revision
from haidang.orgs.models import User
from haidang.reporting.models import Consolidation
from haidang.text.merge import OVERRIDDEN


@dataclass(frozen=True, slots=True)
class HandChange:
    """One figure in the document: where, from what to what, why, by whom, and if it stands."""

    document: int
    revision: int
    place: str
    words: str
    old: str
    new: str
    reason: str
    by: User
    at: dt.datetime
    stands: bool  # also in the newest revision


def hand_changes(frozen: Consolidation, path: str) -> tuple[HandChange, ...]:
    """The changes of figures that lead to an address, oldest first; two queries.

    Those of the document that was written from one freezing, whoever took it back since.
    """
    if frozen.revision is None:
        return ()
    rows = Revision.objects.filter(edition=frozen.revision.edition_id).defer("text", "source")
    revisions = list(rows.select_related("edition", "created_by__unit").order_by("ordinal"))
    told = [(row, one) for row in revisions for one in row.explained if _leads(one["path"], path)]
    if not told:
        return ()
    newest = Revision.objects.only("source").get(pk=revisions[-1].pk).source
    return tuple(
        HandChange(
            document=row.edition.document_id,
            revision=row.ordinal,
            place=one["place"],
            words=one["words"],
            old=one["old"],
            new=one["new"],
            reason=one["reason"],
            by=row.created_by,
            at=row.created_at,
            stands=f"[[{one['new']}|{path}{OVERRIDDEN}]]" in newest,
        )
        for row, one in told
    )


def _leads(address: str, path: str) -> bool:
    return address.removesuffix(OVERRIDDEN) == path
