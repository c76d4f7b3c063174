"""What came of a merge: the document, and all that a person has to know or decide about it."""

import hashlib
from dataclasses import dataclass

from haidang.text.blocks import Document


@dataclass(frozen=True, slots=True)
class StandingFigure:
    """A figure that leads to records: where it stands, what it counts, its value, its address."""

    place: str
    words: str
    value: str
    path: str


@dataclass(frozen=True, slots=True)
class ChangedFigure:
    """A figure that was changed by hand: it must be explained, or restored (promise N8).

    `key` is the same each time the same files are merged.
    """

    key: str
    place: str
    words: str
    old: str
    new: str
    path: str


@dataclass(frozen=True, slots=True)
class StaleFigure:
    """A figure that was changed by hand elsewhere and still has its old value here.

    `key` is that of the change.
    """

    key: str
    place: str
    words: str
    value: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """A line that both the file and somebody else changed; the somebody else's words stay."""

    place: str
    before: str
    current: str
    returned: str


@dataclass(frozen=True, slots=True)
class NotTaken:
    """Something in the file that a file cannot change, and why."""

    place: str
    value: str
    why: str


@dataclass(frozen=True, slots=True)
class Merged:
    """The merged document and its findings; `likeness` is how much of the base came back, of 1."""

    document: Document
    likeness: float
    changed: tuple[ChangedFigure, ...] = ()
    gone: tuple[StandingFigure, ...] = ()
    doubled: tuple[StandingFigure, ...] = ()
    lost_bold: tuple[tuple[str, str], ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    not_taken: tuple[NotTaken, ...] = ()
    stale: tuple[StaleFigure, ...] = ()


def key_of(*facts: object) -> str:
    """A short stable name for one change."""
    return hashlib.sha256("\x1f".join(map(str, facts)).encode()).hexdigest()[:12]
