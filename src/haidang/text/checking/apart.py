"""Checking a stranger's file in a process of its own, as `text.reading.apart` reads one.

Nothing of the file touches a disk; what it may use is bounded there.
"""

import sys
from base64 import b64decode, b64encode
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from haidang.text.checking import flaws_of, paper_of, repaired
from haidang.text.checking.finding import Finding, Severity, finding_of
from haidang.text.reading import secrecy_mark_of
from haidang.text.reading.apart import answer_with, answered, asked

MOST_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Quoted:
    """A finding, and the words of each paragraph that it is about."""

    finding: Finding
    quotes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Checked:
    """What a file does not keep to, and the degree of secrecy that it is stamped with, if any."""

    found: tuple[Quoted, ...]
    mark: str | None = None


def quoted(data: bytes) -> tuple[Quoted, ...]:
    """The findings of a file with the words that they are about, here and now.

    Raises Unreadable for what is no .docx and no PDF.
    """
    return tuple(
        Quoted(finding_of(flaw), tuple(passage.words for passage in flaw.passages))
        for flaw in flaws_of(paper_of(data))
    )


def check_apart(data: bytes) -> Checked:
    """Check a file of a stranger. Raises Unreadable, also where that takes too much."""
    said = answered(asked(__name__, ["check"], data, MOST_SECONDS))
    return Checked(tuple(map(_quoted, said["found"])), said["mark"])


def repair_apart(data: bytes) -> tuple[bytes, str | None]:
    """A stranger's .docx with its looks mended, and its secrecy mark. Raises Unreadable."""
    said = answered(asked(__name__, ["repair"], data, MOST_SECONDS))
    return b64decode(said["docx"]), said["mark"]


def _quoted(row: dict[str, Any]) -> Quoted:
    finding = Finding(**{**row["finding"], "severity": Severity(row["finding"]["severity"])})
    return Quoted(finding, tuple(row["quotes"]))


def _check(data: bytes) -> dict[str, Any]:
    mark = secrecy_mark_of(data, paper_of(data).text)
    # Of a secret file nothing is said, not even what is wrong with it.
    found = [] if mark else [asdict(row) for row in quoted(data)]
    return {"found": found, "mark": mark}


def _repair(data: bytes) -> dict[str, Any]:
    mark = secrecy_mark_of(data, paper_of(data).text)
    return {"docx": "" if mark else b64encode(repaired(data)).decode(), "mark": mark}


def main(wish: Sequence[str]) -> int:
    """Check or mend what comes in."""
    return answer_with(_repair if wish == ["repair"] else _check)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
