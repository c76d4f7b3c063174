"""Tables of duties whose columns only spaces keep apart, as a printed page shows them in text."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from haidang.text.understanding.paper.bands import Band, Piece, bands_of, under
from haidang.text.understanding.paper.lines import AFTER_TABLE, Line
from haidang.text.understanding.paper.signers import AUTHORITY
from haidang.text.understanding.tables.aligned_heads import AlignedHead, head_near, may_head
from haidang.text.understanding.words.folded import plain


def with_cells(lines: list[Line]) -> list[Line]:
    """The lines, with those of such tables cut into cells; where columns are unclear, as given."""
    done: list[Line] = []
    table = max((line.cell[0] for line in lines if line.cell), default=0)
    kept = seen = 0  # the lines that are done, and those that are looked at
    for number, line in enumerate(lines):
        if number < seen or not may_head(line):
            continue
        head = head_near(lines, number, seen)
        if head is None:
            continue
        seen = _end_of_table(lines, head)
        if cells := _Table(lines, head, seen, table + 1).cells():
            done += [*lines[kept : head.first], *cells]
            kept, table = seen, table + 1
    return [*done, *lines[kept:]]


def _end_of_table(lines: Sequence[Line], head: AlignedHead) -> int:
    """The first line behind the header row that is none of the table's."""
    titles = {line.words for line in lines[head.first : head.end]}
    for number in range(head.end, len(lines)):
        line = lines[number]
        if line.cell is not None or AUTHORITY.fullmatch(line.words):
            return number
        pieces = head.pieces(line, number)
        if line.words in titles or (len(pieces) > 1 and head.is_number(pieces[0], line)):
            continue
        if AFTER_TABLE.match(line.raw) or _leaves(head, line, pieces):
            return number
    return len(lines)


def _leaves(head: AlignedHead, line: Line, pieces: Sequence[Piece]) -> bool:
    """Whether words stand over several columns, or begin where only numbers do."""
    if any(sum(_meet(piece, band) for band in head.bands) > 1 for piece in pieces):
        return True
    alone = len(pieces) == 1 and not head.is_number(pieces[0], line)
    return alone and head.number is not None and pieces[0].left < head.bands[0].right


def _meet(piece: Piece, band: Band) -> bool:
    return band.left < piece.right and piece.left < band.right


