"""The one place that calls the typesetter: our faces alone, no file, no network, no clock.

It works in a process of its own where it must. Its threads do not survive a fork, and a process
forked after its first use would wait for them for ever. And it remembers the last ten documents it
has set: with long ones that is a memory that a server could not give back.
"""

import os
import subprocess
import sys
import threading
from functools import cache
from pathlib import Path

import typst

from haidang.text.writing.pdf.letters import FONTS

TEMPLATE = (Path(__file__).parent / "paper.typ").read_bytes()
LONG = 100_000  # letters of a paper, some thirty pages
MOST_SECONDS = 300
REFUSED = 3  # what a process of its own ends with that says why on standard error
TOO_MUCH = "Không dựng được PDF: quá lâu hoặc tốn quá nhiều bộ nhớ."


class NotDrawnError(RuntimeError):
    """The typesetter could not draw the document; the sentence says why."""


class _Used:
    """Whether this process, or the one it was forked from, has used the typesetter."""

    here = False
    before_fork = False


def _remember_fork() -> None:
    _Used.before_fork = _Used.before_fork or _Used.here


os.register_at_fork(after_in_child=_remember_fork)
_own = threading.local()  # a compiler may be used by one thread at a time


@cache
def _faces() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])


def _compiler() -> typst.Compiler:
    if not hasattr(_own, "compiler"):
        _own.compiler = typst.Compiler(font_paths=_faces(), ignore_system_fonts=True)
    compiler: typst.Compiler = _own.compiler
    return compiler


def typeset(paper: str) -> bytes:
    """The paper as PDF/A-2a and PDF/UA-1. Refuses what cannot be drawn with NotDrawnError."""
    apart = _Used.before_fork or len(paper) > LONG
    return _apart(paper) if apart else typeset_here(paper)


def typeset_here(paper: str) -> bytes:
    """The same in this very process."""
    _Used.here = True
    try:
        drawn = _compiler().compile(
            TEMPLATE, format="pdf", sys_inputs={"paper": paper}, pdf_standards=["a-2a", "ua-1"]
        )
    except typst.TypstError as error:
        raise NotDrawnError(f"Không dựng được PDF: {error.message}") from error
    assert isinstance(drawn, bytes)
    return drawn


def _apart(paper: str) -> bytes:
    command = [sys.executable, "-P", "-m", "haidang.text.writing.pdf.apart"]
    kept = {name: value for name, value in os.environ.items() if not name.startswith("HAIDANG_")}
    around = {**kept, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    try:
        done = subprocess.run(  # noqa: S603 our own module
            command,
            input=paper.encode(),
            capture_output=True,
            timeout=MOST_SECONDS,
            env=around,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise NotDrawnError(TOO_MUCH) from error
    if done.returncode:
        raise NotDrawnError(done.stderr.decode() if done.returncode == REFUSED else TOO_MUCH)
    return done.stdout
