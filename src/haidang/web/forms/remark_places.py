"""The places of a report at which a reviewer may remark, and what was typed at each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from haidang.reporting.enums import RemarkKind
from haidang.reporting.models import Figure
from haidang.reporting.paragraphs import paragraphs_of
from haidang.reporting.queries.filling import Step
from haidang.reporting.remarked import Remarked

REMARK_KINDS = RemarkKind.choices


@dataclass(frozen=True, slots=True)
class Place:
    """Where a remark can be pinned: a figure, a section of prose, a paragraph; what is typed."""

    section: int
    title: str
    row: Figure | None = None
    paragraph: int | None = None
    words: str = ""  # of the paragraph
    kind: str = ""
    text: str = ""

    @property
    def name(self) -> str:
        """The end of the names of its boxes."""
        if self.row:
            return f"{self.section}-{self.row.indicator.code}"
        return f"{self.section}-d{self.paragraph}" if self.paragraph else str(self.section)


def places_of(step: Step, typed: Mapping[str, str]) -> list[Place]:
    """The places of one section in order, with what was typed there."""
    ordinal = step.section.ordinal
    found = [Place(ordinal, str(row.indicator), row=row) for row in step.rows]
    if not found:
        words = enumerate(paragraphs_of(step.prose.text if step.prose else ""), 1)
        found = [
            Place(ordinal, f"đoạn {number}", paragraph=number, words=text) for number, text in words
        ]
        found.append(Place(ordinal, "cả mục"))
    return [_with_typed(place, typed) for place in found]


def _with_typed(place: Place, typed: Mapping[str, str]) -> Place:
    return Place(
        place.section,
        place.title,
        place.row,
        place.paragraph,
        place.words,
        typed.get(f"kind-{place.name}", RemarkKind.OTHER.value),
        typed.get(f"remark-{place.name}", "").strip(),
    )


def remarks_at(places: Iterable[Place]) -> list[Remarked]:
    """The remarks that were typed, each at its place; a place without words has none."""
    return [
        Remarked(
            section=place.section,
            kind=RemarkKind(place.kind),
            text=place.text,
            code=place.row.indicator.code if place.row else "",
            paragraph=place.paragraph,
        )
        for place in places
        if place.text and place.kind in RemarkKind.values
    ]
