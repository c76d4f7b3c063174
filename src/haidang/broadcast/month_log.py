"""The log of a station's month as it is printed and signed: plain values with their sums.

Values in, values out. What is said of the log at one moment is the same content, to the letter, so
that its hash shows whether anything was said of the month since.
"""

import datetime as dt
import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from haidang.activities.enums import Language
from haidang.broadcast.aired_sittings import AiredSitting, moment_of
from haidang.broadcast.enums import Airing, Missed
from haidang.broadcast.matching import Line, Outcome, heard

FORMAT = "haidang-month-log/1"


def last_day(first: dt.date) -> dt.date:
    """The last day of a month."""
    return (first.replace(day=28) + dt.timedelta(days=4)).replace(day=1) - dt.timedelta(days=1)


def month_log(station: str, first: dt.date, sittings: Iterable[AiredSitting]) -> dict[str, Any]:
    """What a month's log says: a row for each planned part and each unplanned line, and sums."""
    sittings = list(sittings)
    outcomes = [one for sitting in sittings for one in sitting.outcomes]
    rows = [row for sitting in sittings for row in _rows(sitting)]
    missed = Counter(one.missed for one in outcomes if one.state == Airing.MISSED)
    seconds: Counter[str] = Counter()
    for one in outcomes:
        seconds[one.planned.language] += round(one.seconds)
    for sitting in sittings:
        for line in sitting.extra:
            seconds[line.language] += round(line.seconds)
    return {
        "format": FORMAT,
        "station": station,
        "first": first.isoformat(),
        "rows": rows,
        "sittings": sum(sitting.is_aired for sitting in sittings),
        "planned": len(outcomes),
        "states": dict(sorted(Counter(str(one.state) for one in outcomes).items())),
        "unplanned": sum(row["state"] == Airing.UNPLANNED for row in rows),
        "missed": dict(sorted(missed.items())),
        "seconds": dict(sorted((code, number) for code, number in seconds.items() if number)),
    }


def hash_of(content: Mapping[str, Any]) -> str:
    """The hash of a log, whatever order its names come back in from the database."""
    plain = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(plain.encode()).hexdigest()


def state_words(row: Mapping[str, Any]) -> str:
    """What became of a row, in words: "Phát thiếu (muộn 12 giây; máy phát ghi)"."""
    word = str(Airing(row["state"]).label)
    told = [str(Missed(row["missed"]).label)] if row["missed"] else []
    if row["late"] > 5:
        told.append(f"muộn {row['late']} giây")
    told += [row["note"]] if row["note"] and row["note"] not in told else []
    told += [row["by"]] if row["by"] else []
    why = f" ({'; '.join(told)})" if told else ""
    return f"{word[:1].upper()}{word[1:]}{why}"


def language_words(seconds: Mapping[str, int]) -> list[tuple[str, int]]:
    """Languages with the whole minutes that were heard in them."""
    return [(str(Language(code).label), round(of / 60)) for code, of in seconds.items()]


def _rows(sitting: AiredSitting) -> list[dict[str, Any]]:
    name = sitting.slot.name if sitting.slot else "Ngoài khung giờ"
    rows = [_part(name, one) for one in sitting.outcomes]
    rows += [_unplanned(name, one) for one in sitting.extra if heard([one])]
    return sorted(rows, key=lambda row: (row["at"], row["title"]))


def _part(name: str, one: Outcome) -> dict[str, Any]:
    who = "" if not one.word else ("người trực ghi" if one.word[0].player is None else "máy ghi")
    return _row(name, one.planned.starts_at, one.planned.title, one.planned.language) | {
        "planned": one.planned.seconds,
        "seconds": round(one.seconds),
        "state": str(one.state),
        "late": one.late,
        "missed": one.missed,
        "note": one.note,
        "by": who,
    }


def _unplanned(name: str, line: Line) -> dict[str, Any]:
    return _row(name, moment_of(line), line.title, line.language) | {
        "planned": 0,
        "seconds": round(line.seconds),
        "state": str(Airing.UNPLANNED),
        "late": 0,
        "missed": "",
        "note": line.note,
        "by": "máy ghi" if line.player is not None else "người trực ghi",
    }


def _row(name: str, at: dt.datetime, title: str, language: str) -> dict[str, Any]:
    from_here = at.astimezone(dt.timezone(dt.timedelta(hours=7)))
    return {"slot": name, "at": from_here.isoformat(), "title": title, "language": language}
