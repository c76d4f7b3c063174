"""Tries the reader on broken files, and keeps those that reach code nobody reached before.

    python -m tests.text.fuzzing --inputs 20000 --seconds 300 --seed 1

Files of every kind are cut, mixed and miswritten. Each must be read with all of it accounted for,
or refused by name, within a time that depends on its size. What fails is written to build/fuzzing.
Programs of the system are left out: they are not ours, and a file costs them seconds.
"""

import argparse
import hashlib
import io
import random
import sys
import time
import zipfile
import zlib
from pathlib import Path

from coverage import Coverage

from haidang.text import Unreadable, contract, read
from haidang.text.reading import libreoffice, tesseract
from tests.text import plans
from tests.text.files import cell, docx, p, pdf, table

FOUND = Path(__file__).resolve().parents[2] / "build" / "fuzzing"
MOST = 6_000  # bytes of an input: a broken sentence is found in a small file as well
SLOW = 2.0  # seconds for a small file, on a busy machine
BATCH = 40
WATCHED = 800
PLAN = plans.FOUNDING.read_text("utf-8")
UNZIPPABLE = (
    *(zipfile.BadZipFile, zlib.error, OSError, ValueError, EOFError, RuntimeError),
    NotImplementedError,
)
TOKENS = [
    *("Điều 1. ", "I. ", "1. ", "a) ", "- ", "Nơi nhận:", "TM. ỦY BAN NHÂN DÂN", "Giao Sở A "),
    *("trước ngày 30/2/2026", "Quý IV", "MẬT", "Phụ lục", "Căn cứ Luật ", " | ", "./.", "\n\n"),
    *("<w:p>", "</w:p>", "<w:tbl>", "<w:tr><w:tc>", "<w:del>", '<w:numId w:val="9"/>', "<li>"),
    *("<table>", "<td colspan=99999>", "&#0;", "&#x110000;", "]]>", "<!--", "%PDF-1.4", "\x00"),
    *("\u0301", "\u202e", "\ud7ff", "²", "٣", "QuyÕt ®Þnh", "Quyeát ñònh", "9" * 40, "(" * 40),
]
WORDS = [token.encode() for token in TOKENS] + [b"\xff\xfe", b"\xef\xbb\xbf", b"PK\x03\x04"]

MHT = (
    b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n"
    b"Content-Type: text/html\n\n<p>KE HOACH</p>\n--x--\n"
)


def seeds():
    """A small file of each kind."""
    rows = table([cell(p("STT")), cell(p("Nội dung"))], [cell(p("1")), cell(p("Rà soát loa."))])
    body = "".join(p(line) for line in PLAN.split("\n")[:24])
    page = "".join(f"<p>{line}</p>" for line in PLAN.split("\n")[:24])
    lines = [(60, 780 - 12 * n, line[:80]) for n, line in enumerate(PLAN.split("\n")[:24])]
    texts = [PLAN[:1500], PLAN[4000:6000], plans.DECISION, plans.LETTER_ON_A_PAGE, plans.MINUTES]
    return [
        *(text.encode() for text in texts),
        plans.PLAN_BY_LINES[:1200].encode("utf-16"),
        PLAN[:1000].encode("cp1258", "replace"),
        docx(body + rows),
        f"<html><meta charset=utf-8>{page}<table><tr><td>1<td>Loa</table>".encode(),
        pdf(lines),
        MHT,
    ]


def mutated(pool, chance):
    """One of the files with some of it cut, doubled, mixed with another, or miswritten."""
    data = chance.choice(pool)
    if data.startswith(b"PK") and chance.random() < 0.8:
        return _inside_zip(data, pool, chance)
    return _bytes(data, pool, chance)


