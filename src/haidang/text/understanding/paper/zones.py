"""The zones of a document: header, title, body, recipients and signature, what is attached."""

import re
from dataclasses import dataclass, replace

from haidang.text.understanding.paper.attached import annex_heading, start_of_annexes
from haidang.text.understanding.paper.lines import Line
from haidang.text.understanding.paper.openings import (
    ADDRESS,
    FIRST_ITEM,
    OPENING,
    TELEGRAM,
    end_of_address,
)
from haidang.text.understanding.paper.signers import AUTHORITY, SIGNED, TITLE, is_name
from haidang.text.understanding.words.letters import compiled, is_capitals
from haidang.text.understanding.words.types import title_beside_type, type_of_line

_RECIPIENTS = compiled(r"N[ơƠ][iI]\s+nh[ậẬ]n\s*[:.]?.*", re.IGNORECASE)
_NO_TITLE = re.compile(rf"Căn cứ|Kính gửi|Hôm nay|{FIRST_ITEM.pattern}")
_HEADED = compiled(r"S[ốỐ]\s*:|S[ốỐ]\s+\S{0,6}[-/]|V/v|.{2,40},\s*ngày\s")
_END = compiled(r"\.\s*/\s*\.?$")

__all__ = ["Zones", "is_annex_heading", "is_capitals", "zones_of"]


@dataclass(frozen=True, slots=True)
class Zones:
    """Lines by zone; every line is in exactly one."""

    header: list[Line]
    type_line: Line | None
    title: list[Line]
    body: list[Line]
    tail: list[Line]
    annexes: list[Line]


def zones_of(lines: list[Line]) -> Zones:
    """Find the zones by the marks that the decree gives each of them."""
    type_at = _type_line(lines)
    if type_at is None:
        body = title_end = _end_of_header(lines)
        title_start = body
    else:
        title_start = type_at + 1
        begun = title_beside_type(lines[type_at].words) is not None
        title_end = body = _end_of_title(lines, title_start, begun)
    tail = _start_of_tail(lines, body)
    annex = start_of_annexes(lines, tail)
    return Zones(
        header=lines[: title_start if type_at is None else type_at],
        type_line=None if type_at is None else lines[type_at],
        title=[*_title_beside(lines, type_at), *lines[title_start:title_end]],
        body=lines[body:tail],
        tail=lines[tail:annex],
        annexes=lines[annex:],
    )


def _title_beside(lines: list[Line], type_at: int | None) -> list[Line]:
    """A title that begins on the line of the type: "KẾ HOẠCH Tổ chức …"."""
    if type_at is None or not (title := title_beside_type(lines[type_at].words)):
        return []
    return [replace(lines[type_at], words=title)]


def _type_line(lines: list[Line]) -> int | None:
    for index, line in enumerate(lines[:60]):
        if type_of_line(line.words) or title_beside_type(line.words):
            return index
        if ADDRESS.match(line.words) or FIRST_ITEM.match(line.words):
            return None
        if line.words.startswith("Căn cứ"):
            return None
    return None


def _end_of_header(lines: list[Line]) -> int:
    """Without a type line the header ends with the addressees, or where the text opens."""
    opens = next((index for index, line in enumerate(lines[:60]) if _opens_text(line)), 0)
    for index, line in enumerate(lines[:60]):
        if ADDRESS.match(line.words):
            return end_of_address(lines, index)
        if FIRST_ITEM.match(line.words) or line.words.startswith("Căn cứ"):
            break
    return opens if any(_is_of_header(line.words) for line in lines[:opens]) else 0


def _is_of_header(words: str) -> bool:
    return is_capitals(words) or _HEADED.match(words) is not None


def _opens_text(line: Line) -> bool:
    if FIRST_ITEM.match(line.words):
        return True
    return bool(OPENING.match(line.words)) and len(line.words) > 30 and not is_capitals(line.words)


def _end_of_title(lines: list[Line], start: int, begun: bool) -> int:
    first = start < len(lines) and not begun and not _is_no_title(lines[start].words)
    index = start + first
    while (first or begun) and index < min(start + 12, len(lines)):
        line, before = lines[index], lines[index - 1]
        lower = line.words[0].islower() or line.words[0].isdigit()
        ended = before.words.endswith((":", "./."))
        if FIRST_ITEM.match(line.words) or ended or (line.blanks and not lower):
            break
        if TELEGRAM.match(line.words):
            break
        same_place = line.place >= 0 and line.place == before.place
        if not lower and not same_place and (OPENING.match(line.words) or _new_kind(line, before)):
            break
        index += 1
    return index


def _is_no_title(words: str) -> bool:
    """The text opens right below the type: with a basis, an item, or a sentence that leads in."""
    leads_in = OPENING.match(words) and words.endswith((":", ";")) and not is_capitals(words)
    return _NO_TITLE.match(words) is not None or bool(leads_in)


def _new_kind(line: Line, before: Line) -> bool:
    """A title in small letters ends where a line of capitals (the body that acts) begins."""
    return (is_capitals(line.words) and not is_capitals(before.words)) or len(line.words) > 250


def _start_of_tail(lines: list[Line], body: int) -> int:
    for index in range(body, len(lines)):
        if _RECIPIENTS.match(lines[index].words):
            return _with_signature_before(lines, index, body)
    for index in range(body, len(lines)):
        if index > body and _END.search(lines[index - 1].words):
            return index
    for index in range(len(lines) - 1, body, -1):
        if AUTHORITY.fullmatch(lines[index].words) and len(lines) - index < 15:
            return index
    return len(lines)


def _with_signature_before(lines: list[Line], index: int, body: int) -> int:
    """In some files the signature stands before the recipients."""
    for back in range(index - 1, max(body, index - 8), -1):
        if _END.search(lines[back].words):
            return back + 1
    start = index
    for back in range(index - 1, max(body, index - 12), -1):
        words = lines[back].words
        if AUTHORITY.fullmatch(words) or (is_capitals(words) and TITLE.match(words)):
            start = back
        elif not (is_name(words) or SIGNED.match(words)):
            break
    return start


def is_annex_heading(words: str) -> bool:
    """Whether a line is the heading of an appendix: "PHỤ LỤC II", "Phụ lục: TÊN"."""
    return annex_heading(words) is not None
