"""Where a stamp may stand: the lines of a document with its header, its edges and its tables."""

import re
from dataclasses import dataclass, field
from functools import cached_property

from haidang.text.understanding.secrecy.degrees import is_label
from haidang.text.understanding.secrecy.letters import plain_capitals
from haidang.text.understanding.words.letters import compiled

_LONGEST_HEADER = 40  # lines with words
_PROSE = 60  # letters of a line that nobody would set into a header
_EDGE = 3
_MOST_CELLS = 60
_LAST = 40  # letters at the end of a line
LONGEST_BOX = 300
_BODY = re.compile(
    r"\W*(?:CAN CU|THUC HIEN|XET|CHUONG [IVX\d]|DIEU \d|PHAN [IVX]|[IVX]{1,4}\s*[.\-)]\s|"
    r"\d{1,2}\s*[.)]\s?\D|MUC \d|TT?\s*\||STT)"
)
_TYPES = re.compile(
    r"\W*(?:KE HOACH|BAO CAO|CONG VAN|TO TRINH|QUYET DINH|THONG BAO|CHI THI|NGHI QUYET|BIEN BAN|"
    r"CONG DIEN|HUONG DAN|CHUONG TRINH|PHUONG AN|DE AN|DU AN|QUY CHE|QUY DINH|LUAT|NGHI DINH|"
    r"THONG TU|PHAP LENH|DANH MUC|THU MOI|GIAY MOI|THUYET MINH|DE CUONG|BAN CAM KET|NOI QUY)\W*"
)
_SUBJECT = re.compile(r"\W*(?:V/V|VE VIEC|VE)\b")
# A title or a sentence whose last word on a line is one of these goes on with the next line: the
# first in any letters, the others in letters of the same size, the last only with "mặt".
_NAMING = frozenset("độ dấu chữ loại mức cấp mẫu".split())
_OPEN = _NAMING | frozenset(
    "bảo bí cơ giải hết giảm tăng hạ ong thân túi trăng và hoặc hay là về lý lí dụng thuộc các "
    "những phim luật mục lộ chế với theo chỉ vệ".split()
)
_OF_FACES = frozenset("ra bề khuôn gương gặp họp".split())
_BARE = {plain_capitals(word): word for word in _OPEN | _OF_FACES}
_OPEN_BEHIND = (" tài liệu", " văn bản", " hồ sơ")  # where more stands before them
_ENDS = re.compile(r"(?P<word>[^\W\d_]+)\s*[\"“‘(]?\Z|(?P<sign>[,(“]|\w\s?[-–])\Z")
_CELLS = re.compile(r"[\t|│║┃]|\s{2,}(?=\S)")
_WIDE_CELLS = re.compile(r"[\t|│║┃]|\s{3,}(?=\S)")
_NUMBER = re.compile(
    r"(?i)(?<!\w)số\s*:?\s*[\w.…]*\s*[/-]\s*[\w&./-]+|(?<!\w)so\s*:?\s*\d+\s*/\s*[\w&./-]+"
)
_PLACE_AND_DAY = compiled(
    r"(?:(?<![A-Za-z])(?:TP\.|[A-Z][a-z]+) ?){0,5},?\s*(?:ngày|ngay)\b[^|\t]*?(?:năm|nam)\s*[\d….]*"
)
_BOXES = re.compile(
    r"(?i)cộng h(?:òa|oà) xã hội chủ nghĩa việt nam|độc lập\s*[-–]\s*tự do\s*[-–]\s*hạnh phúc|"
    r"đảng cộng sản việt nam|cong hoa xa hoi chu nghia viet nam|doc lap\s*-\s*tu do\s*-\s*hanh phuc"
)


