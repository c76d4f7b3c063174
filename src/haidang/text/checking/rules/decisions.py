"""Decisions and resolutions: the line that decides stands between the bases and Điều 1."""

from collections.abc import Iterator

from haidang.text.checking.finding import Flaw, flaw_of
from haidang.text.checking.naming.body import DECIDES
from haidang.text.checking.paper import Paper
from haidang.text.layout.body import BASIS
from haidang.text.understanding.paper.markers import Rank, marker_of

_LINES = {"quyết định": "QUYẾT ĐỊNH:", "nghị quyết": "QUYẾT NGHỊ:"}


def decision_flaws(paper: Paper) -> Iterator[Flaw]:
    """Whether "QUYẾT ĐỊNH:" is there (Phụ lục III, mẫu 1.1 and 1.2)."""
    due = _LINES.get(paper.kind)
    bases = paper.of(BASIS.key)
    if due is None or not bases:
        return
    lines = paper.of(DECIDES.key)
    articles = any(marker_of(box.words).rank is Rank.ARTICLE for box in paper.boxes)
    if not lines and articles:
        yield flaw_of("decides-missing", DECIDES, bases[-1].passage, "không có", f"dòng “{due}”")
    for box in lines[:1]:
        if not box.words.endswith(":"):
            yield flaw_of("decides-form", DECIDES, box.passage, box.words, f"{box.words}:")
