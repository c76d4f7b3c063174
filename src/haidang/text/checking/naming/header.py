"""Boxes 1 to 5b, 9a, 10 and 11: what stands above the body."""

import re
from collections.abc import Iterable

from rapidfuzz.fuzz import ratio

from haidang.text.checking.naming.addressees import ADDRESS, name_addressees
from haidang.text.checking.naming.named import named
from haidang.text.checking.passages import Box, Passage
from haidang.text.layout import Component, boxes
from haidang.text.layout.wording import MOTTO_TEXT, NATIONAL_NAME_TEXT
from haidang.text.understanding.boxes.issuer import issuer_of_lines
from haidang.text.understanding.words.folded import plain
from haidang.text.understanding.words.letters import compiled, is_capitals

NUMBER = compiled(r"S[ốỐ]\s*:?[\s\d.…_]*/|S[ốỐ]\s*:")
PLACE_DATE = re.compile(r"ngày[\s\d.…_/]*tháng[\s\d.…_/]*năm", re.IGNORECASE)
FIGURES = re.compile(
    r"[^\W\d][\w .-]{1,40},\s*(?:ngày\s*)?"
    r"\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{2,4}\.?"
)
SUBJECT = re.compile(r"V\s*/\s*[vV]\b|Về việc\b")
_ALIKE = 78
_TINY = 11  # points
_DRAFT = re.compile(r"\W*dự thảo", re.IGNORECASE)
_STAMPS = {
    boxes.URGENCY: re.compile(r"HỎA TỐC|HOẢ TỐC|THƯỢNG KHẨN|KHẨN"),
    boxes.SECRECY: re.compile(r"(?:TUYỆT |TỐI )?MẬT"),
    boxes.CIRCULATION: re.compile(r"XEM XONG TRẢ LẠI|LƯU HÀNH NỘI BỘ"),
}


def name_header(passages: list[Passage]) -> list[Box]:
    """The boxes of the header's passages."""
    start = next((i for i, p in enumerate(passages) if ADDRESS.match(p.plain)), len(passages))
    # in a PDF the right column may follow the whole left one
    beside = [passage for passage in passages[start:] if component_of(passage.plain)]
    addressees = [passage for passage in passages[start:] if passage not in beside]
    passages = [*passages[:start], *beside]
    found: list[Box] = []
    bodies: list[Passage] = []
    for passage in passages:
        before = found[-1] if found else None
        boxes_here = list(_boxes(passage, before))
        if not boxes_here and is_capitals(passage.text) and not _is_tiny(passage):
            bodies.append(passage)
        found += boxes_here
    bodies += [passage for passage in passages if _is_above_number(passage, found, bodies)]
    return [*_issuers(bodies), *found, *name_addressees(addressees)[0]]


def _is_tiny(passage: Passage) -> bool:
    """What an electronic signature says of itself is smaller than any name."""
    return max((run.letters.size for run in passage.seen_runs), default=_TINY) < _TINY


def _is_above_number(passage: Passage, found: list[Box], bodies: list[Passage]) -> bool:
    """What stands over the number in its column is a body's name, in whatever letters."""
    if passage.role or passage in bodies or passage.cell is None or _DRAFT.match(passage.plain):
        return False
    numbers = [box.passage for box in found if box.key == boxes.NUMBER.key]
    return any(
        number.table is passage.table
        and number.cell
        and number.cell[2] == passage.cell[2]
        and number.cell >= passage.cell
        for number in numbers
    )


def _boxes(passage: Passage, before: Box | None) -> Iterable[Box]:
    columns = [column for column in re.split(r"\t+", passage.text.strip()) if column.strip()]
    pairs = [(component_of(plain(column)), column) for column in columns]
    parted = [Box(component, plain(words), passage) for component, words in pairs if component]
    if len(parted) > 1 or (parted and len(columns) > 1 and passage.cell is None):
        return parted
    component = component_of(passage.plain) or _goes_on(passage, before)
    return [named(component, passage)] if component else []


def component_of(words: str) -> Component | None:
    """The box that words of the header are; None where they are a name."""
    if ratio(words.upper(), NATIONAL_NAME_TEXT) > _ALIKE:
        return boxes.NATIONAL_NAME
    if ratio(words.casefold(), MOTTO_TEXT.casefold()) > _ALIKE:
        return boxes.MOTTO
    if NUMBER.match(words):
        return boxes.NUMBER
    if (PLACE_DATE.search(words) and len(words) < 90) or FIGURES.fullmatch(words):
        return boxes.PLACE_DATE
    if SUBJECT.match(words):
        return boxes.DISPATCH_SUBJECT
    return next((stamp for stamp, form in _STAMPS.items() if form.fullmatch(words)), None)


def _goes_on(passage: Passage, before: Box | None) -> Component | None:
    """A subject that is broken over paragraphs by hand goes on in its cell."""
    on = before is not None and before.key == boxes.DISPATCH_SUBJECT.key
    same = before is not None and before.passage.cell == passage.cell
    return boxes.DISPATCH_SUBJECT if on and same and not is_capitals(passage.text) else None


def _issuers(bodies: list[Passage]) -> list[Box]:
    superior, _ = issuer_of_lines([passage.plain for passage in bodies])
    found = []
    for passage in bodies:
        words = passage.plain
        above = superior is not None and words in superior
        found.append(named(boxes.SUPERIOR if above else boxes.ISSUER, passage))
        if above and superior is not None and superior.endswith(words):
            superior = None  # a line below it may repeat a word of it
    return found
