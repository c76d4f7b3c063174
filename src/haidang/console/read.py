"""`haidang read FILE … [--json]`: what was understood of each file. Nothing is stored."""

import json
import os
import shutil
import sys
from pathlib import Path

from haidang.console.say import complain
from haidang.text.blocks import Reading
from haidang.text.contract import contract, refusal
from haidang.text.reading import read_source, secrecy_mark_of
from haidang.text.reading.unreadable import Unreadable
from haidang.text.terminal import Screen, shown
from haidang.text.understanding import understand

_USAGE = "Cách dùng: ./haidang read TỆP… [--json]"
_NARROWEST, _WIDEST = 40, 110


def run(arguments: list[str]) -> int:
    """Show each file in turn. Exit status 1 where any of them was no document."""
    as_json = "--json" in arguments
    options = [word for word in arguments if word.startswith("-") and word != "-"]
    files = [word for word in arguments if word not in options]
    if not files or set(options) - {"--json"}:
        return complain(_USAGE)
    bad = 0
    for number, file in enumerate(files):
        try:
            reading = _read(file)
        except Unreadable as error:
            bad += 1
            _show_refusal(error, file, as_json)
            continue
        _show(reading, file, as_json, first=number == 0)
    return 1 if bad else 0


def _read(file: str) -> Reading:
    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise Unreadable("not-found", f"Không mở được tệp: {reason}.") from error
    source = read_source(data, progress=_tell)
    if mark := secrecy_mark_of(data, source.text):  # Luật Bảo vệ bí mật nhà nước 2018, Điều 5
        raise Unreadable("secret", f"Văn bản mang dấu độ mật “{mark}”: Hải Đăng không nhận.")
    return understand(source)


def _tell(done: int, pages: int) -> None:
    """A scanned page takes seconds; whoever waits at a terminal sees how far it has come."""
    if sys.stderr.isatty():
        end = "\n" if done == pages else "\r"
        print(f"  nhận dạng trang {done}/{pages}", end=end, file=sys.stderr, flush=True)


def _show(reading: Reading, file: str, as_json: bool, first: bool) -> None:
    if as_json:
        print(json.dumps(contract(reading, file), ensure_ascii=False), flush=True)
        return
    if not first:
        print()
    print(shown(reading, file, _screen()), end="", flush=True)


def _show_refusal(error: Unreadable, file: str, as_json: bool) -> None:
    if as_json:
        print(json.dumps(refusal(error, file), ensure_ascii=False), flush=True)
    else:
        complain(f"{file}: {error.message} [{error.code}]")


def _screen() -> Screen:
    """The terminal as it is; a pipe gets 80 columns and no colours."""
    if not sys.stdout.isatty():
        return Screen()
    width = min(max(shutil.get_terminal_size().columns, _NARROWEST), _WIDEST)
    return Screen(width, colour="NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb")
