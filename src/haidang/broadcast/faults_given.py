"""What a player says of itself, as it comes: kept in short plain values, whatever was sent."""

import datetime as dt
import math
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from haidang.activities.facts import one_line
from haidang.broadcast.log_lines import name_of

MOST_FAULTS = 100  # of one sending; the player sends the others again
MOST_FACTS = 30
LONGEST_CODE, LONGEST_WORDS, LONGEST_FACT = 40, 300, 100
CODE = re.compile(r"[^a-z0-9-]+")


def faults_given(given: Iterable[Any], now: dt.datetime) -> Iterator[dict[str, Any]]:
    """The readable ones of some faults, as rows hold them; a time that is none becomes now."""
    for fault, _ in zip(given, range(MOST_FAULTS), strict=False):
        if name := name_of(fault):
            yield {
                "id": name,
                "code": CODE.sub("-", _words(fault.get("code")).lower())[:LONGEST_CODE] or "fault",
                "words": _words(fault.get("words"))[:LONGEST_WORDS] or "(không nói rõ)",
                "at": _moment(fault.get("at"), now),
            }


def health_given(given: Any) -> dict[str, Any]:
    """The plain values of what a player says of its health, and short lists of words in one."""
    if not isinstance(given, Mapping):
        return {}
    kept: dict[str, Any] = {}
    for name, value in given.items():
        if isinstance(value, list) and all(isinstance(one, str) for one in value):
            value = "; ".join(value)
        if len(kept) < MOST_FACTS and _is_plain(value):
            kept[_words(name)[:LONGEST_CODE]] = (
                _words(value)[:LONGEST_FACT] if isinstance(value, str) else value
            )
    return kept


def _is_plain(value: Any) -> bool:
    if isinstance(value, float):
        return math.isfinite(value)
    if isinstance(value, bool) or value is None:
        return True
    if isinstance(value, int):
        return abs(value) < 2**53  # what the database's JSON holds to the letter
    return isinstance(value, str)


def _words(said: Any) -> str:
    # JSON can carry half a letter, which no database can.
    plain = isinstance(said, str | int | float)
    return one_line(str(said).encode("utf-8", "replace").decode()) if plain else ""


def _moment(said: Any, now: dt.datetime) -> dt.datetime:
    try:
        moment = dt.datetime.fromisoformat(str(said)).astimezone(dt.UTC)
    except (ValueError, OverflowError):
        return now
    return moment if abs(moment - now) < dt.timedelta(days=400) else now
