"""The marks of one line carried to a later wording of it: which figure is where now, or gone.

Each figure of the line has exactly one fate: it stands with the same value, it was changed to
another, or it is gone (promise N8).
"""

from collections.abc import Container
from dataclasses import dataclass, replace
from enum import StrEnum

from haidang.text.compare.aligning import equal_blocks
from haidang.text.compare.alike import Word, words_of
from haidang.text.merge.marked import OVERRIDDEN, Link, Marked, around_links


class Fate(StrEnum):
    """What became of a figure."""

    KEPT = "kept"
    CHANGED = "changed"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of the old line, its fate, and where and how in the new words it stands now."""

    link: Link
    was: str
    fate: Fate
    start: int = 0
    end: int = 0
    now: str = ""


@dataclass(frozen=True, slots=True)
class Carried:
    """The new words, what became of each figure, and what of the bold type could be kept."""

    text: str
    figures: tuple[Figure, ...]
    bold: tuple[tuple[int, int], ...]
    lost_bold: tuple[str, ...]


def carry(old: Marked, text: str) -> Carried:
    """Find the figures and the bold words of a line in a later wording of it."""
    words, others = words_of(old.text, folded=True), words_of(text, folded=True)
    places = _places(words, others)
    search = _Search(words, others, places, text)
    figures = tuple(search.figures(old))
    bold, lost = _bold(old, words, others, places, figures)
    links = [Link(one.start, one.end, "") for one in figures if one.fate != Fate.GONE]
    whole = bool(old.bold) and _is_all_bold(old, words)
    kept = ((0, len(text)),) if whole and text else around_links(bold, links)
    return Carried(text, figures, kept, () if whole else lost)


def _places(words: list[Word], others: list[Word]) -> dict[int, int]:
    blocks = equal_blocks([word.key for word in words], [word.key for word in others])
    return {one + n: other + n for one, other, length in blocks for n in range(length)}


class _Search:
    """Looks for figures among the words that have no fellow yet."""

    def __init__(
        self, words: list[Word], others: list[Word], places: dict[int, int], text: str
    ) -> None:
        self.words, self.others, self.places, self.text = words, others, places, text
        taken = set(places.values())
        self.free = [
            n for n, word in enumerate(others) if n not in taken and word.key[:1].isdecimal()
        ]

    def figures(self, old: Marked) -> list[Figure]:
        """The fates: first of what stayed, then of what moved in the line, then of the rest."""
        own = {link: self._own(link) for link in old.links}
        found = {link: self._stayed(old, link, own[link]) for link in old.links}
        for link in old.links:
            found[link] = found[link] or self._moved(old, link, own[link])
        for link in old.links:
            found[link] = found[link] or self._changed(old, link, own[link])
        gone = {link: Figure(link, old.text[link.start : link.end], Fate.GONE) for link in found}
        return [found[link] or gone[link] for link in old.links]

    def _inside(self, link: Link) -> list[int]:
        return [
            n
            for n, word in enumerate(self.words)
            if word.start < link.end and link.start < word.end
        ]

    def _own(self, link: Link) -> list[int]:
        """The words of a figure: its numbers, or all where it has none."""
        inside = self._inside(link)
        return [n for n in inside if self.words[n].key[:1].isdecimal()] or inside

    def _figure(self, old: Marked, link: Link, fate: Fate, first: int, last: int) -> Figure:
        start, end = self.others[first].start, self.others[last].end
        was = old.text[link.start : link.end]
        return Figure(link, was, fate, start, end, self.text[start:end])

    def _stayed(self, old: Marked, link: Link, own: list[int]) -> Figure | None:
        now = [self.places[n] for n in own if n in self.places]
        if not own or len(now) < len(own) or now[-1] - now[0] != own[-1] - own[0]:
            return None
        has_minus = self._sign(self.text, self.others[now[0]])
        if self._sign(old.text, self.words[own[0]]) != has_minus:
            return self._figure(old, link, Fate.CHANGED, now[0] - has_minus, now[-1])
        inside = self._inside(link)
        whole = [self.places[n] for n in inside if n in self.places]
        if len(whole) == len(inside) and whole[-1] - whole[0] == len(inside) - 1:
            # Written as before, whatever form the same number was typed in.
            figure = self._figure(old, link, Fate.KEPT, whole[0], whole[-1])
            return replace(figure, now=figure.was)
        return self._figure(old, link, Fate.KEPT, now[0], now[-1])

    def _sign(self, text: str, word: Word) -> bool:
        """Whether a minus stands right before a number, and no word before that."""
        before = text[: word.start]
        return before.endswith(("-", "−")) and not before[-2:-1].isalnum()

    def _moved(self, old: Marked, link: Link, own: list[int]) -> Figure | None:
        keys = [self.words[n].key for n in own]
        if len(keys) != 1:
            return None
        at = next((n for n in self.free if self.others[n].key == keys[0]), None)
        if at is None:
            return None
        self.free.remove(at)
        return self._figure(old, link, Fate.KEPT, at, at)

    def _changed(self, old: Marked, link: Link, own: list[int]) -> Figure | None:
        if not own:
            return None
        low = max((self.places[n] + 1 for n in self.places if n < own[0]), default=0)
        high = min((self.places[n] for n in self.places if n > own[-1]), default=len(self.others))
        near = [n for n in self.free if low <= n < high]
        if not near:
            return None
        following = self._key_after(self.words, own[-1])
        alike = [n for n in near if following and self._key_after(self.others, n) == following]
        # A figure of several numbers takes all of them that stand in its place.
        first, last = (near[0], near[-1]) if len(own) > 1 else ((alike or near)[0],) * 2
        self.free = [n for n in self.free if not first <= n <= last]
        return self._figure(old, link, Fate.CHANGED, first, last)

    @staticmethod
    def _key_after(words: list[Word], at: int) -> str:
        return words[at + 1].key if at + 1 < len(words) else ""


def settled(carried: Carried, restored: Container[Figure] = ()) -> Marked:
    """The new line with its marks: changed figures marked as such, or as they were before.

    The address of a changed figure leads to where the change is told (promise N8).
    """
    text, links, shifts = "", [], [(0, 0)]
    at = 0
    standing = [figure for figure in carried.figures if figure.fate != Fate.GONE]
    for figure in sorted(standing, key=lambda one: one.start):
        text += carried.text[at : figure.start]
        is_back = figure in restored
        now = figure.was if is_back else figure.now
        path = figure.link.path
        if figure.fate == Fate.CHANGED and not is_back:
            path = path.removesuffix(OVERRIDDEN) + OVERRIDDEN
        links.append(Link(len(text), len(text) + len(now), path))
        text, at = text + now, figure.end
        shifts.append((figure.end, len(text) - figure.end))
    bold = tuple((_shifted(start, shifts), _shifted(end, shifts)) for start, end in carried.bold)
    return Marked(text + carried.text[at:], tuple(links), bold)


def _shifted(at: int, shifts: list[tuple[int, int]]) -> int:
    return at + next(by for start, by in reversed(shifts) if start <= at)


def _is_all_bold(old: Marked, words: list[Word]) -> bool:
    start, end = old.bold[0]
    return bool(words) and start <= words[0].start and end >= words[-1].end


def _bold(
    old: Marked,
    words: list[Word],
    others: list[Word],
    places: dict[int, int],
    figures: tuple[Figure, ...],
) -> tuple[list[tuple[int, int]], tuple[str, ...]]:
    kept, lost = [], []
    for start, end in old.bold:
        inside = [n for n, word in enumerate(words) if start <= word.start and word.end <= end]
        now = [others[places[n]] for n in inside if n in places]
        stand = [(word.start, word.end) for word in now]
        stand += [
            (one.start, one.end)
            for one in figures
            if one.fate != Fate.GONE and start <= one.link.start and one.link.end <= end
        ]
        if stand:
            kept.append((min(one for one, _ in stand), max(other for _, other in stand)))
        elif inside:
            lost.append(old.text[start:end].strip())
    return kept, tuple(lost)