@dataclass
class Line:
    """A line as it is and in plain capitals."""

    words: str
    plain: str
    is_edge: bool = False  # near the top or the foot of a page, or in the header
    is_apart: bool = True  # behind an empty line

    @cached_property
    def cells(self) -> list[str]:
        """Its cells: of a table, or set apart with spaces."""
        return [cell for cell in self._parts(self.words) if cell.strip()]

    def goes_on(self, behind: str) -> bool:
        """Whether what it says, in any of its columns, goes on with the next line."""
        return any(goes_on(cell, behind) for cell in self._parts(self.left_over))

    def _parts(self, words: str) -> list[str]:
        return (_CELLS if self.is_edge else _WIDE_CELLS).split(words, _MOST_CELLS)

    @property
    def left_over(self) -> str:
        """What remains of a line of the header without the boxes that everyone knows."""
        if len(self.words) > LONGEST_BOX:
            return self.words
        rest = _BOXES.sub(" | ", self.words)
        return _PLACE_AND_DAY.sub(" | ", _NUMBER.sub(" | ", rest))


def goes_on(words: str, behind: str) -> bool:
    """Whether a cell or a line goes on with the stamp behind it, which then is none.

    >>> goes_on("VÀ CÔNG TÁC BẢO", "MẬT"), goes_on("B Í", "M Ậ T"), goes_on("V/v thông báo", "MẬT")
    (True, True, False)
    """
    end = words.rstrip()[-_LAST:]
    found = _ENDS.search(end)
    if found is None or found["sign"]:
        return found is not None and "MAT" in plain_capitals(words)
    if all(len(word) == 1 for word in end.split()):  # "B Ả O   M Ậ T"
        return end.replace(" ", "").lower() in _OPEN
    last = found["word"].lower()
    last = _BARE.get(last.upper(), last) if words.isascii() else last
    if last in _NAMING or (last in _OF_FACES and "Ậ" not in behind.upper()):
        return True
    is_like = found["word"].isupper() == behind.isupper()
    return is_like and (last in _OPEN or end.lower().endswith(_OPEN_BEHIND))


@dataclass
class Page:
    """The lines of a text that have words."""

    lines: list[Line] = field(default_factory=list)
    header: int = 0  # how many lines of the text belong to the header of the document

    def before(self, place: int) -> Line | None:
        """The line before."""
        return self.lines[place - 1] if place else None

    @cached_property
    def headings(self) -> list[int]:
        """The lines of tables that have a column "Độ mật"."""
        return [
            place
            for place, line in enumerate(self.lines)
            if "MAT" in line.plain and len(line.cells) > 1 and any(map(is_label, line.cells))
        ]

    @cached_property
    def title_at(self) -> int:
        """Where the name of the type stands; behind the header where it does not."""
        for place, line in enumerate(self.lines[: self.header]):
            if _TYPES.fullmatch(line.plain) or _SUBJECT.match(line.plain):
                return place
        return self.header


_BREAKS = re.compile(r"\r\n?|[\v\x1c-\x1e\x85\u2028\u2029]")


def page_of(text: str, *, is_edge: bool = False) -> Page:
    """The lines of a text; `is_edge` says that all of it stands beside a text, as a footer does."""
    text = _BREAKS.sub("\n", text).replace("\f", "\n\f\n")
    pairs = zip(text.split("\n"), plain_capitals(text).split("\n"), strict=True)
    lines: list[Line] = []
    starts = [0]
    follows = True
    for words, plain in pairs:
        if plain.strip():
            lines.append(Line(words.strip(), plain.strip(), is_edge, follows))
            follows = False
        else:
            follows = True
            if "\f" in words:
                starts.append(len(lines))
    page = Page(lines, header=len(lines) if is_edge else _header(lines))
    _mark_edges(page, starts)
    return page


def _mark_edges(page: Page, starts: list[int]) -> None:
    for line in page.lines[: page.header]:
        line.is_edge = True
    for start in (*starts, len(page.lines)):
        for line in page.lines[max(start - _EDGE, 0) : start + _EDGE]:
            line.is_edge = True


def _header(lines: list[Line]) -> int:
    for place, line in enumerate(lines[:_LONGEST_HEADER]):
        if _BODY.match(line.plain) or _is_prose(line):
            return place
    return min(len(lines), _LONGEST_HEADER)


def _is_prose(line: Line) -> bool:
    """Whether nobody would set such a line into a header; titles are long, but end openly."""
    words = line.words
    least = _PROSE if words.endswith((".", ";", ":", ",")) else 2 * _PROSE
    return len(words) > least and all(
        len(cell.strip()) > least and cell != cell.upper() and not _SUBJECT.match(cell.upper())
        for cell in line.cells
    )
