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
