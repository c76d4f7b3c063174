"""What people wrote into the draft of a report, carried over into the one of a later freezing.

Three ways: the text that the first freezing gave, what people made of it, and the text that the
later freezing gives. A line that both changed stays as the later freezing says, and is named.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from haidang.documents.coming_back import document_of as kept_document
from haidang.documents.coming_back import words_with_stale
from haidang.documents.models import Revision
from haidang.reporting.document import document_of
from haidang.reporting.models import Consolidation
from haidang.text.blocks import Document
from haidang.text.compare import compare
from haidang.text.merge import ChangedFigure, Conflict, Merged, merge
from haidang.text.merge.marked import taken_apart
from haidang.text.stored import as_json, from_json

CARRIED = "Sửa tay ở bản trước, mang sang khi lập lại từ số liệu mới."


@dataclass(frozen=True, slots=True)
class CarriedOver:
    """The text of a later freezing with people's words in it, and what of them it could not take.

    `kept` is the revision that people wrote, in which all of their words still stand; None where
    there was nothing of theirs.
    """

    document: Document
    kept: Revision | None = None
    explained: tuple[Mapping[str, str], ...] = ()
    conflicts: tuple[Conflict, ...] = ()


def carried_over(consolidation: Consolidation) -> CarriedOver:
    """The report of a freezing, with what people wrote into the draft before it was written."""
    fresh = document_of(consolidation.content)
    before = _before(consolidation)
    if before is None or before.revision is None:
        return CarriedOver(fresh)
    newest = _newest(consolidation, before.revision)
    base, theirs = _as_written(before), kept_document(newest)
    if compare(base, theirs).is_empty:
        return CarriedOver(fresh)
    merged = merge(base, _typed(theirs), fresh)
    explained = tuple(_explained(figure, merged, newest) for figure in merged.changed)
    return CarriedOver(merged.document, newest, explained, merged.conflicts)


def _before(consolidation: Consolidation) -> Consolidation | None:
    """The freezing whose report was written last before this one's."""
    rows = consolidation.round.consolidations.filter(revision__isnull=False)
    if consolidation.revision:
        rows = rows.filter(revision__ordinal__lt=consolidation.revision.ordinal)
    return rows.select_related("revision__edition").order_by("-revision__ordinal").first()


def _newest(consolidation: Consolidation, before: Revision) -> Revision:
    rows = Revision.objects.filter(edition=before.edition_id)
    if consolidation.revision:
        rows = rows.filter(ordinal__lt=consolidation.revision.ordinal)
    return rows.order_by("-ordinal")[0]


def _as_written(before: Consolidation) -> Document:
    """What a freezing itself said; of the first one the draft says it as it was, to the letter."""
    assert before.revision is not None
    if before.revision.ordinal == 1:
        return kept_document(before.revision)
    return document_of(before.content)


def _typed(document: Document) -> Document:
    """A document as it would come back from a word processor: words without marks."""

    def words_of(value: Any) -> Any:
        if isinstance(value, str):
            return "\n".join(taken_apart(line).text for line in value.split("\n"))
        if isinstance(value, list):
            return [words_of(one) for one in value]
        if isinstance(value, dict):
            return {key: words_of(one) for key, one in value.items()}
        return value

    return from_json(json.dumps(words_of(json.loads(as_json(document)))))


def _explained(figure: ChangedFigure, merged: Merged, newest: Revision) -> Mapping[str, str]:
    """A figure that somebody changed by hand goes on with the reason that was given then (N8)."""
    rows = newest.edition.revisions.filter(ordinal__lte=newest.ordinal).order_by("-ordinal")
    told = [one for kept in rows.values_list("explained", flat=True) for one in kept]
    reasons = (one["reason"] for one in told if one["new"] == figure.new)
    return {
        "path": figure.path,
        "place": figure.place,
        "words": words_with_stale(figure, merged),
        "old": figure.old,
        "new": figure.new,
        "reason": next(reasons, CARRIED),
    }
