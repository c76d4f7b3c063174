"""Several units in one phrase, taken apart."""

import re

from haidang.text.understanding.letters import compiled
from haidang.text.understanding.nouns import HEADS

_SPLIT = compiled(
    r"\s*[;]\s*|\s*,\s+(?=(?:UBND|MTTQ|HĐND|[A-Z]\w+\s|các\s+(?:Sở|sở|cơ quan|đơn vị|địa phương|"
    r"tổ chức|doanh nghiệp|phòng|ban|huyện|xã|đồng chí)\b))"
)
_NEW_UNIT = compiled(r"(?:Thuế|Thanh tra|Viễn thông|Bưu điện|Kho bạc|" + HEADS + r")(?!\w)")


def split_units(words: str, columns: bool = False) -> tuple[str, ...]:
    """The units of a "phối hợp" phrase, generic ones kept whole.

    >>> split_units("Thuế tỉnh, Sở Công Thương, các sở, ngành liên quan")
    ('Thuế tỉnh', 'Sở Công Thương', 'các sở, ngành liên quan')
    """
    parts: list[str] = []
    for part in _SPLIT.split(words.strip(" .;,:")):
        begins = bool(_NEW_UNIT.match(part)) or bool(re.match(r"[Cc]ác\s", part))
        in_list = parts and re.search(r"(?:[Cc]ác|Bộ|Sở)\s*[^,;]*:", parts[-1]) and not begins
        if parts and (in_list or not begins):
            parts[-1] += ", " + part
        elif part:
            parts.append(part)
    if columns:
        parts = [
            half for part in parts for half in re.split(r"\s+và\s+(?=UBND|[ỦU][yỷ] ban)", part)
        ]
    return tuple(part.strip(" .;,:") for part in parts if part.strip(" .;,:"))
