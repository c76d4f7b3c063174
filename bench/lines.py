"""A thousand loggings over lines that fail: what was lost, what was doubled, and what was said.

`python -m bench.lines [--quick | how many]`. Phones are real browsers, the server is the
application as it is served, the line between them is cut at chosen places; see lines_phone and
lines_server. Ctrl-C or SIGTERM ends it early, and prints what was done.
"""

import asyncio
import contextlib
import os
import random
import signal
import sys
import time
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from playwright.async_api import Error

from bench.lines_server import Server, office
from bench.measure import QUICK, machine, median, p95, seconds, table

PEOPLE = ("longson", "vinhkim", "hiephoa", "truongtho")
SEED = 28
# How many of a hundred sessions meet which trouble.
SHARES = {
    "none": 10,
    "no line": 12,
    "cut before": 12,
    "cut after commit": 14,
    "cut in a photo": 10,
    "cut after a photo": 8,
    "sent twice": 10,
    "page killed": 9,
    "browser killed": 3,
    "signed out": 6,
    "storage full": 4,
    "server killed": 2,
}
CUTS = {
    "cut before": "before",
    "cut after commit": "after",
    "cut in a photo": "photo",
    "cut after a photo": "after-photo",
}


async def session(phone: Any, title: str, trouble: str, photos: list[Path], dice: Any) -> list[str]:
    """One logging with one trouble, then all is well again; gives what was wrong about it."""
    from bench import lines_phone as acts

    if trouble == "storage full":
        said = await acts.storage_full(phone, title, photos)
    else:
        await phone.write(title, photos)
        if trouble in CUTS:
            said = await acts.cut(phone, title, CUTS[trouble])
        elif trouble == "no line":
            said = await acts.without_a_line(phone, title)
        elif trouble == "sent twice":
            said = await acts.sent_twice(phone, title)
        elif trouble == "signed out":
            said = await acts.signed_out(phone, title)
        elif "killed" in trouble:
            said = await getattr(acts, trouble.replace(" ", "_"))(phone, title, dice)
        else:
            said = await acts.no_trouble(phone, title)
    wrong = await asyncio.to_thread(untrue, title, said)
    await phone.heal()
    await phone.keep_draft_entries_moving(title)
    left = await phone.send_all()
    entry = await phone.entry(title)
    kept = trouble != "storage full"
    told = 0 if kept else said.panel.count("IMG_")  # photos that it said it could not send
    return wrong + await asyncio.to_thread(
        amiss, title, entry if kept else None, len(photos) - told, left
    )


def untrue(title: str, said: Any) -> list[str]:
    """What the screen said that was not so: a receipt is there, and what waits is kept."""
    from haidang.activities.models import Activity

    if said.receipt:
        codes = [activity.receipt for activity in Activity.objects.filter(title=title)]
        return [] if codes == [said.receipt] else [f"said {said.receipt}, there is {codes}"]
    if "chưa gửi" in said.panel and said.entry.get("state") not in {"waiting", "sent"}:
        return [f"said that it waits, but keeps {said.entry.get('state')}"]
    return []


def amiss(title: str, entry: dict[str, Any] | None, photos: int, left: int) -> list[str]:
    """What was lost or doubled, once all was well again."""
    from haidang.activities.models import Activity

    rows = list(Activity.objects.filter(title=title))
    if len(rows) != 1:
        return [f"{'doubled' if rows else 'lost'}, {left} wait, keeps {entry}"]
    wrong = [f"{left} still wait"] if left else []
    if (count := rows[0].evidence.count()) != photos:
        wrong.append(f"photos: {count} of {photos}")
    says = None if entry is None else (entry.get("state"), entry.get("code"))
    if says not in {None, ("sent", rows[0].receipt)}:
        wrong.append(f"in the end it says {says}")
    return wrong


def pictures(folder: Path) -> list[Path]:
    """A few small photos, each another one."""
    from PIL import Image

    made = []
    for number in range(12):
        path = folder / f"IMG_{number}.jpg"
        Image.new("RGB", (800, 600), (20 * number, 110, 170)).save(path, "JPEG")
        made.append(path)
    return made


async def work(phone: Any, numbers: list[int], photos: list[Path], found: dict[str, Any]) -> None:
    """One phone does its share of the sessions, one after the other."""
    for number in numbers:
        dice = random.Random(SEED * 100_000 + number)
        trouble = dice.choices(list(SHARES), list(SHARES.values()))[0]
        needs = "photo" in trouble
        chosen = dice.sample(photos, dice.choice([1, 2]) if needs or dice.random() < 0.4 else 0)
        begun = time.perf_counter()
        try:
            wrong = await session(phone, f"Phiên {number}", trouble, chosen, dice)
        except (Error, OSError, TimeoutError) as error:  # that a session breaks off is a finding
            wrong = [f"broke off: {str(error).splitlines()[0]}"]
        found["times"].append(time.perf_counter() - begun)
        found["count"][trouble] += 1
        for words in wrong:
            found["wrong"][trouble].append(f"session {number}: {words}")
            print(f"  {trouble}, session {number}: {words}", flush=True)


async def run(
    server: Server, passwords: dict[str, str], photos: list[Path], count: int, found: dict[str, Any]
) -> None:
    """All sessions, shared between the phones."""
    from playwright.async_api import async_playwright

    from bench.lines_phone import Phone

    async with async_playwright() as play:
        phones = [Phone(play, server, name, passwords[name]) for name in PEOPLE]
        try:
            for phone in phones:
                await phone.switch_on()
                await phone.sign_in()
            shares = [list(range(at, count, len(phones))) for at in range(len(phones))]
            await asyncio.gather(
                *(work(p, n, photos, found) for p, n in zip(phones, shares, strict=True))
            )
        finally:
            for phone in phones:
                await phone.switch_off()


def main(arguments: list[str]) -> int:
    """Run the sessions and print the table; 1 where one was lost, doubled or told untruly."""
    is_quick = "--quick" in arguments or os.environ.get(QUICK)
    count = next((int(word) for word in arguments if word.isdecimal()), 40 if is_quick else 1000)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    print(machine())
    with office() as (folder, passwords):
        server = Server()
        server.start()
        begun = time.perf_counter()
        found: dict[str, Any] = {"times": [], "count": Counter(), "wrong": defaultdict(list)}
        try:
            with contextlib.suppress(KeyboardInterrupt):
                asyncio.run(run(server, passwords, pictures(folder), count, found))
        finally:
            server.kill()
    rows = [(name, found["count"][name], len(found["wrong"][name])) for name in SHARES]
    total = sum(found["count"].values())
    faults = sum(map(len, found["wrong"].values()))
    table(
        "lines", ("trouble", "sessions", "lost, doubled, untrue"), [*rows, ("all", total, faults)]
    )
    print(f"  one session: {seconds(median(found['times']))}, p95 {seconds(p95(found['times']))}")
    print(f"  {seconds(time.perf_counter() - begun)} for {total} sessions on {len(PEOPLE)} phones")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
