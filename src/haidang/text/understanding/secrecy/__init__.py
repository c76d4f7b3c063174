"""Marks of state secrets, which the product refuses before it stores anything (promise N19).

Luật Bảo vệ bí mật nhà nước 117/2025/QH15: Tuyệt mật, Tối mật, Mật. A mark stands alone, where an
office stamps it; prose about secrecy, a list of the degrees, a title about them bear no mark.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from haidang.text.understanding.secrecy.boxes import HINT, degrees_in_header
from haidang.text.understanding.secrecy.degrees import DEGREES, Stamp, is_label, stamp_of
from haidang.text.understanding.secrecy.letters import unveiled
from haidang.text.understanding.secrecy.page import Line, Page, goes_on, page_of

_DECLARED = re.compile(
    r"\W*(?:(?:TAI LIEU|VAN BAN|KE HOACH|BAO CAO|HO SO|CONG VAN|QUYET DINH) (?:(?P<this>NAY) )?"
    r"(?:DUOC )?(?:LA|THUOC|XAC DINH|DONG DAU|MANG|CO)\b[^.;\n]{0,60}?"
    r"(?<!\w)(?:DO|DAU|LOAI|MUC|LA)(?: MAT)? |(?P<that>DAY) LA (?:TAI LIEU|VAN BAN) )"
    r"[\"(]?(?P<degree>T(?:OI|UYET) MAT|MAT)\W*"
)
_WINDOW = 8  # lines in which the three degrees are a list of them
_MOST = 2_000  # stamps that are looked at
_MOST_NEAR = 50
_LONGEST_LETTER = 12  # with what frames it


@dataclass(frozen=True, slots=True)
class _Seen:
    """A stamp with its place: which line, which cell of how many."""

    stamp: Stamp
    line: int
    cell: int
    cells: int


def secrecy_mark(text: str, *, is_beside: bool = False) -> str | None:
    r"""The degree that a stamp line or a secret series gives the document, None without one.

    `is_beside` says that the text is none of the document's own, but stands beside it: the footer
    of its pages, its properties.

    >>> secrecy_mark("SỞ NỘI VỤ\nTỐI MẬT\nSố: 1/KH"), secrecy_mark("chế độ bảo mật thông tin")
    ('TỐI MẬT', None)
    """
    page = page_of(unveiled(text), is_edge=is_beside)
    seen = [*islice(_seen(page), _MOST)]
    places = [one.line for one in seen]
    degrees = [
        one.stamp.degree for one in seen if _is_mark(one, page, _near(one.line, seen, places))
    ]
    degrees += [*degrees_in_header(page), *_down_the_page(page), *_declared(page)]
    return DEGREES[max(degrees)] if degrees else None


def _seen(page: Page) -> Iterator[_Seen]:
    for place, line in enumerate(page.lines):
        if not HINT.search(line.plain):
            continue
        cells = line.cells
        if stamp := stamp_of(line.words):
            yield _Seen(stamp, place, 0, 1)
        elif len(cells) > 1:
            for number, cell in enumerate(cells):
                if stamp := stamp_of(cell):
                    yield _Seen(stamp, place, number, len(cells))


def _near(line: int, seen: list[_Seen], places: list[int]) -> list[_Seen]:
    first = bisect_left(places, line - _WINDOW)
    return seen[first : min(bisect_right(places, line + _WINDOW), first + _MOST_NEAR)]


def _is_mark(seen: _Seen, page: Page, near: list[_Seen]) -> bool:
    """Whether what stands alone is a stamp, not a word of a list, of a table, of a broken title."""
    stamp, line, before = seen.stamp, page.lines[seen.line], page.before(seen.line)
    if _is_list(near, page):
        return False
    if stamp.is_named or _is_value(seen, line, before):
        return True
    if not stamp.is_framed and _follows(seen, line, before):
        return False
    if stamp.is_noun:
        return _may_name(stamp, seen.line, page)
    if seen.line >= page.header and _is_listed(seen, near, page):
        return False
    if line.is_edge:
        return stamp.is_capital or not stamp.is_item
    if stamp.is_item:
        return False
    return stamp.is_capital or stamp.is_framed


def _is_list(near: list[_Seen], page: Page) -> bool:
    """Whether all three degrees stand close together, which no document bears."""
    degrees = {one.stamp.degree for one in near if not one.stamp.is_state}
    if degrees == {1, 2}:
        lines = page.lines[near[0].line : near[-1].line + 2]
        return any("MAT" in line.plain and is_label(line.words) for line in lines)
    return len(degrees) == 3


def _is_value(seen: _Seen, line: Line, before: Line | None) -> bool:
    """Whether "Độ mật" stands before it, in its line or alone in the one above."""
    if seen.cell:
        return seen.cells == 2 and is_label(line.cells[0])
    return seen.cells == 1 and before is not None and is_label(before.words)


def _follows(seen: _Seen, line: Line, before: Line | None) -> bool:
    """Whether it only ends what the line above it, or the cell before it, began to say."""
    if seen.cell:
        return goes_on(line.cells[seen.cell - 1], line.cells[seen.cell])
    return before is not None and before.goes_on(line.cells[0])


def _may_name(stamp: Stamp, place: int, page: Page) -> bool:
    """Whether "TÀI LIỆU MẬT" stands in the header, and is no part of a title."""
    line = page.lines[place]
    if not line.is_edge:
        return False
    if stamp.is_state:
        return stamp.is_capital and (place < page.title_at or place >= page.header)
    above = page.lines[place - 1] if place else line
    in_title = page.title_at + 1 < place < page.header and not line.is_apart
    in_title = in_title and above.left_over == above.words  # no box of the header
    same_case = above.words.isupper() == line.words.isupper()
    return stamp.is_framed or not (in_title and (same_case or line.words.strip()[:1].islower()))


def _is_listed(seen: _Seen, near: list[_Seen], page: Page) -> bool:
    """Whether it is one of several in a table, or stands under a heading "Độ mật"."""
    if seen.cells < 2:
        return False
    if any(one.stamp.degree != seen.stamp.degree for one in near):
        return True
    return bool(page.headings) and page.headings[0] < seen.line


def _down_the_page(page: Page) -> Iterator[int]:
    """A stamp with a letter, or a word, a line."""
    letters = before = ""
    for line in (*page.lines, Line("", "")):
        is_short = len(line.plain) <= _LONGEST_LETTER
        word = "".join(letter for letter in line.plain if letter.isalnum()) if is_short else ""
        if len(word) == 1:
            letters += word
            continue
        for run in (letters, letters[::-1]) if len(letters) > 2 else ():  # down, or up at a slant
            if stamp := stamp_of(run):
                yield stamp.degree
        if word == "MAT" and before in ("TOI", "TUYET"):
            yield 1 if before == "TOI" else 2
        letters, before = "", word


def _declared(page: Page) -> Iterator[int]:
    """What a document says of itself: "Tài liệu này thuộc độ Tối mật"."""
    for line in page.lines:
        found = _DECLARED.fullmatch(line.plain) if "MAT" in line.plain else None
        is_meant = found and (found["this"] or found["that"] or line.is_edge)
        if found and is_meant and "KHONG" not in found.group():
            yield ("MAT", "TOI MAT", "TUYET MAT").index(found["degree"])
