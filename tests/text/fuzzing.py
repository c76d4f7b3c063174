"""Tries the reader on broken files, and keeps those that reach code nobody reached before.

    python -m tests.text.fuzzing --inputs 20000 --seconds 300 --seed 1

Each file must be read with all of it accounted for, or refused by name, within a time and a memory
that depend on its size. The same seed tries the same files. What fails is written to build/fuzzing.
Programs of the system are left out: they are not ours, and a file costs them seconds.
"""

import argparse
import hashlib
import json
import random
import resource
import signal
import sys
import time
from pathlib import Path

from coverage import Coverage

from haidang.text import Unreadable, contract, read, secrecy_mark_of
from haidang.text.reading import libreoffice, tesseract
from tests.text.broken import broken, sound

FOUND = Path(__file__).resolve().parents[2] / "build" / "fuzzing"
SLOW = 2.0  # seconds of computing for a small file
HANGS = 20.0
MEMORY = 2**30
BATCH = 50
WATCHED = 1_000
SPOKEN = 5_000  # files between two lines on the terminal
# One for all: each stays in memory until the very end
WATCH = Coverage(data_file=None, config_file=False, include=["*/haidang/text/*"])
WATCH.set_option("run:disable_warnings", ["no-data-collected"])


class Hangs(BaseException):
    """A file took so long that nobody waits any more."""


def complaint(data):
    """What is wrong with the answer to a file; None where nothing is."""
    begun = time.process_time()
    try:
        reading = read(data)
        mark = secrecy_mark_of(data, reading.text)
    except Unreadable as refusal:
        return None if refusal.code and refusal.message else "a refusal without words"
    except Exception as error:  # noqa: BLE001 - this is what is looked for
        return f"{type(error).__name__}: {error}"
    taken = time.process_time() - begun
    if taken > SLOW + len(data) / 20_000:
        return f"slow: {taken:.1f} s for {len(data)} bytes"
    return _wrong_with(reading, mark)


def _wrong_with(reading, mark):
    text, spans, places = reading.text, reading.spans, reading.places
    ends = [0, *(span.end for span in spans)]
    if [span.start for span in spans] != ends[:-1] or ends[-1] != len(text):
        return "the spans do not cover the text"
    if any(not text[duty.start : duty.end].strip() for duty in reading.duties):
        return "a duty of no words"
    edges = [edge for place in places for edge in (place.start, place.end)]
    if edges != sorted(edges) or not all(0 <= edge <= len(text) for edge in edges):
        return "places that overlap or leave the text"
    if any(not 0 <= share <= 1 for place in places for share in place.box or ()):
        return "a box beyond the page"
    json.dumps(contract(reading, ""), ensure_ascii=False).encode()
    return None if mark is None or mark.isupper() else "a mark that is none"


def run(inputs, seconds, seed, guided=True, folder=FOUND, tell=lambda *_: None):
    """Try so many files, or for so long; the number tried, what failed, the lines reached."""
    chance, pool, failed = random.Random(seed), sound(), {}
    known, until, tried = set(), time.monotonic() + seconds, 0
    while tried < inputs and time.monotonic() < until:
        batch = [broken(pool, chance) for _ in range(min(BATCH, inputs - tried))]
        # To watch costs as much again: all of the first files, then some of them
        watched = guided and (tried < WATCHED or tried // BATCH % 8 == 0)
        reached = _lines_reached(batch, failed) if watched else _tried(batch, failed)
        if reached - known:
            pool += _reaching(batch, known)
            known |= reached
        if (tried + len(batch)) // SPOKEN > tried // SPOKEN:
            tell(tried + len(batch), failed, len(known), len(pool))
        tried += len(batch)
    for data in failed:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / hashlib.sha256(data).hexdigest()[:16]).write_bytes(data)
    return tried, failed, len(known)


def _tried(batch, failed):
    for data in batch:
        if wrong := _in_time(data):
            failed[data] = wrong
    return set()


def _in_time(data):
    before = signal.signal(signal.SIGVTALRM, give_up)
    signal.setitimer(signal.ITIMER_VIRTUAL, HANGS)
    try:
        return complaint(data)
    except Hangs:
        return f"hangs: {len(data)} bytes"
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _lines_reached(batch, failed):
    WATCH.erase()
    WATCH.start()
    _tried(batch, failed)
    WATCH.stop()
    found = WATCH.get_data()
    return {(file, line) for file in found.measured_files() for line in found.lines(file) or ()}


def _reaching(batch, known):
    """Those of a batch that reach what none before them did."""
    kept, seen = [], set(known)
    for data in batch:
        if more := _lines_reached([data], {}) - seen:
            kept.append(data)
            seen |= more
    return kept


def give_up(*_):
    """What a file that hangs ends with: only this program waits for it."""
    raise Hangs


def main():
    """Run from the command line; exit status 1 where something failed."""
    asked = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    asked.add_argument("--inputs", type=int, default=20_000)
    asked.add_argument("--seconds", type=float, default=300)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--blind", action="store_true", help="do not watch the code: faster")
    given = asked.parse_args()
    tesseract.is_installed = libreoffice.is_installed = lambda: False
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    begun = time.process_time()

    def tell(tried, failed, lines, pool):
        pace = tried / (time.process_time() - begun)
        print(
            f"{tried} files, {pace:.0f}/s, {lines} lines, {pool} kept, {len(failed)} failed",
            flush=True,
        )

    tried, failed, lines = run(
        given.inputs, given.seconds, given.seed, not given.blind, FOUND, tell
    )
    for data, wrong in failed.items():
        print(hashlib.sha256(data).hexdigest()[:16], len(data), "bytes:", wrong)
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"{tried} files, {lines} lines reached, {len(failed)} failed, {most} MB (seed {given.seed})"
    )
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
