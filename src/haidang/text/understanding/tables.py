"""Tables of duties: STT | nội dung | chủ trì | phối hợp | thời gian | sản phẩm."""

import re
from collections import defaultdict
from collections.abc import Sequence

from haidang.text.blocks import Section
from haidang.text.understanding.attributes import Attribute, Role, role_of_label
from haidang.text.understanding.deadlines import Years
from haidang.text.understanding.drafts import Draft
from haidang.text.understanding.labels import Labels
from haidang.text.understanding.letters import compiled
from haidang.text.understanding.markers import Rank
from haidang.text.understanding.paragraphs import Paragraph

Row = dict[int, list[Paragraph]]
_NUMBER = compiled(r"(?:số\s*)?(?:stt|tt)", re.IGNORECASE)
_TASK = compiled(
    r"(?:tên\s+|các\s+)?(?:nhiệm vụ|nội dung|công việc|hoạt động|đầu việc)(?:[\s,/]+(?:nhiệm vụ|"
    r"nội dung|công việc|công tác|"
    r"hoạt động|thực hiện|triển khai|cụ thể|chủ yếu|trọng tâm|chính|giải pháp|và|/))*",
    re.IGNORECASE,
)
_TIME = compiled(
    r"(?:dự kiến\s+)?(?:thời gian|thời hạn|tiến độ|hạn|thời điểm)\b.{0,40}", re.IGNORECASE
)
_LABEL_ROW = compiled(r"\(?\d{1,2}\)?|\([a-z]\)|[A-Z]")


def rows_of(paragraphs: Sequence[Paragraph]) -> dict[tuple[int, int], Row]:
    """The cells of tables by table and row."""
    rows: dict[tuple[int, int], Row] = defaultdict(lambda: defaultdict(list))
    for paragraph in paragraphs:
        if paragraph.cell:
            table, row, column = paragraph.cell
            rows[table, row][column].append(paragraph)
    return rows


def columns_of(row: Row) -> dict[int, Role] | None:
    """The role of each column of a header row; None where it heads no table of duties."""
    roles: dict[int, Role] = {}
    for column, cell in row.items():
        words = " ".join(paragraph.text for paragraph in cell).strip()
        role = _role_of_head(words)
        if role and role not in roles.values():
            roles[column] = role
    has_doer = Role.LEAD in roles.values() or Role.DOER in roles.values()
    return roles if Role.TASK in roles.values() and has_doer else None


def _role_of_head(words: str) -> Role | None:
    if _NUMBER.fullmatch(words):
        return Role.NUMBER
    if _TASK.fullmatch(words):
        return Role.TASK
    if _TIME.fullmatch(words):
        return Role.TIME
    return role_of_label(words)


class TableReader:
    """Reads the rows below a header row of duties, group rows included."""

    def __init__(self, source: str, years: Years, labels: Labels, sections: Sequence[str]) -> None:
        self.source, self.years, self.labels = source, years, labels
        self.chain = list(sections)
        self.drafts: list[Draft] = []
        self.sections: list[Section] = []
        self.rows: list[int] = []  # where the cells of rows that hold duties start
        self._group: list[str] = []

    def read(self, paragraphs: Sequence[Paragraph]) -> None:
        heads: dict[int, dict[int, Role]] = {}
        for (table, _), row in sorted(rows_of(paragraphs).items()):
            columns = columns_of(row)
            if columns:
                heads[table] = columns
            elif table in heads:
                self._row(row, heads[table])

    def _row(self, row: Row, columns: dict[int, Role]) -> None:
        filled = {column: cell for column, cell in row.items() if any(p.text for p in cell)}
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
            self.source[begin:end].strip(),
            begin,
            end,
            self.labels.give([*self.chain, *self._group], number.strip(". ")),
        )
        for column, role in columns.items():
            if column in filled and role not in (Role.TASK, Role.NUMBER):
                self._tell(draft, role, filled[column])
        self.drafts.append(draft)
        self.rows += [p.parts[0][0] for c in filled.values() for p in c]

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
