"""A line with its marks taken apart and put together again: figures that lead to records, bold."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from haidang.text.writing.marks import runs_of

OVERRIDDEN = "#sua-tay"  # ends the address of a figure that a person changed, with a reason


@dataclass(frozen=True, slots=True)
class Link:
    """A figure from `start` to `end`, and the address of its records."""

    start: int
    end: int
    path: str


@dataclass(frozen=True, slots=True)
class Marked:
    """The words of a line, with the stretches that are figures and those that are bold."""

    text: str
    links: tuple[Link, ...] = ()
    bold: tuple[tuple[int, int], ...] = ()


def taken_apart(marked: str) -> Marked:
    """The words and the marks of one line or cell.

    >>> taken_apart("có [[412|/so/7]] tin").links
    (Link(start=3, end=6, path='/so/7'),)
    """
    text, links, bold = "", [], []
    for run in runs_of(marked):
        start, text = len(text), text + run.text
        if run.path:
            links.append(Link(start, len(text), run.path))
        if run.bold:
            bold.append((start, len(text)))
    return Marked(text, tuple(links), _joined(bold))


def put_together(line: Marked) -> str:
    """The line with its marks; what only looks like a mark in its words is made harmless."""
    stops = {at for link in line.links for at in (link.start, link.end)}
    stops |= {at for stretch in line.bold for at in stretch} | {0, len(line.text)}
    links = {link.start: link for link in line.links}
    inside = [(link.start, link.end) for link in line.links]
    opens, closes = {start for start, _ in line.bold}, {end for _, end in line.bold}
    pieces, ordered = [], sorted(stops)
    for start, end in zip(ordered, [*ordered[1:], ordered[-1]], strict=True):
        pieces += ["**"] * (start in closes) + ["**"] * (start in opens)
        if link := links.get(start):
            pieces.append(f"[[{line.text[start : link.end]}|{link.path}]]")
        elif not any(one <= start < other for one, other in inside):
            pieces.append(harmless(line.text[start:end]))
    return "".join(pieces)


def harmless(text: str) -> str:
    """Words that cannot be taken for a mark: nobody makes a figure of records by typing one."""
    while "[[" in text or "**" in text:
        text = text.replace("[[", "[ [").replace("**", "* *")
    return text


def _joined(stretches: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    joined: list[tuple[int, int]] = []
    for start, end in stretches:
        if joined and joined[-1][1] >= start:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def around_links(
    bold: Sequence[tuple[int, int]], links: Sequence[Link]
) -> tuple[tuple[int, int], ...]:
    """The bold stretches with the figures that they touch whole in them."""
    widened = []
    for start, end in bold:
        touched = [link for link in links if link.start < end and start < link.end]
        starts = [start, *(link.start for link in touched)]
        ends = [end, *(link.end for link in touched)]
        widened.append((min(starts), max(ends)))
    return _joined(sorted(widened))
