"""Reading a stranger's file in a process of its own, which may use so much and no more.

A .pdf or .docx of some kilobytes can ask for gigabytes and hours; here that ends one process.
"""

import json
import os
import resource
import signal
import sys
from base64 import b64decode, b64encode
from collections.abc import Callable, Generator
from dataclasses import asdict
from functools import partial
from typing import Any

from haidang.text.blocks import Place, Reading, Source
from haidang.text.habits import USUAL, Habits
from haidang.text.reading import read_source, secrecy_mark_of
from haidang.text.reading.bounds import refuse_too_large
from haidang.text.reading.listening import lines_of
from haidang.text.reading.programs import TooSlow
from haidang.text.reading.progress import Progress
from haidang.text.reading.unreadable import Unreadable
from haidang.text.understanding import understand

MOST_MEMORY = 2**30  # bytes of address space: half of the smallest machine
MOST_WORK = 60  # seconds of computing
MOST_SECONDS = 300  # of waiting: sixty pages that Tesseract recognises at its own expense
MOST_SECONDS_DRAWING = 20
TOO_MUCH = "Tệp bất thường: đọc quá lâu hoặc tốn quá nhiều bộ nhớ."

Step = tuple[int, int]
"""How many pages were recognised, and of how many."""
Read = tuple[Reading, str | None]
"""What was read, and the degree of secrecy that it is stamped with, if any."""


def read_apart(data: bytes, *, progress: Progress | None = None, habits: Habits = USUAL) -> Read:
    """Read and understand a file, and tell the degree of secrecy that it is stamped with, if any.

    Nothing of the file touches a disk. `progress` is told of each page that had to be recognised
    in a picture. Raises Unreadable for what is no document, and for what takes too long, too much
    memory, or too many words.
    """
    steps = read_by_steps(data, habits)
    while True:
        try:
            step = next(steps)
        except StopIteration as end:
            read: Read = end.value
            return read
        if step and progress:
            progress(*step)


def read_by_steps(data: bytes, habits: Habits = USUAL) -> Generator[Step | None, None, Read]:
    """As `read_apart`, for whoever has something to do meanwhile: a step, or None, each moment.

    Closing the generator ends the process.
    """
    answer = yield from asked(__name__, ["read"], data, MOST_SECONDS)
    return understand(_source(answer["source"]), habits), answer["mark"]


def picture_apart(data: bytes, page: int, width: int) -> bytes:
    """One page of a pdf (from 1), drawn so many dots wide, as WebP.

    Raises Unreadable where there is no such page, or drawing it takes too much.
    """
    wish = ["draw", str(page), str(width)]
    return b64decode(answered(asked(__name__, wish, data, MOST_SECONDS_DRAWING))["picture"])


def answered(steps: Generator[Step | None, None, dict[str, Any]]) -> dict[str, Any]:
    """The answer of a process, for whoever has nothing to do meanwhile."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            answer: dict[str, Any] = end.value
            return answer


def asked(
    module: str, wish: list[str], data: bytes, seconds: float
) -> Generator[Step | None, None, dict[str, Any]]:
    """What one of our modules says of a file in a process of its own; a step, or None, meanwhile.

    Raises Unreadable what the module says of it, or where it took too much.
    """
    refuse_too_large(len(data))  # before a process is started and given a copy
    command = [sys.executable, "-P", "-m", module, *wish]
    # Not the installation's keys: whoever breaks out of a reader finds none.
    kept = {name: value for name, value in os.environ.items() if not name.startswith("HAIDANG_")}
    around = {**kept, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    answer: dict[str, Any] = {"code": "too-much", "message": TOO_MUCH}
    try:
        for line in lines_of(command, data, seconds, around):
            said = json.loads(line) if line else {}
            answer = said if said and "done" not in said else answer
            yield (said["done"], said["of"]) if "done" in said else None
    except TooSlow as error:
        raise Unreadable("too-much", TOO_MUCH) from error
    if "code" in answer:
        raise Unreadable(answer["code"], answer["message"])
    return answer


def _source(said: dict[str, Any]) -> Source:
    def several(row: dict[str, Any], name: str) -> tuple[Any, ...] | None:
        return tuple(row[name]) if row[name] else None

    places = (
        Place(**{**row, "cell": several(row, "cell"), "box": several(row, "box")})
        for row in said["places"]
    )
    warnings, reached = tuple(said["warnings"]), tuple(map(tuple, said["reached"]))
    return Source(said["text"], said["format"], tuple(places), warnings, said["notes_at"], reached)


def answer_with(work: Callable[[bytes], dict[str, Any]]) -> int:
    """Do a work with what comes in, and say as JSON what came of it, within the limits."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_WORK, MOST_WORK))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a crash would write the file to a disk
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # what is open is cleared away
    data = sys.stdin.buffer.read()
    try:
        _say(work(data))
    except Unreadable as error:
        _say({"code": error.code, "message": error.message})
    return 0


def main(wish: list[str]) -> int:
    """Read a file, or draw a page of it."""
    if wish[0] != "draw":
        return answer_with(_read)
    page, width = map(int, wish[1:])
    return answer_with(partial(_drawn, page, width))


def _read(data: bytes) -> dict[str, Any]:
    source = read_source(data, progress=lambda done, of: _say({"done": done, "of": of}))
    return {"source": asdict(source), "mark": secrecy_mark_of(data, source.text)}


def _drawn(page: int, width: int, data: bytes) -> dict[str, Any]:
    from haidang.text.reading.drawing import drawn_page  # loads pdfium only where it draws

    return {"picture": b64encode(drawn_page(data, page, width)).decode()}


def _say(said: dict[str, Any]) -> None:
    sys.stdout.buffer.write(json.dumps(said).encode() + b"\n")
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
