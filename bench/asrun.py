"""A month of a hundred stations: planned against aired, both ways, and drawn up as its log.

`python -m bench.asrun [--quick]`. Three slots a day of four programmes each; of the lines one in
fifty is late, one in fifty cut, one in fifty missing, one in a hundred nobody planned, and every
part is told of twice. On SQLite, then on PostgreSQL where it is there.
"""

import datetime as dt
import os
import random
import sys
import time
from collections.abc import Sequence
from uuid import UUID

from bench.ground import on_both, own_installation
from bench.measure import QUICK, against, machine, seconds, table

STATIONS, SLOTS, PARTS, SHORT = 100, 3, 4, 450
FIRST, LAST = dt.date(2026, 10, 1), dt.date(2026, 10, 31)
LIMIT, SEED, PORTION = 5.0, 8, 5000
VIETNAM = dt.timezone(dt.timedelta(hours=7))


def main(arguments: Sequence[str]) -> None:
    if "--quick" in arguments:
        os.environ[QUICK] = "1"
    print(machine())
    on_both("asrun", _measure)


def _measure(address: str | None) -> None:
    count = 10 if os.environ.get(QUICK) else STATIONS
    with own_installation(as_of="2026-11-02", database=address):
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        from haidang.broadcast.enums import Airing
        from haidang.broadcast.month_log import month_log
        from haidang.broadcast.queries.as_run import as_run

        stations, lines = _stations(count, random.Random(SEED))
        with CaptureQueriesContext(connection) as asked:
            begun, worked = time.perf_counter(), time.process_time()
            found = as_run(stations, FIRST, LAST)
            logs = [month_log(one.name, FIRST, found[one.pk]) for one in stations]
            taken, worked = time.perf_counter() - begun, time.process_time() - worked
        states = [state for log in logs for state in log["states"]]
        assert Airing.WAITING not in states
        planned = sum(log["planned"] for log in logs)
        assert planned == sum(sum(log["states"].values()) for log in logs)
        name = f"A month, {count} stations, {connection.vendor}"
        head = ["parts", "lines", "taken", "processor", "limit", "of it", "queries"]
        row = [planned, lines, *map(seconds, (taken, worked, LIMIT)), against(taken, LIMIT)]
        table(name, head, [[*row, len(asked)]])


def _stations(count: int, chance: random.Random):  # type: ignore[no-untyped-def]
    from haidang.broadcast.models import Aired, Player, Release, Slot, Station
    from tests.makers.orgs import LONG_AGO, make_unit

    at = dt.datetime(2026, 9, 1, tzinfo=VIETNAM)
    stations, lines, rows = [], 0, []
    for number in range(count):
        unit = make_unit(f"xã {number}")
        station = Station.objects.create(unit=unit, kind="commune", name=f"Đài {number}")
        player = Player.objects.create(
            station=station, name="Máy", token_hash=f"{number:064}", added_at=at
        )
        slots = [
            Slot.objects.create(
                station=station,
                name=f"{hour}",
                starts_at=dt.time(hour),
                minutes=30,
                valid_from=LONG_AGO,
            )
            for hour in (5, 11, 17)[:SLOTS]
        ]
        for week in range(5):
            monday = dt.date(2026, 9, 28) + dt.timedelta(weeks=week)
            parts = _parts(slots, monday)
            release = Release.objects.create(
                station=station,
                monday=monday,
                number=1,
                content={"parts": parts},
                sha256=f"{number * 10 + week:064}",
                at=at,
            )
            rows += [Aired(**one) for one in _lines(station, player, release, parts, chance)]
        stations.append(station)
    Aired.objects.bulk_create(rows, batch_size=PORTION)
    lines = len(rows)
    return stations, lines


def _parts(slots, monday):  # type: ignore[no-untyped-def]
    return [
        {
            "id": f"p{day * 100 + place * 10 + number}{monday:%m%d}",
            "slot": slot.pk,
            "on": (on := monday + dt.timedelta(days=day)).isoformat(),
            "starts_at": (
                dt.datetime.combine(on, slot.starts_at, VIETNAM)
                + dt.timedelta(seconds=number * SHORT)
            ).isoformat(),
            "seconds": SHORT,
            "kind": "bulletin",
            "title": f"Bản tin {number}",
            "language": "km" if number == 3 else "vi",
            "bulletin": None,
            "relay": "",
            "sha256": f"{day * 100 + place * 10 + number:064}",
            "size": 1,
            "sound_seconds": float(SHORT),
        }
        for day in range(7)
        for place, slot in enumerate(slots)
        for number in range(PARTS)
    ]


def _lines(station, player, release, parts, chance):  # type: ignore[no-untyped-def]
    for part in parts:
        fate = chance.random()
        if fate < 0.02:
            continue
        at = dt.datetime.fromisoformat(part["starts_at"])
        begins = at + dt.timedelta(seconds=60 if fate < 0.04 else 0)
        length = SHORT / 2 if fate < 0.06 else SHORT
        named = {"release": release, "part": part["id"]} if fate > 0.07 else {}
        facts = {
            "station": station,
            "player": player,
            "how": "player",
            "kind": "bulletin",
            "title": part["title"],
            "language": part["language"],
            "sha256": part["sha256"],
            "started_at": begins,
            "seconds": length,
            "received_at": begins + dt.timedelta(seconds=SHORT + 5),
        }
        for _ in range(2):
            yield facts | named | {"id": UUID(int=chance.getrandbits(128))}


if __name__ == "__main__":
    main(sys.argv[1:])
