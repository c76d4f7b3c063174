"""What a line, or a cell of it, says of a degree of secrecy when it says nothing else.

A stamp stands alone, or with what offices write beside it: the urgency, the number of the copy,
who may see it, "Độ mật:" before it (Thông tư 24/2020/TT-BCA; NĐ 30/2020, Phụ lục I: ô số 10a).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from haidang.text.understanding.secrecy.letters import Word, words_of

DEGREES = ("MẬT", "TỐI MẬT", "TUYỆT MẬT")
MARKS_OF_A = frozenset("\u0302\u0323")  # Â, Ạ, Ậ; any other mark makes another word of it
_SPELT = re.compile(
    r"[1IL]?(?:(?P<top>[T7I](?:U?[YVX]E?|UE)[T17IL]{1,2}|UYE[T1I])|(?P<high>[T7]?[O0][I1LJ]))?"
    r"(?P<secret>M[A4][T7]|M[A4][1IL]|(?:IVI|NI|RN|NN)[A4]T)[1IL]?"
)
_BACKWARDS = {"TAM": 0, "TAMIOT": 1, "TAMTEYUT": 2}
_MOST_WORDS = 14  # and any number of single letters
_LONGEST = 200  # letters and spaces of a cell that is a stamp
_MOST_LETTERS = 60
_CHECKED = re.compile(
    r"(?i)(?:[☒☑✓✔✗✘⊠]|\[\s*[x✓✔]\s*\]|\(\s*x\s*\))\s*(?P<degree>(?:tuyệt\s+|tối\s+)?mật)\b"
)
_FRAMES = re.compile(r"\s*[^\w\s\"'“”‘’.,:;…–—-].*[^\w\s\"'“”‘’.,:;…–—-]\s*", re.DOTALL)
_ITEM = re.compile(r"\s*(?:[-+•*–]\s*|\(?(?:\d{1,2}|[a-zđ]|[IVX]{1,4})[.)]\s*)(?=\w)")
_ENDS_OPEN = re.compile(r"[\w.;:,]\s*\Z")
# Written on the words of a cell, in plain capitals with one space between them
_LABEL = re.compile(
    r"(?:(?:DAU|CHI|CAC|MUC|CAP|HANG|XAC DINH) )*"
    r"(?:DO|DAU|MUC|HANG|LOAI|CAP|TINH|PHAN LOAI|CHE DO)(?: BAO)? MAT(?: CUA (?:VAN BAN|TAI LIEU))?"
)
_LABEL_BEFORE_COLON = re.compile(
    rf"{_LABEL.pattern}|(?:MUC |CAP |CHE )?DO|MUC|CAP|HANG|LOAI|PHAN LOAI|TINH CHAT|"
    r"(?:DA |DONG )*DAU"
)
_NOUN = (
    r"KE HOACH|BAO CAO|CONG VAN|TO TRINH|QUYET DINH|THONG BAO|CHI THI|NGHI QUYET|BIEN BAN|"
    r"CONG DIEN|HUONG DAN|CHUONG TRINH|PHUONG AN|DE AN|HO SO|TAI LIEU|VAN BAN|THONG TIN|TIN|DIEN|"
    r"(?:DA )?DONG DAU|(?:CON )?DAU|HINH ANH|HINH|ANH|(?:BI MAT )?NHA NUOC(?: DO)?|DO"
)
_COMPANY = re.compile(
    r"(?<!\S)(?:HOA TOC(?: HEN GIO)?|THUONG KHAN|(?:DO )?KHAN|HEN GIO|(?:BAN|SAO) SO(?: \d+)*|"
    r"SO BAN(?: \d+)*|(?:CHI )?LUU HANH NOI BO|CUA (?:DANG|NHA NUOC)(?: VA NHA NUOC)?|"
    r"DU THAO(?: LAN \d+)?|(?:TAI LIEU )?THU HOI|CHI NGUOI CO TEN(?: MOI DUOC BOC BI)?|"
    r"(?:KHONG|CAM)(?: DUOC)?(?: (?:SAO CHUP|PHO BIEN|PHAT TAN|SAO|CHUP|IN))+|"
    r"THOI HAN(?: BAO VE)?(?: BI MAT NHA NUOC)?(?: \d+ NAM)?|TOP SECRET|SECRET|CONFIDENTIAL|"
    rf"TRANG \d+(?: \d+)?|\d{{1,3}}|(?P<noun>{_NOUN}))(?!\S)"
)
_EACH = re.compile(
    r"(?<!\S)(?:(?:(?P<top>TUYET)|(?P<high>TOI)|(?P<label>DO|BAO|BI|DAU|LOAI)) )?MAT(?!\S)"
)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A degree of secrecy that stands alone, and how it was written."""

    degree: int
    is_capital: bool
    is_framed: bool = False
    is_named: bool = False  # "Độ mật: Mật"
    is_item: bool = False  # "- Mật", "a) Tối mật"
    is_noun: bool = False  # "TÀI LIỆU MẬT", which may as well be a part of a title
    is_state: bool = False  # "BÍ MẬT NHÀ NƯỚC", and no degree


