"""Tables of what was read: their cells in rows, which columns hold numbers, how wide each is."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import isqrt

from haidang.text.blocks import Block, Paragraph, Table
from haidang.text.drafting.paper import Paper
from haidang.text.understanding.paper.paragraphs import Paragraph as ReadParagraph

_NUMBER = re.compile(r"-?\d[\d.,]*\s*%?")
_TOTAL = re.compile(r"(?:tổng(?: cộng| số)?|cộng)\b", re.IGNORECASE)
_SHORTEST_GROUP = 12  # letters of a row that stands alone and is no number


def blocks_of_table(paragraphs: Sequence[ReadParagraph], paper: Paper) -> Iterator[Block]:
    """One table; of a frame with a single column the paragraphs alone."""
    cells: dict[tuple[int, int], list[str]] = defaultdict(list)
    for paragraph in paragraphs:
        assert paragraph.cell, "a paragraph of a table stands in a cell"
        _, row, column = paragraph.cell
        cells[row, column].append(paper.words_of(paragraph))
    columns = sorted({column for _, column in cells})
    if len(columns) < 2:
        yield from (Paragraph(words) for stack in cells.values() for words in stack)
        return
    yield _table(cells, columns)


def _table(cells: dict[tuple[int, int], list[str]], columns: Sequence[int]) -> Table:
    rows = sorted({row for row, _ in cells})
    head, *others = (
        tuple("\n".join(cells.get((row, column), ())) for column in columns) for row in rows
    )
    body = others[1:] if others and _goes_on(head, others[0]) else others
    return Table(
        columns=head,
        rows=tuple(others),
        numeric=frozenset(at for at in range(1, len(head)) if _is_numeric(body, at)),
        widths=tuple(_weight([head, *others], at) for at in range(len(head))),
        strong_rows=frozenset(
            at
            for at, row in enumerate(others)
            if _is_total(row) or _is_group(row) or (at == 0 and _goes_on(head, row))
        ),
        whole_rows=frozenset(at for at, row in enumerate(others) if _is_group(row)),
    )


def _is_numeric(rows: Sequence[tuple[str, ...]], column: int) -> bool:
    filled = [row[column] for row in rows if row[column].strip("-– ")]
    return bool(filled) and all(_NUMBER.fullmatch(cell.replace("**", "")) for cell in filled)


def _goes_on(head: tuple[str, ...], row: tuple[str, ...]) -> bool:
    """A second row of the header parts what one cell of the first says of several columns."""
    parted = [below for above, below in zip(head, row, strict=True) if not above]
    return bool(parted) and all(parted) and not row[0]


def _is_total(row: tuple[str, ...]) -> bool:
    return any(_TOTAL.match(cell) for cell in row[:2])


def _is_group(row: tuple[str, ...]) -> bool:
    """Words of the first cell alone head the rows below them."""
    return len(row[0]) >= _SHORTEST_GROUP and not any(row[1:])


def _weight(rows: Sequence[tuple[str, ...]], column: int) -> int:
    """Long cells need wide columns, but not in proportion: they have several lines."""
    lengths = sorted(len(row[column]) for row in rows if not _is_group(row))
    return 2 + isqrt(4 * lengths[len(lengths) * 9 // 10]) if lengths else 2
