"""Words suggested to a unit, each sentence with what it was made from. No database.

What a person keeps as it was suggested keeps its sources; what is written anew has none.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from haidang.documents.folding import folded

Plain = dict[str, Any]


class Asked(Enum):
    """What a section of prose asks about, by the words of its title."""

    RESULTS = "results"
    DIFFICULTIES = "difficulties"
    PROPOSALS = "proposals"
    OTHER = "other"


_WORDS = {
    Asked.DIFFICULTIES: ("khó khăn", "vướng mắc", "tồn tại", "hạn chế"),
    Asked.PROPOSALS: ("đề xuất", "kiến nghị", "đề nghị"),
    Asked.RESULTS: ("kết quả", "nổi bật", "ưu điểm", "thực hiện"),
}


@dataclass(frozen=True, slots=True)
class Source:
    """One thing that stands behind a sentence: an activity, document, task, figure or report."""

    kind: str
    id: str
    label: str

    def plain(self) -> Plain:
        """As values, for the row of the section and for what is sent."""
        return {"kind": self.kind, "id": self.id, "label": self.label}


@dataclass(frozen=True, slots=True)
class Suggested:
    """A sentence to be taken or left, and what it was made from."""

    text: str
    sources: tuple[Source, ...]


def asked_by(title: str) -> Asked:
    """What a section asks about.

    >>> asked_by("Tồn tại, hạn chế").value
    'difficulties'
    """
    words = folded(title)
    return next(
        (one for one, names in _WORDS.items() if any(folded(name) in words for name in names)),
        Asked.OTHER,
    )


def sourced(
    text: str, suggestions: Iterable[Suggested], kept: Sequence[Mapping[str, Any]] = ()
) -> list[Plain]:
    """For each line of a text that is still a suggested one: its number from 1, and its sources.

    `kept` are the rows of the text that stood there before: its sentences keep their sources also
    where they would not be suggested any more.
    """
    known = {row["text"]: list(row["sources"]) for row in kept}
    known |= {one.text: [source.plain() for source in one.sources] for one in suggestions}
    return [
        {"paragraph": number, "text": line, "sources": known[line]}
        for number, line in enumerate(text.splitlines(), 1)
        if line in known
    ]
