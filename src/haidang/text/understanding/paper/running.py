"""Lines that every page repeats at its head or its foot: they cut sentences and belong to none."""

import re
from collections import Counter
from collections.abc import Iterator

_EDGE = 2  # lines at the head and at the foot of a page that may be repeated
_OFTEN = 2
_DIGITS = re.compile(r"\d+")
_MARK = re.compile(r"[|\W_]*")

_Line = tuple[int, str]  # where it starts, and its words with every number alike


def running_lines(text: str) -> frozenset[int]:
    r"""Where the lines start that pages repeat; form feeds part the pages.

    >>> sorted(running_lines("A\nB\nXã X, 1\n\fhai\nXã X, 2\n\fba\nXã X, 3"))
    [4, 17, 29]

    The head of the first page is the document's own.
    """
    if "\f" not in text:
        return frozenset()
    pages = [page for page in _pages(text) if page]
    edges = [_edges(page, is_first=number == 0) for number, page in enumerate(pages)]
    seen = Counter(words for edge in edges for words in {words for _, words in edge})
    least = max(_OFTEN, len(pages) // 2)
    return frozenset(start for edge in edges for start, words in edge if seen[words] >= least)


def _pages(text: str) -> Iterator[list[_Line]]:
    page: list[_Line] = []
    start = 0
    for line in re.split(r"([\n\f])", text):
        if line == "\f":
            yield page
            page = []
        elif not _MARK.fullmatch(line):
            page.append((start, _DIGITS.sub("0", " ".join(line.split()))))
        start += len(line)
    yield page


def _edges(page: list[_Line], is_first: bool) -> list[_Line]:
    """The lines at the edges of a page, apart from its number."""
    lines = [line for line in page if line[1] != "0"]
    foot = lines[max(len(lines) - _EDGE, _EDGE) :]
    return foot if is_first else [*lines[:_EDGE], *foot]
