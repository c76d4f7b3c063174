"""Reading a stranger's file in a process of its own, which may use so much and no more.

A .pdf or .docx of some kilobytes can ask for gigabytes and hours; here that ends one process.
"""

import json
import os
import resource
import signal
import sys
from dataclasses import asdict
from typing import Any

from haidang.text.blocks import Place, Reading, Source
from haidang.text.reading import read_source, secrecy_mark_of
from haidang.text.reading.programs import TooSlow, output_of
from haidang.text.reading.unreadable import Unreadable
from haidang.text.understanding import understand

MOST_MEMORY = 2**30  # bytes of address space: half of the smallest machine
MOST_WORK = 60  # seconds of computing
MOST_SECONDS = 300  # of waiting: sixty pages that Tesseract recognises at its own expense
TOO_MUCH = "Tệp bất thường: đọc quá lâu hoặc tốn quá nhiều bộ nhớ."


def read_apart(data: bytes) -> tuple[Reading, str | None]:
    """Read and understand a file, and tell the degree of secrecy that it is stamped with, if any.

    Nothing of the file touches a disk. Raises Unreadable for what is no document, and for what
    takes too long, too much memory, or too many words.
    """
    answer = _asked(data)
    if "code" in answer:
        raise Unreadable(answer["code"], answer["message"])
    return understand(_source(answer["source"])), answer["mark"]


def _asked(data: bytes) -> dict[str, Any]:
    command = [sys.executable, "-P", "-m", "haidang.text.reading.apart"]
    # Not the installation's keys: whoever breaks out of a reader finds none.
    kept = {name: value for name, value in os.environ.items() if not name.startswith("HAIDANG_")}
    around = {**kept, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    try:
        answer = output_of(command, data, MOST_SECONDS, around)
    except TooSlow as error:
        raise Unreadable("too-much", TOO_MUCH) from error
    if answer is None:
        raise Unreadable("too-much", TOO_MUCH)
    found: dict[str, Any] = json.loads(answer)
    return found


def _source(said: dict[str, Any]) -> Source:
    places = (
        Place(**{**row, "cell": row["cell"] and tuple(row["cell"])}) for row in said["places"]
    )
    warnings = tuple(said["warnings"])
    return Source(said["text"], said["format"], tuple(places), warnings, said["notes_at"])


def main() -> int:
    """Read what comes in and say what it holds, as JSON, within the limits."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_WORK, MOST_WORK))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a crash would write the file to a disk
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # what is open is cleared away
    data = sys.stdin.buffer.read()
    try:
        source = read_source(data)
        said = {"source": asdict(source), "mark": secrecy_mark_of(data, source.text)}
    except Unreadable as error:
        said = {"code": error.code, "message": error.message}
    sys.stdout.buffer.write(json.dumps(said).encode())
    return 0


if __name__ == "__main__":
    sys.exit(main())
