"""Where one paragraph holds several duties: the cuts between them."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from haidang.text.understanding.duties.actors import Actor, Voice, actor_of
from haidang.text.understanding.times.deadlines import first_limit
from haidang.text.understanding.times.periods import EACH
from haidang.text.understanding.times.recurrences import recurrence_in
from haidang.text.understanding.words.nouns import UNIT
from haidang.text.understanding.words.sentences import sentence_starts
from haidang.text.understanding.words.verbs import PREDICATE, begins_with_verb

# What joins a clause to the one before, or counts it: "đồng thời, …", "(ii) …".
_MEANWHILE = re.compile(
    r"(?:(?:Đồng thời|Ngoài ra|Bên cạnh đó)\s*,?\s*|\((?:[ivx]{1,4}|\d)\)\s*)", re.IGNORECASE
)
_EVERY = rf"{EACH} (?:năm|tháng|quý|tuần|ngày)"
_RHYTHM = re.compile(
    rf"(?:định kỳ(?:\s+(?:{_EVERY}|(?:\d+|sáu|ba)\s+(?:giờ|ngày|tuần|tháng|năm|quý)"
    rf"(?:\s*/\s*|\s+một\s+)?(?:lần)?))?|{_EVERY})"
    r"(?:\s*,\s*(?:\d+\s+)?(?:tháng|năm|quý))*(?:\s*\([^()]{0,60}\))?\s*,?\s*(?!\w{0,9}\))",
    re.IGNORECASE,
)
_ONLY_TIME = re.compile(
    r"(?:Thời (?:gian|hạn)|Hoàn thành|Xong|Hạn|Báo cáo\s+(?:của|gửi)|Kết quả|Văn bản)\b",
    re.IGNORECASE,
)
_OWN_ROLE = re.compile(r"(?:Chủ trì|Phối hợp|Chủ động\s+(?:chủ trì|phối hợp))\b(?!\s+chặt)")
_NAMES_ACTOR = re.compile(
    r"(?:giao|đề nghị|trường hợp|đối với|trong quá trình|quá trình|nếu có|trên cơ sở|căn cứ|"
    r"sau khi)\b",
    re.IGNORECASE,
)
# Without one of these no rule of time reads anything; most clauses have none.
_OF_TIME = re.compile(
    r"[Nn]gày|[Tt]háng|[Qq]u[ýíyi]|[Nn]ăm|[Gg]iờ|[Tt]uần|[Ss]au|[Nn]gay|\d\s*[/.-]\s*\d"
)
_ENDS_WHOLE = re.compile(
    r"(?:(?:^|,\s*)(?:(?:phải|cần)\s+)?(?:hoàn thành|kết thúc)|"
    r"^thực hiện (?:từ|trong|trước|vào)|(?<!\w)xong)\b",
    re.IGNORECASE,
)
_BARE = frozenset({"định kỳ", "thường xuyên"})  # tell in what manner, but where they come first
# What is submitted is what the sentence before makes: "Trong tháng 10 trình UBND xã."
_SUBMITS_IT = re.compile(
    rf"trình\s+(?:{UNIT.pattern})(?:(?! ban hành)[^.;,]){{0,40}}\W*$", re.IGNORECASE
)
_FEW = 45  # letters
_FEWEST = 24  # letters of a duty beside one with a date of its own
_SHORTEST = 12  # letters of a duty
_LONGEST_LIST = 700  # letters that a list of units takes
_SEMICOLON = re.compile(r";\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Cut:
    """A duty's stretch of a paragraph; its own words begin at `begin`."""

    start: int
    begin: int
    end: int
    actor: Actor | None


@dataclass(frozen=True, slots=True)
class _Clause:
    """A later sentence, or a clause after a semicolon, that may be a duty of its own."""

    start: int
    own: int  # where its words begin, after "Đồng thời, "
    words: str
    sentence: str  # the whole sentence from `own` on
    is_sentence: bool
    actor: Actor | None

    @property
    def is_joined(self) -> bool:
        return self.own > self.start


