"""Examining a stranger's signed file in a process of its own, as `text.reading.apart` reads one."""

import datetime as dt
import json
import sys
from base64 import b64decode, b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from haidang.documents.signatures.beginning import refuse_no_pdf
from haidang.documents.signatures.carrying import as_row, from_row
from haidang.documents.signatures.verification import Verification
from haidang.documents.signatures.wording import added_words
from haidang.text.reading import read_source, secrecy_mark_of
from haidang.text.reading.apart import answer_with, answered, asked
from haidang.text.reading.bounds import refuse_too_large
from haidang.text.understanding import understand

MOST_SECONDS = 120


@dataclass(frozen=True, slots=True)
class Examined:
    """The signatures of a file, and its words without the boxes that signing tools draw.

    `mark` is the degree of secrecy that the file is stamped with, if any; of such a file nothing
    else is told. `title` is its subject, `drawn` what the boxes say, `warnings` what the reader
    was unsure of.
    """

    mark: str | None
    verification: Verification
    text: str = ""
    title: str = ""
    drawn: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


def examine_apart(data: bytes, roots: Sequence[bytes], at: dt.datetime) -> Examined:
    """What is known of a stranger's signed PDF at a moment; `roots` are DER of what is trusted.

    Raises Unreadable for what is no PDF, broken or encrypted, and where it takes too much.
    """
    refuse_too_large(len(data))
    refuse_no_pdf(data)
    asking = {"at": at.isoformat(), "roots": [b64encode(root).decode() for root in roots]}
    given = json.dumps(asking).encode() + b"\n" + data
    said = answered(asked(__name__, [], given, MOST_SECONDS))
    if said["mark"]:
        return Examined(said["mark"], Verification(at))
    return Examined(
        mark=None,
        verification=from_row(said["verification"]),
        text=said["text"],
        title=said["title"],
        drawn=tuple(said["drawn"]),
        warnings=tuple(said["warnings"]),
    )


def _examine(given: bytes) -> dict[str, Any]:
    # What takes a second to load is loaded in the process of its own alone.
    from haidang.documents.signatures.boxes import without_boxes
    from haidang.documents.signatures.verifying import verify

    asking, _, data = given.partition(b"\n")
    wish = json.loads(asking)
    roots = [b64decode(root) for root in wish["roots"]]
    verification = verify(data, roots, dt.datetime.fromisoformat(wish["at"]))
    source = read_source(data)
    if mark := secrecy_mark_of(data, source.text):
        return {"mark": mark}
    bare = without_boxes(data)
    text = read_source(bare).text if bare else source.text
    return {
        "mark": None,
        "verification": as_row(verification),
        "text": text,
        "drawn": added_words(text, source.text),
        "title": understand(source).header.title or "",
        "warnings": source.warnings,
    }


def main() -> int:
    """Examine what comes in."""
    return answer_with(_examine)


if __name__ == "__main__":
    sys.exit(main())
