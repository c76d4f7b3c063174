"""The gate of the player (promise N20): nothing passes that is not sealed for it, for now, anew."""

import datetime as dt
from typing import Any

from haidang.broadcast.playing.memory import Memory
from haidang.broadcast.playing.week import Week, sound_of, week_of
from haidang.broadcast.seal import (
    ORDER,
    PLACE,
    WEEK,
    NotSealed,
    checked,
    digest,
    opened,
    trusted_with,
)

ORDERS = {"emergency", "stop", "halt", "resume"}
MOST_REPEATS = 20
AHEAD = dt.timedelta(weeks=5)  # a server hands out this week and the two next
LONGEST = dt.timedelta(days=31)  # that a week may hold, with the time for a cut line


def take_week(memory: Memory, sealed: str, sha256: str, now: dt.datetime) -> Week:
    """Let a week in and remember its number.

    Refuses with NotSealed: unsigned, untrusted, altered, format, station, expired, replayed, far.
    """
    content = opened(sealed, memory.trusted)
    newest, known = memory.newest(content)
    checked(content, kind=WEEK, station=memory.station, now=now, newest=newest, plays=memory.plays)
    if digest(content) != sha256:
        raise NotSealed("altered", "Gói không phải bản đã hỏi.")
    if content["number"] == newest and known not in {"", sha256}:
        raise NotSealed("replayed", "Hai gói cùng một số.")
    week = week_of(content)
    _refuse_far(week, now)
    memory.note(content, sha256)
    return week


def _refuse_far(week: Week, now: dt.datetime) -> None:
    """Refuse with NotSealed(far) a week of another time: whoever hands out many would fill us."""
    is_its_own = abs(week.valid_from.date() - week.monday) <= dt.timedelta(days=7)
    if (
        not is_its_own
        or week.valid_from > now + AHEAD
        or week.valid_until - week.valid_from > LONGEST
    ):
        raise NotSealed("far", "Gói của tuần quá xa, hoặc ghi hiệu lực quá dài.")


def take_order(memory: Memory, sealed: str, now: dt.datetime) -> dict[str, Any]:
    """Let an order in and remember its number; one that came too late is not asked for again.

    Refuses with NotSealed, as weeks are.
    """
    content = opened(sealed, memory.trusted)
    try:
        checked(content, kind=ORDER, station=memory.station, now=now, newest=memory.newest_order)
        _well_formed(content)
    except NotSealed as refusal:
        is_ours = content.get("format") == ORDER and content.get("station") == memory.station
        number = content.get("number")
        if is_ours and refusal.code in {"expired", "format"} and isinstance(number, int):
            memory.newest_order = max(memory.newest_order, number)
        raise
    memory.newest_order = content["number"]
    return content


def take_place(memory: Memory, sealed: str) -> None:
    """Learn which stations' weeks this one plays; the newest paper holds. Refuses with NotSealed.

    Its number rises with each change of the station. A server of before numbers gives none: that
    is older than any.
    """
    content = opened(sealed, memory.trusted)
    plays = content.get("plays")
    if content.get("format") != PLACE or content.get("station") != memory.station:
        raise NotSealed("station", "Giấy chỉ đài của máy khác.")
    if not isinstance(plays, list) or not all(isinstance(pk, int) for pk in plays):
        raise NotSealed("format", "Giấy chỉ đài không đúng khuôn.")
    number = content.get("number", 0)
    if not isinstance(number, int) or number < memory.place_number:
        raise NotSealed("replayed", "Giấy cũ được gửi lại.")
    memory.plays, memory.place_number = plays, number


def take_keys(memory: Memory, endorsements: list[str], now: dt.datetime) -> bool:
    """Trust new keys that a trusted one signed; say whether anything changed."""
    keys = sorted(trusted_with(memory.trusted, endorsements, now))
    if not keys or keys == sorted(memory.trusted):
        return False
    memory.trusted = keys
    return True


def _well_formed(content: dict[str, Any]) -> None:
    """Refuse with NotSealed(format) what could not be obeyed."""
    try:
        is_known = content["order"] in ORDERS
        if content["order"] == "emergency":
            sound_of(content)
            is_known = 1 <= int(content["repeats"]) <= MOST_REPEATS and bool(content["identifier"])
        if content["order"] == "stop":
            is_known = isinstance(content["sha256"], list) and bool(
                dt.datetime.fromisoformat(content["at"]).tzinfo
            )
    except (KeyError, TypeError, ValueError) as error:
        raise NotSealed("format", f"Lệnh không đúng khuôn: {error!r}"[:200]) from error
    if not is_known:
        raise NotSealed("format", "Lệnh không đúng khuôn.")
