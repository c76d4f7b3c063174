"""The newest text of an official report, and what stands behind each of its sentences (N12)."""

from haidang.documents.coming_back import document_of
from haidang.documents.models import Edition, Revision
from haidang.reporting.models import Consolidation, Taken
from haidang.reporting.official.cited import Cited, Kind, cited


def newest_text(frozen: Consolidation) -> Revision:
    """The newest text of the draft, as far as it was written from this freezing."""
    assert frozen.revision is not None
    edition = frozen.revision.edition
    later = Consolidation.objects.filter(
        revision__edition=edition, revision__ordinal__gt=frozen.revision.ordinal
    ).order_by("revision__ordinal")
    until = later.values_list("revision__ordinal", flat=True).first()
    rows = edition.revisions.filter(ordinal__gte=frozen.revision.ordinal)
    rows = rows if until is None else rows.filter(ordinal__lt=until)
    return rows.select_related("edition__document__unit").order_by("-ordinal")[0]


def taken_of(edition: Edition) -> dict[str, Taken]:
    """The sentences that people took in their own names, by what they are known by."""
    return {row.key: row for row in edition.taken.select_related("by__unit")}


def sentences_of(frozen: Consolidation) -> tuple[Revision, list[Cited]]:
    """The newest text that was written from a freezing, with its sentences and their sources."""
    revision = newest_text(frozen)
    return revision, cited(document_of(revision), frozen.content, taken_of(revision.edition))


def unsourced_in(edition: Edition) -> list[Cited]:
    """The sentences of a report's newest text that nobody took; none of other documents."""
    rows = Consolidation.objects.filter(revision__edition=edition)
    frozen = rows.select_related("revision__edition").order_by("-revision__ordinal").first()
    if frozen is None:
        return []
    return [one for one in sentences_of(frozen)[1] if one.kind is Kind.NOBODY]
