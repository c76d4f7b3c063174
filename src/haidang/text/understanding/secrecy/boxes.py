"""A degree of secrecy that shares its line of the header with another box, or stands in the number.

"Số: 12/BC-UBND   TỐI MẬT", "KẾ HOẠCH (Mật)", "Số: 05/MẬT-UBND".
"""

import re
from collections.abc import Iterator

from haidang.text.understanding.secrecy.degrees import stamp_of
from haidang.text.understanding.secrecy.page import LONGEST_BOX, Line, Page

HINT = re.compile(
    r"[MNRV][^A-Z0-9\n]*(?:[IVN][^A-Z0-9\n]*)?[A4][^A-Z0-9\n]*[T71IL]|"
    r"T[^A-Z0-9\n]*A[^A-Z0-9\n]*M|/\s*TM|\(T?U?M\)"
)
"""What no line in plain capitals lacks that bears a stamp."""
_ABOUT = re.compile(
    r"(?<!\w)(?:BAO VE|BI MAT|BAO MAT|GIAI MAT|DANH MUC|DO|DAU|QUAN LY|TAI LIEU|VAN BAN|HO SO|MAU|"
    r"LOAI|PHAN LOAI|PHIM|SACH)(?!\w)"
)
_BRACKETS = re.compile(r"[(\[{<«【]([^()\[\]{}<>«»【】]{3,40})[)\]}>»】]")
_TAIL = re.compile(r"(?:\s[-–—:]\s|[-–—:]\s)\s*(\S+(?: \S+)?)\W*\Z")
_HEAD = re.compile(r"\A\W*(\S+(?: \S+)?)\s*[-–—:]\s")
_TWO_WORDS = r"T(?:OI|UYET) MAT"
_AFTER_ISSUER = re.compile(
    rf"\W*(?:(?P<before>{_TWO_WORDS}) )?(?:UBND|UY BAN|SO|PHONG|BAN|BO|HUYEN UY|TINH UY|DANG UY|XA|"
    r"HUYEN|CUC|CHI CUC|VAN PHONG|HOI|DOAN|TRUNG TAM|CONG AN|QUAN|TRUONG|VIEN|TONG CUC|HDND|"
    rf"HOI DONG|CONG HOA)\b.*?(?: (?P<after>{_TWO_WORDS}))?\W*"
)
_NUMBER = re.compile(r"(?i)\W*s[ốo]\s*[:.]?\s*(?P<parts>.{3,60})")
_SHORT_SERIES = re.compile(r"\W*SO\s*[:.]?\s*\d*\s*/\s*(?:\d{4}\s*/\s*)?TM\s*-\s*[A-Z]")
_CODE = re.compile(r"\W*SO\s*[:.]?\s*\d*\s*[-/]\s*[\w&/-]+\s*\((?:M|TM|TUM|TOM)\)")
_NAMED_TM = re.compile(r"\W*(?:THU MOI|THUYET MINH)\b")
_CITES = re.compile(r"(?:CONG VAN|KE HOACH|QUYET DINH|BAO CAO|TO TRINH|CHI THI|THONG BAO)\s*\Z")


def degrees_in_header(page: Page) -> Iterator[int]:
    """The degrees beside the boxes of a header, and in its number."""
    for place, line in enumerate(page.lines):
        is_box = line.is_edge and len(line.words) <= LONGEST_BOX
        if not is_box or not HINT.search(line.plain):
            continue
        if place < page.header:
            yield from _in_number(place, page)
        before = page.before(place)
        if before is None or not before.goes_on(line.cells[0]):
            yield from _beside_boxes(line)
            if not _ABOUT.search(line.plain):
                yield from _beside_words(line)


def _beside_boxes(line: Line) -> Iterator[int]:
    rest = line.left_over
    if rest != line.words:
        for cell in rest.split("|"):
            if stamp := stamp_of(cell):
                yield stamp.degree


def _beside_words(line: Line) -> Iterator[int]:
    for found in _BRACKETS.finditer(line.words):
        if stamp := stamp_of(found[1]):
            yield stamp.degree
    for end in filter(None, (_TAIL.search(line.words), _HEAD.search(line.words))):
        if (stamp := stamp_of(end[1])) and stamp.is_capital and not stamp.is_item:
            yield stamp.degree
    issuer = _AFTER_ISSUER.fullmatch(" ".join(line.plain.split())) if line.words.isupper() else None
    if issuer:
        yield from (
            2 if "TUYET" in words else 1 for words in (issuer["before"], issuer["after"]) if words
        )


def _in_number(place: int, page: Page) -> Iterator[int]:
    line, before = page.lines[place], page.before(place)
    if before is not None and _CITES.search(before.plain):
        return
    if _CODE.match(line.plain):
        yield 0
    if _SHORT_SERIES.match(line.plain):
        if not any(_NAMED_TM.match(each.plain) for each in page.lines[: page.header + 1]):
            yield 1
    elif found := _NUMBER.match(line.words):
        yield from _in_parts(re.split(r"\s{3,}|\t|\||,?\s+ngày\s", found["parts"])[0])


def _in_parts(number: str) -> Iterator[int]:
    """The degree that is a part of a number: "05/MẬT-UBND", "05 TỐI MẬT/UBND"."""
    parts = re.split(r"\s*[-/]\s*", number)
    for part in parts:
        words = part.split(" ")
        for tail in (part, " ".join(words[-2:]), words[-1], words[0]):
            stamp = stamp_of(tail)
            is_alone = tail == part or (len(words) <= 3 and any(map(str.isdigit, words)))
            if stamp and not stamp.is_noun and stamp.is_capital and is_alone and len(parts) > 1:
                yield stamp.degree
