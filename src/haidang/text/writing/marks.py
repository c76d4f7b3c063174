"""Marks inside a line of text: `**bold**` and `[[412|/so/7]]`, and the letters no file can hold."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace

MARK = re.compile(r"(\*\*)|\[\[([^\[\]|]+)\|([^\[\]|]*)\]\]")
# A path of our own site: one slash first, nothing that a browser could read as another host
PATH = re.compile(r"/(?![/\\])[^\s\\\x00-\x1f]*")
# What XML 1.0 cannot hold: controls, lone surrogates and the two non-characters
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a line in one weight; `path` is where its figure leads, if it is one."""

    text: str
    bold: bool = False
    path: str | None = None


def cleaned(text: str) -> str:
    """The text in NFC without what a file cannot hold; each tab or line break is one space."""
    text = UNWRITABLE.sub("", text)
    return unicodedata.normalize("NFC", re.sub(r"\r\n|[\t\n\r\x85\u2028\u2029]", " ", text))


def lines_of(text: str) -> list[str]:
    """The text cut at its line breaks, blank lines dropped; one empty line if nothing is left."""
    return [line for line in re.split(r"[\r\n\u2028\u2029]+", text) if line.strip()] or [""]


def runs_of(text: str) -> tuple[Run, ...]:
    """The text as runs; a mark that is not closed stays what it is, two asterisks.

    Example: `runs_of("có **[[412|/so/7]]** tin")` is three runs, the middle one bold and linked.
    """
    text = cleaned(text)
    closed = len(re.findall(r"\*\*", text)) // 2 * 2
    return tuple(run for run in _runs(text, closed) if run.text)


def _runs(text: str, marks_left: int) -> Iterator[Run]:
    bold, done = False, 0
    for match in MARK.finditer(text):
        if match[1] and not marks_left:
            continue
        yield Run(text[done : match.start()], bold)
        done = match.end()
        if match[1]:
            bold, marks_left = not bold, marks_left - 1
        else:
            yield Run(match[2], bold, match[3] if PATH.fullmatch(match[3]) else None)
    yield Run(text[done:], bold)


def text_of(runs: tuple[Run, ...]) -> str:
    """The words of the runs, without their looks."""
    return "".join(run.text for run in runs)


def without_tail(runs: tuple[Run, ...], count: int) -> tuple[Run, ...]:
    """The runs without their last `count` letters."""
    kept = []
    for run in reversed(runs):
        cut = min(count, len(run.text))
        count -= cut
        kept.append(replace(run, text=run.text[: len(run.text) - cut]))
    return tuple(run for run in reversed(kept) if run.text)


def uppered(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """The runs in capitals; some letters of other tongues come apart in them, so in NFC again."""
    return tuple(replace(run, text=cleaned(run.text.upper())) for run in runs)


def strong(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """The same runs in bold."""
    return tuple(replace(run, bold=True) for run in runs)
