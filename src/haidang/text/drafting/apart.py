"""Reading a draft that came back in a process of its own, as `text.reading.apart` reads a file.

No macro runs and no link is followed; nothing of the file touches a disk.
"""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from haidang.text.blocks import Document
from haidang.text.drafting.draft import drafted
from haidang.text.origin import origin_in
from haidang.text.reading import read_source, secrecy_mark_of
from haidang.text.reading.apart import answer_with, answered, asked
from haidang.text.stored import as_json, from_json
from haidang.text.understanding import understand

MOST_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Returned:
    """A file as the document it says, which document it was written from, and its secrecy mark.

    Of a file with a mark nothing else is told. `left_out` is what had no place in the document.
    """

    document: Document | None
    origin: str | None = None
    mark: str | None = None
    left_out: tuple[str, ...] = ()

    def as_row(self) -> dict[str, Any]:
        """As plain values."""
        return {
            "source": as_json(self.document) if self.document else "",
            "origin": self.origin,
            "mark": self.mark,
            "left_out": list(self.left_out),
        }


def from_row(row: dict[str, Any]) -> Returned:
    """Out of plain values again. Raises StoredError for a document kept by another version."""
    document = from_json(row["source"]) if row["source"] else None
    return Returned(document, row["origin"], row["mark"], tuple(row["left_out"]))


def returned_apart(data: bytes) -> Returned:
    """Read a draft that came back. Raises Unreadable for what is no document, or is too much."""
    return from_row(answered(asked(__name__, [], data, MOST_SECONDS)))


def _returned(data: bytes) -> dict[str, Any]:
    source = read_source(data)
    if mark := secrecy_mark_of(data, source.text):
        return Returned(None, mark=mark).as_row()
    draft = drafted(understand(source))
    origin = origin_in(data) if source.format == "docx" else None
    return Returned(draft.document, origin, None, draft.left_out).as_row()


def main(_: Sequence[str]) -> int:
    """Read what comes in."""
    return answer_with(_returned)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
