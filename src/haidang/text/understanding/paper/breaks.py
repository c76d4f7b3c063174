"""Where a paragraph ends: by indent, by blanks, by marks, or by the room left on a line."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from haidang.text.understanding.paper.lines import Line
from haidang.text.understanding.paper.markers import Rank, marker_of
from haidang.text.understanding.paper.openings import goes_to_body
from haidang.text.understanding.paper.wraps import hangs, joins
from haidang.text.understanding.words.letters import compiled, is_capitals
from haidang.text.understanding.words.verbs import begins_with_verb

_ENDED = re.compile(r"[.;:?!…]$|\./\.?$")
_YEAR, _YEAR_ENDS = re.compile(r"(?:19|20)\d\d(?!\d)"), re.compile(r"\b(?:19|20)\d\d$")
_BARE_MARK = compiled(r"(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[a-z])\s*[.)]?")
_GAP = re.compile(r"\S {3,}(?=\S)")
_NARROW_FIRST = 32  # converters break the first line of a paragraph early
_LAYOUT_INDENT = 3
_FARTHEST_FIRST = 14  # an indent of a paragraph; what stands farther is centred
_FITS = 9  # letters of room after which a word would have stood on the line before
_LONG_LINE = 64
_FEWEST_SMALL = 12  # one line in so many
_ASKS = compiled(r"(?:Giao|Đề nghị|Yêu cầu|Phân công)\b")


@dataclass(frozen=True, slots=True)
class Shape:
    """How the lines of a text are broken."""

    width: int  # of a full line; 0 where lines are whole paragraphs
    layout: bool  # paragraphs begin with an indent, as on the page
    reach: int  # the column at which full lines end
    spaced: bool  # blank lines stand between paragraphs
    flush: bool  # lines that go on stand at the left edge

    @classmethod
    def of(cls, lines: Sequence[Line]) -> "Shape":
        """Measure the lines of one zone."""
        lines = [line for line in lines if not line.aligned]
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
            (len(lines) - indented) * 8 > len(lines),
        )

    def breaks(self, group: Sequence[Line], line: Line) -> bool:
        """Whether a line begins a paragraph, and does not go on with the lines of the group."""
        before = group[-1]
        if line.place >= 0 or before.place >= 0:
            return line.place != before.place
        if line.cell != before.cell:
            return True
        if line.aligned:
            return before.words[-1] in ".;" and marker_of(line.words).rank is Rank.BULLET
        if _BARE_MARK.fullmatch(before.words) and line.blanks == 0:
            return False
        ended = bool(_ENDED.search(before.words))
        lower = line.words[0].islower() or line.words[0] in ",;)”%"
        if _begins_item(before, line, ended) or self._begins_anew(group, line):
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

    def _begins_anew(self, group: Sequence[Line], line: Line) -> bool:
        """Whether the line is of another kind: text below an addressee, bold, or columns."""
        before = group[-1]
        if goes_to_body(before.words, line.words):
            return True
        if _is_bold(group) and not line.raw.lstrip().startswith("**"):
            return True
        return self.layout and _is_tabular(line) != _is_tabular(before)

    def _breaks_on_page(self, group: Sequence[Line], line: Line, ended: bool) -> bool:
        """On a page as it was set, a paragraph begins with an indent."""
        before = group[-1]
        if line.indent < _LAYOUT_INDENT:
            return False
        if self.flush and line.indent <= _FARTHEST_FIRST and before.indent <= _FARTHEST_FIRST:
            return True
        end = before.indent + len(before.words)
        first_word = len(line.words.split(" ", 1)[0])
        short = end < self.reach * 0.75 or end + first_word + _FITS < self.reach
        return short or ended or before.indent < line.indent or len(group) > 1

    def _breaks_before_capital(self, group: Sequence[Line], line: Line, ended: bool) -> bool:
        before, words = group[-1].words, line.words
        if before.endswith(",") or (is_capitals(words) and is_capitals(before)):
            return False
        short = len(before) < self.width * 0.6
        if self.spaced:
            return ended and short and words[0].isupper()
        if ended:
            return len(before) < self.width * 0.85 or before.endswith(":")
        if is_capitals(before) and len(before) > _NARROW_FIRST and words[0].isupper():
            return True
        if hangs(before, words) or not self._would_fit(before, words):
            return False
        if len(group) > 1 or len(before) > _NARROW_FIRST:
            return short or words[0].isupper()
        mark = marker_of(before)
        labelled = mark.rank < Rank.BULLET
        acts = begins_with_verb(before[mark.end :]) and not _ASKS.match(before, mark.end)
        whole = len(words) >= self.width * 0.6 or bool(_ENDED.search(words))
        sentence = whole and not acts
        return labelled and ((sentence and words[0].isupper()) or begins_with_verb(words))

    def _would_fit(self, before: str, words: str) -> bool:
        """Whether the first word of a line had room on the line before."""
        return len(before) + len(words.split(" ", 1)[0]) + _FITS < self.width


def _is_bold(group: Sequence[Line]) -> bool:
    """Whether the lines are bold from their first letter to their last."""
    first, last = group[0].raw.strip(), group[-1].raw.strip()
    return first.startswith("**") and last.endswith("**") and first.count("**") <= 2


def _is_tabular(line: Line) -> bool:
    """Whether the words of a line stand in three columns or more."""
    return len(_GAP.findall(line.raw)) > 1


def _goes_on(words: str) -> bool:
    return words[0].islower() and marker_of(words).rank is Rank.NONE


def _counts_on(before: str, words: str) -> bool:
    """Whether figures after a dash go on from those before it: "giai đoạn 2026 / - 2030"."""
    return bool(_YEAR.match(words)) if _YEAR_ENDS.search(before) else words[:1].isdigit()


def _begins_item(before: Line, line: Line, ended: bool) -> bool:
    marker = marker_of(line.words)
    if marker.rank is Rank.NONE:
        return False
    if marker.rank >= Rank.BULLET and not ended and before.words[-1].isdigit():
        return not _counts_on(before.words, line.words[marker.end :])
    if marker.rank is Rank.BULLET and not ended and not line.blanks:
        if line.words[marker.end].islower() and len(before.words) >= _LONG_LINE:
            return False  # a stroke that a machine saw at the edge of the page
        if joins(before.words, line.words):
            return False
    if marker.rank in (Rank.LETTER, Rank.ROMAN) and not ended and not line.blanks:
        return line.words[marker.end].isupper()
    return True
