"""A paragraph as it is printed: its words run by run, how they look, and which box it is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from haidang.text.checking.looks import Letters, Stance
from haidang.text.checking.package import MAIN
from haidang.text.layout import Component
from haidang.text.reading.builder import Cell
from haidang.text.understanding.words.folded import plain

_TYPED = re.compile(r"[\s_—–=*.-]*[_—–-]{3,}[\s_—–=*.-]*")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of words in one look; `raw` is what the file holds, `words` what it means."""

    element: etree._Element
    raw: str
    words: str
    letters: Letters


@dataclass(frozen=True, slots=True)
class Drawn:
    """A line drawn under words: its length in millimetres where that is known, and its kind."""

    kind: str  # "shape", "border", "underline", "typed"
    length: float | None = None


def typed_line(words: str) -> Iterator[Drawn]:
    """A line made of hyphens or underscores."""
    if _TYPED.fullmatch(words):
        yield Drawn("typed")


@dataclass(frozen=True, slots=True)
class Box:
    """One of the decree's boxes, and the words in it; several may stand in one passage."""

    component: Component
    words: str
    passage: "Passage"

    @property
    def key(self) -> str:
        return self.component.key


@dataclass(slots=True, eq=False)
class Passage:
    """One paragraph of the file, blank ones too. Of a PDF there are only the words.

    Where a line break parts a paragraph into two boxes, each line is a passage whose `whole` is
    the paragraph.
    """

    words: str
    where: str
    label: str = ""  # the number that Word makes itself
    element: etree._Element | None = None
    runs: tuple[Run, ...] = ()
    stance: Stance | None = None
    style: str = ""
    cell: Cell | None = None
    table: etree._Element | None = None
    width: float = 0  # of the cell or page it stands in, in millimetres
    section: int = 0
    page: int = 0  # on which it begins; 0 where that is unknown
    part: str = MAIN  # of the file
    drawn: list[Drawn] = field(default_factory=list)
    role: Component | None = None
    origin: "Passage | None" = None
    _plain: str | None = None
    _seen: tuple[Run, ...] | None = None
    loose: bool = False  # something like a title: its weight is its own affair
    apart: bool = False  # a note, or a heading of no kind the decree knows: so are slope and place

    @property
    def text(self) -> str:
        """The words as a reader sees them, with the number before them."""
        return f"{self.label}{self.words.strip()}" if self.words.strip() else ""

    @property
    def plain(self) -> str:
        """The text on one line, without doubled blanks and invisible letters; made once."""
        if self._plain is None:
            self._plain = plain(self.text)
        return self._plain

    @property
    def seen_runs(self) -> tuple[Run, ...]:
        """The runs whose letters or digits are printed on the line; told once."""
        if self._seen is None:
            self._seen = tuple(run for run in self.runs if _is_seen(run))
        return self._seen

    @property
    def whole(self) -> "Passage":
        """The paragraph itself."""
        return self.origin or self

    @property
    def is_typed(self) -> bool:
        """Whether it stands in a .docx; what is printed in a PDF cannot be mended."""
        return self.element is not None

    @property
    def node(self) -> etree._Element:
        """Its element; only what comes from a .docx has one."""
        assert self.element is not None
        return self.element

    @property
    def key(self) -> str:
        """The key of its component; empty where it has none."""
        return self.role.key if self.role else ""


def _is_seen(run: Run) -> bool:
    letters = run.letters
    worded = any(letter.isalnum() for letter in run.words)
    return worded and not letters.hidden and not letters.raised


def parted(passage: Passage) -> list[Passage]:
    """The lines of a paragraph in which line breaks were set by hand, each a passage."""
    if "\n" not in passage.words.strip():
        return [passage]
    lines: list[list[Run]] = [[]]
    for run in passage.runs:
        first, *others = run.words.split("\n")
        raws = run.raw.split("\n")
        lines[-1].append(replace(run, words=first, raw=raws[0]))
        lines += [
            [replace(run, words=words, raw=raw)]
            for words, raw in zip(others, raws[1:], strict=False)
        ]
    parts = [
        replace(
            passage,
            words="".join(run.words for run in line),
            runs=tuple(line),
            origin=passage,
            label="" if number else passage.label,
            _plain=None,
            _seen=None,
        )
        for number, line in enumerate(lines)
    ]
    passage.drawn += [line for part in parts for line in typed_line(part.words)]
    return [part for part in parts if part.words.strip()]
