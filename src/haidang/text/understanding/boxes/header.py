"""The header (Nghị định 30/2020, Phụ lục I, ô số 1 to 5): who issued what, where and when."""

import re

from haidang.text.blocks import Header
from haidang.text.understanding.boxes.issuer import issuer_of_lines
from haidang.text.understanding.paper.columns import Piece, joined, pieces_of
from haidang.text.understanding.paper.zones import Zones
from haidang.text.understanding.times.dates import DATE_ALONE, PLACE_AND_DATE, header_date
from haidang.text.understanding.words.letters import compiled
from haidang.text.understanding.words.types import LETTER, type_of_line, type_of_symbol

NUMBER = compiled(
    r"(?P<mark>S[ốỐ])\s*:?\s*(?P<number>\d*[a-z]?)(?:[\s.…_]|/\d{1,3}(?=\s))*/\s*(?:(?P<year>\d{4})\s*/\s*)?"
    r"(?P<symbol>[A-Z][\w&.]*(?:\s*[-–/]\s*[A-Z][\w&.]*)*)"
)
_PARTY_NUMBER = compiled(
    r"(?P<mark>S[ốỐ])\s*:?\s*(?P<number>\d*)[\s.…_]*(?:[-–]|(?<=\d)\s)\s*"
    r"(?P<symbol>[A-Z]\w*\s*/\s*[A-Z]\w*(?:\s*[-–]\s*[A-Z]\w*)*)"
)
_MOTTO = re.compile(
    r"C[ỘO]NG H\w{1,2}\b|(?:X[ÃA] )?(?:H[ỘO]I )?CH[ỦU] NGH[ĨI]A|.*CHỦ NGHĨA VI[ỆE]T NAM|Độc lập|"
    r"ĐẢNG CỘNG SẢN",
    re.IGNORECASE,
)
# Where the two columns run into one line, the motto ends the name of the body.
_BESIDE_MOTTO = re.compile(
    r"(?<=\S)\s+(?:C[ỘO]NG H\w{1,2} X[ÃA]\b|ĐẢNG CỘNG SẢN VIỆT NAM|Độc lập\s*[-–]).*"
)
_UNION = re.compile(r"ĐOÀN (?:TNCS|THANH NIÊN CỘNG SẢN) HỒ CHÍ MINH")  # its motto, beside its name
_UNION_BROKEN = re.compile(rf"{_UNION.pattern}|ĐOÀN TNCS(?: HỒ)?(?: CHÍ)?|(?:HỒ )?(?:CHÍ )?MINH")
_HOUR = re.compile(r"(?<=,)\s*(?:hồi|vào|lúc)[^,]{3,30},?\s*(?=ngày)")  # of a công điện
_SUBJECT = compiled(r"(?:V\s*/\s*v|Về việc|V/v:)\b\s*.*", re.IGNORECASE)
_STAMP = compiled(r"\S+@\S+|\d\d[./]\d\d[./]\d{4}\s+\d\d:\d\d|[+]07:00")
_NOT_THE_PLACE = compiled(r"^.*?\s{2,}|^[^A-Z]+")
_ADDRESS = compiled(r"Kính gửi")
# Ô số 10b and 11 stand among the other boxes.
_MARK = compiled(
    r"\W*(?:HỎA TỐC(?: HẸN GIỜ)?|THƯỢNG KHẨN|KHẨN|LƯU HÀNH NỘI BỘ|XEM XONG TRẢ LẠI)\W*"
)


def header_of(zones: Zones) -> Header:
    """Read the header's pieces, each by what is written in it."""
    pieces = [piece for piece in pieces_of(zones.header) if not _ADDRESS.match(piece.words)]
    pieces = joined(_without_stamps(pieces))
    number, symbol, place, date, rest = None, None, None, None, []
    for piece in pieces:
        words = piece.words
        if found := _number_of(words):
            number, symbol = (
                found["number"] or None,
                re.sub(r"\s*([-–/])\s*", r"\1", found["symbol"]),
            )
            words = (words[: found.start()] + " " + words[found.end() :]).strip()
        words = _HOUR.sub(" ", words)
        if dated := PLACE_AND_DATE.search(words) or DATE_ALONE.fullmatch(words):
            place, date = _place(dated["place"]) or place, header_date(dated) or date
            words = words[: dated.start()].strip()
        if words:
            rest.append(Piece(words, piece.right, piece.block))
    type_name = type_of_line(zones.type_line.words) if zones.type_line else None
    superior, issuer = issuer_of_lines(_without_mottos(rest))
    title = " ".join(line.words for line in zones.title) or _subject(rest)
    if not type_name and symbol:
        type_name = type_of_symbol(symbol) or LETTER
    if not type_name and (title or any(_ADDRESS.match(line.words) for line in zones.header)):
        type_name = LETTER
    return Header(superior, issuer, number, symbol, place, date, type_name, title or None)


def _number_of(words: str) -> re.Match[str] | None:
    found = NUMBER.search(words) or _PARTY_NUMBER.search(words)
    if found and found["mark"] == "SỐ" and ":" not in found.group():
        return None  # "THEO QUYẾT ĐỊNH SỐ 1050/QĐ-…" names another document
    return found


def _without_mottos(rest: list[Piece]) -> list[str]:
    words: list[str] = []
    for piece in rest:
        line = _BESIDE_MOTTO.sub("", piece.words)
        of_union = _UNION_BROKEN.fullmatch(line) if piece.right else _UNION.fullmatch(line)
        if line and not (of_union and words) and not (_MOTTO.match(line) or _MARK.fullmatch(line)):
            words.append(line)
    return words


def _place(words: str) -> str:
    return _NOT_THE_PLACE.sub("", words).strip()


def _without_stamps(pieces: list[Piece]) -> list[Piece]:
    """Drop digital-signature stamps, which carry another body and another date.

    A stamp stands above the header, on the right: in its block all up to its last line goes.
    """
    last = {piece.block: index for index, piece in enumerate(pieces) if _STAMP.search(piece.words)}
    return [
        piece
        for index, piece in enumerate(pieces)
        if not piece.right or index > last.get(piece.block, -1)
    ]


def _subject(rest: list[Piece]) -> str | None:
    """The trích yếu of a công văn: "V/v …" and the lines that go on from it."""
    for index, piece in enumerate(rest):
        if not _SUBJECT.match(piece.words):
            continue
        words = [piece.words]
        for after in rest[index + 1 :]:
            if (
                after.right != piece.right
                or after.block != piece.block
                or _MOTTO.match(after.words)
                or _MARK.fullmatch(after.words)
            ):
                break
            words.append(after.words)
        return " ".join(words)
    return None
