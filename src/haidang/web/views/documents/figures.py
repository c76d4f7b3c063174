"""What a document that was written from frozen figures can say of them."""

from dataclasses import dataclass

from haidang.documents.models import Revision
from haidang.reporting.facts import Fact, facts_of
from haidang.reporting.models import Consolidation, Taken
from haidang.reporting.sheet import Sheet
from haidang.text.blocks import Document


@dataclass(frozen=True, slots=True)
class Figures:
    """The frozen sum that a document was written from, whether it is whole, and what waits."""

    frozen: Consolidation
    is_whole: bool
    facts: list[Fact]


def figures_behind(revision: Revision, document: Document) -> Figures | None:
    """The figures of a consolidated report, also where its draft was revised since."""
    written = Consolidation.objects.filter(
        revision__edition=revision.edition_id, revision__ordinal__lte=revision.ordinal
    )
    frozen = written.select_related("round__period", "round__regime").order_by("-ordinal").first()
    if frozen is None:
        return None
    taken = dict(Taken.objects.filter(edition=revision.edition_id).values_list("key", "pk"))
    facts = facts_of(document, Sheet(frozen.content), taken)
    return Figures(frozen, frozen.is_whole, facts)
