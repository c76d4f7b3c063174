"""Cleaning a stranger's file in a process of its own, as `text.reading.apart` reads one."""

import sys
from base64 import b64decode, b64encode
from dataclasses import dataclass
from typing import Any

from haidang.text.cleaning.package import cleaned
from haidang.text.reading.apart import answer_with, answered, asked
from haidang.text.understanding.secrecy import secrecy_mark

MOST_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A copy without what readers do not see, what that was, and a secrecy mark in it if any."""

    content: bytes
    changes: int
    hidden: int
    comments: int
    stays: tuple[str, ...]
    mark: str | None

    @property
    def is_changed(self) -> bool:
        """Whether words that somebody could find were taken out."""
        return bool(self.changes or self.hidden or self.comments)


def clean_apart(data: bytes) -> Cleaned:
    """As `cleaned`, apart. Raises Unreadable, also for what takes too much."""
    said = answered(asked(__name__, [], data, MOST_SECONDS))
    said["content"], said["stays"] = b64decode(said["content"]), tuple(said["stays"])
    return Cleaned(**said)


def _cleaned(data: bytes) -> dict[str, Any]:
    content, found = cleaned(data)
    return {
        "content": b64encode(content).decode(),
        "changes": found.changes,
        "hidden": found.hidden,
        "comments": found.comments,
        "stays": found.stays,
        "mark": secrecy_mark("\n".join(found.words)),
    }


if __name__ == "__main__":
    sys.exit(answer_with(_cleaned))
