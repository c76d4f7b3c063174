"""What is tried, one after the other, until a picture is light enough for a phone's line."""

import re
from collections.abc import Iterator
from functools import partial

MOST_BYTES = 60_000
# Worse than the last of a row is still better than no picture at 400 kbit a second.
QUALITIES = {
    "avif": (60, 48, 36, 24, 12),
    "webp": (78, 62, 46, 30, 12),
    "jpeg": (80, 64, 48, 30, 12),
}
SHRUNK = (0.66, 0.4, 0.25)
_SIZE = re.compile(r"(?<=-)(\d+)(x\d+)?(?=\|)")


def lighter(spec: str) -> Iterator[str]:
    """A rendition's spec with less and less quality, at the end with fewer pixels.

    >>> list(lighter("width-720|format-webp"))[:2]
    ['width-720|format-webp|webpquality-78', 'width-720|format-webp|webpquality-62']
    """
    kind = spec.rpartition("format-")[2]
    qualities = QUALITIES[kind]
    for quality in qualities:
        yield f"{spec}|{kind}quality-{quality}"
    for part in SHRUNK:
        yield f"{_SIZE.sub(partial(_shrunk, part), spec)}|{kind}quality-{qualities[-1]}"


def _shrunk(part: float, found: re.Match[str]) -> str:
    sides = [str(max(1, round(int(side) * part))) for side in found.group(0).split("x")]
    return "x".join(sides)