def stamp_of(cell: str) -> Stamp | None:
    """The stamp that a cell is, None where it says more, or anything else.

    >>> stamp_of("ĐỘ MẬT: TỐI MẬT").degree, stamp_of("Độ mật"), stamp_of("BẢO MẬT")
    (1, None, None)
    """
    cell = cell.strip()
    if len(cell) > _LONGEST or sum(len(word) > 1 for word in cell.split()) > _MOST_WORDS:
        return None
    if checked := _CHECKED.search(cell):
        return Stamp(_degree(words_of(checked["degree"])) or 0, True, is_named=True)
    words = words_of(cell)
    if not words:
        return None
    line = " ".join(word.plain for word in words)
    if len(set(degrees_in(line))) > 1:
        return None
    if named := _named(cell, line):
        return named
    if _LABEL.fullmatch(line):
        is_said = words[-1].capitals == len("MAT") and words[0].capitals < len(words[0].plain)
        # "Dấu MẬT", and no "Dấu mật"
        is_framed = _FRAMES.fullmatch(cell) is not None
        return Stamp(0, True, is_framed=is_framed, is_noun=True) if is_said else None
    return _alone(cell, words) or _in_company(cell, words, line)


def is_label(cell: str) -> bool:
    """Whether a cell says "Độ mật" and leaves the degree to the one behind it."""
    return _LABEL.fullmatch(" ".join(word.plain for word in words_of(cell))) is not None


def degrees_in(line: str) -> Iterator[int]:
    """The degrees that a line in plain capitals names anywhere."""
    for found in _EACH.finditer(line):
        if not found["label"]:
            yield 2 if found["top"] else 1 if found["high"] else 0


def _alone(cell: str, words: list[Word]) -> Stamp | None:
    degree = _degree(words)
    return None if degree is None else _stamp(cell, degree, words)


def _stamp(cell: str, degree: int, words: list[Word], *, is_noun: bool = False) -> Stamp:
    letters = sum(len(word.plain) for word in words)
    return Stamp(
        degree,
        is_capital=sum(word.capitals for word in words) * 3 >= letters * 2,
        is_framed=_FRAMES.fullmatch(cell) is not None,
        is_item=_ITEM.match(cell) is not None and _ENDS_OPEN.search(cell) is not None,
        is_noun=is_noun,
    )


def _named(cell: str, line: str) -> Stamp | None:
    """A degree behind its label, "Độ mật: Mật", alone or among other boxes of the same line."""
    for part in re.split(r"[;/|]|\s[-–]\s", cell):
        before, colon, after = re.sub(r"[=]", ":", part).partition(":")
        label = " ".join(word.plain for word in words_of(before))
        if colon and _LABEL_BEFORE_COLON.fullmatch(label) and (stamp := _value(after)):
            return Stamp(stamp.degree, stamp.is_capital, is_named=True)
    if (found := _LABEL.match(line)) and found.end() < len(line):
        words = words_of(cell)[len(found.group().split()) :]
        degree = _degree(words)
        if degree is not None and line[found.end()] == " ":
            return Stamp(degree, True, is_named=True)
    return None


def _value(words: str) -> Stamp | None:
    cell = words_of(words)
    line = " ".join(word.plain for word in cell)
    return _alone(words, cell) or _in_company(words, cell, line) if cell else None


def _in_company(cell: str, words: list[Word], line: str) -> Stamp | None:
    covered = _COMPANY.sub(lambda found: "#" * len(found.group()), line)
    if covered == line:
        return None
    is_noun = any(found["noun"] for found in _COMPANY.finditer(line))
    starts = [sum(len(word.plain) + 1 for word in words[:place]) for place in range(len(words))]
    left = [word for word, start in zip(words, starts, strict=True) if covered[start] != "#"]
    if not left:
        is_state = "BI MAT NHA NUOC" in line
        return Stamp(0, line_is_capital(words), is_noun=True, is_state=True) if is_state else None
    degree = _degree(left)
    return None if degree is None else _stamp(cell, degree, left, is_noun=is_noun)


def line_is_capital(words: list[Word]) -> bool:
    """Whether words are written in capitals."""
    return sum(word.capitals for word in words) * 3 >= 2 * sum(len(word.plain) for word in words)


def _degree(words: list[Word]) -> int | None:
    """The degree that these words spell, once or over and over, and nothing beside it."""
    letters = "".join(word.plain for word in words)
    marks = [mark for word in words for mark in word.marks]
    if not 3 <= len(letters) <= _MOST_LETTERS:
        return None
    if letters in _BACKWARDS and set(marks[1]) >= MARKS_OF_A:
        return _BACKWARDS[letters]
    degrees = []
    at = 0
    while at < len(letters):
        found = _SPELT.match(letters, at)
        if found is None or not _may_be(found, marks):
            return None
        degrees.append(2 if found["top"] else 1 if found["high"] else 0)
        at = found.end()
    return max(degrees)


def _may_be(found: re.Match[str], marks: list[str]) -> bool:
    before_a = len(found["secret"].rstrip("T7I1L")) - 1
    of_a = set(marks[found.start("secret") + before_a])
    if found["secret"] not in ("MAT", "M4T", "MA7", "M47"):
        return bool(of_a) and of_a <= MARKS_OF_A
    return bool(found["top"] or found["high"]) or of_a <= MARKS_OF_A
