"""Where one paragraph holds several duties: the cuts between them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from haidang.text.understanding.actors import Actor, Voice, actor_of
from haidang.text.understanding.deadlines import RULES
from haidang.text.understanding.sentences import sentence_starts
from haidang.text.understanding.units import UNIT
from haidang.text.understanding.verbs import PREDICATE, begins_with_verb

_MEANWHILE = re.compile(r"(?:Đồng thời|Ngoài ra|Bên cạnh đó)\s*,?\s*", re.IGNORECASE)
_RECURS = re.compile(r"(?:định kỳ|(?:hằng|hàng) (?:năm|tháng|quý|tuần))\b", re.IGNORECASE)
_AFTER_RHYTHM = re.compile(r"^\w+ \w+\s*,?\s*")
_ONLY_TIME = re.compile(
    r"(?:Thời (?:gian|hạn)|Hoàn thành|Xong|Hạn|Báo cáo\s+(?:của|gửi)|Kết quả|Văn bản)\b",
    re.IGNORECASE,
)
_OWN_ROLE = re.compile(r"(?:Chủ trì|Phối hợp|Chủ động\s+(?:chủ trì|phối hợp))\b(?!\s+chặt)")
_SEMICOLON = re.compile(r";\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Cut:
    """A duty's stretch of a paragraph; its own words begin at `begin`."""

    start: int
    begin: int
    end: int
    actor: Actor | None


def cuts_of(text: str, begin: int, unit: str | None, voice: Voice) -> list[Cut]:
    """Cut a paragraph into duties; one where no later clause has a unit, date or rhythm of its own."""
    first = actor_of(text, begin, _end_of_sentence(text, begin), voice, known=unit is not None)
    known = first is not None or unit is not None
    starts: list[tuple[int, int, Actor | None]] = [(begin, begin, first)]
    for start, stop, is_sentence in _pieces(text, begin):
        if not is_sentence and not PREDICATE.search(text, starts[-1][1], start):
            continue  # "người đứng đầu cấp ủy; thủ trưởng cơ quan …": units, not clauses
        meanwhile = _MEANWHILE.match(text, start)
        own = meanwhile.end() if meanwhile else start
        actor = _own_actor(text, own, stop, voice)
        current = starts[-1][2].unit if starts[-1][2] else unit
        if _is_duty(
            text[own:stop],
            text[own : _end_of_sentence(text, own)],
            is_sentence,
            known,
            actor,
            current,
            meanwhile is not None,
        ):
            starts.append((start, own, actor))
    ends = [start for start, _, _ in starts[1:]] + [len(text)]
    return [Cut(s, b, e, a) for (s, b, a), e in zip(starts, ends, strict=True)]


def _end_of_sentence(text: str, begin: int) -> int:
    later = [start for start in sentence_starts(text) if start > begin]
    return later[0] if later else len(text)


def _pieces(text: str, begin: int) -> Iterator[tuple[int, int, bool]]:
    """The later sentences and clauses after semicolons: start, end, whether a sentence."""
    sentences = {start for start in sentence_starts(text) if start > begin}
    clauses = {mark.end() for mark in _SEMICOLON.finditer(text, begin)}
    starts = sorted(sentences | clauses)
    for start, stop in pairwise([*starts, len(text)]):
        yield start, stop, start in sentences


def _own_actor(text: str, own: int, stop: int, voice: Voice) -> Actor | None:
    starts_so = UNIT.match(text, own) or re.compile(
        r"(?:giao|đề nghị|trường hợp|đối với|trong quá trình|trên cơ sở|căn cứ|sau khi)\b",
        re.IGNORECASE,
    ).match(text, own)
    return actor_of(text, own, stop, voice) if starts_so else None


def _is_duty(
    words: str,
    sentence: str,
    is_sentence: bool,
    known: bool,
    actor: Actor | None,
    current: str | None,
    joined: bool,
) -> bool:
    if _ONLY_TIME.match(words) or len(words) < 12:
        return False
    if actor is not None and (is_sentence or actor.unit != current):
        return True
    if _RECURS.match(words) and (
        has_deadline(words) or begins_with_verb(_AFTER_RHYTHM.sub("", words))
    ):
        return True
    if known and _OWN_ROLE.match(words) and (is_sentence or words.startswith("Chủ trì")):
        return True
    if is_sentence:
        return has_deadline(sentence) and begins_with_verb(words)
    return joined and has_deadline(words) and begins_with_verb(words)


def has_deadline(words: str) -> bool:
    """Whether the words hold a time limit of their own."""
    return any(rule.pattern.search(words) for rule in RULES if not rule.column_only)
