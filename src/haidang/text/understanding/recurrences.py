"""How often: the words that make a duty recur, as written."""

import re

_EVERY = r"(?:hằng|hàng|mỗi)\s+(?:năm|tháng|quý|tuần|ngày)"
_PHRASE = re.compile(
    rf"(?:định kỳ(?:\s+(?:{_EVERY}|\d+\s+tháng|(?:6|06|sáu) tháng))?(?:\s+(?:và|"
    rf"hoặc)\s+đột xuất)?|thường xuyên và đột xuất|"
    rf"(?:thường xuyên,\s*)?{_EVERY}|thường xuyên|(?:6|06|sáu)\s+tháng(?:\s+một lần|/lần))",
    re.IGNORECASE,
)
_COLUMN = re.compile(rf"\s*(?:thường xuyên|{_EVERY}|định kỳ)\b.*", re.IGNORECASE)
_NOT_A_DUTYS_OWN = re.compile(
    r"(?:chi|ngân sách|dự toán|tiết kiệm|công tác tư pháp|nhiệm vụ)\s+$", re.IGNORECASE
)


def recurrence_in(words: str) -> str | None:
    """The first recurrence in a duty's words; "chi thường xuyên" is a kind of budget, not one.

    >>> recurrence_in("Định kỳ báo cáo kết quả")
    'Định kỳ'
    """
    for found in _PHRASE.finditer(words):
        if not _NOT_A_DUTYS_OWN.search(words[max(0, found.start() - 40) : found.start()]):
            return found.group()
    return None


def recurrence_of_column(words: str) -> str | None:
    """What a line or column about time says of recurrence, whole where it is all about it."""
    if _COLUMN.fullmatch(words) and len(words) < 60:
        return words.strip(" .;,")
    return recurrence_in(words)
