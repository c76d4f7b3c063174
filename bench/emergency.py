"""A hundred stations on one server: an emergency, a released week, and logs that come back.

`python -m bench.emergency [--quick | how many stations]`. The server is the application as it is
served; each station polls once a second on a line of its own, opens every seal and hashes every
sound. Logs are sent over lines that fail: a third of all answers is lost and asked for again.
"""

import asyncio
import contextlib
import datetime as dt
import os
import random
import sys
import time
from collections.abc import Iterator, Sequence
from typing import Any
from uuid import uuid4

from bench.ground import own_installation
from bench.measure import QUICK, against, machine, median, seconds, table
from bench.served import served

STATIONS, ALERTS, WEEKS, LINES = 100, 10, 3, 600
MOST_FOR_AN_ALERT, MOST_FOR_A_WEEK = 3.0, 30.0
ALERT_BYTES, PART_BYTES, PARTS = 320_000, 1_000_000, 3  # 20 s, 1 min each, at 128 kbit/s
PORTION, LOST_ANSWERS = 500, 1 / 3
SEED = 8


def p99(times: Sequence[float]) -> float:
    return sorted(times)[max(0, -(-len(times) * 99 // 100) - 1)]


def main(arguments: list[str]) -> None:
    if "--quick" in arguments:
        os.environ[QUICK] = "1"
    is_quick = bool(os.environ.get(QUICK))
    numbers = [int(one) for one in arguments if one.isdigit()]
    stations = numbers[0] if numbers else 20 if is_quick else STATIONS
    random.seed(SEED)
    print(machine())
    with own_installation(as_of=f"{dt.datetime.now(dt.UTC).date()}"):
        ground = Ground(stations)
        with served() as port:
            asyncio.run(measure(ground, port, 2 if is_quick else ALERTS, 1 if is_quick else WEEKS))


class Ground:
    """Stations of a district with a player each, and a leader who orders them."""

    def __init__(self, count: int) -> None:
        from haidang.broadcast.models import Station
        from haidang.orgs.enums import Role
        from tests.makers.orgs import make_unit, make_user
        from tests.makers.players import a_player_of, trusted_by

        district = make_unit("huyện Thử", kind="huyen")
        self.leader = make_user(Role.LEADER, unit=district, post="Phó Chủ tịch")
        units = [make_unit(f"xã {number}", parent=district) for number in range(count)]
        self.stations = [
            Station.objects.create(unit=unit, kind="commune", name=f"Đài {unit}") for unit in units
        ]
        self.players = [(one.pk, a_player_of(one).token, trusted_by(one)) for one in self.stations]
        self.week = 0

    def send(self) -> tuple[str, float]:
        """An emergency to all stations; its identifier, and when the leader pressed the button."""
        from haidang.broadcast.commands import send_alert
        from tests.makers.players import a_sound, storm

        sound = a_sound(self.leader.unit, self.leader, content=os.urandom(ALERT_BYTES))
        begun = time.perf_counter()
        alert = send_alert(
            stations=self.stations,
            facts=storm(status="Exercise"),
            recording=sound,
            by=self.leader,
        )
        return alert.identifier, begun

    def release(self) -> tuple[int, float]:
        """A week to each station, with its own sound; its number, and when the first began."""
        from tests.makers.players import a_sound, a_week

        self.week += 1
        sounds = [
            [
                a_sound(self.leader.unit, self.leader, content=os.urandom(PART_BYTES))
                for _ in range(PARTS)
            ]
            for _ in self.stations
        ]
        begun = time.perf_counter()
        for station, heard in zip(self.stations, sounds, strict=True):
            a_week(station, sounds=heard, number=self.week)
        return self.week, begun

    def kept(self) -> int:
        """How many lines of logs the database has."""
        from haidang.broadcast.models import Aired

        return Aired.objects.count()

    def receipts(self) -> int:
        """How many receipts of orders it has."""
        from haidang.broadcast.models import OrderReceipt

        return OrderReceipt.objects.count()


async def measure(ground: Ground, port: int, alerts: int, weeks: int) -> None:
    from bench.station import POLL, Station

    stations = [Station(port, token, pk, trusted) for pk, token, trusted in ground.players]
    polling = [asyncio.create_task(one.run()) for one in stations]
    await asyncio.sleep(3 * POLL)
    rows: list[tuple[object, ...]] = []
    orders: list[float] = []
    sounds: list[float] = []
    for _ in range(alerts):
        name, begun = await asyncio.to_thread(ground.send)
        orders += [at - begun for at in await had(stations, polling, f"order {name}")]
        sounds += [at - begun for at in await had(stations, polling, f"sound {name}")]
        await asyncio.sleep(random.random())
    rows.append(row("emergency: order at the player", orders, MOST_FOR_AN_ALERT))
    rows.append(row("emergency: its sound at the player", sounds, MOST_FOR_AN_ALERT))
    whole = []
    for _ in range(weeks):
        number, begun = await asyncio.to_thread(ground.release)
        whole.append(max(await had(stations, polling, f"week {number}")) - begun)
    rows.append(row("week and its sound at every station", whole, MOST_FOR_A_WEEK))
    rows.append(row("poll", [taken for one in stations for taken in one.polls], POLL))
    await asyncio.sleep(2 * POLL)
    for task in polling:
        task.cancel()
    await asyncio.gather(*polling, return_exceptions=True)
    head = ("", "median", "p99", "limit", "p99 of limit")
    table(f"{len(stations)} stations, {alerts} emergencies, {weeks} weeks", head, rows)
    print(f"  receipts kept: {await asyncio.to_thread(ground.receipts)}/{len(orders)}")
    await logs(ground, stations)


async def had(stations: Sequence[Any], polling: Sequence[Any], what: str) -> list[float]:
    """When each station had something; a station that fell over ends it all."""
    deadline = time.perf_counter() + 120
    while not all(what in one.had for one in stations):
        for task in polling:
            if task.done():
                task.result()
        if time.perf_counter() > deadline:
            raise TimeoutError(f"not all stations had {what}")
        await asyncio.sleep(0.02)
    return [one.had[what] for one in stations]


def row(name: str, times: Sequence[float], limit: float) -> tuple[object, ...]:
    last = p99(times)
    return name, seconds(median(times)), seconds(last), seconds(limit), against(last, limit)


async def logs(ground: Ground, stations: Sequence[Any]) -> None:
    """Every station comes back from days without a line, all at once, over bad ones."""
    sent = [list(lines(one.pk)) for one in stations]
    begun = time.perf_counter()
    each = await asyncio.gather(*map(send_all, stations, sent))
    taken = time.perf_counter() - begun
    kept, made = await asyncio.to_thread(ground.kept), sum(map(len, sent))
    head = ("", "lines", "kept", "lost", "doubled", "sendings", "time")
    rows = [
        ("logs", made, kept, max(made - kept, 0), max(kept - made, 0), sum(each), seconds(taken))
    ]
    table(
        f"{len(stations)} stations return {LINES} lines each, a third of answers lost", head, rows
    )
    if kept != made:
        raise SystemExit(1)


async def send_all(station: Any, waiting: list[dict[str, Any]]) -> int:
    """Send until all is acknowledged; how many sendings that took."""
    sendings = 0
    while waiting:
        taken = await station.report(waiting[:PORTION])
        sendings += 1
        if random.random() > LOST_ANSWERS:
            waiting = [line for line in waiting if line["id"] not in taken]
    return sendings


def lines(station: int) -> Iterator[dict[str, Any]]:
    """Three days of a log."""
    at = dt.datetime.now(dt.UTC) - dt.timedelta(days=3)
    for number in range(LINES):
        yield {
            "id": str(uuid4()),
            "release": "",
            "part": f"p{number}",
            "kind": "bulletin",
            "title": f"Bản tin {number} của đài {station}",
            "language": "vi",
            "sha256": "",
            "started_at": (at + dt.timedelta(minutes=7 * number)).isoformat(),
            "seconds": 180.5,
            "missed": "",
            "note": "",
        }


if __name__ == "__main__":
    with contextlib.suppress(KeyboardInterrupt):
        main(sys.argv[1:])
