"""How often: the words that make a duty recur, as written."""

import re

from haidang.text.understanding.times.periods import EACH
from haidang.text.understanding.words.verbs import begins_with_verb

_AND = r"\s*(?:,|và)\s*"
_NO_OTHER = r"(?!\s*(?:\d|[ivx]+\b|học|tới|sau|này|nay|trước|cuối|đầu))"  # "hằng năm, quý I"
_EVERY_ONE = rf"{EACH}\s+(?:năm|tháng|quý|tuần|ngày)"
_EVERY = rf"{_EVERY_ONE}(?:{_AND}(?:năm|tháng|quý|tuần)(?!\w){_NO_OTHER})*"
_SO_LONG = r"(?:\d{1,2}\s+|sáu\s+|ba\s+|một\s+)?(?:tháng|quý|năm)"
_ONCE = r"(?:\s+(?:một|1|01)\s+lần|\s*/\s*(?:(?:một|1|01)\s+)?lần)"
_SPANS = rf"(?:\d{{1,2}}|sáu|ba)\s+tháng(?:{_AND}{_SO_LONG})*{_ONCE}?"
_EACH_SPAN = rf"(?:\d{{1,2}}|một|hai|ba|bốn|sáu)\s+(?:ngày|tuần|tháng|quý|năm){_ONCE}"
_TIMES = r"(?:\d{1,2}|một|hai)\s+lần\s*(?:/|trong|một|mỗi)\s*(?:một\s+)?(?:ngày|tuần|tháng|quý|năm)"
_BY = rf"theo\s+(?:từng\s+)?(?:tuần|tháng|quý)(?!\w){_NO_OTHER}"
_PHRASE = re.compile(
    rf"(?<!\w)(?:định kỳ(?:\s+(?:{_TIMES}|{_EACH_SPAN}|{_EVERY}(?:{_AND}{_SO_LONG})*|{_SPANS}|"
    rf"{_BY}))?(?:\s+(?:và|hoặc)\s+đột xuất)?|thường xuyên và đột xuất|"
    rf"(?:thường xuyên,\s*)?{_EVERY}|thường xuyên|{_EACH_SPAN}|(?:6|06|sáu|ba)\s+tháng"
    rf"(?:{_AND}(?:cả\s+)?năm(?!\s*20))|{_TIMES}|(?:(?<=báo cáo )|(?<=giao ban )|(?<=họp )){_BY})"
    r"(?!\w)"
)
_COLUMN = re.compile(rf"\s*(?:thường xuyên|{_EVERY}|định kỳ)\b.*", re.IGNORECASE)
_COUNTED = re.compile(_EVERY_ONE)
_STOP = re.compile(r"[.;]\s")
_AT_PREDICATE = re.compile(r"(?:;|trách nhiệm|phải|cần|và)\s+$")
_AFTER_CLAUSE = re.compile(r"(?:\w+ ){2}\w+,\s+$")  # a single word there is one of manner too
_CLAUSE_ENDS = re.compile(r"\s*(?:[.;,]|$)")
_NOT_A_DUTYS_OWN = re.compile(
    r"(?:chi|tiết kiệm|nhiệm vụ|ngân sách(?: \w+){0,2}|dự toán(?: \w+){0,3}|kinh phí|"
    r"chủ động,|trực tiếp,|kịp thời,)\s+$"
)


def recurrence_in(words: str, predicate: int = 0) -> str | None:
    """The first recurrence in a duty's words; "chi thường xuyên" is a kind of budget, not one.

    `predicate` is where the predicate begins: "thường xuyên" there, before a further verb after a
    clause, or at the end of one tells how often; elsewhere it tells in what manner. A period that
    the sentence names says more than a bare "định kỳ" before it.

    >>> recurrence_in("Định kỳ báo cáo kết quả")
    'Định kỳ'
    """
    small = words.lower()
    small = small if len(small) == len(words) else words  # a letter may have no small form
    first, start = None, 0
    for found in _PHRASE.finditer(small):
        if first and (_STOP.search(small, start, found.start()) or not _COUNTED.search(found[0])):
            break
        if _is_the_dutys_own(small, found, predicate):
            if first or found[0] != "định kỳ":
                return words[found.start() : found.end()]
            first, start = words[found.start() : found.end()], found.end()
    return first


def _is_the_dutys_own(small: str, found: re.Match[str], predicate: int) -> bool:
    before = small[max(0, found.start() - 40) : found.start()]
    is_manner = found[0] == "thường xuyên" and not (
        found.start() in (0, predicate)
        or _AT_PREDICATE.search(before)
        or _CLAUSE_ENDS.match(small, found.end())
        or (_AFTER_CLAUSE.search(before) and begins_with_verb(small[found.end() :].lstrip()))
    )
    return not is_manner and not _NOT_A_DUTYS_OWN.search(before)


def recurrence_of_column(words: str) -> str | None:
    """What a line or column about time says of recurrence, whole where it is all about it."""
    if _COLUMN.fullmatch(words) and len(words) < 60:
        return words.strip(" .;,")
    return recurrence_in(words)
