"""Checking a stranger's file in a process of its own, as `text.reading.apart` reads one.

Nothing of the file touches a disk; what it may use is bounded there.
"""

import sys
from base64 import b64decode, b64encode
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import partial
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
    """What a file does not keep to, its degree of secrecy if it is stamped, and it mended.

    `mended` is empty where nothing can be mended, or where nobody asked.
    """

    found: tuple[Quoted, ...]
    mark: str | None = None
    mended: bytes = b""


def quoted(data: bytes) -> tuple[Quoted, ...]:
    """The findings of a file with the words that they are about, here and now.

    Raises Unreadable for what is no .docx and no PDF.
    """
    return tuple(
        Quoted(finding_of(flaw), tuple(passage.words for passage in flaw.passages))
        for flaw in flaws_of(paper_of(data))
    )


def check_apart(data: bytes, *, mend: bool = False) -> Checked:
    """Check a file of a stranger, and if wanted mend it. Raises Unreadable, also for too much."""
    wish = ["mend"] if mend else []
    said = answered(asked(__name__, wish, data, MOST_SECONDS))
    return Checked(tuple(map(_quoted, said["found"])), said["mark"], b64decode(said["mended"]))


def _quoted(row: dict[str, Any]) -> Quoted:
    finding = Finding(**{**row["finding"], "severity": Severity(row["finding"]["severity"])})
    return Quoted(finding, tuple(row["quotes"]))


def _check(data: bytes, *, mend: bool) -> dict[str, Any]:
    if mark := secrecy_mark_of(data, paper_of(data).text):
        # Of a secret file nothing is said, not even what is wrong with it.
        return {"found": [], "mark": mark, "mended": ""}
    found = quoted(data)
    is_mended = mend and any(row.finding.repairable for row in found)
    mended = b64encode(repaired(data)).decode() if is_mended else ""
    return {"found": [asdict(row) for row in found], "mark": None, "mended": mended}


def main(wish: Sequence[str]) -> int:
    """Check what comes in, and mend it where that is wished."""
    return answer_with(partial(_check, mend="mend" in wish))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
