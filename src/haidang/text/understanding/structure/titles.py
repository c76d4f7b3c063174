"""The unit that a heading names as the one to act."""

import re

from haidang.text.understanding.words.letters import compiled
from haidang.text.understanding.words.names import describes, is_named_by
from haidang.text.understanding.words.nouns import UNIT
from haidang.text.understanding.words.verbs import PREDICATE

_LEAD_IN = compiled(
    r"(?:Giao(?: cho)?|Đề nghị|Yêu cầu|Đối với|Phân công|Đại diện|"
    r"(?:Chức năng|Nhiệm vụ|Trách nhiệm|Quyền hạn)(?:,? (?:và )?(?:nhiệm vụ|quyền hạn|"
    r"trách nhiệm|cụ thể|chính|thực hiện))* của)\s*:?\s+",
    re.IGNORECASE,
)
# What a heading says of the unit beside its name: "Phòng Y tế (cơ quan thường trực)".
_ASIDE = compiled(
    r"\s*\((?:là\s+)?(?:cơ quan|đơn vị|bộ phận|thường trực|đầu mối)[^()]*\)$", re.IGNORECASE
)
_DEED = (
    r"có trách nhiệm|có nhiệm vụ|chịu trách nhiệm|khẩn trương|chủ động|kịp thời|tập trung|"
    r"nghiêm túc|tích cực|tiếp tục|cần|phải|thực hiện|triển khai|tổ chức|lãnh đạo|chỉ đạo|"
    r"chủ trì|phối hợp"
)
# A predicate that only hands over to a list: "Sở A khẩn trương thực hiện các nhiệm vụ sau".
_TAIL = re.compile(
    rf",?\s+(?P<deed>{_DEED})(?:,?\s+(?:{_DEED}))*"
    r"(?:\s+(?:cùng\s+)?(?:với\s+)?(?:các|những)\s+"
    r"(?:sở|cơ quan|đơn vị|ngành|phòng|bộ)\b[^:;]{0,90})?"
    r"(?:(?<=chỉ đạo)\s+(?:các|những)\s+[^:;]{2,90})?"
    r"(?:\s+(?:tốt\s+)?(?:một số|các|những)?\s*(?:nhiệm vụ|nội dung|công việc|việc|giải pháp)"
    r"(?:\s+\w+){0,3})?$"
)
# People who are told what to do where a section is all about who does what.
_PEOPLE = compiled(
    r"(?:Các |Những )?(?:Người |Nhân dân|Chủ |Học sinh|Sinh viên|Giáo viên|Phụ huynh|Cử tri|"
    r"Bà con|Hội viên|Đoàn viên|(?:Ở c|C)ấp (?:tỉnh|thành phố|huyện|xã|cơ sở))"
)
_TOLD = re.compile(r"\bđược(?: \w+){0,2}$")  # "được phân công chủ trì" describes
_ROLE_AT_END = re.compile(r"\s+(?:có trách nhiệm|phối hợp|thực hiện|chủ trì)$")
_WIDE_DESCRIPTION = re.compile(r"(?:các|thành viên|phụ trách|được)[^,;]*$")
_FULL_CLAUSE = re.compile(r"(?:có trách nhiệm|chịu trách nhiệm|chủ động|phối hợp với|căn cứ)\s")
_LONGEST = 250


def unit_of_heading(title: str, whole: bool = False) -> str | None:
    """The unit that a heading names as the one to act: "Sở Tư pháp", "Giao Công an tỉnh".

    Where the section is all about who does what (`whole`), a heading that begins with a unit
    names it to its end: "Các sở, ngành chủ trì các dự án".
    """
    lead = _LEAD_IN.match(title)
    name = _ASIDE.sub("", title[lead.end() if lead else 0 :].rstrip(" :.;"))
    if len(name) > _LONGEST or not (UNIT.match(name) or (whole and _PEOPLE.match(name))):
        return None
    name = _without_tail(name)
    whole = whole or (lead is not None and lead.group().rstrip().endswith("của"))
    if whole and not _FULL_CLAUSE.search(name):
        return _ROLE_AT_END.sub("", name)
    for verb in PREDICATE.finditer(name, 2):
        before = name[: verb.start()]
        at_end = verb.end() == len(name)  # "Phòng Kế hoạch tổng hợp"
        part_of_name = at_end or is_named_by(before, verb.group()) or describes(before.rstrip())
        if not part_of_name and not _WIDE_DESCRIPTION.search(before):
            return None
    return name


def _without_tail(name: str) -> str:
    """The name before a predicate that only hands over to a list."""
    for tail in _TAIL.finditer(name):
        before = name[: tail.start()]
        part = is_named_by(before, tail["deed"]) or _TOLD.search(before)
        if len(before) > 2 and not part:
            return before
    return name
