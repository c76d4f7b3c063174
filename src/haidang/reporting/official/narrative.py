"""The prose of all units for one section, put together: same words once, each with its sources.

Nothing is written here that no unit wrote, and nothing that a unit wrote is lost: each of its
sentences stands in the draft, or is listed with where it went and who decided so (promise N12).
"""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from haidang.reporting.official.saying import (
    NUMBER,
    Saying,
    alike,
    as_written,
    paragraphs_of,
    sayings_of,
)
from haidang.reporting.sheet import Content, Sheet

MOST_COMPARED = 300  # statements of a section that are put beside each other for likeness
KEY_LENGTH = 12
DAY = re.compile(r"\b\d{1,2}/\d{1,2}(?:/\d{4})?\b")  # says when, not how much


@dataclass(frozen=True, slots=True)
class Source:
    """Where words come from: a unit's report, the paragraph and the sentence in it."""

    unit: int
    name: str
    report: int
    paragraph: int
    sentence: int
    text: str
    behind: tuple[Content, ...] = ()  # activities and documents that the unit wrote it from


@dataclass(frozen=True, slots=True)
class Statement:
    """Sentences that stand in the draft once, and everybody who said so."""

    key: str
    said: str  # as it is compared
    text: str
    sources: tuple[Source, ...]
    merged: tuple[Source, ...] = ()  # said otherwise, and put together with this by a person

    @property
    def units(self) -> tuple[int, ...]:
        """The units that said it, each once."""
        return tuple(dict.fromkeys(one.unit for one in (*self.sources, *self.merged)))


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of the draft: statements that the same units made in the same paragraphs."""

    statements: tuple[Statement, ...]
    near: bool = False  # nearly what the passage before it says

    @property
    def text(self) -> str:
        """Its words."""
        return " ".join(one.text for one in self.statements)

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of its statements."""
        return tuple(one.key for one in self.statements)

    @property
    def units(self) -> tuple[int, ...]:
        """The units that said so."""
        return self.statements[0].units

    @property
    def weight(self) -> tuple[int, int]:
        """How many units say so, then how many numbers it gives."""
        return len(self.units), len(NUMBER.findall(DAY.sub("", self.text)))


@dataclass(frozen=True, slots=True)
class Gathered:
    """What the units wrote for one section: what stands in the draft, and what does not."""

    passages: tuple[Passage, ...] = ()
    left_out: tuple[tuple[Statement, Content], ...] = ()  # with reason, by whom, when
    moved: tuple[str, ...] = field(default=())  # keys that a person put in order

    @property
    def merged(self) -> int:
        """How many sentences of units stand in the draft in the words of another unit."""
        shown = (one for passage in self.passages for one in passage.statements)
        return sum(len(one.sources) + len(one.merged) - 1 for one in shown)

    @property
    def suggested(self) -> tuple[str, ...]:
        """The keys of what every unit took from a suggestion of the system, word for word."""
        shown = (one for passage in self.passages for one in passage.statements)
        return tuple(
            one.key for one in shown if all(row.behind for row in (*one.sources, *one.merged))
        )


def gathered(sheet: Sheet, section: int) -> Gathered:
    """All that the reported units wrote for a section, in the order of its weight."""
    chosen = sheet.content.get("chosen", {}).get(str(section), {})
    statements = _statements(sheet, section)
    out = chosen.get("left_out", {})
    left_out = tuple((one, out[one.key]) for one in statements if one.key in out)
    standing = _put_together([one for one in statements if one.key not in out], chosen)
    order = tuple(chosen.get("order", ()))
    passages = _in_order(_near_together(_by_weight(_passages(standing))), order)
    return Gathered(passages, left_out, order)


def _statements(sheet: Sheet, section: int) -> list[Statement]:
    found: dict[str, list[tuple[Saying, Source]]] = defaultdict(list)
    for unit in sheet.reported:
        text = unit["prose"].get(str(section), "")
        behind = _behind(unit, section, text)
        for saying in sayings_of(text):
            found[saying.key].append((saying, _source(unit, saying, behind)))
    return [
        Statement(_named(section, said), said, rows[0][0].text, tuple(one for _, one in rows))
        for said, rows in found.items()
    ]


def _behind(unit: Content, section: int, text: str) -> dict[int, tuple[Content, ...]]:
    """What a unit wrote its paragraphs from, by their numbers; it names them by their words."""
    rows = unit.get("sources", {}).get(str(section), [])
    known = {as_written(row["text"]): tuple(row["sources"]) for row in rows}
    return {at: known.get(words, ()) for at, words in enumerate(paragraphs_of(text), 1)}


