"""Where passages stand, in words: "trang 2, đoạn 12–25, 30; bảng 2, hàng 1, ô 3"."""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from haidang.text.checking.passages import Passage

_COUNTED = re.compile(r"(?P<above>.*?)đoạn (?P<number>\d+)")
_MOST_CELLS = 3
_MOST_PLACES = 6
_MOST_RANGES = 12


def place_of(passages: Sequence[Passage]) -> str:
    """All places of a fault, with the pages where they are known; cells of a table are counted."""
    places = list(dict.fromkeys(passage.where for passage in passages))
    numbers: dict[str, list[int]] = {}
    for place in places:
        if counted := _COUNTED.fullmatch(place):
            numbers.setdefault(counted["above"], []).append(int(counted["number"]))
    others = [place for place in places if not _COUNTED.fullmatch(place)]
    found = [f"{above}đoạn {_ranges(these)}" for above, these in numbers.items()]
    for table, cells in groupby(others, key=lambda place: place.partition(", hàng ")[0]):
        named = list(cells)
        few = len(named) <= _MOST_CELLS
        found += named if few else [f"{table} ({len(named)} ô)"]
    return f"{_pages_of(passages)}{_few(found)}" or "văn bản"


def _few(found: list[str]) -> str:
    more = len(found) - _MOST_PLACES
    return "; ".join(found[:_MOST_PLACES] + [f"{more} chỗ khác"] * (more > 0))


def _pages_of(passages: Sequence[Passage]) -> str:
    pages = {passage.page for passage in passages if passage.page}
    return f"trang {_ranges(pages)}, " if pages else ""


def _ranges(numbers: Iterable[int]) -> str:
    """Numbers in order, those that follow each other as one."""
    pairs: list[list[int]] = []
    for number in sorted(numbers):
        if pairs and number == pairs[-1][1] + 1:
            pairs[-1][1] = number
        else:
            pairs.append([number, number])
    shown = [str(a) if a == b else f"{a}–{b}" for a, b in pairs[:_MOST_RANGES]]
    more = f" và {len(pairs) - _MOST_RANGES} chỗ khác" if len(pairs) > _MOST_RANGES else ""
    return ", ".join(shown) + more
