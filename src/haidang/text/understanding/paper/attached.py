"""What is attached behind the signature: where it begins and what heads it."""

import re
from collections.abc import Sequence

from haidang.text.understanding.paper.lines import Line
from haidang.text.understanding.paper.openings import FIRST_ITEM
from haidang.text.understanding.paper.signers import AUTHORITY, TITLE, is_name
from haidang.text.understanding.words.letters import compiled, is_capitals
from haidang.text.understanding.words.types import type_of_line

# With or without a number, its title on the line or below.
_ANNEX = compiled(
    r"(?P<label>(?:PHỤ LỤC|Phụ lục)(?:\s+(?:(?:số|SỐ|Số)\s*)?(?:[IVX]+|\d{1,2}[A-Z]?|[A-Z]))?)"
    r"(?:\s*[:.]\s*(?P<title>\S.*)|\s+[-–]\s+(?P<dashed>\S.*)|\s+(?P<beside>[A-Z]{2,}\s.*))?"
)
_ATTACHED = compiled(r"\(?\s*(?:Ban hành\s+)?[Kk]èm theo\b.*|\(\s*Ban hành kèm theo.*")
_LIST = compiled(
    r"(?:DANH (?:SÁCH|MỤC)|BẢNG|BIỂU|LỊCH|NỘI DUNG|PHÂN CÔNG|DỰ TOÁN|KỊCH BẢN|MỤC TIÊU|CHỈ TIÊU|"
    r"TỔNG HỢP|KẾ HOẠCH|CHƯƠNG TRÌNH|QUY CHẾ|QUY ĐỊNH|ĐỀ CƯƠNG|PHƯƠNG ÁN|ĐỀ ÁN|MỘT SỐ|CÁC|"
    r"NHIỆM VỤ)\b"
)
_FEWEST_LINES_OF_TAIL = 2
_REACH = 6  # lines from a heading to its note or to the first item


def annex_heading(words: str) -> tuple[str, str] | None:
    """Label and title of the heading of an appendix, None for any other line.

    >>> annex_heading("Phụ lục II. Danh mục"), annex_heading("Phụ lục kèm theo")
    (('Phụ lục II', 'Danh mục'), None)
    """
    found = _ANNEX.fullmatch(words)
    if found is None or (found["beside"] and not is_capitals(words)):
        return None
    return found["label"], found["title"] or found["dashed"] or found["beside"] or ""


def is_attachment_note(words: str) -> bool:
    """Whether a line says what an appendix belongs to: "(Kèm theo Kế hoạch số …)"."""
    return _ATTACHED.match(words) is not None


def start_of_annexes(lines: Sequence[Line], tail: int) -> int:
    """The first line of what is attached, the end of the lines where nothing is."""
    signed = False
    for index in range(tail, len(lines)):
        words = lines[index].words
        if annex_heading(words) is not None:
            return index
        if is_attachment_note(words) and index > tail + _FEWEST_LINES_OF_TAIL:
            return _start_of_heading(lines, index, tail)
        if signed and _begins_attachment(lines, index):
            return index
        signed = signed or is_name(words)
    return len(lines)


def _begins_attachment(lines: Sequence[Line], index: int) -> bool:
    """A list behind the signature without a note: its name in capitals, then a table or items."""
    line = lines[index]
    if line.cell is not None or not is_capitals(line.words) or not _LIST.match(line.words):
        return False
    return any(
        after.cell or FIRST_ITEM.match(after.words) for after in lines[index + 1 : index + 6]
    )


def _start_of_heading(lines: Sequence[Line], note: int, tail: int) -> int:
    """What is attached begins with its type or its title, above the note."""
    above = range(note - 1, max(note - 1 - _REACH, tail), -1)
    for start in above:
        if type_of_line(lines[start].words):
            return start
    start = note
    for index in above:
        words = lines[index].words
        if _is_of_tail(words):
            break
        if is_capitals(words):
            start = index
    return start


def _is_of_tail(words: str) -> bool:
    signs = AUTHORITY.match(words) or (is_capitals(words) and TITLE.match(words))
    listed = re.match(r"\s*[-–•]", words) or words.endswith((";", "./.")) or "Lưu" in words
    return bool(signs or listed or is_name(words))