def _bytes(data, pool, chance):
    made = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 4, 9))):
        at = chance.randrange(len(made) + 1)
        match chance.randrange(6):
            case 0:
                del made[at : at + chance.choice((1, 4, 40, 4000))]
            case 1:
                made[at:at] = chance.choice(WORDS) * chance.choice((1, 1, 1, 3, 40))
            case 2:
                made[at:at] = made[at : at + chance.choice((1, 20, 400))] * chance.choice((1, 8))
            case 3:
                other = chance.choice(pool)
                start = chance.randrange(len(other) + 1)
                made[at:at] = other[start : start + chance.choice((10, 200, 3000))]
            case 4:
                made[at : at + 4] = chance.randbytes(4)
            case _:
                made = made[at:] + made[:at]
    return bytes(made[:MOST])


def _inside_zip(data, pool, chance):
    """A .docx whose parts are broken and whose wrapping is whole."""
    made = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as old:
            parts = {name: old.read(name) for name in old.namelist()}
    except UNZIPPABLE:
        return _bytes(data, pool, chance)
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name, part in parts.items():
            new.writestr(name, _bytes(part, [part, *WORDS], chance))
    return made.getvalue()


def complaint(data):
    """What is wrong with the answer to a file; None where nothing is."""
    started = time.perf_counter()
    try:
        reading = read(data)
    except Unreadable as refusal:
        return None if refusal.code and refusal.message else "a refusal without words"
    except Exception as error:  # noqa: BLE001 - this is what is looked for
        return f"{type(error).__name__}: {error}"
    if time.perf_counter() - started > SLOW + len(data) / 20_000:
        return f"slow: {time.perf_counter() - started:.1f} s for {len(data)} bytes"
    spans = reading.spans
    ends = [0, *(span.end for span in spans)]
    if [span.start for span in spans] != ends[:-1] or ends[-1] != len(reading.text):
        return "the spans do not cover the text"
    if any(not reading.text[duty.start : duty.end].strip() for duty in reading.duties):
        return "a duty of no words"
    contract(reading, "")
    return None


def run(inputs, seconds, seed, guided=True, folder=FOUND):
    """Try so many files, or for so long; the number tried and what failed."""
    chance, pool, failed = random.Random(seed), seeds(), {}
    known, until, tried = set(), time.monotonic() + seconds, 0
    while tried < inputs and time.monotonic() < until:
        batch = [mutated(pool, chance) for _ in range(min(BATCH, inputs - tried))]
        tried += len(batch)
        # To watch costs ten times the reading: all of the first files, then some of them
        watched = guided and (tried <= WATCHED or tried // BATCH % 8 == 0)
        reached = _lines_reached(batch, failed) if watched else _tried(batch, failed)
        if reached - known:
            pool += _reaching(batch, known)
            known |= reached
    for data in failed:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / hashlib.sha256(data).hexdigest()[:16]).write_bytes(data)
    return tried, failed, len(known)


def _tried(batch, failed):
    for data in batch:
        if wrong := complaint(data):
            failed[data] = wrong
    return set()


def _lines_reached(batch, failed):
    watch = Coverage(data_file=None, config_file=False, include=["*/haidang/text/*"])
    watch.set_option("run:disable_warnings", ["no-data-collected"])
    watch.start()
    _tried(batch, failed)
    watch.stop()
    found = watch.get_data()
    return {(file, line) for file in found.measured_files() for line in found.lines(file) or ()}


def _reaching(batch, known):
    """Those of a batch that reach what none before them did."""
    kept, seen = [], set(known)
    for data in batch:
        if more := _lines_reached([data], {}) - seen:
            kept.append(data)
            seen |= more
    return kept


def main():
    """Run from the command line; exit status 1 where something failed."""
    asked = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    asked.add_argument("--inputs", type=int, default=20_000)
    asked.add_argument("--seconds", type=float, default=300)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--blind", action="store_true", help="do not watch the code: faster")
    given = asked.parse_args()
    tesseract.is_installed = libreoffice.is_installed = lambda: False
    tried, failed, lines = run(given.inputs, given.seconds, given.seed, not given.blind)
    for data, wrong in failed.items():
        print(hashlib.sha256(data).hexdigest()[:16], len(data), "bytes:", wrong)
    print(f"{tried} files, {lines} lines reached, {len(failed)} failed (seed {given.seed})")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