def _source(unit: Content, saying: Saying, behind: dict[int, tuple[Content, ...]]) -> Source:
    return Source(
        unit=unit["id"],
        name=unit["area"] or unit["short_name"],
        report=unit["report"],
        paragraph=saying.paragraph,
        sentence=saying.sentence,
        text=saying.text,
        behind=behind[saying.paragraph],
    )


def _named(section: int, said: str) -> str:
    return hashlib.sha256(f"{section} {said}".encode()).hexdigest()[:KEY_LENGTH]


def _put_together(statements: Sequence[Statement], chosen: Content) -> list[Statement]:
    """A statement that a person merged stands in another one, if that one stands by itself."""
    into: dict[str, str] = chosen.get("merged", {})
    alone = {one.key: one for one in statements if one.key not in into}
    joined: dict[str, list[Source]] = defaultdict(list)
    standing = []
    for one in statements:
        if (target := into.get(one.key)) in alone:
            joined[str(target)] += one.sources
        else:
            standing.append(one)
    return [
        Statement(one.key, one.said, one.text, one.sources, tuple(joined[one.key]))
        for one in standing
    ]


def _passages(statements: Iterable[Statement]) -> list[Passage]:
    """What the same units say in the same paragraphs stays together, in their order."""
    found: dict[tuple[object, ...], list[Statement]] = defaultdict(list)
    for one in statements:
        where = tuple((source.unit, source.paragraph) for source in one.sources)
        merged = tuple((source.unit, source.paragraph, "merged") for source in one.merged)
        found[where + merged].append(one)
    return [Passage(tuple(rows)) for rows in found.values()]


def _by_weight(passages: list[Passage]) -> list[Passage]:
    return sorted(passages, key=lambda one: (-one.weight[0], -one.weight[1]))


def _near_together(passages: list[Passage]) -> list[Passage]:
    """Passages with those behind them that say nearly the same; all of them stay."""
    if len(passages) > MOST_COMPARED:
        return passages
    left, found = list(passages), list[Passage]()
    while left:
        first = left.pop(0)
        said = " ".join(one.said for one in first.statements)
        near = [one for one in left if alike(said, " ".join(row.said for row in one.statements))]
        left = [one for one in left if one not in near]
        found += [first, *(Passage(one.statements, near=True) for one in near)]
    return found


def _in_order(passages: list[Passage], order: Sequence[str]) -> tuple[Passage, ...]:
    place = {key: at for at, key in enumerate(order)}
    last = len(place)
    return tuple(sorted(passages, key=lambda one: min(place.get(key, last) for key in one.keys)))


def called(names: Sequence[str], most: int = 20) -> str:
    """Units as a sentence names them, those of one kind together.

    >>> called(["xã Mỹ Long Nam", "xã Mỹ Hòa", "thị trấn Cầu Ngang", "Đồn Biên phòng"])
    'các xã Mỹ Long Nam, Mỹ Hòa; thị trấn Cầu Ngang; Đồn Biên phòng'
    """
    shown = list(names) if len(names) <= most else list(names[: most - 1])
    kinds: dict[str, list[str]] = defaultdict(list)
    for name in shown:
        kind, own = _parted(name)
        kinds[kind].append(own)
    groups = [words for kind, own in kinds.items() for words in _of_kind(kind, own)]
    if len(shown) < len(names):
        groups.append(f"{len(names) - len(shown)} đơn vị khác")
    return "; ".join(groups)


def _parted(name: str) -> tuple[str, str]:
    """A name as its kind in small letters and the rest: "xã", "Mỹ Hòa"."""
    words = name.split(" ")
    at = next((at for at, word in enumerate(words) if word[:1] != word[:1].lower()), len(words))
    return (" ".join(words[:at]), " ".join(words[at:])) if 0 < at < len(words) else ("", name)


def _of_kind(kind: str, own: list[str]) -> Iterator[str]:
    if not kind:
        yield from own
    elif len(own) == 1:
        yield f"{kind} {own[0]}"
    else:
        yield f"các {kind} {', '.join(own)}"


def names_of(statement: Statement) -> list[str]:
    """The names of the units that said it, each once."""
    return list(dict.fromkeys(one.name for one in (*statement.sources, *statement.merged)))
