"""Which words take a capital, as far as a pattern can tell (NĐ 30/2020, Phụ lục II)."""

import re

CAPITALS_ARTICLE = "NĐ 30/2020, Phụ lục II"
# Mục V: days of the week in words; "lần thứ hai" counts and is none
WEEKDAYS = re.compile(
    r"(?:(?<=\()|(?<=\bsáng )|(?<=\bchiều )|(?<=\bngày ))thứ (?P<word>hai|ba|tư|năm|sáu|bảy)\b"
    r"(?=\)|,? ngày|,? \d)"
)
# Mục V: references to parts of a document take a capital, but for khoản and điểm
REFERENCES = re.compile(r"(?:khoản \d+,? |tại |theo )(?P<word>điều|chương) (?=\d|[IVX]+\b)")
SMALL_REFERENCES = re.compile(
    r"(?<=[a-zà-ỹđ,] )(?P<word>Khoản|Điểm)(?= (?:\d+|[a-zđ])\b,? (?:[Đđ]iều|[Kk]hoản)\b)"
)
_LARGE = "".join(letter for letter in map(chr, range(0x41, 0x1EFA)) if letter.isupper())
# Mục III.1: the common noun of a place is small where its name is no number, person or event
PLACES = re.compile(rf"(?<=[a-zà-ỹđ,] )(?P<word>Tỉnh|Huyện|Xã) (?=[{_LARGE}])")
# Mục IV: in the names of these bodies "nhân dân" is small, and so is their second syllable
BODIES = re.compile(
    r"(?!Ủy ban nhân dân|Uỷ ban nhân dân|Hội đồng nhân dân)"
    r"(?P<word>(?:Ủy|Uỷ|Hội) (?:[Bb]an|[Đđ]ồng) [Nn]hân [Dd]ân)"
)
