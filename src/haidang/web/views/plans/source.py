"""The left side of the reading page: the text in order, with sorted runs folded away."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from haidang.plans.enums import Bucket, TaskStatus
from haidang.plans.models import Item, Plan, Task
from haidang.web.views.plans.lamp import Lamp
from haidang.web.views.plans.marks import OWNER, Mark, Piece, pieces_of, plain

BULLETS = "-–—+•* \t\r\n"
MANY = 400  # more sentences than this are not all sent: those far away are a line that leads there
WITHIN = 60  # how many entries around the lamp are sent then


@dataclass(slots=True)
class Sentence:
    """A sentence as it is shown: its number, its words, the task that rests on it."""

    item: Item
    number: int
    pieces: tuple[Piece, ...]
    task: Task | None = None
    is_current: bool = False

    @property
    def waits(self) -> bool:
        """Whether a person is still to look at it."""
        if self.item.bucket == Bucket.UNRESOLVED:
            return True
        return self.task is not None and self.task.status == TaskStatus.PROPOSED


@dataclass(slots=True)
class Paragraph:
    """Sentences that stand in one paragraph."""

    sentences: list[Sentence] = field(default_factory=list)
    is_open: bool = False
    kind = "paragraph"

    @property
    def top(self) -> str:
        """The section of the first level that it belongs to."""
        return self.sentences[0].item.section.split(".")[0]


@dataclass(slots=True)
class Heading:
    """A heading; `pin` where a task takes its unit from it."""

    text: str
    level: int
    top: str
    pin: int | None = None
    is_open: bool = True
    kind = "heading"


@dataclass(slots=True)
class Frame:
    """What stands above and below the body: numbers, dates, recipients, signature."""

    lines: list[str]
    words: str
    top: str = ""
    is_open: bool = True
    kind = "frame"


@dataclass(slots=True)
class Fold:
    """A run of sorted paragraphs, with its count in words.

    Where the text is too long to be sent whole, `here` leads to the first of its sentences.
    """

    entries: list["Entry"]
    words: str
    here: str = ""
    kind = "fold"


Entry = Paragraph | Heading | Frame | Fold


def source_of(
    plan: Plan,
    items: list[Item],
    tasks: list[Task],
    lamp: Lamp,
    marks: list[Mark],
    *,
    whole: bool = False,
) -> list[Entry]:
    """The text of a plan as entries from top to bottom; a long one around the lamp, or `whole`."""
    entries = _joined(_entries(plan, items, tasks, lamp, marks))
    if not whole and sum(item.is_sentence for item in items) > MANY:
        return list(_windowed(entries))
    _open_what_matters([entry for entry in entries if isinstance(entry, Paragraph)])
    _open_headings(entries)
    return list(_folded(entries))


def _entries(
    plan: Plan, items: list[Item], tasks: list[Task], lamp: Lamp, marks: list[Mark]
) -> Iterator[Entry]:
    text, number = plan.revision.text, 0
    resting = _resting(items, tasks)
    paragraph: Paragraph | None = None
    ended = 0
    for item in items:
        core = text[item.start : item.end].strip(BULLETS)
        start = text.index(core, item.start)
        if not item.is_sentence:
            if paragraph:
                yield paragraph
                paragraph = None
            yield from _beside(plan, item, marks, is_before=number == 0)
            continue
        number += 1
        task = resting.get(item.pk)
        is_current = item == lamp.item or (task is not None and task == lamp.task)
        pieces = pieces_of(text, start, start + len(core), marks)
        shown = Sentence(item, number, pieces, task, is_current)
        if paragraph and "\n" in text[ended:start]:
            yield paragraph
            paragraph = None
        paragraph = paragraph or Paragraph()
        paragraph.sentences.append(shown)
        ended = start + len(core)
    if paragraph:
        yield paragraph


def _resting(items: list[Item], tasks: list[Task]) -> dict[int, Task]:
    """The first task that rests on each sentence, found in one walk through the text."""
    found: dict[int, Task] = {}
    ordered, first = sorted(tasks, key=lambda task: task.start), 0
    for item in items:
        while first < len(ordered) and ordered[first].end <= item.start:
            first += 1
        task = next((task for task in ordered[first:] if task.end > item.start), None)
        if item.is_sentence and task and task.start < item.end:
            found[item.pk] = task
    return found


def _beside(plan: Plan, item: Item, marks: list[Mark], *, is_before: bool) -> Iterator[Entry]:
    sections = [s for s in plan.header.get("sections", []) if item.start <= s["start"] < item.end]
    pins = {mark.start: mark.number for mark in marks if mark.fact == OWNER}
    for part in sections:
        words = plain(plan.revision.text[part["start"] : part["end"]]).strip()
        top = part["label"] if part["level"] == 1 else ""
        yield Heading(words, part["level"], top, pins.get(part["start"]))
    text = plan.revision.text[item.start : item.end]
    lines = [line for line in map(str.strip, text.splitlines()) if line.strip("*- ")]
    if lines and not sections:
        name = "Phần đầu văn bản" if is_before else "Phần cuối văn bản"
        yield Frame([line.replace("**", "") for line in lines], name)


def _joined(entries: Iterable[Entry]) -> list[Entry]:
    # A header is many lines, each an item of its own; a reader opens them together.
    joined: list[Entry] = []
    for entry in entries:
        if isinstance(entry, Frame) and joined and isinstance(joined[-1], Frame):
            joined[-1].lines += entry.lines
        else:
            joined.append(entry)
    return joined


def _open_what_matters(paragraphs: list[Paragraph]) -> None:
    seen: set[tuple[str, str]] = set()
    for at, paragraph in enumerate(paragraphs):
        near = paragraphs[max(at - 1, 0) : at + 2]
        is_near = any(sentence.is_current for other in near for sentence in other.sentences)
        kinds = {(paragraph.top, s.item.bucket) for s in paragraph.sentences if not s.task}
        waits = any(sentence.waits for sentence in paragraph.sentences)
        paragraph.is_open = is_near or waits or bool(kinds - seen)
        seen |= kinds


def _open_headings(entries: list[Entry]) -> None:
    follows_open = True
    for entry in reversed(entries):
        if isinstance(entry, Heading):
            entry.is_open = entry.level == 1 or follows_open
        elif isinstance(entry, Paragraph):
            follows_open = entry.is_open


def _folded(entries: Iterable[Entry]) -> Iterator[Entry]:
    shown: set[str] = set()
    for is_open, run in groupby(
        entries, key=lambda entry: isinstance(entry, Fold) or entry.is_open
    ):
        closed = list(run)
        paragraphs = [entry for entry in closed if isinstance(entry, Paragraph)]
        sentences = [sentence for entry in paragraphs for sentence in entry.sentences]
        if is_open or len(sentences) < 2:
            shown |= {entry.top for entry in paragraphs}
            yield from closed
        else:
            yield Fold(closed, _fold_words(sentences, shown))


def _windowed(entries: list[Entry]) -> Iterator[Entry]:
    """The entries around the lamp, and the headings of the first level with a way to the rest."""
    at = next((n for n, entry in enumerate(entries) if _is_under(entry)), 0)

    def is_near(numbered: tuple[int, Entry]) -> bool:
        place, entry = numbered
        is_top = isinstance(entry, Heading) and entry.level == 1
        return abs(place - at) <= WITHIN or is_top or isinstance(entry, Frame)

    for near, numbered in groupby(enumerate(entries), key=is_near):
        run = [entry for _, entry in numbered]
        paragraphs = [entry for entry in run if isinstance(entry, Paragraph)]
        sentences = [sentence for entry in paragraphs for sentence in entry.sentences]
        if near or not sentences:
            yield from run
        else:
            reach = f"Câu {sentences[0].number} đến {sentences[-1].number}"
            yield Fold([], f"{reach}: {len(sentences)} câu", f"cau={sentences[0].item.pk}")


def _is_under(entry: Entry) -> bool:
    return isinstance(entry, Paragraph) and any(s.is_current for s in entry.sentences)


def _fold_words(sentences: list[Sentence], shown: set[str]) -> str:
    tops = dict.fromkeys(s.item.section.split(".")[0] for s in sentences)
    counts = Counter(Bucket(s.item.bucket).label for s in sentences)
    what = ", ".join(
        f"{count} {name}" if len(counts) > 1 else name for name, count in counts.items()
    )
    other = " khác" if shown & set(tops) else ""
    place = f" của mục {', '.join(filter(None, tops))}" if any(tops) else ""
    return f"{len(sentences)} câu{other}{place} đã xếp: {what}"
