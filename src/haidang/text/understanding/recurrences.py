"""How often: the words that make a duty recur, as written."""

import re

_EVERY = r"(?:hằng|hàng|mỗi)\s+(?:năm|tháng|quý|tuần|ngày)"
_SO_LONG = r"(?:\d{1,2}\s+|sáu\s+|ba\s+|một\s+)?(?:tháng|quý|năm)"
_SPANS = rf"(?:\d{{1,2}}|sáu|ba)\s+tháng(?:\s*(?:,|và)\s*{_SO_LONG})*"
_TIMES = r"(?:\d{1,2}|một|hai)\s+lần\s*(?:/|trong|một|mỗi)\s*(?:một\s+)?(?:ngày|tuần|tháng|quý|năm)"
_PHRASE = re.compile(
    rf"(?<!\w)(?:định kỳ(?:\s+(?:{_EVERY}(?:\s*(?:,|và)\s*{_SO_LONG})*|{_SPANS}))?(?:\s+(?:và|"
    rf"hoặc)\s+đột xuất)?|thường xuyên và đột xuất|"
    rf"(?:thường xuyên,\s*)?{_EVERY}|thường xuyên|(?:6|06|sáu|ba)\s+tháng(?:\s+một lần|/lần|"
    rf"\s*(?:,|và)\s*(?:cả\s+)?năm(?!\s*20))|{_TIMES})(?!\w)"
)
_COLUMN = re.compile(rf"\s*(?:thường xuyên|{_EVERY}|định kỳ)\b.*", re.IGNORECASE)
_NOT_A_DUTYS_OWN = re.compile(
    r"(?:chi|tiết kiệm|nhiệm vụ|ngân sách(?: \w+){0,2}|dự toán(?: \w+){0,3}|kinh phí|"
    r"chủ động,|trực tiếp,|kịp thời,)\s+$"
)


def recurrence_in(words: str) -> str | None:
    """The first recurrence in a duty's words; "chi thường xuyên" is a kind of budget, not one.

    >>> recurrence_in("Định kỳ báo cáo kết quả")
    'Định kỳ'
    """
    small = words.lower()
    small = small if len(small) == len(words) else words  # a letter may have no small form
    for found in _PHRASE.finditer(small):
        if not _NOT_A_DUTYS_OWN.search(small[max(0, found.start() - 40) : found.start()]):
            return words[found.start() : found.end()]
    return None


def recurrence_of_column(words: str) -> str | None:
    """What a line or column about time says of recurrence, whole where it is all about it."""
    if _COLUMN.fullmatch(words) and len(words) < 60:
        return words.strip(" .;,")
    return recurrence_in(words)
