"""The letters that our own faces have, and what is printed for those that they lack.

No face of the machine is ever asked: an issued document is to look alike everywhere.
"""

import re
import struct
import unicodedata
from functools import cache
from itertools import pairwise
from pathlib import Path

from haidang.text.layout.widths import MM_PER_PT, width_mm

FONTS = Path(__file__).parents[1] / "fonts"
FACES = ("Tinos-Regular", "NotoSerifKhmer-Regular", "NotoSansSymbols2-Regular")
FAMILIES = ("Tinos", "Noto Serif Khmer", "Noto Sans Symbols2")
REPLACEMENT = "\ufffd"  # the character of that name
NO_FILE_HOLDS = "\ufeff"  # PDF/A forbids it; it prints nothing
# What joins the letter after it: the Khmer sign for a letter below, the joiner
JOINING = "\u17d2\u200d"


class MissingLettersWarning(UserWarning):
    """Letters that no face of ours has; each is printed as the replacement character."""


@cache
def known_letters() -> frozenset[str]:
    """Every letter that can be printed."""
    return frozenset(
        letter for face in FACES for letter in letters_of((FONTS / f"{face}.ttf").read_bytes())
    )


def letters_of(face: bytes) -> set[str]:
    """The letters of a TrueType face, from its table `cmap`, whose segments are of format 4."""
    (tables,) = struct.unpack_from(">H", face, 4)
    records = (struct.unpack_from(">4sLLL", face, 12 + 16 * at) for at in range(tables))
    cmap = next(offset for tag, _, offset, _ in records if tag == b"cmap")
    (count,) = struct.unpack_from(">H", face, cmap + 2)
    places = [struct.unpack_from(">HHL", face, cmap + 4 + 8 * at)[2] for at in range(count)]
    start = next(
        cmap + place for place in places if struct.unpack_from(">H", face, cmap + place) == (4,)
    )
    (double,) = struct.unpack_from(">H", face, start + 6)
    segments = double // 2
    ends = struct.unpack_from(f">{segments}H", face, start + 14)
    starts = struct.unpack_from(f">{segments}H", face, start + 16 + double)
    return {
        chr(code)
        for first, last in zip(starts, ends, strict=True)
        for code in range(first, last + 1)
        if code != 0xFFFF
    }


def is_unseen(letter: str) -> bool:
    """Whether a letter would print nothing by itself: marks of direction, choosers of a variant."""
    return unicodedata.category(letter) == "Cf" or "\ufe00" <= letter <= "\ufe0f"


def printable(text: str) -> str:
    """The text with a replacement character for each letter that cannot be printed."""
    known = known_letters()
    text = text.replace(NO_FILE_HOLDS, "")
    if known.issuperset(text):
        return text
    return "".join(
        letter if letter in known else "" if is_unseen(letter) else REPLACEMENT for letter in text
    )


def missing_letters(text: str) -> tuple[str, ...]:
    """The letters of the text that cannot be printed, each once, in the order of their numbers."""
    lacking = set(text) - known_letters() - set("\n\t")
    return tuple(sorted(letter for letter in lacking if not is_unseen(letter)))


def cut_to_fit(text: str, size: float, room: float, *, bold: bool) -> list[str]:
    """The text cut wherever a word may break that is wider than its line; mostly it is whole.

    Word breaks such a word at the margin; uncut, it would run off the page.
    """
    fits = max(int(room / (size * MM_PER_PT)), 1)  # so many letters, were all of them the widest
    parts, done = [], 0
    for match in _long_words(fits + 1).finditer(text) if len(text) > fits else ():
        if width_mm(match[0], size, bold=bold) > room:
            parts += [text[done : match.start()], *_clusters(match[0])]
            done = match.end()
    return [part for part in (*parts, text[done:]) if part] or [""]


@cache
def _long_words(least: int) -> re.Pattern[str]:
    return re.compile(rf"\S{{{least},}}")


def _clusters(word: str) -> list[str]:
    """The letters of a word, each with what stands above, below or within it."""
    parts = [word[0]]
    for before, letter in pairwise(word):
        if before in JOINING or unicodedata.category(letter).startswith("M"):
            parts[-1] += letter
        else:
            parts.append(letter)
    return parts
