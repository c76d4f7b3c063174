"""Several units in one phrase, taken apart."""

import re

from haidang.text.understanding.words.letters import compiled
from haidang.text.understanding.words.nouns import HEADS

_SPLIT = compiled(
    r"\s*[;]\s*|\s*,\s+(?=(?:UBND|MTTQ|HĐND|[A-Z]\w+\s|các\s+(?:Sở|sở|cơ quan|đơn vị|địa phương|"
    r"tổ chức|doanh nghiệp|phòng|ban|huyện|xã|thôn|ấp|bản|buôn|khóm|tổ dân phố|đồng chí)\b|"
    r"[Tt]rưởng\s+(?:các\s+)?(?:thôn|ấp|bản|buôn|khóm|khu|tổ)\b))"
)
# "Văn phòng HĐND và UBND" is one office.
_TWO_BODIES = re.compile(
    r"(?<!Văn phòng HĐND)(?<!Văn phòng Hội đồng nhân dân)\s+và\s+(?=UBND|[ỦU][yỷ] ban)"
)
_NEW_UNIT = compiled(r"(?:Thuế|Thanh tra|Viễn thông|Bưu điện|Kho bạc|" + HEADS + r")(?!\w)")


def split_units(words: str, columns: bool = False) -> tuple[str, ...]:
    """The units of a "phối hợp" phrase, generic ones kept whole.

    >>> split_units("Thuế tỉnh, Sở Công Thương, các sở, ngành liên quan")
    ('Thuế tỉnh', 'Sở Công Thương', 'các sở, ngành liên quan')
    """
    parts: list[str] = []
    for part in _SPLIT.split(words.strip(" .;,:")):
        begins = bool(_NEW_UNIT.match(part)) or bool(re.match(r"(?:[Cc]ác|[Tt]rưởng)\s", part))
        in_list = parts and re.search(r"(?:[Cc]ác|Bộ|Sở)\s*[^,;]*:", parts[-1]) and not begins
        in_brackets = parts and parts[-1].count("(") > parts[-1].count(")")
        if parts and (in_list or in_brackets or not begins):
            parts[-1] += ", " + part
        elif part:
            parts.append(part)
    if columns:
        parts = [half for part in parts for half in _TWO_BODIES.split(part)]
    return tuple(part.strip(" .;,:") for part in parts if part.strip(" .;,:"))
