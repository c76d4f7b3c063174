"""Tables of duties: STT | nội dung | chủ trì | phối hợp | thời gian | sản phẩm."""

import re
from collections.abc import Sequence

from haidang.text.blocks import Certainty, Section, Source
from haidang.text.understanding.duties.drafts import Draft
from haidang.text.understanding.paper.attributes import Attribute, Role
from haidang.text.understanding.paper.markers import Rank
from haidang.text.understanding.paper.paragraphs import Paragraph
from haidang.text.understanding.structure.labels import Labels
from haidang.text.understanding.tables.heads import Head, Row, rows_of
from haidang.text.understanding.times.deadlines import Years
from haidang.text.understanding.words.letters import compiled

_LABEL_ROW = compiled(r"\(?\d{1,2}\)?|\([a-z]\)|[A-Z]")


class TableReader:
    """Reads the rows below a header row of duties, group rows included."""

    def __init__(
        self, source: Source, years: Years, labels: Labels, sections: Sequence[str]
    ) -> None:
        self.source, self.years, self.labels = source.text, years, labels
        self.chain = list(sections)
        self._reached = frozenset(source.reached)
        self.drafts: list[Draft] = []
        self.sections: list[Section] = []
        self.rows: list[int] = []  # where the cells of rows that hold duties start
        self._group: list[str] = []

    def read(self, paragraphs: Sequence[Paragraph], heads: dict[int, Head]) -> None:
        above: dict[tuple[int, int], list[Paragraph]] = {}  # by table and column
        for (table, number), row in sorted(rows_of(paragraphs).items()):
            head = heads[table]
            if number > min(head.rows) and number not in head.rows:
                filled = {column: cell for column, cell in row.items() if any(p.text for p in cell)}
                above |= {(table, column): cell for column, cell in filled.items()}
                self._row(filled | self._reaching(table, number, head, above), head.columns)

    def _reaching(
        self, table: int, row: int, head: Head, above: dict[tuple[int, int], list[Paragraph]]
    ) -> Row:
        """What merged cells say of this row too: who does it and when, once for several rows."""
        return {
            column: above[table, column]
            for column, role in head.columns.items()
            if role not in (Role.TASK, Role.NUMBER)
            and (table, row, column) in self._reached
            and (table, column) in above
        }

    def _row(self, filled: Row, columns: dict[int, Role]) -> None:
        if not filled or all(
            _LABEL_ROW.fullmatch(p.text) for cell in filled.values() for p in cell
        ):
            return
        task_column = next(column for column, role in columns.items() if role is Role.TASK)
        if len(filled) == 1 or (task_column in filled and not self._has_doer(filled, columns)):
            self._group_row(filled)
        elif task_column in filled:
            self._duty(filled, columns, task_column)

    def _has_doer(self, filled: Row, columns: dict[int, Role]) -> bool:
        return any(
            role in (Role.LEAD, Role.DOER, Role.TIME) and column in filled
            for column, role in columns.items()
        )

    def _group_row(self, filled: Row) -> None:
        cells = [p for _, cell in sorted(filled.items()) for p in cell]
        first = cells[0]
        label, title = first.marker.label, first.words
        if len(cells) > 1 and re.fullmatch(r"[IVX]+|[A-Z]|\d+\.?", first.text):
            label, title = first.text.strip("."), " ".join(p.text for p in cells[1:])
        if first.marker.rank is Rank.NONE and len(cells) == 1:
            return
        start = first.parts[0][0]
        self.sections.append(
            Section(label, len(self.chain) + 1, title, start, cells[-1].parts[-1][1])
        )
        self._group = [label]

    def _duty(self, filled: Row, columns: dict[int, Role], task_column: int) -> None:
        cell = filled[task_column]
        start, end = cell[0].parts[0][0], cell[-1].parts[-1][1]
        begin = (
            cell[0].folded.at(cell[0].marker.end) if cell[0].marker.rank is not Rank.NONE else start
        )
        number = next(
            (c[0].text for col, c in filled.items() if columns.get(col) is Role.NUMBER), ""
        )
        draft = Draft(
            self._said(cell, begin, end),
            begin,
            end,
            self.labels.give([*self.chain, *self._group], number.strip(". ")),
        )
        for column, role in columns.items():
            if column in filled and role not in (Role.TASK, Role.NUMBER):
                self._tell(draft, role, filled[column])
        if not all(p.sure for c in filled.values() for p in c):
            draft.certainty = Certainty.LOW
        self.drafts.append(draft)
        self.rows += [p.parts[0][0] for c in filled.values() for p in c]

    def _said(self, cell: list[Paragraph], begin: int, end: int) -> str:
        """The words of a cell; between its lines may stand those of the cells beside it."""
        if not cell[0].aligned:
            return self.source[begin:end].strip()
        parts = [(max(start, begin), stop) for p in cell for start, stop in p.parts]
        return "\n".join(self.source[start:stop].strip() for start, stop in parts if start < stop)

    def _tell(self, draft: Draft, role: Role, cell: list[Paragraph]) -> None:
        value = (
            "; ".join(p.text.strip(" ;.,") for p in cell)
            if role is not Role.TIME
            else cell[0].text.strip(" ;.")
        )
        draft.told(
            Attribute(role, value, cell[0].text.index(value) if role is Role.TIME else 0),
            cell[0].folded,
            self.years,
        )
