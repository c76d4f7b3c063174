"""Examining a stranger's signed file in a process of its own, as `text.reading.apart` reads one."""

import datetime as dt
import json
import sys
from base64 import b64decode, b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from haidang.documents.signatures.carrying import as_row, from_row
from haidang.documents.signatures.verification import Verification
from haidang.text.reading.apart import answer_with, answered, asked
from haidang.text.reading.bounds import refuse_too_large

MOST_SECONDS = 120


@dataclass(frozen=True, slots=True)
class Examined:
    """The signatures of a file, and its words without the boxes that they draw.

    `text` is None where no box is drawn: the words are those of the file.
    """

    verification: Verification
    text: str | None


def examine_apart(data: bytes, roots: Sequence[bytes], at: dt.datetime) -> Examined:
    """What is known of a stranger's signed PDF at a moment; `roots` are DER of what is trusted.

    Raises Unreadable for what is no PDF, broken or encrypted, and where it takes too much.
    """
    refuse_too_large(len(data))
    asking = {"at": at.isoformat(), "roots": [b64encode(root).decode() for root in roots]}
    given = json.dumps(asking).encode() + b"\n" + data
    said = answered(asked(__name__, [], given, MOST_SECONDS))
    return Examined(from_row(said["verification"]), said["text"])


def _examine(given: bytes) -> dict[str, Any]:
    from haidang.documents.signatures.verifying import verify  # takes a second to load

    asking, _, data = given.partition(b"\n")
    wish = json.loads(asking)
    roots = [b64decode(root) for root in wish["roots"]]
    verification = verify(data, roots, dt.datetime.fromisoformat(wish["at"]))
    return {"verification": as_row(verification), "text": _bare_text(data)}


def _bare_text(data: bytes) -> str | None:
    from haidang.documents.signatures.boxes import without_boxes
    from haidang.text.reading import read_source

    bare = without_boxes(data)
    return read_source(bare).text if bare else None


def main() -> int:
    """Examine what comes in."""
    return answer_with(_examine)


if __name__ == "__main__":
    sys.exit(main())
