"""Who leads and who helps, as the words of a duty say."""

import re

from haidang.text.understanding.words.names import is_named_by
from haidang.text.understanding.words.nouns import UNIT
from haidang.text.understanding.words.parties import split_units
from haidang.text.understanding.words.verbs import PREDICATE, begins_with_verb

_LEADS = re.compile(r"(?<!\w)chủ trì(?!\w)", re.IGNORECASE)
# What "chủ trì" follows where it is a clause's own verb and not a description of another body.
_LEADS_CLAUSE = re.compile(
    r"(?:^|[,;.:(]|(?<!\w)(?:và|đồng thời|chủ động|nhiệm vụ|đầu mối|trực tiếp|là))\s*$",
    re.IGNORECASE,
)
_ADVERBS = 20  # letters that adverbs take before the verb
_CHAIRS = re.compile(
    r"\s*:?\s*(?:cuộc họp|họp|hội nghị|các buổi|buổi|phiên|tại|các cuộc)", re.IGNORECASE
)
_TOGETHER = re.compile(
    r"(?<!\w)(?:phối hợp(?:\s+(?:chặt chẽ|thường xuyên|đồng bộ|hiệu quả|tốt|kịp thời|"
    r"chủ động))*\s*(?:,\s*)?(?:với|cùng với|cùng)?|chủ trì\s*,?\s+cùng(?:\s+với)?)\s+",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"[.;:](?:\s|$)|\./|(?<!\w)(?:"
    r"trong(?! (?:tiểu ban|ban|tổ|đoàn|khối|xã|phường|huyện|tỉnh|ngành|và ngoài)\b)|"
    r"để|về|tại|theo|nhằm|khi|thông qua|qua|bằng|nếu|từ|đối với|trên cơ sở|khẩn trương|đưa|cho)"
    r"(?!\w)"
)
_OPENS = re.compile(
    r"(?:ngành|địa phương|chính quyền|các|những|cơ quan|đơn vị|lực lượng|báo chí|"
    r"tổ chức(?=,| (?:chính trị|đoàn thể|thành viên|xã hội|liên quan|có liên|kinh tế|quốc tế|"
    r"phi)))\b",
    re.IGNORECASE,
)
_COLON_LIST = re.compile(r"(?:[Cc]ác|[Nn]hững)\s[\w, ]{2,30}$|(?:Sở|Bộ|ngành)$")
_FAR = 90  # letters of a unit's name that may stand between
_TELLS = re.compile(r"(?:chỉ đạo|đôn đốc)\s+(?=[^.;,]*$)", re.IGNORECASE)
_HEAD_NOUN = re.compile(r"(?:cơ quan|đơn vị|lực lượng|tổ chức|doanh nghiệp)$", re.IGNORECASE)


def leads(words: str, predicate: int | None = None) -> bool:
    """Whether the one who acts is told to lead, which chairing a meeting is not.

    `predicate` is where the predicate of a duty with its own subject begins.

    >>> leads("chủ trì, phối hợp với các cơ quan"), leads("chủ trì các buổi làm việc")
    (True, False)
    """
    for found in _LEADS.finditer(words):
        if _CHAIRS.match(words, found.end()):
            continue
        before = words[max(0, found.start() - 40) : found.start()]
        if _LEADS_CLAUSE.search(before):
            return True
        if predicate is not None and predicate <= found.start() <= predicate + _ADVERBS:
            return True
    return False


def mates_in(words: str) -> tuple[str, ...]:
    """The units after "phối hợp với", as written.

    >>> mates_in("Chủ trì, phối hợp với Thuế tỉnh, Sở Xây dựng rà soát")
    ('Thuế tỉnh', 'Sở Xây dựng')
    """
    found: list[str] = []
    for together in _TOGETHER.finditer(words):
        at = together.end()
        if _tells_another(words[max(0, together.start() - _FAR) : together.start()]):
            continue
        if not (UNIT.match(words, at) or _OPENS.match(words, at)):
            continue
        names = words[at : _end_of_names(words, at)].strip(" ,")
        names = re.sub(r",\s*(?:chủ động|kịp thời|tiếp tục)$", "", names)
        found += [name for name in split_units(names) if name not in found]
    return tuple(found)


def _tells_another(before: str) -> bool:
    """Whether it is another unit that is to work together: "chỉ đạo các xã phối hợp với …"."""
    told = list(_TELLS.finditer(before))
    return bool(told) and UNIT.match(before, told[-1].end()) is not None


def _end_of_names(words: str, at: int) -> int:
    limit = min(len(words), at + 330)
    for stop in _ENDS.finditer(words, at, limit):
        lists = stop.group().startswith(":") and _COLON_LIST.search(words[at : stop.start()])
        if lists and not begins_with_verb(words[stop.end() :]):
            continue
        limit = stop.start()
        break
    for verb in PREDICATE.finditer(words, at + 2, limit):
        before = words[at : verb.start()].rstrip()
        if before.endswith(("được", "liên quan đến", "chủ")) or is_named_by(before, verb.group()):
            continue
        if _HEAD_NOUN.search(before) and _describes(words, verb.start()):
            return _end_of_clause(words, verb.start())
        return verb.start()
    return limit


def _describes(words: str, verb: int) -> bool:
    """A verb straight after the noun and near the clause's end describes the noun."""
    return len(words[verb : _end_of_clause(words, verb)].split()) <= 6


def _end_of_clause(words: str, start: int) -> int:
    stop = re.compile(r"[.;](?:\s|$)|\./").search(words, start)
    return stop.start() if stop else len(words)