@dataclass(slots=True)
class _Table:
    """One such table being cut into cells."""

    lines: Sequence[Line]
    head: AlignedHead
    end: int
    number: int  # of the table
    _placed: dict[tuple[int, int], list[Piece]] = field(default_factory=lambda: defaultdict(list))
    _is_clear: bool = True
    _is_centred: bool = False  # cells are centred on the numbers of their rows

    def cells(self) -> list[Line]:
        """The table as lines with cells, in the order in which the cells begin."""
        bands = self._bands()
        rows = self._rows() if bands else None
        if not bands or not rows:
            return []
        for column, band in enumerate(self.head.bands, start=1):
            self._placed[1, column] += band.pieces
        for number in range(self.head.end, self.end):
            self._place(number, rows[number], bands)
        placed = [(self._sorted(pieces), cell) for cell, pieces in self._placed.items()]
        placed.sort(key=lambda each: self._at(each[0][0]))
        return [line for pieces, (row, column) in placed for line in self._cut(pieces, row, column)]

    def _bands(self) -> list[Band] | None:
        """The columns as wide as their cells; what stands alone on a line tells nothing of them."""
        telling = [piece for band in self.head.bands for piece in band.pieces]
        for number in range(self.head.end, self.end):
            pieces = self._pieces(number)
            if len(pieces) > 2 or (len(pieces) == 2 and not self._is_numbered(number)):
                telling += pieces
        found = under(self.head.bands, bands_of(telling))
        if found is None:
            return None
        columns, self._is_clear = found
        for pieces in columns:
            self._is_clear &= len({piece.line for piece in pieces}) == len(pieces)
        return [
            Band(min(p.left for p in pieces), max(p.right for p in pieces)) for pieces in columns
        ]

    def _rows(self) -> dict[int, int] | None:
        """The row of each line; none where no line begins the first."""
        titles = {line.words for line in self.lines[self.head.first : self.head.end]}
        blocks = self._blocks()
        rows: dict[int, int] = {}
        row = last = 1
        for number in range(self.head.end, self.end):
            if self.lines[number].words in titles:
                last += self.lines[number - 1].words not in titles
                rows[number] = last
                continue
            if number in blocks if blocks else self._begins(number):
                row = last = last + 1
            elif row == 1:
                return None
            rows[number] = row
        return rows if row > 1 else None

    def _blocks(self) -> set[int]:
        """Where rows begin that blank lines part, each with one number.

        Empty where a block has none or several. Rows are centred on their numbers where a number
        does not stand first in its block.
        """
        if self.head.number is None:
            return set()
        numbers: dict[int, list[int]] = {}  # the lines with numbers by where their block begins
        begin = self.head.end
        for number in range(self.head.end, self.end):
            line = self.lines[number]
            begin = number if line.blanks and not line.page_break else begin
            numbers.setdefault(begin, []).extend([number] if self._is_numbered(number) else [])
        if any(len(found) != 1 for found in numbers.values()):
            return set()
        self._is_centred = any(found[0] != begin for begin, found in numbers.items())
        self._is_clear &= len(numbers) > 1 or not self._is_centred
        return set(numbers)

    def _begins(self, number: int) -> bool:
        """Whether a row begins: with its number, else below a blank line or with a whole line."""
        line = self.lines[number]
        if self.head.number is not None:
            begins = self._is_numbered(number)
            self._is_clear &= begins or not line.blanks or line.page_break
            return begins
        self._is_clear = False
        if number == self.head.end or line.blanks or line.page_break:
            return True
        starts = [line.raw[piece.left] for piece in self._pieces(number)]
        whole = len(starts) == len(self._pieces(self.head.end))
        return whole and not any(start.islower() for start in starts)

    def _place(self, number: int, row: int, bands: Sequence[Band]) -> None:
        pieces = self._pieces(number)
        if len(pieces) == 2 and self._is_numbered(number):
            self._placed[row, 1].append(pieces[0])
            self._placed[row, self.head.task + 1].append(pieces[1])
            return
        if not self._is_centred and self._is_numbered(number):
            # what goes on beside a number began above it: rows are centred on their numbers
            begun = self.lines[number].raw[pieces[min(1, len(pieces) - 1)].left]
            self._is_clear &= not begun.islower()
        for piece in pieces:
            shares = [min(b.right, piece.right) - max(b.left, piece.left) for b in bands]
            self._is_clear &= sum(share > 0 for share in shares) == 1
            self._placed[row, shares.index(max(shares)) + 1].append(piece)

    def _cut(self, pieces: Sequence[Piece], row: int, column: int) -> list[Line]:
        cut: list[Line] = []
        for piece in pieces:
            line, start = self.lines[piece.line], self._at(piece)
            raw = line.raw[piece.left : piece.right]
            cell, end = (self.number, row, column), start + len(raw)
            if words := plain(raw):
                sure = self._is_clear
                cut.append(Line(start, end, raw, words, 0, -1, cell, aligned=True, sure=sure))
        return cut

    def _pieces(self, number: int) -> list[Piece]:
        return self.head.pieces(self.lines[number], number)

    def _is_numbered(self, number: int) -> bool:
        return self.head.is_number(self._pieces(number)[0], self.lines[number])

    def _at(self, piece: Piece) -> int:
        return self.lines[piece.line].start + piece.left

    def _sorted(self, pieces: Sequence[Piece]) -> list[Piece]:
        return sorted(pieces, key=self._at)
