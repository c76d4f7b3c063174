"""Lines of a player's log as they come: read into what is kept, or said to be unreadable."""

import datetime as dt
import math
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from haidang.activities.enums import Language
from haidang.activities.facts import one_line
from haidang.broadcast.enums import Missed, ProgrammeKind

LONGEST_SECONDS = 2 * 24 * 3600  # nothing is aired longer in one go
FIRST, LAST = dt.datetime(1971, 1, 1, tzinfo=dt.UTC), dt.datetime(9000, 1, 1, tzinfo=dt.UTC)
HASH = frozenset("0123456789abcdef")


class Unreadable(ValueError):
    """A line does not say what was aired, and what of it is wrong."""


@dataclass(frozen=True, slots=True)
class LogLine:
    """What one line says, as it is kept."""

    release: str
    part: str
    kind: str
    title: str
    language: str
    sha256: str
    started_at: dt.datetime
    seconds: Decimal
    missed: str
    note: str


def name_of(given: Any) -> UUID | None:
    """The identifier that the player made, or None: such a line cannot be acknowledged."""
    said = given.get("id") if isinstance(given, Mapping) else None
    try:
        return UUID(said) if isinstance(said, str) else None
    except ValueError:
        return None


def read_line(given: Mapping[str, Any]) -> LogLine:
    """Read a line; what is odd in it but says what was aired is kept. Raises Unreadable."""
    seconds, missed, note = _seconds(given), _words(given, "missed"), _words(given, "note")
    if missed and missed not in Missed.values:
        missed, note = Missed.OTHER, note or missed
    if seconds > 0 and missed:
        # What was begun and then broken off was aired in part: it counts, and says why it ended.
        note, missed = note or str(Missed(missed).label), ""
    if seconds == 0 and not missed:
        missed, note = Missed.FAULT, note or "máy ghi 0 giây"
    kind, language = _words(given, "kind"), _words(given, "language")
    sha256 = _words(given, "sha256").lower()
    return LogLine(
        release=_words(given, "release")[:64],
        part=_words(given, "part")[:40],
        kind=kind if kind in ProgrammeKind.values else ProgrammeKind.NOTICE,
        title=_words(given, "title")[:200] or "(không tên)",
        language=language if language in Language.values else Language.VIETNAMESE,
        sha256=sha256 if len(sha256) == 64 and set(sha256) <= HASH else "",
        started_at=_moment(given),
        seconds=seconds,
        missed=missed,
        note=note[:200],
    )


def _words(given: Mapping[str, Any], name: str) -> str:
    said = given.get(name, "")
    # JSON can carry half a letter, which no database can.
    return one_line(str(said).encode("utf-8", "replace").decode()) if said is not None else ""


def _seconds(given: Mapping[str, Any]) -> Decimal:
    said = given.get("seconds", 0)
    if isinstance(said, bool) or not isinstance(said, int | float):
        raise Unreadable("không rõ số giây")
    # In this order: a whole number of JSON may be larger than any that can be looked at closer.
    if not 0 <= said <= LONGEST_SECONDS or not math.isfinite(said):
        raise Unreadable("số giây vô lý")
    return Decimal(repr(said)).quantize(Decimal("0.001"))


def _moment(given: Mapping[str, Any]) -> dt.datetime:
    try:
        moment = dt.datetime.fromisoformat(str(given.get("started_at", "")))
    except ValueError as error:
        raise Unreadable("không rõ lúc phát") from error
    if moment.tzinfo is None:
        raise Unreadable("lúc phát thiếu múi giờ")
    try:
        is_sound = FIRST < moment.astimezone(dt.UTC) < LAST
    except OverflowError:
        is_sound = False
    if not is_sound:
        raise Unreadable("lúc phát vô lý")
    return moment
