"""Lines put together into paragraphs, whatever broke them: a narrow page, a page's end, a cell."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from haidang.text.understanding.folded import Folded, fold
from haidang.text.understanding.letters import compiled, is_capitals
from haidang.text.understanding.lines import Cell, Line
from haidang.text.understanding.markers import Marker, Rank, marker_of
from haidang.text.understanding.openings import goes_to_body
from haidang.text.understanding.verbs import begins_with_verb

_ENDED = re.compile(r"[.;:?!…]$|\./\.?$")
_BARE_MARK = compiled(r"(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[a-z])\s*[.)]?")
_GAP = re.compile(r"\S {3,}(?=\S)")
_NARROW_FIRST = 32  # converters break the first line of a paragraph early
_LAYOUT_INDENT = 3
_FITS = 9  # letters of room after which a word would have stood on the line before
# Names that a hyphen joins ("Lao động - Thương binh"): broken before it, it is no bullet.
_JOINED = compiled(
    r"(?:lao động [-–] (?:thương binh|xã hội|việc làm)|thương binh [-–] xã hội|"
    r"văn h(?:óa|oá) [-–] (?:xã hội|thể thao|thông tin và)|chính trị [-–] xã hội|"
    r"kinh tế [-–] (?:xã hội|hạ tầng|ngân sách|kỹ thuật|tài chính)|"
    r"kế hoạch [-–] (?:tài chính|đầu tư|tổng hợp|nghiệp vụ)|tài chính [-–] (?:kế hoạch|kế toán)|"
    r"hành chính [-–] (?:tổng hợp|quản trị|tổ chức)|tổ chức [-–] (?:hành chính|cán bộ|kiểm tra)|"
    r"khoa học [-–] (?:kỹ thuật|công nghệ)|dân số [-–] kế hoạch|quốc phòng [-–] an ninh|"
    r"địa chính [-–] (?:xây dựng|nông nghiệp)|độc lập [-–] tự do|tự do [-–] hạnh phúc)\b",
    re.IGNORECASE,
)
_LONG_LINE = 64
_LONGEST_PART = 24  # letters of such a name on either side
_FEWEST_SMALL = 12  # one line in so many


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph or a cell's paragraph: where its lines stand, its words, its mark."""

    parts: tuple[tuple[int, int], ...]
    folded: Folded
    marker: Marker
    cell: Cell | None

    tabular: bool = False  # words stand in columns that no table marks

    @property
    def text(self) -> str:
        return self.folded.text

    @property
    def words(self) -> str:
        """The text after the mark."""
        return self.folded.text[self.marker.end :]


def paragraphs_of(source: str, lines: list[Line]) -> list[Paragraph]:
    """Group the lines of one zone into paragraphs."""
    return [_paragraph(source, group) for group in _groups(lines)]


def _paragraph(source: str, group: list[Line]) -> Paragraph:
    parts = tuple((line.start, line.end) for line in group)
    folded = fold(source, parts)
    gaps = sum(len(_GAP.findall(line.raw)) for line in group)
    return Paragraph(parts, folded, marker_of(folded.text), group[0].cell, gaps > len(group) / 2)


def _groups(lines: list[Line]) -> Iterator[list[Line]]:
    shape = _Shape.of(lines)
    group: list[Line] = []
    for line in lines:
        if group and shape.breaks(group, line):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


@dataclass(frozen=True, slots=True)
class _Shape:
    """How the lines of a text are broken."""

    width: int  # of a full line; 0 where lines are whole paragraphs
    layout: bool  # paragraphs begin with an indent, as on the page
    reach: int  # the column at which full lines end
    spaced: bool  # blank lines stand between paragraphs

    @classmethod
    def of(cls, lines: list[Line]) -> "_Shape":
        reach = sorted(line.indent + len(line.words) for line in lines)
        lengths = sorted(len(line.words) for line in lines)
        width = lengths[len(lengths) * 9 // 10] if lengths else 0
        small = sum(_goes_on(line.words) for line in lines)
        if small * _FEWEST_SMALL < len(lines):
            width = 0  # wrapped text would begin lines with small letters far more often
        indented = sum(line.indent >= _LAYOUT_INDENT for line in lines)
        spaced = sum(line.blanks > 0 for line in lines) * 5 > len(lines)
        return cls(
            0 if width > 130 else width,
            bool(lines) and indented * 10 > len(lines),
            reach[len(reach) * 9 // 10] if reach else 0,
            spaced,
        )

    def breaks(self, group: list[Line], line: Line) -> bool:
        before = group[-1]
        if line.place >= 0 or before.place >= 0:
            return line.place != before.place
        if line.cell != before.cell:
            return True
        if _BARE_MARK.fullmatch(before.words) and line.blanks == 0:
            return False
        ended = bool(_ENDED.search(before.words))
        lower = line.words[0].islower() or line.words[0] in ",;)”%"
        if _begins_item(before, line, ended) or goes_to_body(before.words, line.words):
            return True
        if line.page_break and lower and before.words.endswith(";"):
            return line.indent >= _LAYOUT_INDENT  # a sentence that goes on overleaf
        if line.blanks or line.page_break:
            return ended or not (lower or (line.page_break and line.indent < _LAYOUT_INDENT))
        if lower and (self.width > 0 or not ended):
            return False
        if self.layout:
            return self._breaks_on_page(group, line, ended)
        return self.width == 0 or self._breaks_before_capital(group, line, ended)

    def _breaks_on_page(self, group: list[Line], line: Line, ended: bool) -> bool:
        """On a page as it was set, a paragraph begins with an indent."""
        before = group[-1]
        if line.indent < _LAYOUT_INDENT:
            return False
        end = before.indent + len(before.words)
        first_word = len(line.words.split(" ", 1)[0])
        short = end < self.reach * 0.75 or end + first_word + _FITS < self.reach
        return short or ended or before.indent < line.indent or len(group) > 1

    def _breaks_before_capital(self, group: list[Line], line: Line, ended: bool) -> bool:
        before = group[-1]
        if before.words.endswith(",") or (is_capitals(line.words) and is_capitals(before.words)):
            return False
        full = len(before.words) >= self.width * 0.85
        if self.spaced:
            return ended and len(before.words) < self.width * 0.6 and line.words[0].isupper()
        if ended:
            return not full or before.words.endswith(":")
        if len(before.words) >= self.width * 0.6:
            return False
        first = len(group) == 1 and len(before.words) <= _NARROW_FIRST
        labelled = marker_of(before.words).rank < Rank.BULLET
        return not first or (labelled and begins_with_verb(line.words))


def _goes_on(words: str) -> bool:
    return words[0].islower() and marker_of(words).rank is Rank.NONE


def _begins_item(before: Line, line: Line, ended: bool) -> bool:
    marker = marker_of(line.words)
    if marker.rank is Rank.NONE:
        return False
    if marker.rank >= Rank.BULLET and not ended and before.words[-1].isdigit():
        return not line.words[marker.end].isdigit()  # "giai đoạn 2026 / - 2030"
    if marker.rank is Rank.BULLET and not ended and not line.blanks:
        around = f"{before.words[-_LONGEST_PART:]} {line.words[:_LONGEST_PART]}"
        if line.words[marker.end].islower() and len(before.words) >= _LONG_LINE:
            return False  # a stroke that a machine saw at the edge of the page
        if (name := _JOINED.search(around)) and name.start() < _LONGEST_PART:
            return False
    if marker.rank in (Rank.LETTER, Rank.ROMAN) and not ended and not line.blanks:
        return line.words[marker.end].isupper()
    return True
