"""`haidang prove`: runs the tests that carry a promise's mark and reports what they showed."""

import json
import os
import platform
import subprocess
import sys
from collections.abc import Sequence
from datetime import datetime
from itertools import groupby
from pathlib import Path
from sqlite3 import sqlite_version
from tempfile import TemporaryDirectory
from typing import TypedDict

from haidang.console import offline
from haidang.console.installation import ROOT
from haidang.console.promises import PROMISES, STILL_OPEN
from haidang.console.say import Trouble, mark


class Entry(TypedDict):
    """What one test of a promise tried, how often, the figure it gave, and how it ended."""

    test: str
    promises: list[str]
    tried: str
    times: int
    figure: str
    holds: bool
    skipped: bool


def run(arguments: list[str]) -> int:
    """Prove the promises named, or all of them; what follows `--` is for pytest.

    Exit 1 if one that was tried does not hold.
    """
    numbers, options = _divided(arguments)
    wanted = [number.upper() for number in numbers] or list(PROMISES)
    if strange := [number for number in wanted if number not in PROMISES]:
        raise Trouble(f"Không có lời hứa {', '.join(strange)}: từ N1 đến N30.")
    with TemporaryDirectory() as folder:
        entries, said = gather(wanted, Path(folder) / "proofs.json", *options)
    print(f"\n{mark('Hải Đăng: các lời hứa và bằng chứng', 1)}\n{_circumstances()}")
    print(report(wanted, entries))
    broken = [entry for entry in entries if not entry["holds"] and not entry["skipped"]]
    if broken:
        print(said)
    return 1 if broken else 0


def _circumstances() -> str:
    """Whoever repeats the proofs must know what they were run on."""
    asked = ["git", "rev-parse", "--short", "HEAD"]
    source = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=False)
    version = f"bản {source.stdout.strip()}, " if source.returncode == 0 else ""
    day = datetime.now().astimezone().strftime("%d/%m/%Y %H:%M")
    return f"{day}, {version}Python {platform.python_version()}, SQLite {sqlite_version}"


def _divided(arguments: list[str]) -> tuple[list[str], list[str]]:
    at = arguments.index("--") if "--" in arguments else len(arguments)
    return arguments[:at], arguments[at + 1 :]


def gather(wanted: Sequence[str], notes: Path, *where: str) -> tuple[list[Entry], str]:
    """Run the tests of these promises and return what they noted, and what pytest said."""
    options = [f"--promises={','.join(wanted)}", f"--proof-file={notes}"]
    calm = ["-q", "-n", "2", "--hypothesis-profile=prove"]
    clean = {name: value for name, value in os.environ.items() if not name.startswith("HAIDANG_")}
    command = [sys.executable, "-m", "pytest", *calm, *options, *where]
    alone = offline.around(command)
    ran = subprocess.run(alone, cwd=ROOT, env=clean, capture_output=True, text=True, check=False)
    noted = json.loads(notes.read_text("utf-8")) if notes.exists() else None
    if noted is None or noted["unread"]:  # an unread proof must not pass for an absent one
        raise Trouble(f"Không chạy được các phép thử:\n{ran.stdout}{ran.stderr}")
    entries: list[Entry] = noted["entries"]
    return entries, ran.stdout


def report(wanted: Sequence[str], entries: Sequence[Entry]) -> str:
    """Write the report an auditor reads: each promise, what was tried, the figure, the verdict."""
    blocks, counts = [], dict.fromkeys(SIGNS, 0)
    for number in wanted:
        own = [entry for entry in entries if number in entry["promises"]]
        verdict = _judge(own)
        if verdict == "giữ" and number in STILL_OPEN:
            verdict = "giữ một phần"
        counts[verdict] += 1
        blocks.append(_block(number, verdict, own))
    total = " · ".join(f"{verdict} {count}" for verdict, count in counts.items() if count)
    return "\n".join(["", *blocks, "", f"{len(wanted)} lời hứa: {total}"])


def _judge(entries: Sequence[Entry]) -> str:
    if not entries:
        return "chưa có"
    if any(not entry["holds"] and not entry["skipped"] for entry in entries):
        return "KHÔNG GIỮ"
    return "chưa thử được" if any(entry["skipped"] for entry in entries) else "giữ"


SIGNS = {
    "giữ": ("✓", 32),
    "giữ một phần": ("◐", 36),
    "KHÔNG GIỮ": ("✗", 31),
    "chưa thử được": ("!", 33),
    "chưa có": ("·", 2),
}
ENGLISH = {
    "giữ": "holds",
    "giữ một phần": "holds in part",
    "KHÔNG GIỮ": "broken",
    "chưa thử được": "could not be tried here",
    "chưa có": "not yet",
}


def _block(number: str, verdict: str, entries: Sequence[Entry]) -> str:
    sign, colour = SIGNS[verdict]
    head = f"{mark(sign, colour)} {number:<4}{PROMISES[number]}"
    lines = [f"{head}  {mark(f'{verdict} / {ENGLISH[verdict]}', colour)}"]
    for tried, same in groupby(sorted(entries, key=_tried), key=_tried):
        lines += _line(tried, list(same))
    if verdict == "giữ một phần":
        lines.append(f"      {mark('…', 36)} chưa thử: {STILL_OPEN[number]}")
    return "\n".join(lines)


def _tried(entry: Entry) -> str:
    return entry["tried"]


def _line(tried: str, same: list[Entry]) -> list[str]:
    verdict = _judge(same)
    times = f"{sum(entry['times'] for entry in same):,} lần".replace(",", ".")
    figures = "; ".join(dict.fromkeys(entry["figure"] for entry in same if entry["figure"]))
    shown = f"{mark(*SIGNS[verdict])} {tried} ({times})" + (f" → {figures}" if figures else "")
    tests = [entry["test"] for entry in same if verdict == "KHÔNG GIỮ" and not entry["holds"]]
    return [f"      {shown}", *(f"        {test}" for test in tests)]
