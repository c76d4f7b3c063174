"""Where a duty begins with a verb, and where a predicate begins after a unit's name."""

import re

from haidang.text.understanding.deeds import DEEDS, PREDICATES
from haidang.text.understanding.phrases import pattern_of

_LONGEST_ADVERB = 60
_VERB = re.compile(pattern_of(DEEDS.replace("\n", "").split("|")) + r"(?!\w)")
# "tổ chức" is a verb where it is not the noun of "các tổ chức, cá nhân", "tổ chức chính trị".
_ORGANISE = (
    r"(?<!các )(?<!quan, )(?<!, )(?<!do )tổ chức(?! (?:chính trị|đoàn thể|thành viên|xã hội|"
    r"liên quan|có liên|kinh tế|tín dụng|đảng|và|cá nhân|trong|hoạt động|khác|quốc tế)|,)"
)
_PREDICATES = PREDICATES.replace("\n", "").split("|")
_DELEGATE = r"(?<!ứng )(?<!bầu )cử"  # not of "ứng cử", "bầu cử"
PREDICATE = re.compile(rf"(?<!\w)(?:{pattern_of(_PREDICATES)}|{_DELEGATE}|{_ORGANISE})(?!\w)")
STRONG_PREDICATE = re.compile(r"(?<!\w)(?:có trách nhiệm|chịu trách nhiệm)(?!\w)")
_ADVERB = re.compile(
    r"(?:cần|phải|sẽ|cùng|đồng thời|hằng năm|hàng năm|tiếp tục|chủ động|kịp thời|thường xuyên)\s+"
)


def begins_with_verb(words: str) -> bool:
    """Whether the words begin as a duty does, with what is to be done.

    >>> begins_with_verb("Rà soát, bổ sung danh mục"), begins_with_verb("Kinh phí thực hiện")
    (True, False)
    """
    small = words[:_LONGEST_ADVERB].lower()
    return (
        _VERB.match(small) is not None or _VERB.match(_ADVERB.sub("", small, count=1)) is not None
    )
