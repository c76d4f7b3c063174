"""What a quantity is of: the whole of a share, the thing counted, the base of a change."""

import re

from haidang.text.understanding.targets.quantities import Quantity
from haidang.text.understanding.words.letters import compiled

# Where the name of a group ends: a verb or a word that leads to one.
_VERBS = (
    r"được|có|là|đạt|biết|sử dụng|tham gia|ứng dụng|bố trí|thực hiện|triển khai|tổ chức|"
    r"hoàn thành|xây dựng|duy trì|đăng ký|tiếp cận|nắm|hiểu|ban hành|thành lập|kết nối|cung cấp|"
    r"đưa|nhận|qua|giải quyết|đáp ứng|bảo đảm|đảm bảo|đảm nhận|không|phải|hoạt động|đi vào|cài đặt|"
    r"tập huấn|phát|đăng|vào|hưởng|trở lên|trở xuống|trong năm|trong giai đoạn|đến năm|so với|để|"
    r"nhằm|nghe|xem|đọc|và|tăng|giảm|thuộc"
)
_WORD = r"[^\s.;:,()%]+"
_NAME = r"[^\s.;:,()%\d]+"
_FIRST = rf"(?!(?:{_VERBS})\b){_WORD}"
_LIST = re.compile(  # "các xã, phường, thị trấn": its parts are short and a verb ends it
    rf"\s*(?:(?:trên|trong)\s+)?(?P<whole>{_FIRST}(?:\s{_WORD}){{0,5}}?(?:,\s(?!trong đó){_NAME}"
    rf"(?:\s{_NAME}){{0,7}}?)+?)(?=\s+(?:{_VERBS})\b|[.;:()]|$)",
    re.IGNORECASE,
)
_SHARE_OF = re.compile(
    rf"\s*(?:(?:trên|trong)\s+)?(?P<whole>{_FIRST}(?:\s{_WORD}){{0,14}}?)"
    rf"(?=\s+(?:{_VERBS})\b|\s*[.;:(),]|\s*$)",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"(?P<whole>(?:tỷ lệ|tỉ lệ|tỷ trọng|mức độ|tốc độ|số)\s[^.;:,%]{3,160}?)\s+"
    r"(?:(?:đến|vào)\s+(?:hết\s+)?năm\s+\d{4}\s+)?(?:phấn đấu\s+)?"
    r"(?:đạt|từ|còn|lên|xuống|tăng|giảm|là|chiếm|trên|dưới|ít nhất|tối thiểu)\b[^.;:,%\d]{0,30}$",
    re.IGNORECASE,
)
_EACH = re.compile(
    r"\b(?P<whole>(?:mỗi|từng)\s[^.;:\d]{2,60}?)\s+(?:" + _VERBS + r")\b", re.IGNORECASE
)
_AGAINST = re.compile(r"[^.;,]{0,60}?\bso\s+với\s+(?P<whole>[^.;,)]{2,80})", re.IGNORECASE)
_CHANGE = re.compile(
    r"\b(?P<way>tăng|giảm)(?!\s+(?:cường|tốc|nghèo|thiểu|sút))\b(?P<rest>[^.;,]{0,80})$",
    re.IGNORECASE,
)
_TO_A_LEVEL = re.compile(r"\b(?:lên|xuống|còn|đạt|có)\b", re.IGNORECASE)
_COUNTED = compiled(
    r"\s*(?P<measure>[a-z]{1,20}(?:\s[a-z]{1,20}){0,3}?)(?=\s+(?:" + _VERBS + r")\b|[.,;:()]|\s*$)"
)
_NO_MEASURE = re.compile(
    rf"(?:{_VERBS}|của|tại|ở|về|với|cho|do|từ|đến|trên|dưới|theo)\b", re.IGNORECASE
)


_REACH = 300  # letters around a number


def scope_of(
    text: str, stretch: tuple[int, int], quantity: Quantity, *, is_change: bool
) -> str | None:
    """What the quantity is a share of, what it is compared with, or for each of what it is.

    A change names its base; a share its whole, which stands behind it or is the subject before it.
    """
    before = text[max(stretch[0], quantity.start - _REACH) : quantity.start]
    end = min(stretch[1], quantity.end + _REACH)
    if is_change:
        found = _AGAINST.match(text, quantity.end, end)
        return _words(found) or _words(_SUBJECT.search(before))
    if quantity.measure == "%":
        subject = _words(_SUBJECT.search(before))
        return subject or _words(_whole_behind(text, quantity, end))
    return _words(_EACH.search(before))


def end_of_whole(text: str, quantity: Quantity, end: int) -> int:
    """Where the words end that say what a share is of: the commas in them part no targets."""
    if quantity.measure != "%":
        return quantity.end
    found = _whole_behind(text, quantity, min(end, quantity.end + _REACH))
    return found.end() if found else quantity.end


def _whole_behind(text: str, quantity: Quantity, end: int) -> re.Match[str] | None:
    first = _SHARE_OF.match(text, quantity.end, end)
    return (_LIST.match(text, quantity.end, end) if _goes_on(first) else None) or first


def _goes_on(found: re.Match[str] | None) -> bool:
    """Whether a comma, and not a verb, ends what was found."""
    return bool(found and found.string[found.end() : found.end() + 1] == ",")


def change_in(before: str) -> int | None:
    """1 where the words before a number have it rise, -1 where they have it fall, else None."""
    found = _CHANGE.search(before)
    if found is None or _TO_A_LEVEL.search(found["rest"]):
        return None
    return 1 if found["way"].lower() == "tăng" else -1


def measure_after(text: str, at: int, end: int) -> str | None:
    """What is counted, where it is none of the usual measures: up to three words."""
    found = _COUNTED.match(text, at, end)
    if found is None or _NO_MEASURE.match(found["measure"]):
        return None
    return found["measure"]


def _words(found: re.Match[str] | None) -> str | None:
    return found["whole"].strip() or None if found else None