def cuts_of(text: str, begin: int, unit: str | None, voice: Voice) -> list[Cut]:
    """Cut a paragraph into duties: where a clause has a unit, a date or a rhythm of its own."""
    ends = [start for start in sentence_starts(text) if start > begin] + [len(text)]
    first = _actor(text, begin, ends[0], voice, known=unit is not None)
    if first and _grants(text, begin, first.begin):
        first = None  # "Đồng ý cho Sở A mở lớp; giao Sở B …": another clause's
    starts: list[tuple[int, int, Actor | None]] = [(begin, begin, first)]
    for clause in _clauses(text, begin, ends, voice):
        before = text[max(starts[-1][1], clause.start - _LONGEST_LIST) : clause.start]
        if _is_timed_apart(clause, before):
            starts.append((clause.start, clause.own, clause.actor))
            continue
        if not clause.is_sentence and not PREDICATE.search(before):
            continue  # "người đứng đầu cấp ủy; thủ trưởng cơ quan …": units, not clauses
        current = starts[-1][2].unit if starts[-1][2] else unit
        if _is_short(clause, starts[-1][1]):
            continue
        if _is_duty(clause, current, known=first is not None or unit is not None):
            starts.append((clause.start, clause.own, clause.actor))
    stops = [start for start, _, _ in starts[1:]] + [len(text)]
    return [Cut(s, b, e, a) for (s, b, a), e in zip(starts, stops, strict=True)]


def _grants(text: str, begin: int, asks: int) -> bool:
    """Whether a clause of its own stands before the one that asks, and only grants something."""
    mark = _SEMICOLON.search(text, begin, asks + 1)
    if mark is None or not PREDICATE.search(text, begin, mark.start()):
        return False
    return text.startswith("Thống nhất", begin) or not begins_with_verb(text[begin : mark.start()])


def _is_short(clause: _Clause, begin: int) -> bool:
    """Whether a few words and the clause after them are one: "theo dõi; định kỳ báo cáo"."""
    return not clause.is_sentence and clause.actor is None and clause.start - begin < _FEW


def _clauses(text: str, begin: int, ends: list[int], voice: Voice) -> Iterator[_Clause]:
    sentences = set(ends)
    marks = {mark.end() for mark in _SEMICOLON.finditer(text, begin)}
    for start, stop in pairwise(sorted(sentences | marks)):
        meanwhile = _MEANWHILE.match(text, start)
        own = meanwhile.end() if meanwhile else start
        end = ends[bisect_right(ends, start)]
        actor = _own_actor(text, own, stop, voice)
        yield _Clause(start, own, text[own:stop], text[own:end], start in sentences, actor)


def _own_actor(text: str, own: int, stop: int, voice: Voice) -> Actor | None:
    if UNIT.match(text, own) or _NAMES_ACTOR.match(text, own):
        return _actor(text, own, stop, voice)
    return None


def _actor(text: str, start: int, stop: int, voice: Voice, known: bool = False) -> Actor | None:
    actor = actor_of(text[start:stop], 0, stop - start, voice, known)
    if actor is None:
        return None
    return replace(actor, begin=actor.begin + start, predicate=actor.predicate + start)


def _is_duty(clause: _Clause, current: str | None, known: bool) -> bool:
    words = clause.words
    if _ONLY_TIME.match(words) or len(words) < _SHORTEST:
        return False
    if clause.actor is not None and (clause.is_sentence or clause.actor.unit != current):
        return True
    acts = begins_with_verb(words)
    limit = first_limit(words)
    if limit and limit[1].start() == 0:
        then = words[limit[1].end() :].lstrip(" ,")
        if begins_with_verb(then):
            return not (clause.actor is None and _SUBMITS_IT.match(then))
    if rhythm := _RHYTHM.match(words):
        return has_deadline(words) or begins_with_verb(words[rhythm.end() :])
    if known and _OWN_ROLE.match(words) and (clause.is_sentence or words.startswith("Chủ trì")):
        return True
    if clause.is_sentence:
        return acts and (has_deadline(clause.sentence) or _recurs(words, bare=False))
    return acts and clause.is_joined and has_deadline(words)


def _is_timed_apart(clause: _Clause, before: str) -> bool:
    """Whether the clause has a date of its own, or a rhythm where none stands before it.

    "…; tổ chức diễn tập trong tháng 12" is apart, "…, hoàn thành trong tháng 12" ends the whole.
    """
    words = clause.words
    if clause.is_sentence or _ENDS_WHOLE.search(words) or not begins_with_verb(words):
        return False
    if not (begins_with_verb(before) or PREDICATE.search(before)):
        return False
    if len(before) < _FEWEST:
        return False
    if has_deadline(before) or recurrence_in(before):
        return has_deadline(words)
    return has_deadline(words) or _recurs(words)


def _recurs(words: str, *, bare: bool = True) -> bool:
    """Whether the words tell how often, and not only in what manner, unless `bare` may begin."""
    rhythm = recurrence_in(words)
    if rhythm is None:
        return False
    return rhythm.lower() not in _BARE or (bare and words.startswith(rhythm))


def has_deadline(words: str) -> bool:
    """Whether the words hold a time limit of their own."""
    if not _OF_TIME.search(words):
        return False
    return first_limit(words) is not None
