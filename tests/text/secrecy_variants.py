"""Five hundred documents that bear a stamp: each way of writing it, at each place that it fits."""

from itertools import cycle, islice

from tests.text.secrecy_forms import ANYWHERE, BOXES, SPELLINGS
from tests.text.secrecy_papers import HEADER, PAPERS, PLACES, paper, with_line

COUNT = 500


def stamped_texts():
    """Named texts: every spelling at least twice, never twice the same place in one paper."""
    found = {}
    for old, boxes in BOXES.items():
        for new in boxes:
            found[f"box {new.strip()!r}"] = with_line("plan", old, new)
    papers = cycle(PAPERS)
    everywhere, headers = cycle(PLACES), cycle(HEADER)
    while len(found) < COUNT:
        for sort, spellings in SPELLINGS.items():
            for words in spellings:
                place = next(everywhere if sort in ANYWHERE else headers)
                name = next(papers)
                found[f"{sort} {words!r} {place} of {name}"] = paper(name, place, words)
        next(papers)  # so that the next round meets other papers
    return dict(islice(found.items(), COUNT))
