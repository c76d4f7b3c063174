"""Lines that say of the duties above them who leads, who helps and until when."""

import re
from dataclasses import dataclass
from enum import StrEnum

from haidang.text.understanding.markers import Rank
from haidang.text.understanding.paragraphs import Paragraph
from haidang.text.understanding.units import subject_of


class Role(StrEnum):
    """What a line or a column of a table says of a duty."""

    TASK = "task"
    LEAD = "lead"
    DOER = "doer"
    MATES = "mates"
    TIME = "time"
    PRODUCT = "product"
    NUMBER = "number"


_BODY = (
    r"(?:(?:các\s+)?(?:đơn vị|cơ quan|sở, ngành|sở, ban, ngành|bộ phận|phòng, ban|tổ chức|"
    r"cấp)[\w, /]{0,30}?\s*)"
)
_LABELS: tuple[tuple[Role, re.Pattern[str]], ...] = tuple(
    (role, re.compile(pattern, re.IGNORECASE))
    for role, pattern in (
        (
            Role.LEAD,
            rf"{_BODY}?(?:được giao\s+)?chủ trì(?:\s*,?\s*(?:tham mưu|thực hiện|triển khai))*",
        ),
        (Role.MATES, rf"{_BODY}?phối hợp(?:\s+(?:thực hiện|triển khai))?"),
        (
            Role.DOER,
            (
                rf"(?:{_BODY}|người\s+|cá nhân\s+|phân công\s+|trách nhiệm\s+)(?:thực hiện|"
                rf"triển khai|phụ trách|đầu mối)"
            ),
        ),
        (
            Role.TIME,
            (
                r"(?:thời gian|thời hạn|tiến độ|hạn)"
                r"(?:\s+(?:thực hiện|hoàn thành|triển khai|báo cáo|kết thúc|dự kiến))*"
            ),
        ),
        (
            Role.PRODUCT,
            r"(?:kết quả|sản phẩm)(?:\s+(?:dự kiến|đầu ra|thực hiện|đạt được|hoàn thành))*",
        ),
    )
)
_LONGEST = 700  # letters of such a line
_LABELLED = re.compile(r"(?P<label>[^:]{2,60}?)\s*:\s*(?P<value>\S.*)", re.DOTALL)
_BY_FUNCTION = re.compile(r"\s+theo (?:chức năng|thẩm quyền|nhiệm vụ)\b.*")
# What stands before a duty's own words and is no part of them.
CONTENT_LABEL = re.compile(
    r"(?:Nội dung|Nhiệm vụ|Công việc|Hoạt động)"
    r"(?: (?:thực hiện|công việc|cụ thể|chính|nhiệm vụ))*\s*:\s+"
)
_BARE_TIME = re.compile(r"(?P<label>Thời gian (?:thực hiện|hoàn thành))\s+(?P<value>\S.*)")


@dataclass(frozen=True, slots=True)
class Attribute:
    """One such line: its role, its value, and where the value begins in the folded text."""

    role: Role
    value: str
    begin: int


def role_of_label(label: str) -> Role | None:
    """The role that a label or a column's head names."""
    return next((role for role, pattern in _LABELS if pattern.fullmatch(label.strip())), None)


def attribute_of(paragraph: Paragraph) -> Attribute | None:
    """The attribute that a dashed or plain paragraph states, if it states one and nothing else.

    "Cơ quan thực hiện: Sở A rà soát …; các sở …" is a duty in its own words, not an attribute.
    """
    if paragraph.marker.rank < Rank.NUMBER_2 or len(paragraph.text) > _LONGEST:
        return None
    found = _LABELLED.fullmatch(paragraph.words)
    role = role_of_label(found["label"]) if found else None
    if not found or not role:
        found = _BARE_TIME.fullmatch(paragraph.words)
        role = Role.TIME if found else None
    if not found or not role:
        return None
    value = found["value"].rstrip(" .;,")
    if role in (Role.DOER, Role.LEAD):
        value = _BY_FUNCTION.sub("", value)
        if len(value) > 60 and subject_of(value):
            return None
    return Attribute(role, value, paragraph.marker.end + found.start("value"))
