"""A form of last year (.xlsx or .docx) as a proposal of sections and lines, to be confirmed.

Forms are tables "STT | Nội dung, chỉ tiêu | Đơn vị tính | …", with groups as rows of their own.
What a table does not say in words (colours, formulas, hidden sheets) is not guessed at, but told.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from haidang.orgs.naming import name_key
from haidang.reporting.enums import SectionKind
from haidang.reporting.form_tables import (
    FIRST_ROWS,
    Grid,
    Head,
    across,
    cell_at,
    head_of,
    is_numbers,
    unnumbered,
)
from haidang.reporting.proposed import Proposal, ProposedLine, ProposedSection
from haidang.text.blocks import Reading
from haidang.text.reading.workbooks import Cell, Sheet

YEAR = re.compile(r"\bnăm\s+(20\d\d)\b", re.IGNORECASE)
HEADING = re.compile(r"^\s*(?:[IVXLC]+|\d{1,2})\s*[.)]\s+(?P<title>\S.{3,90})$")
PROSE_WORDS = ("khó khăn", "vướng mắc", "tồn tại", "hạn chế", "đề xuất", "kiến nghị", "kết quả nổi")
IN_BRACKETS = re.compile(r"\s*\([^()]*\)\s*$")
MOST_LINES = 300


def of_workbook(sheets: Iterable[Sheet], known: Mapping[str, int], year: int) -> Proposal:
    """The proposal of a workbook; `known` gives indicators by the key of their names."""
    remarks, grids = [], []
    for sheet in sheets:
        if sheet.is_hidden:
            remarks.append(f"Trang ẩn “{sheet.name}”: không đọc.")
            continue
        cells = [cell for row in sheet.rows for cell in row]
        if formulas := sum(cell.kind == "formula" for cell in cells):
            remarks.append(f"Trang “{sheet.name}”: {formulas} ô có công thức, không lấy làm chữ.")
        if sheet.merged:
            remarks.append(f"Trang “{sheet.name}”: {len(sheet.merged)} ô gộp, lấy chữ ở ô đầu.")
        grids.append(Grid(sheet.name, [[_said(cell) for cell in row] for row in sheet.rows]))
    return _proposal(grids, [], known, year, remarks)


def of_document(read: Reading, known: Mapping[str, int], year: int) -> Proposal:
    """The proposal of a .docx: its tables, and its headings that ask for words."""
    tables: dict[int, dict[int, dict[int, list[str]]]] = defaultdict(
        lambda: defaultdict(lambda: defaultdict(list))
    )
    outside = []
    for place in read.places:
        words = read.text[place.start : place.end].strip()
        if place.cell is None:
            outside.append(words)
        elif words:
            table, row, column = place.cell
            tables[table][row][column].append(words)
    grids = [Grid(f"bảng {number}", _filled(rows)) for number, rows in sorted(tables.items())]
    return _proposal(grids, outside, known, year, [])


def _said(cell: Cell) -> str:
    return "" if cell.kind == "formula" else cell.text


def _filled(rows: Mapping[int, Mapping[int, list[str]]]) -> list[list[str]]:
    wide = max(column for row in rows.values() for column in row)
    return [
        [" ".join(rows.get(row, {}).get(column, ())) for column in range(1, wide + 1)]
        for row in range(1, max(rows) + 1)
    ]


def _proposal(
    grids: Sequence[Grid],
    outside: Sequence[str],
    known: Mapping[str, int],
    year: int,
    remarks: list[str],
) -> Proposal:
    sections: list[ProposedSection] = []
    for grid in grids:
        head = head_of(grid.rows)
        if head is None:
            if any(any(row) for row in grid.rows):
                remarks.append(f"{grid.name}: không thấy cột “Nội dung, chỉ tiêu”, không đọc.")
            continue
        sections += _sections(grid, head, known)
    sections += _prose(outside)
    said = [*outside, *(word for grid in grids for row in grid.rows[:FIRST_ROWS] for word in row)]
    remarks += _of_years(said, year)
    if sum(len(section.lines) for section in sections) > MOST_LINES:
        remarks.append(f"Biểu có trên {MOST_LINES} dòng: chỉ lấy {MOST_LINES} dòng đầu.")
        sections = list(_shortened(sections))
    return Proposal(tuple(_without_twins(sections, remarks)), tuple(dict.fromkeys(remarks)))


def _sections(grid: Grid, head: Head, known: Mapping[str, int]) -> Iterator[ProposedSection]:
    """The rows under a head: one without a unit of measure begins a group."""
    title, lines = "", list[ProposedLine]()
    for row in grid.rows[head.row + 1 :]:
        name, unit = cell_at(row, head.name), cell_at(row, head.unit)
        name = name or across(row, head)
        if not name or is_numbers(row, head):
            continue
        if unit or (head.unit is None and not _asks_for_words(name)):
            lines.append(ProposedLine(unnumbered(name)[:100], unit[:30], _known_as(name, known)))
            continue
        yield from _group(title, lines, grid)
        title, lines = unnumbered(name), []
    yield from _group(title, lines, grid)


def _group(title: str, lines: Sequence[ProposedLine], grid: Grid) -> Iterator[ProposedSection]:
    """The rows of a group; a line alone that asks for words is a section of them."""
    if lines:
        yield _figures(title or grid.name, lines)
    elif _asks_for_words(title):
        yield ProposedSection(_sentence(title)[:100], SectionKind.PROSE)


def _known_as(name: str, known: Mapping[str, int]) -> int | None:
    """The indicator of that name, else the only one that differs by "Số" or a unit in brackets.

    >>> _known_as("2. Số buổi phát thanh (buổi)", {name_key("Buổi phát thanh"): 7})
    7
    """
    key = name_key(unnumbered(name))
    if key in known:
        return known[key]
    short = _short(name_key(IN_BRACKETS.sub("", unnumbered(name))))
    found = [indicator for other, indicator in known.items() if _short(other) == short]
    return found[0] if len(found) == 1 else None


def _short(key: str) -> str:
    return key.removeprefix(f"{name_key('Số')} ")


def _asks_for_words(name: str) -> bool:
    return any(one in name.casefold() for one in PROSE_WORDS)


def _figures(title: str, lines: Sequence[ProposedLine]) -> ProposedSection:
    return ProposedSection(_sentence(title)[:100], SectionKind.FIGURES, tuple(lines))


def _prose(outside: Sequence[str]) -> Iterator[ProposedSection]:
    for words in outside:
        found = HEADING.match(words)
        if found and _asks_for_words(words):
            yield ProposedSection(_sentence(found["title"])[:100], SectionKind.PROSE)


def _of_years(said: Iterable[str], year: int) -> Iterator[str]:
    years = {int(found) for words in said for found in YEAR.findall(words)}
    if years and year not in years:
        of = ", ".join(str(one) for one in sorted(years))
        yield f"Biểu mẫu của năm {of}, nay là năm {year}: chỉ lấy tên, không lấy số."


def _without_twins(
    sections: Iterable[ProposedSection], remarks: list[str]
) -> Iterator[ProposedSection]:
    """A regime asks for an indicator once: the same name again is left out, and told."""
    seen: set[str] = set()
    taken: set[int | None] = {None}
    for section in sections:
        lines = []
        for line in section.lines:
            if (key := name_key(line.name)) in seen:
                remarks.append(f"“{line.name}” có hai lần: lấy lần đầu.")
                continue
            seen.add(key)
            # Two names that are nearly those of one indicator: the second is not it.
            lines.append(replace(line, indicator=None) if line.indicator in taken else line)
            taken.add(line.indicator)
        if lines or section.kind == SectionKind.PROSE:
            yield ProposedSection(section.title, section.kind, tuple(lines))


def _shortened(sections: Iterable[ProposedSection]) -> Iterator[ProposedSection]:
    left = MOST_LINES
    for section in sections:
        lines = section.lines[:left]
        left -= len(lines)
        if lines or section.kind == SectionKind.PROSE:
            yield ProposedSection(section.title, section.kind, lines)


def _sentence(title: str) -> str:
    words = unicodedata.normalize("NFC", unnumbered(title))
    return words.capitalize() if words.isupper() else words
