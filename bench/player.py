"""The player: a week in simulated time, minutes at real speed on the air, faults, and its size.

`python -m bench.player [MINUTES]` (60; 2 with --quick): real Liquidsoap and Icecast on loopback, a
server that speaks the agreed words, and a listener that tells tones apart in the recorded stream.
"""

import datetime as dt
import os
import statistics
import sys
import tempfile
import threading
import time
from pathlib import Path

from bench import player_faults
from bench.measure import QUICK, against, p95, table
from haidang.broadcast.playing.memory import Memory
from haidang.broadcast.playing.player import Player, Setting
from haidang.broadcast.playing.timeline import PIECE, QUIET, Plan, scene
from haidang.broadcast.playing.week import week_of
from tests.broadcast.playing import tower

PITCHES = [500, 700, 900, 1100]
MOST_LATE, MOST_SILENT, MOST_MEMORY, MOST_WORK = 1.0, 5.0, 150_000, 0.05
EVERY = 15  # seconds between two parts


def main(arguments):
    minutes = float(arguments[0]) if arguments else 2.0 if os.environ.get(QUICK) else 60.0
    table("A week in simulated time", ["what", "measured", "limit"], _simulated())
    with tempfile.TemporaryDirectory() as folder:
        rows = _at_real_speed(Path(folder), minutes)
    table(f"{minutes:g} minutes on the air", ["what", "measured", "limit", "of it"], rows)
    outcomes = player_faults.injected()
    table("Faults injected", ["fault", "times", "found", "aired wrongly"], outcomes)


def _simulated():
    """A part each five minutes in three slots a day; every change is looked at, once."""
    monday = dt.date(2026, 11, 23)
    begin = dt.datetime.combine(monday, dt.time(), tower.HANOI)
    slots = [
        {"id": n, "name": "", "weekdays": "1234567", "starts_at": f"{h:02}:00", "minutes": 60}
        for n, h in enumerate((5, 11, 17))
    ]
    parts = []
    for day in range(7):
        for hour in (5, 11, 17):
            for at in range(12):
                moment = begin + dt.timedelta(days=day, hours=hour, minutes=5 * at)
                sound = {"sha256": f"{len(parts):064x}", "size": 1, "seconds": 290.0}
                parts.append(tower.part(len(parts), moment, sound, seconds=300))
    week = week_of(tower.week(1, parts, slots=slots, monday=monday, now=begin))
    now, plan, begun = begin, Plan([week]), time.process_time()
    exact = silent = looks = 0
    while now < begin + dt.timedelta(days=7):
        seen = scene(plan, now)
        exact += seen.kind == PIECE and seen.offset == 0
        silent += seen.kind == QUIET and now.hour in {5, 11, 17}
        now, looks = seen.until, looks + 1
    took = time.process_time() - begun
    return [
        ["parts begun at their second", f"{exact} of {len(parts)}", "all"],
        ["silent moments within hours", silent, 0],
        ["one look at the plan", f"{took / looks * 1000:.2f} ms", ""],
    ]


