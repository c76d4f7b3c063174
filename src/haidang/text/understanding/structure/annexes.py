"""What is attached behind the signature: appendices, each with its heading and its lines."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from haidang.text.blocks import Section
from haidang.text.understanding.paper.attached import annex_heading, is_attachment_note
from haidang.text.understanding.paper.kinds import Kind, kind_of_section
from haidang.text.understanding.paper.lines import Line
from haidang.text.understanding.paper.openings import FIRST_ITEM
from haidang.text.understanding.structure.outline import Heading
from haidang.text.understanding.words.letters import is_capitals

_BLANK = re.compile(r"…{2,}|\.{4,}|_{4,}|…\.|\.…")
_LONGEST_TITLE = 160
_MOST_TITLE_LINES = 8
_FORM_NUMBER = re.compile(r"\(?(?:Mẫu|Biểu|Phụ biểu|Biểu mẫu)(?: số)?\s*[\d.]+[\w/.-]*\)?\s*:?")


@dataclass(frozen=True, slots=True)
class Annex:
    """One appendix: the lines of its heading, the heading itself, the lines below it."""

    head: list[Line]
    heading: Heading
    body: list[Line]

    @property
    def is_form(self) -> bool:
        """Whether it is an outline or a form to be filled in, which sets no duties."""
        blanks = sum(_BLANK.search(line.words) is not None for line in self.body)
        return self.heading.kind is Kind.FORM or blanks * 8 > len(self.body)


def annexes_of(lines: Sequence[Line]) -> list[Annex]:
    """Part the lines behind the signature into appendices."""
    starts = [i for i, line in enumerate(lines) if _is_start(line) and _stands_alone(lines, i)]
    if lines and (not starts or starts[0] > 0):
        starts.insert(0, 0)
    return [_annex(list(lines[start:end])) for start, end in pairwise([*starts, len(lines)])]


def _is_start(line: Line) -> bool:
    return annex_heading(line.words) is not None or _FORM_NUMBER.fullmatch(line.words) is not None


def _stands_alone(lines: Sequence[Line], index: int) -> bool:
    return lines[index].cell is None and (
        index == 0 or not lines[index - 1].words.endswith(("tại", "theo", "và"))
    )


def _annex(lines: list[Line]) -> Annex:
    label, title, end = "", "", 0
    if _is_start(lines[0]):
        label, title = annex_heading(lines[0].words) or _parted(lines[0].words)
        end = 1
    note = next((n for n, line in enumerate(lines[:8]) if is_attachment_note(line.words)), None)
    while end < len(lines) and _is_title(lines, end, note, has_title=bool(title)):
        title = f"{title} {lines[end].words}".strip()
        end += 1
    while end < len(lines) and (is_attachment_note(lines[end].words) or _note_goes_on(lines, end)):
        end += 1
    section = Section(label.strip(" ."), 1, title.strip() or None, lines[0].start, _end(lines, end))
    return Annex(lines[:end], Heading(-1, section, _kind(lines[0], title), None), lines[end:])


def _parted(words: str) -> tuple[str, str]:
    label, _, title = words.partition(":")
    return label, title


def _end(lines: list[Line], end: int) -> int:
    return lines[max(end - 1, 0)].end


def _kind(first: Line, title: str) -> Kind:
    """Appendices are forms or hold tasks; what else they are about their own headings say."""
    kind = Kind.FORM if _FORM_NUMBER.fullmatch(first.words) else kind_of_section(title, None)
    return kind if kind in (Kind.FORM, Kind.TASK) else Kind.OTHER


def _is_title(lines: list[Line], index: int, note: int | None, has_title: bool) -> bool:
    """Capitals, and whatever stands before the note "(Kèm theo …)"."""
    line = lines[index]
    if line.cell is not None or is_attachment_note(line.words) or FIRST_ITEM.match(line.words):
        return False
    if note is not None:
        return index < note
    short = not has_title and index == 1 and len(line.words) < _LONGEST_TITLE
    return short or (is_capitals(line.words) and index < _MOST_TITLE_LINES)


def _note_goes_on(lines: list[Line], index: int) -> bool:
    """The note's bracket closes on a later line."""
    before = lines[index - 1].words if index else ""
    noted = any(is_attachment_note(line.words) for line in lines[max(0, index - 2) : index])
    return noted and not before.rstrip(" .").endswith(")") and lines[index].cell is None
