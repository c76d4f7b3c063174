"""Who acts in a clause: the subject, or whom the issuer asks ("giao Sở A …", "đề nghị các cơ quan …")."""

import re
from dataclasses import dataclass

from haidang.text.understanding.folded import plain
from haidang.text.understanding.units import UNIT, Subject, subject_at, subject_of

_ASKS = re.compile(
    r"(?<!\w)(?P<verb>giao(?:\s+cho)?|đề nghị|yêu cầu|phân công)\s+(?:cho\s+)?", re.IGNORECASE
)
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
    """Who speaks in the document: its issuer, so that it is not taken for one who is told to act."""

    issuer: str | None

    def is_issuer(self, unit: str) -> bool:
        if not self.issuer:
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
        if _DONE.search(clause[subject.predicate - 12 : subject.predicate + 14]):
            return None
        asked = _asking_before(clause, start, subject)
        return Actor(clause[subject.start : subject.end], start, subject.predicate, asked)
    asked = asked_in(clause, start, voice, near=subject is None)
    if asked and known and not _ASKS_ANEW.match(clause, asked.begin):
        return None
    return asked


_ASKS_ANEW = re.compile(r"(?:giao|đề nghị)\b", re.IGNORECASE)


def _asking_before(clause: str, start: int, subject: Subject) -> bool:
    return bool(_ASKS.search(clause, start, subject.start))


def asked_in(clause: str, start: int, voice: Voice, near: bool = False) -> Actor | None:
    """Whom the issuer asks to act in the clause; upward requests are none."""
    for ask in _ASKS.finditer(clause, start):
        if _QUOTED.search(clause[start : ask.start()]) and ask.start() > start:
            if not voice.is_issuer(clause[start : ask.start()].strip()):
                continue
        if near and ask.start() - start > 260:
            return None
        target = subject_at(clause, ask.end())
        if target is None and not UNIT.match(clause, ask.end()):
            continue
        if target is None:
            continue
        unit = clause[target.start : target.end]
        if voice.is_above(unit) or (
            voice.is_issuer(unit) and not ask["verb"].lower().startswith("giao")
        ):
            continue
        begin = ask.start()
        if voice.is_issuer(clause[start:begin].strip()):
            begin = start  # "Ủy ban nhân dân tỉnh yêu cầu các sở …" is whole
        return Actor(unit, begin, target.predicate, True)
    return None


def leads_into_text(text: str) -> bool:
    """Whether a sentence is the formula before the text itself: "… như sau:"."""
    return _AS_FOLLOWS.search(text) is not None


def introduces_list(text: str) -> bool:
    """Whether a sentence only hands over to the items below it: "… thực hiện các nội dung sau:"."""
    return _GENERIC.search(text) is not None
