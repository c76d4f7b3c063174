"""Who acts in a clause: its subject, or whom the issuer asks ("giao Sở A chủ trì …")."""

import re
from dataclasses import dataclass

from haidang.text.understanding.words.folded import plain
from haidang.text.understanding.words.units import subject_at, subject_of

_ASKS = re.compile(
    r"(?<!\w)(?P<verb>giao(?:\s+cho)?|đề nghị|yêu cầu|phân công)\s+(?:cho\s+)?", re.IGNORECASE
)
_OWN_ASK = re.compile(r"(?:yêu cầu|phân công)\b", re.IGNORECASE)
_FAR = 260  # letters of introduction before an ask
_LONGEST_NAME = 90
_QUOTED = re.compile(r"(?:trong đó|đã|được|việc|có|do|văn bản|tỉnh|theo)\s+$", re.IGNORECASE)
_ABOVE = re.compile(
    r"(?:các\s+)?(?:Bộ(?! Chỉ huy| đội)|Chính phủ|Thủ tướng|Quốc hội|Trung ương|Cục|Tổng cục|"
    r"Văn phòng Chính phủ)\b"
)
_CENTRAL = re.compile(
    r"(?:Thủ tướng|Chính phủ|Văn phòng Chính phủ|Bộ(?! Chỉ huy)|Quốc hội)", re.IGNORECASE
)
_GENERIC = re.compile(
    r"thực hiện (?:một số|các|những|tốt|nghiêm túc) ?\w* (?:nội dung|nhiệm vụ|"
    r"việc)[^.;]{0,30}(?:sau|như sau)\s*(?:đây)?\s*:$"
)
_HANDS_OVER = re.compile(  # the whole predicate: "quan tâm chỉ đạo một số nội dung sau:"
    r"[^.;:]{0,60}?(?:nội dung|nhiệm vụ|việc|vấn đề|giải pháp|biện pháp|yêu cầu)[^.;:]{0,40}"
    r"(?:sau|như sau|dưới đây)\s*(?:đây)?\s*:$"
)
_SPEAKS = re.compile(r"(?:yêu cầu|chỉ đạo|chỉ thị|đề nghị|kết luận|phân công)\s*:$")
_DIRECTS = re.compile(r"(?<!\w)(?:hướng dẫn|chỉ đạo|chỉ thị)\s+")
_TASKS_BELOW = re.compile(
    r"(?:nhiệm vụ|giải pháp|công việc|biện pháp)[^.;:]{0,50}(?:sau|sau đây|như sau|dưới đây)\s*:$"
)
_AS_FOLLOWS = re.compile(r"(?:cụ thể\s+)?như sau\s*:$")
_DONE = re.compile(r"\b(?:đã|nhận được|đang|vừa)\b")


@dataclass(frozen=True, slots=True)
class Actor:
    """A unit that is to act: as written, where the duty's words and the predicate begin."""

    unit: str
    begin: int
    predicate: int
    asked: bool  # the issuer asks it, it is not the clause's own subject


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks in the document: its issuer, who is not to be taken for one told to act."""

    issuer: str | None
    for_others: bool = False  # it only writes down what others said: it may be told to act too

    def is_issuer(self, unit: str) -> bool:
        if not self.issuer or self.for_others:
            return False
        mine, theirs = _essence(self.issuer), _essence(unit)
        return bool(theirs) and (
            mine == theirs
            or (
                len(theirs) > 3
                and (mine.startswith(theirs) or (theirs.startswith(mine) and "," not in theirs))
            )
        )

    def is_above(self, unit: str) -> bool:
        central = bool(self.issuer) and bool(_CENTRAL.match(self.issuer or ""))
        return not central and bool(_ABOVE.match(unit))


def _essence(unit: str) -> str:
    words = plain(unit).casefold().replace("uỷ", "ủy").replace("ủy ban nhân dân", "ubnd")
    words = re.sub(r"^(?:chủ tịch|phó chủ tịch|giám đốc|thường trực)\s+", "", words)
    return re.sub(r"\s+", " ", words).strip()


def actor_of(text: str, start: int, end: int, voice: Voice, known: bool = False) -> Actor | None:
    """The unit that the clause between `start` and `end` tells to act, if it names one.

    Where the heading has named the unit already (`known`), what that unit is to ask of others
    ("yêu cầu các đơn vị …") names nobody new.
    """
    clause = text[:end]
    subject = subject_of(clause, start)
    speaks = subject is not None and _ASKS.match(clause, subject.predicate) is not None
    if subject and not speaks and not voice.is_issuer(clause[subject.start : subject.end]):
        if _DONE.search(clause[max(start, subject.predicate - 12) : subject.predicate + 14]):
            return None
        asked = _ASKS.search(clause, start, subject.start) is not None
        return Actor(clause[subject.start : subject.end], start, subject.predicate, asked)
    someone = asked_in(clause, start, voice, near=subject is None)
    if someone and known and _OWN_ASK.match(clause, someone.begin):
        return None
    return someone


def asked_in(clause: str, start: int, voice: Voice, near: bool = False) -> Actor | None:
    """Whom the issuer asks to act in the clause; upward requests are none."""
    for ask in _ASKS.finditer(clause, start):
        if near and ask.start() - start > _FAR:
            return None
        speaker = clause[max(start, ask.start() - _LONGEST_NAME) : ask.start()]
        by_issuer = ask.start() - start < _LONGEST_NAME and voice.is_issuer(speaker.strip())
        if speaker and _QUOTED.search(speaker) and not by_issuer:
            continue
        target = subject_at(clause, ask.end())
        if target is None:
            continue
        unit = clause[target.start : target.end]
        to_itself = voice.is_issuer(unit) and not ask["verb"].lower().startswith("giao")
        if not to_itself and not voice.is_above(unit):
            # "Ủy ban nhân dân tỉnh yêu cầu các sở …" is one whole with the issuer's name.
            return Actor(unit, start if by_issuer else ask.start(), target.predicate, True)
    return None


def leads_into_text(text: str) -> bool:
    """Whether a sentence is the formula before the text itself: "… như sau:"."""
    return _AS_FOLLOWS.search(text) is not None


def speaks(text: str) -> bool:
    """Whether a sentence ends with what its own subject says: "Ban Thường vụ yêu cầu:"."""
    return _SPEAKS.search(text) is not None


def directed_in(clause: str, start: int) -> Actor | None:
    """Whom the issuer directs or guides to do what is listed below."""
    for ask in _DIRECTS.finditer(clause, start):
        target = subject_at(clause, ask.end())
        if target is not None:
            unit = clause[target.start : target.end]
            return Actor(unit, ask.start(), target.predicate, asked=True)
    return None


def lists_tasks(text: str) -> bool:
    """Whether a sentence opens a list of tasks: "… nhấn mạnh một số nhiệm vụ, giải pháp sau:"."""
    return _TASKS_BELOW.search(text) is not None


def introduces_list(text: str, actor: Actor | None) -> bool:
    """Whether a sentence only hands over to the items below it: "… thực hiện các nội dung sau:"."""
    predicate = text[actor.predicate :] if actor else ""
    return _GENERIC.search(text) is not None or _HANDS_OVER.match(predicate) is not None
