"""The header rows of tables of duties: which column says what, over one row or two."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from re import IGNORECASE

from haidang.text.understanding.paper.attributes import Role, role_of_label
from haidang.text.understanding.paper.paragraphs import Paragraph
from haidang.text.understanding.words.letters import compiled

Row = dict[int, list[Paragraph]]
_NUMBER = compiled(r"(?:số\s*)?(?:stt|tt)", IGNORECASE)
_TASK = compiled(
    r"(?:tên\s+|các\s+|danh mục\s+)?(?:nhiệm vụ|nội dung|công việc|hoạt động|đầu việc)(?:[\s,/]+"
    r"(?:nhiệm vụ|nội dung|công việc|công tác|hoạt động|thực hiện|triển khai|cụ thể|chủ yếu|"
    r"trọng tâm|chính|giải pháp|được giao|giao|tuyên truyền|truyền thông|chỉ đạo|và|/))*"
    r"(?:\s+năm\s+20\d\d)?",
    IGNORECASE,
)
_TIME = compiled(
    r"(?:dự kiến\s+)?(?:mốc\s+)?(?:thời gian|thời hạn|tiến độ|hạn|thời điểm|lộ trình)\b.{0,40}|"
    r"(?:ngày\s+)?(?:dự kiến\s+)?hoàn thành(?:\s+trước)?",
    IGNORECASE,
)
_DOER = compiled(
    r"(?:cơ quan|đơn vị|bộ phận|cá nhân|người|đầu mối|lực lượng|phân công|tổ chức)"
    r"(?:[\s,/]+(?:cơ quan|đơn vị|bộ phận|cá nhân|ngành|địa phương|người|phụ trách|thực hiện|và))*",
    IGNORECASE,
)
DOERS = frozenset({Role.LEAD, Role.DOER})


@dataclass(frozen=True, slots=True)
class Head:
    """What the columns of one table say, and its rows that say so."""

    columns: dict[int, Role]
    rows: frozenset[int]


def rows_of(paragraphs: Sequence[Paragraph]) -> dict[tuple[int, int], Row]:
    """The cells of tables by table and row."""
    rows: dict[tuple[int, int], Row] = defaultdict(lambda: defaultdict(list))
    for paragraph in paragraphs:
        if paragraph.cell:
            table, row, column = paragraph.cell
            rows[table, row][column].append(paragraph)
    return rows


def heads_of(rows: dict[tuple[int, int], Row]) -> dict[int, Head]:
    """The header of each table of duties; a table whose columns say nothing of them has none.

    A second row parts a column of the first: "Trách nhiệm" over "Chủ trì" and "Phối hợp".
    """
    found: dict[int, Head] = {}
    for table, keys in groupby(sorted(rows), key=lambda key: key[0]):
        if head := _head([(number, rows[table, number]) for _, number in keys]):
            found[table] = head
    return found


def columns_of(row: Row) -> dict[int, Role] | None:
    """The role of each column of one header row; None where it heads no table of duties."""
    columns = _once(_roles(row))
    return columns if Role.TASK in columns.values() and DOERS & set(columns.values()) else None


def _head(rows: list[tuple[int, Row]]) -> Head | None:
    """The first row that names duties, with the row below it where that only names roles."""
    for (number, row), (below, second) in _with_next(rows):
        columns = _roles(row)
        if Role.TASK not in columns.values():
            continue
        parted = _parted(second) if below == number + 1 else {}
        columns = _once(_laid_over(columns, parted))
        if DOERS & set(columns.values()):
            again = {n for n, other in rows if n > number and _roles(other) == _roles(row)}
            return Head(columns, frozenset({number, *([below] if parted else []), *again}))
    return None


def _with_next(
    rows: list[tuple[int, Row]],
) -> Iterator[tuple[tuple[int, Row], tuple[int, Row]]]:
    return zip(rows, [*rows[1:], (-1, {})], strict=True)


def _roles(row: Row) -> dict[int, Role]:
    roles = {column: role_of_head(_words(cell)) for column, cell in sorted(row.items())}
    return {column: role for column, role in roles.items() if role}


def _once(columns: dict[int, Role]) -> dict[int, Role]:
    """Each role once, the first column that has it; who leads stands before who does."""
    seen: dict[Role, int] = {}
    for column, role in sorted(columns.items()):
        seen.setdefault(role, column)
    return {column: role for role, column in seen.items()}


def _parted(row: Row) -> dict[int, Role]:
    """The roles of a second header row: every word in it names one."""
    filled = {column: _words(cell) for column, cell in row.items() if _words(cell)}
    roles = {column: role_of_label(words) for column, words in filled.items()}
    named = {column: role for column, role in roles.items() if role}
    return named if named and len(named) == len(filled) else {}


def _laid_over(columns: dict[int, Role], parted: dict[int, Role]) -> dict[int, Role]:
    """Both rows as one.

    In plain text the second begins at the left edge again and not where the column stands that it
    parts: there the columns behind that one move to the right.
    """
    first = min(columns)
    at = next((column for column, role in columns.items() if role in DOERS), None)
    lost_place = min(parted, default=0) == 1 and columns[first] not in DOERS
    if at is None or not lost_place:
        return {**columns, **parted}
    wider = len(parted) - 1
    moved = {column + wider * (column > at): role for column, role in columns.items()}
    return {**moved, **{at + place: role for place, role in enumerate(parted.values())}}


def _words(cell: list[Paragraph]) -> str:
    return " ".join(paragraph.text for paragraph in cell).strip(" .:")


def role_of_head(words: str) -> Role | None:
    """The role that the head of a column names."""
    if _NUMBER.fullmatch(words):
        return Role.NUMBER
    if _TASK.fullmatch(words):
        return Role.TASK
    if _TIME.fullmatch(words):
        return Role.TIME
    return role_of_label(words) or (Role.DOER if _DOER.fullmatch(words) else None)
