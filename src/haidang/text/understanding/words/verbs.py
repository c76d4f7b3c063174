"""Where a duty begins with a verb, and where a predicate begins after a unit's name."""

import re

from haidang.text.understanding.words.deeds import DEEDS, PREDICATES
from haidang.text.understanding.words.phrases import pattern_of

_LONGEST_ADVERB = 60
# The first syllable of a noun is no deed: "an toàn giao thông", "nhận thức", "dịch bệnh".
_NO_DEED = (
    r"(?!(?:giao (?:thông|lưu|dịch|tiếp|diện|mùa)|nhận (?:thức|định|diện|xét)|tăng trưởng|"
    r"lập (?:pháp|trình|trường)|trình (?:độ|tự|diễn)|cần thiết|trồng trọt|giúp việc|"
    r"mở (?:cửa|đầu)|phải chăng|chọn lọc|hủy hoại|dịch (?:bệnh|vụ|tả|cúm|sốt|covid)|"
    r"thu (?:nhập|ngân sách)|cho (?:đến|thấy|nên|rằng)|tiếp theo|trực thuộc|cử tri|"
    r"không (?:gian|khí|ai|những|chỉ))(?!\w))"
)
_DEEDS = [*DEEDS.replace("\n", "").split("|"), "không"]
_VERB = re.compile(_NO_DEED + pattern_of(_DEEDS) + r"(?!\w)")
# "tổ chức" is a verb where it is not the noun of "các tổ chức, cá nhân", "tổ chức chính trị".
_ORGANISE = (
    r"(?<!các )(?<!quan, )(?<!, )(?<!do )tổ chức(?! (?:chính trị|đoàn thể|thành viên|xã hội|"
    r"liên quan|có liên|kinh tế|tín dụng|đảng|và|cá nhân|trong|hoạt động|khác|quốc tế)|,)"
)
_PREDICATES = PREDICATES.replace("\n", "").split("|")
_DELEGATE = r"(?<!ứng )(?<!bầu )cử(?! (?:tri|nhân))"  # not of "ứng cử", "bầu cử", "cử tri"
# What somebody is given to look after; "Phó Chủ tịch phụ trách văn hóa" is only who that is.
_LOOK_AFTER = r"phụ trách (?:theo dõi|(?:các|những) (?:thôn|ấp|xã|phường|tổ dân phố|khu phố))"
# A body that meets so often, and no meeting: "Tổ họp định kỳ", but "cuộc họp định kỳ".
_MEET = (
    r"(?<!phòng )(?<!cuộc )(?<!hội )(?<!buổi )(?<!phiên )(?<!dự )(?<!thư )(?<!chức )họp"
    r"(?= (?:định kỳ|thường kỳ|đột xuất|hằng|hàng|mỗi|dân|bàn|xét|với|để|ít nhất|\d))"
)
PREDICATE = re.compile(
    rf"(?<!\w){_NO_DEED}(?:{pattern_of(_PREDICATES)}|{_DELEGATE}|{_ORGANISE}|{_MEET}|"
    rf"{_LOOK_AFTER})(?!\w)"
)
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
