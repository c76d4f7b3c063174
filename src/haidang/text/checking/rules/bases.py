"""The bases: each ends with a semicolon, the last with a full stop (mục II.6)."""

from collections.abc import Iterator

from haidang.text.checking.finding import Flaw, flaw_of
from haidang.text.checking.paper import Paper
from haidang.text.checking.quoting import ending
from haidang.text.layout.body import BASIS


def basis_flaws(paper: Paper) -> Iterator[Flaw]:
    """Bases with another mark at their end."""
    bases = paper.of(BASIS.key)
    for number, box in enumerate(bases, 1):
        end = "." if number == len(bases) else ";"
        if not box.words.endswith(end):
            found = ending(box.words)
            due = f"cuối căn cứ có dấu “{end}”"
            yield flaw_of("basis-end", BASIS, box.passage, found, due)
