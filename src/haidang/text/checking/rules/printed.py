"""Where things stand on the pages of a PDF: page numbers above, headings in the middle."""

from collections.abc import Iterator

from haidang.text.checking.finding import Flaw, flaw_of
from haidang.text.checking.paper import Paper
from haidang.text.checking.passages import Box
from haidang.text.checking.printed import Printed
from haidang.text.layout.body import APPENDIX_LABEL, ATTACHED_TO, PAGE_NUMBER
from haidang.text.layout.boxes import MOTTO, NATIONAL_NAME, SUBJECT, TYPE_NAME

_SLACK_MM = 5


def printed_flaws(paper: Paper) -> Iterator[Flaw]:
    """What the places of letters show; only faults that no rounding explains."""
    if paper.printed is not None:
        yield from _numbers(paper.printed, len(_annexes(paper)))
        yield from _centred(paper, paper.printed)


def _annexes(paper: Paper) -> list[Box]:
    labels, notes = paper.of(APPENDIX_LABEL.key), paper.of(ATTACHED_TO.key)
    return labels if len(labels) > len(notes) else notes


def _numbers(printed: Printed, appendices: int) -> Iterator[Flaw]:
    later = {where for page, where in printed.numbers.items() if page > 1}
    if "top" not in later and "foot" in later:
        found, due = "số trang ở lề dưới", "số trang ở lề trên"
        yield _flaw("page-number-place", found, due)
    elif printed.pages > 1 + appendices and not later:  # each counts anew
        yield _flaw("page-number-missing", "không có số trang", "số trang ở lề trên, từ trang 2")
    if 1 in printed.numbers:
        yield _flaw(
            "page-number-first", "số trang hiện ở trang 1", "không hiện số ở trang thứ nhất"
        )


def _flaw(rule: str, found: str, due: str) -> Flaw:
    return Flaw(rule, PAGE_NUMBER.article, PAGE_NUMBER.box, found, due, place="đầu trang")


def _centred(paper: Paper, printed: Printed) -> Iterator[Flaw]:
    """The type and the subject in the middle of the page, the motto below the national name."""
    names = [printed.centres.get(box.passage) for box in paper.of(NATIONAL_NAME.key)]
    axes = {TYPE_NAME.key: printed.middle, SUBJECT.key: printed.middle}
    axes[MOTTO.key] = next(iter(names), None)
    for key, axis in axes.items():
        for box in paper.of(key)[:1]:
            centre = printed.centres.get(box.passage)
            if axis is not None and centre is not None and abs(centre - axis) > _SLACK_MM:
                aside = f"lệch {abs(centre - axis):.0f} mm"
                yield flaw_of("alignment", box.component, box.passage, aside, "căn giữa")
