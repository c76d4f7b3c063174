"""`haidang read FILE … [--json]`: what was understood of each file. Nothing is stored."""

import json
import os
import shutil
import sys
from contextlib import closing
from functools import partial

from haidang.console.child import Answer
from haidang.console.crew import Crew, answers
from haidang.console.opening import opened, piped_in, secret
from haidang.console.say import complain
from haidang.text.blocks import Reading
from haidang.text.contract import contract, refusal
from haidang.text.reading import read_source, secrecy_mark_of
from haidang.text.reading.progress import Progress, silent
from haidang.text.reading.unreadable import Unreadable
from haidang.text.terminal import Screen, shown
from haidang.text.understanding import understand

_USAGE = "Cách dùng: ./haidang read TỆP… [--json]"
_NARROWEST, _WIDEST = 40, 110
_TOO_MUCH = Unreadable("too-much", "Tệp bất thường: đọc quá lâu hoặc tốn quá nhiều bộ nhớ.")


def run(arguments: list[str]) -> int:
    """Show each file in turn. Exit status 1 where any of them was no document."""
    as_json = "--json" in arguments
    options = [word for word in arguments if word.startswith("-") and word != "-"]
    files = [word for word in arguments if word not in options]
    if not files or set(options) - {"--json"}:
        return complain(_USAGE)
    bad = 0
    crew = Crew(
        size=min(len(files), len(os.sched_getaffinity(0))),
        act=partial(_answer, as_json=as_json, screen=_screen(), piped=piped_in(files)),
        lost=lambda file: _refusal(_TOO_MUCH, file, as_json),
        read=_tell_files if len(files) > 1 else silent,
        recognised=_tell_pages,
    )
    with closing(answers(crew, files)) as given:
        for number, answer in enumerate(given):
            bad += answer.is_refusal
            _show(answer, as_json, first=number == 0)
    return 1 if bad else 0


def _answer(
    file: str, progress: Progress, *, as_json: bool, screen: Screen, piped: bytes = b""
) -> Answer:
    try:
        reading = _read(file, progress, piped)
    except Unreadable as error:
        return _refusal(error, file, as_json)
    except MemoryError:
        return _refusal(_TOO_MUCH, file, as_json)
    if as_json:
        return Answer(json.dumps(contract(reading, file), ensure_ascii=False))
    return Answer(shown(reading, file, screen))


def _read(file: str, progress: Progress, piped: bytes) -> Reading:
    data = opened(file, piped)
    source = read_source(data, progress=progress)
    if mark := secrecy_mark_of(data, source.text):
        raise secret(mark)
    return understand(source)


def _refusal(error: Unreadable, file: str, as_json: bool) -> Answer:
    if as_json:
        return Answer(json.dumps(refusal(error, file), ensure_ascii=False), is_refusal=True)
    return Answer(f"{file}: {error.message} [{error.code}]", is_refusal=True)


def _show(answer: Answer, as_json: bool, first: bool) -> None:
    if sys.stderr.isatty():
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)
    if as_json:
        print(answer.words, flush=True)
    elif answer.is_refusal:
        complain(answer.words)
    else:
        print(("" if first else "\n") + answer.words, end="", flush=True)


def _tell_files(done: int, files: int) -> None:
    _tell(f"đọc xong {done}/{files} tệp")


def _tell_pages(done: int, pages: int) -> None:
    """A scanned page takes seconds; whoever waits at a terminal sees how far it has come."""
    _tell(f"nhận dạng trang {done}/{pages}")


def _tell(words: str) -> None:
    if sys.stderr.isatty():
        print(f"\r\x1b[K  {words}", end="", file=sys.stderr, flush=True)


def _screen() -> Screen:
    """The terminal as it is; a pipe gets 80 columns and no colours."""
    if not sys.stdout.isatty():
        return Screen()
    width = min(max(shutil.get_terminal_size().columns, _NARROWEST), _WIDEST)
    return Screen(width, colour="NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb")
