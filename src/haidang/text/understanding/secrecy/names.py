"""A degree of secrecy in a file's name: what people put before, behind or in brackets (N19)."""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from haidang.text.understanding.secrecy.degrees import DEGREES, MARKS_OF_A, stamp_of
from haidang.text.understanding.secrecy.letters import Word, unveiled, words_of
from haidang.text.understanding.words.letters import compiled

_LONGEST = 1_000
_ENDING = re.compile(r"(?:\.[A-Za-z][A-Za-z0-9]{1,4}){1,2}\Z")
_CAMEL = compiled(r"(?<=[a-z])(?=[A-Z])|(?<=\d)(?=[A-Z][a-z])")
_BRACKETS = re.compile(r"[(\[{【]([^()\[\]{}【】]{3,40})[)\]}】]")
# Before "mật" these make another word of it, behind it those do.
_OTHER_BEFORE = frozenset(
    "BAO BI CO GIAI HET GIAM TANG HA ONG THAN RA BE KHUON GUONG GAP HOP TUI TRANG TIEN VANG NUOC "
    "LO BO RUOU THAY DAT XA KHAM DAC CHE RUNG DAU BAN DOI CHONG CAN NGUOI BAC SI VIEN KHOA".split()
)
_OTHER_BEHIND = frozenset(
    "KHAU DO ONG MA VU THU THIET NGU DANH NGHI MIA DUONG TRAN BANG TROI RUNG TICH DIEN MUA TIEN "
    "HANG NUOC AN CAT SON GIAY TO XE THE CHI KINH DAT TAI SUC LIEN".split()
)
_ABOUT = re.compile(
    r"(?<!\S)(?:BAO VE|DANH MUC|QUAN LY|QUY DINH|QUY CHE|HUONG DAN|MAU|DONG DAU|GIAI MAT|BI MAT|"
    r"BMNN|KICH|PHIM|SACH|XAC DINH|TAP HUAN|BAI GIANG)(?!\S)"
)
_KIND = re.compile(
    r"(?:.* )?(?:KE HOACH|BAO CAO|CONG VAN|TO TRINH|QUYET DINH|TAI LIEU|VAN BAN|HO SO|PHUONG AN|"
    r"DE AN|CHI THI|NGHI QUYET|CONG DIEN)"
)
_TRAILING = re.compile(
    r"(?: (?:\d+|V\d+|COPY|BAN KY|BAN|KY|SIGNED|FINAL|DU THAO|SCAN|SAO|NAM|SO|THANG))*"
)
_CODE = re.compile(r"[BCDGHKLMNPQRSTVX]{1,4}\d*|\d+|UBND|HDND|UB|TU|DU")
_TWO = re.compile(r"(?<!\S)T(?:OI|UYET) ?MAT(?!\S)")


def secrecy_mark_of_name(name: str) -> str | None:
    """The degree of secrecy that the name of a file tells, None without one.

    >>> secrecy_mark_of_name("[MẬT] KH 12.docx"), secrecy_mark_of_name("bao-mat.docx")
    ('MẬT', None)
    """
    degrees = [*_degrees(_stem(name))]
    return DEGREES[max(degrees)] if degrees else None


def _stem(name: str) -> str:
    """The name alone, without its folder and its ending."""
    last = re.split(r"[/\\]", unveiled(unquote(name[-_LONGEST:])))[-1]
    return _ENDING.sub("", last.strip())


def _degrees(stem: str) -> Iterator[int]:
    for found in _BRACKETS.finditer(stem):
        if stamp := stamp_of(found[1]):
            yield stamp.degree
    if (whole := stamp_of(stem)) and not whole.is_noun:
        yield whole.degree
    words = words_of(_CAMEL.sub(" ", stem))
    line = " ".join(word.plain for word in words)
    if (first := _TWO.match(line)) and _is_called_out(words, len(first.group().split())):
        yield 2 if "TUYET" in first.group() else 1
    if _ABOUT.search(line):
        return
    for found in _TWO.finditer(line):
        if line[found.end() :].split(" ")[1:2] not in ([other] for other in _OTHER_BEHIND):
            yield 2 if "TUYET" in found.group() else 1
    if any(_is_secret(place, words) for place, word in enumerate(words) if word.plain == "MAT"):
        yield 0


def _is_called_out(words: list[Word], count: int) -> bool:
    """Whether the first words alone stand in capitals: "TỐI MẬT - mẫu phiếu", a mark and a name."""
    loud = [word.capitals == len(word.plain) for word in words if word.plain.isalpha()]
    return all(loud[:count]) and not any(loud[count:])


def _is_secret(place: int, words: list[Word]) -> bool:
    """Whether this "mật" is no part of another word, and stands where people put a mark."""
    word = words[place]
    if not set(word.marks[1]) <= MARKS_OF_A:
        return False
    before = " ".join(each.plain for each in words[:place])
    behind = " ".join(each.plain for each in words[place + 1 :])
    last, first = before.split(" ")[-1], behind.split(" ")[0]
    if last in _OTHER_BEFORE or first in _OTHER_BEHIND:
        return False
    if before.endswith("DO MAT"):
        return True
    is_sure = set(word.marks[1]) == MARKS_OF_A or word.capitals == len(word.plain)
    if not before:
        return _CODE.fullmatch(first) is not None or (is_sure and word.capitals > 0)
    is_last = _TRAILING.fullmatch(f" {behind}" if behind else "") is not None
    follows = _CODE.fullmatch(last) is not None or _KIND.fullmatch(before) is not None
    if follows:
        return is_last or _CODE.fullmatch(first) is not None
    return is_last and set(word.marks[1]) == MARKS_OF_A