def _at_real_speed(folder, minutes):
    server, icecast = tower.Server(), tower.Icecast()
    sounds = [server.sound(tower.tone(p, EVERY - 3), EVERY - 3.0) for p in PITCHES]
    filling = server.sound(tower.tone(300, 60), 60.0)
    first = dt.datetime.now(tower.HANOI) + dt.timedelta(seconds=10)
    starts = [first + dt.timedelta(seconds=EVERY * n) for n in range(int(minutes * 60 / EVERY))]
    parts = [tower.part(n, at, sounds[n % len(sounds)]) for n, at in enumerate(starts)]
    server.release(tower.week(1, parts, filling=[filling]))
    (folder / "p").mkdir()
    setting = Setting(folder / "p", server.address, "ma", icecast.output())
    memory = Memory(folder / "p", station=1, trusted=server.trusted)
    size, player, listener = _play(setting, memory, icecast.port, starts[-1])
    late = _lateness(listener, starts)
    said = [line for line in player.air.journal.lines.values() if line["part"]]
    icecast.close()
    server.close()
    heard = [abs(seconds) for seconds in late]
    worst = sorted(heard)[max(0, round(len(heard) * 0.99) - 1)] if heard else float("nan")
    return [
        ["parts heard at their place", f"{len(late)} of {len(starts)}", "all", ""],
        ["parts in the log", f"{len({line['part'] for line in said})}", "all", ""],
        ["start at the listener, p50", f"{statistics.median(heard):.2f} s", "", ""],
        ["p95", f"{p95(heard):.2f} s", "", ""],
        ["p99", f"{worst:.2f} s", "1 s", against(worst, MOST_LATE)],
        ["longest silence", f"{listener.silence():.1f} s", "5 s",
         against(listener.silence(), MOST_SILENT)],
        *size,
    ]  # fmt: skip


def _play(setting, memory, port, end):
    """Play in a process of its own, so that its memory and work are those of a player."""
    ready, done = os.pipe(), os.pipe()
    pid = os.fork()
    if pid == 0:
        player = Player(setting, memory)
        thread = threading.Thread(target=lambda: (os.read(done[0], 1), player.stop()), daemon=True)
        thread.start()
        os.write(ready[1], b".")
        player.run()
        os._exit(0)
    os.read(ready[0], 1)
    listener = tower.Listener(port)
    time.sleep(5)
    pids = [pid, *_children(pid)]
    before, begun = sum(map(_ticks, pids)), time.monotonic()
    left = (end - dt.datetime.now(tower.HANOI)).total_seconds() + EVERY
    time.sleep(max(1, left))
    share = (sum(map(_ticks, pids)) - before) / os.sysconf("SC_CLK_TCK")
    share /= time.monotonic() - begun
    rows = _sizes(pids, share)
    os.write(done[1], b".")
    os.waitpid(pid, 0)
    listener.close()
    return rows, _log(setting.folder), listener


def _log(folder):
    from types import SimpleNamespace

    from haidang.broadcast.playing.journal import Journal

    return SimpleNamespace(air=SimpleNamespace(journal=Journal(folder / "journal.jsonl")))


def _sizes(pids, share):
    resident = [_kilobytes(pid, "status", "VmRSS:") for pid in pids]
    own = [_kilobytes(pid, "smaps_rollup", "Pss:") for pid in pids]
    parts = " + ".join(f"{size / 1000:.0f}" for size in resident)
    return [
        [f"memory, RSS (player + Liquidsoap: {parts})", f"{sum(resident) / 1000:.0f} MB", "150 MB",
         against(sum(resident), MOST_MEMORY)],
        ["memory, PSS", f"{sum(own) / 1000:.0f} MB", "", ""],
        ["work, of one core", f"{share:.1%}", "5 %", against(share, MOST_WORK)],
    ]  # fmt: skip


def _lateness(listener, starts):
    """How late each part was at the listener, by when its pitch begins."""
    heard = listener.pitches([300, *PITCHES])
    begun = [
        (at, found)
        for (at, found), (_, before) in zip(heard[1:], heard, strict=False)
        if found != before and found in PITCHES
    ]
    late = []
    for n, start in enumerate(starts):
        pitch = PITCHES[n % len(PITCHES)]
        near = [at - start.timestamp() for at, found in begun if found == pitch]
        near = [seconds for seconds in near if abs(seconds) < EVERY / 2]
        if near:
            late.append(min(near, key=abs))
    return late


def _children(pid):
    path = Path(f"/proc/{pid}/task")
    return [int(n) for task in path.iterdir() for n in (task / "children").read_text().split()]


def _kilobytes(pid, file, field):
    lines = Path(f"/proc/{pid}/{file}").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(field))


def _ticks(pid):
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


if __name__ == "__main__":
    main(sys.argv[1:])
