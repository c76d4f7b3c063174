"""Units and posts as the subjects of clauses."""

import re
from dataclasses import dataclass

from haidang.text.understanding.words.letters import compiled
from haidang.text.understanding.words.names import describes, is_named_by, may_describe
from haidang.text.understanding.words.nouns import UNIT
from haidang.text.understanding.words.verbs import PREDICATE, STRONG_PREDICATE

_AFTER_ADVERB = compiled(r"(?:\s+(?:cần|phải|sẽ|có nhiệm vụ|chủ động|tiếp tục|theo))+\s*$")
_STATES = re.compile(r"(?<!nhất)\s(?:là|gồm|bao gồm|thì)\s")  # a statement of who is who
# What stands between a unit and its predicate: on what ground, within what limits.
_WITHIN = re.compile(
    r"(?:,\s*(?:trên cơ sở|căn cứ|theo|qua|để|tùy|tuỳ)\s[^,]*|"
    r",?\s+(?:trong phạm vi|theo (?:chức năng|nhiệm vụ|thẩm quyền|lĩnh vực))\b.*)$"
)
_COMMAS = re.compile(r"[,;]\s+|\bthì\s+")
_MANNER = re.compile(
    r"\w+ \w+ (?:nghiêm túc|kịp thời|khẩn trương|tích cực|thường xuyên|tập trung|quyết liệt)"
)
_LONGEST = 700


@dataclass(frozen=True, slots=True)
class Subject:
    """A unit as the subject of a clause: where it stands and where its predicate begins."""

    start: int
    end: int
    predicate: int


def subject_at(text: str, start: int) -> Subject | None:
    """The unit that the clause at `start` begins with, if a predicate follows it."""
    head = UNIT.match(text, start)
    if not head:
        return None
    limit = min(len(text), start + _LONGEST)
    stop = compiled(r"[.;](?:\s|$)|\./").search(text, start, limit)
    limit = stop.start() if stop and not _is_list_of_units(text, start, stop.start()) else limit
    strong = STRONG_PREDICATE.search(text, start, limit)
    doubtful: int | None = None
    for verb in PREDICATE.finditer(text, head.end(), limit):
        before = text[start : verb.start()].rstrip()
        if strong and strong.start() > verb.start() and "được" in before:
            return _subject(text, start, strong.start())
        if describes(before) or is_named_by(before, verb.group()):
            continue
        if doubtful is not None and _MANNER.fullmatch(text, doubtful, verb.end()):
            return _subject(text, start, doubtful)  # "các đơn vị thực hiện nghiêm túc"
        if may_describe(before, verb.group()):
            doubtful = verb.start() if doubtful is None else doubtful
            continue
        return _subject(text, start, verb.start())
    return _subject(text, start, doubtful) if doubtful is not None else None


def _subject(text: str, start: int, predicate: int) -> Subject | None:
    end = _trimmed(text, start, predicate)
    if end <= start + 2 or _STATES.search(text, start, end):
        return None
    return Subject(start, end, predicate)


def _is_list_of_units(text: str, start: int, stop: int) -> bool:
    """Whether a semicolon parts units and not clauses: "Sở A; Sở B; các ngành …"."""
    return (
        text[stop] == ";"
        and bool(UNIT.match(text, stop + 2))
        and not PREDICATE.search(text, start, stop)
    )


def _trimmed(text: str, start: int, end: int) -> int:
    before = text[start:end].rstrip(" ,:-–")
    before = _AFTER_ADVERB.sub("", before).rstrip(" ,:-–")
    before = _WITHIN.sub("", before)
    return start + len(before)


def subject_of(text: str, start: int = 0) -> Subject | None:
    """The unit that acts in the clause, also after an introduction: "Căn cứ …, các sở, ngành …"."""
    if found := subject_at(text, start):
        return found
    if not _INTRODUCTION.match(text, start):
        return None
    for comma in list(_COMMAS.finditer(text, start, start + 420))[:8]:
        if _ALREADY_TOLD.search(text, start, comma.start()):
            return None
        if found := subject_at(text, comma.end()):
            return found
    return None


_INTRODUCTION = compiled(
    r"(?:Căn cứ|Trên cơ sở|Theo(?! dõi| quy định tại)|Quá trình|Trong (?:quá trình|trường hợp|"
    r"thời hạn|thời gian (?:tới|chờ|thực hiện)|phạm vi|vòng|tháng|quý|tuần|năm 20)|"
    r"Trường hợp|Nếu|Khi|Sau|Ngay sau|Nhận được|Kể từ|Hết|Chậm nhất|Đối với|Hằng|Hàng|Định kỳ|"
    r"Để|Nhằm|Từ|Trước|Đến|Ngoài|Với|Đồng thời)\b",
    re.IGNORECASE,
)
_ALREADY_TOLD = re.compile(r"(?<!\w)(?:phối hợp|chủ trì|giao|đề nghị|yêu cầu)\s")
