"""The documents that a text cites, kept by what each can be known by again."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from haidang.text.blocks import Citation, Reference
from haidang.text.understanding.boxes.bases import LAWS, Cited

_LONGEST_NAME = 120  # letters of a law's name that is looked for elsewhere
_MOST_NAMES = 200


@dataclass(slots=True)
class Entry:
    """A document and the places that cite it, as far as the text was read."""

    reference: Reference
    places: list[Citation] = field(default_factory=list)


class Register:
    """The documents cited so far, by code, by kind and number and, of laws, by name."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self._by_code: dict[str, Entry] = {}
        self._by_number: dict[tuple[str, str], list[Entry]] = {}
        self._by_name: dict[str, list[Entry]] = {}

    def add(self, found: Reference, place: Citation) -> None:
        """A citation by code or name: of a document known already it may tell more."""
        entry = self._known(found)
        if entry is None:
            entry = Entry(found)
            self.entries.append(entry)
            if found.kind in LAWS and found.title:
                self._by_name.setdefault(found.title, []).append(entry)
        entry.reference = _filled(entry.reference, found)
        entry.places.append(place)
        if (key := _key(found)) and key not in self._by_code:
            self._by_code[key] = entry
            self._by_number.setdefault((found.kind, found.number or ""), []).append(entry)

    def _known(self, found: Reference) -> Entry | None:
        if (key := _key(found)) and key in self._by_code:
            return self._by_code[key]
        named = self._by_name.get(found.title or "", [])
        # Two laws of one name are two laws, where each has a number of its own.
        return next((e for e in named if not (e.reference.code and found.code)), None)

    def meant(self, kind: str, number: str, year: str | None) -> Entry | None:
        """The one document of that kind and number; None where there is none, or more than one."""
        known = self._by_number.get((kind, number), [])
        if year:
            known = [e for e in known if e.reference.code and f"/{year}/" in e.reference.code]
        return known[0] if len(known) == 1 else None

    def names(self) -> dict[str, Entry]:
        """The laws that a name alone tells apart."""
        single = ((name, found[0]) for name, found in self._by_name.items() if len(found) == 1)
        return dict(islice((pair for pair in single if len(pair[0]) <= _LONGEST_NAME), _MOST_NAMES))


class Taken:
    """The stretches of a paragraph that are citations already; none of them overlaps another."""

    def __init__(self, found: Sequence[Cited]) -> None:
        self._stretches = sorted((cited.start, cited.end) for cited in found)

    def holds(self, start: int, end: int) -> bool:
        """Whether a stretch touches one of them."""
        before = bisect_left(self._stretches, (end,)) - 1
        return before >= 0 and self._stretches[before][1] > start


def _key(reference: Reference) -> str | None:
    """A code tells one document; a number alone does so with the kind."""
    if reference.code is None or reference.symbol:
        return reference.code
    return f"{reference.kind} {reference.code}"


def _filled(old: Reference, new: Reference) -> Reference:
    return replace(
        old,
        code=old.code or new.code,
        number=old.number or new.number,
        symbol=old.symbol or new.symbol,
        date=old.date or new.date,
        issuer=old.issuer or new.issuer,
        title=old.title or new.title,
        is_basis=old.is_basis or new.is_basis,
    )
