"""Lines that say of the duties above them who leads, who helps and until when."""

import re
from dataclasses import dataclass
from enum import StrEnum

from haidang.text.understanding.paper.markers import Rank
from haidang.text.understanding.paper.paragraphs import Paragraph
from haidang.text.understanding.words.units import subject_of


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
                r"(?:thời gian|thời hạn|thời điểm|tiến độ|hạn)"
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
_LATER = re.compile(r"[.;,]\s+(?P<label>[^:.;]{2,60}?)\s*:\s*(?P<value>)")
_ENDS = " .;,"
_LONGEST_NAME = 60  # letters of a unit that no clause hides in
_BY_FUNCTION = re.compile(r"\s+theo (?:chức năng|thẩm quyền|nhiệm vụ)\b.*")
# What stands before a duty's own words and is no part of them.
CONTENT_LABEL = re.compile(
    r"(?:Nội dung|Nhiệm vụ|Công việc|Hoạt động)"
    r"(?: (?:thực hiện|công việc|cụ thể|chính|nhiệm vụ))*\s*:\s+"
)
_DETAIL = re.compile(
    r"(?:Thành phần|Khách mời|Địa điểm|Đối tượng|Số lượng|Quy mô|Chủ trì|Thư ký|"
    r"Chế độ làm việc)"
    r"(?: (?:tham dự|tham gia|dự họp|mời|tổ chức|thực hiện|hội nghị|người dự))*\s*:"
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


def states_detail(words: str) -> bool:
    """Whether a line only says who comes, where, how many: "Thành phần: …", "Địa điểm: …"."""
    return _DETAIL.match(words) is not None


def speaks_of_above(paragraph: Paragraph) -> bool:
    """Whether a line says more of what stands above it: an attribute, or a detail."""
    return attribute_of(paragraph) is not None or states_detail(paragraph.words)


def attribute_of(paragraph: Paragraph) -> Attribute | None:
    """The first attribute of a paragraph that states attributes and nothing else."""
    return next(iter(attributes_of(paragraph)), None)


def attributes_of(paragraph: Paragraph) -> tuple[Attribute, ...]:
    """What a dashed or plain paragraph states of a duty: "Chủ trì: Sở A; phối hợp: Sở B".

    "Cơ quan thực hiện: Sở A rà soát …; các sở …" is a duty in its own words, not an attribute.
    """
    if paragraph.marker.rank < Rank.NUMBER_2 or len(paragraph.text) > _LONGEST:
        return ()
    return attributes_in(paragraph.words, paragraph.marker.end)


def attributes_in(words: str, offset: int = 0) -> tuple[Attribute, ...]:
    """The attributes that words state one after another, if they state nothing else."""
    first = _LABELLED.fullmatch(words)
    if first is None or role_of_label(first["label"]) is None:
        bare = _BARE_TIME.fullmatch(words)
        value = bare["value"].rstrip(_ENDS) if bare else ""
        return (Attribute(Role.TIME, value, offset + bare.start("value")),) if bare else ()
    later = [mark for mark in _LATER.finditer(words, first.start("value")) if _role(mark)]
    stops = [*(mark.start() for mark in later), len(words)]
    found: list[Attribute] = []
    for mark, stop in zip([first, *later], stops, strict=True):
        role, begin = _role(mark), mark.start("value")
        value = words[begin:stop].rstrip(_ENDS)
        if role in (Role.DOER, Role.LEAD):
            value = _BY_FUNCTION.sub("", value)
            if len(value) > _LONGEST_NAME and subject_of(value):
                return ()
        if role is not None and value:
            found.append(Attribute(role, value, offset + begin))
    return tuple(found)


def _role(mark: re.Match[str]) -> Role | None:
    return role_of_label(mark["label"])
