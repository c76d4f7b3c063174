"""How the console speaks: a step with its time, and trouble in one line that says what to do."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager


class Trouble(Exception):
    """Something a person can mend stands in the way; the words say how."""


def complain(trouble: str) -> int:
    """Say on stderr what went wrong, and return the exit status for it."""
    print(f"{mark('✗', 31, sys.stderr.isatty())} {trouble}", file=sys.stderr, flush=True)
    return 1


def seconds(span: float) -> str:
    """Write a time the Vietnamese way: `1,2 s`."""
    return f"{span:.1f} s".replace(".", ",")


@contextmanager
def step(label: str) -> Iterator[None]:
    """Name a step while it runs, and write its time behind it when it is done."""
    print(f"  {label} ".ljust(44, "."), end=" ", flush=True)
    started = time.monotonic()
    try:
        yield
    except BaseException:
        print(mark("✗", 31))
        raise
    print(seconds(time.monotonic() - started).rjust(7))


def mark(text: str, colour: int, on_terminal: bool | None = None) -> str:
    """Colour a word on a terminal, and leave it plain everywhere else."""
    shown = sys.stdout.isatty() if on_terminal is None else on_terminal
    return f"\x1b[{colour}m{text}\x1b[0m" if shown and "NO_COLOR" not in os.environ else text
