"""Words of a unit taken apart into sentences that can be put beside those of others.

A sentence that leans on the one before it ("Do đó …") is never parted from it. Two say the same
only where nothing but capitals, signs at the ends, blanks or the place of a tone mark differs.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from haidang.orgs.naming import tone_last
from haidang.text.compare.alike import text_key
from haidang.text.merge.marked import harmless
from haidang.text.understanding.words.sentences import sentence_starts

BULLET = re.compile(r"^(?:[-–+•*]|\d{1,2}[.)]|[a-zđ]\))\s+")
LEANING = re.compile(
    r"(?:do (?:đó|vậy)|vì (?:vậy|thế)|tuy(?: nhiên|\b)|song\b|nhưng|từ đó|qua đó|theo đó|"
    r"trong (?:đó|số)|nhờ (?:đó|vậy)|điều (?:này|đó)|việc (?:này|đó)|cụ thể|nguyên nhân|"
    r"(?:các|những) \w+ (?:này|đó|trên)|đồng thời|bên cạnh đó|ngoài ra|mặt khác|hơn nữa|"
    r"kết quả(?: là)?,|đó là|đây là)",
    re.IGNORECASE,
)
ENDS = " .;,:!…-–\"'“”"
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
DENIALS = frozenset({"không", "chưa", "chẳng", "không còn", "hết", "thiếu", "khó"})
MOST_WORDS = 2**16
NAME_LENGTH = 12


@dataclass(frozen=True, slots=True)
class Saying:
    """One or more sentences of a unit that belong together, and where they stand in its words."""

    text: str
    key: str
    paragraph: int  # of the unit's own words, from 1
    sentence: int  # in the paragraph, from 1
    count: int  # of sentences


def sayings_of(text: str) -> Iterator[Saying]:
    """Take the words of a unit apart, every one of them, in their order.

    >>> [one.text for one in sayings_of("Thiếu loa. Do đó nghe không rõ. Đủ người.")]
    ['Thiếu loa. Do đó nghe không rõ.', 'Đủ người.']
    """
    for number, paragraph in enumerate(paragraphs_of(text), 1):
        sentences, at = sentences_of(paragraph), 0
        while at < len(sentences):
            end = at + 1
            while end < len(sentences) and LEANING.match(sentences[end]):
                end += 1
            said = " ".join(sentences[at:end])
            if key := key_of(said):  # else nothing but signs
                yield Saying(said, key, number, at + 1, end - at)
            at = end


def name_of(text: str) -> str:
    """A short name for what a sentence says, whatever noise is around it."""
    return hashlib.sha256(key_of(text).encode()).hexdigest()[:NAME_LENGTH]


def paragraphs_of(text: str) -> list[str]:
    """The lines of a unit's words, without the marks of a list."""
    lines = (as_written(line) for line in text.splitlines())
    return [line for line in lines if line]


def as_written(text: str) -> str:
    """What a unit wrote is words, never a mark of bold type or of a figure."""
    return BULLET.sub("", " ".join(harmless(unicodedata.normalize("NFC", text)).split()))


def sentences_of(text: str) -> list[str]:
    """The sentences of one line, in their order."""
    starts = [*sentence_starts(text), len(text)]
    found = (text[start:end].strip() for start, end in pairwise(starts))
    return [one for one in found if one]


@lru_cache(maxsize=MOST_WORDS)
def key_of(text: str) -> str:
    """What two ways to write the same sentence have in common.

    >>> key_of("Đã phối hợp tốt với Đồn;") == key_of("đã  phối hợp tốt với đồn.")
    True
    """
    return " ".join(tone_last(word) for word in text_key(text.strip(ENDS), folded=True).split())


def alike(one: str, other: str) -> bool:
    """Whether two keys say nearly the same: most words, the same numbers, the same denials."""
    mine, theirs = one.split(), other.split()
    if min(len(mine), len(theirs)) < 4 or NUMBER.findall(one) != NUMBER.findall(other):
        return False
    if [word for word in mine if word in DENIED] != [word for word in theirs if word in DENIED]:
        return False
    shared = len(set(mine) & set(theirs))
    return shared * 10 >= 8 * max(len(set(mine)), len(set(theirs)))


DENIED = frozenset(tone_last(word) for word in DENIALS)
