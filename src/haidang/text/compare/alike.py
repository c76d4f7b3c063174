"""What stays the same whatever a word processor does to it: quotes, dashes, spaces, number forms.

Words are compared by keys; the text itself is never altered here.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

MOST_WORDS = 2**16  # keys of words, which come again and again
_SIGNS = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‘’‚‛′`", "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("•●▪◦", "-"),
    }
)
# Zero width, soft hyphens and marks of direction: a word processor adds them unseen.
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]")
_LETTERS = r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff])*"
_WORD = re.compile(rf"\d+(?:[.,\u00a0\u202f]\d+)*|…|\.{{3,}}|{_LETTERS}|\S")
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?P<rest>,\d+)?")
_PLAIN = re.compile(r"(?:0|[1-9]\d*)(?P<rest>,\d+)?")


@dataclass(frozen=True, slots=True)
class Word:
    """A word, a number or a sign, from `start` to `end`; `key` is the same where it says the same.

    `text` goes on to the next word, so that the texts of all words joined are the whole text.
    """

    text: str
    key: str
    start: int
    end: int


def seen_text(text: str) -> str:
    """The text in NFC, without what nobody sees, each stretch of blanks as one space."""
    return " ".join(_UNSEEN.sub("", unicodedata.normalize("NFC", text)).split())


def words_of(text: str, *, folded: bool = False) -> list[Word]:
    """The words of a text in order; `folded` keys do not tell capitals from small letters."""
    found = [
        (match, key) for match in _WORD.finditer(text) if (key := word_key(match[0], folded=folded))
    ]
    stops = [0, *(match.start() for match, _ in found[1:]), len(text)]
    return [
        Word(text[start:end], key, match.start(), match.end())
        for (match, key), start, end in zip(found, stops, stops[1:], strict=False)
    ]


@lru_cache(maxsize=MOST_WORDS)
def word_key(word: str, *, folded: bool = False) -> str:
    """What two ways to write the same word or number have in common.

    >>> word_key("1.234") == word_key("1234") == word_key("1.234,0")
    True
    """
    if word[:1].isdecimal():
        return number_key(word)
    if word.startswith(("…", "...")):
        return "…"
    key = unicodedata.normalize("NFC", _UNSEEN.sub("", word)).translate(_SIGNS)
    return key.casefold() if folded else key


def number_key(number: str) -> str:
    """A number as plain digits: "." parts thousands and "," decimals, as Vietnam writes them.

    What may mean two things keeps its own form: "12.5", "3.10" (a heading), "1,000", "05".
    """
    bare = re.sub("[\u00a0\u202f]", "", number)
    found = _GROUPED.fullmatch(bare) or _PLAIN.fullmatch(bare)
    if found is None:
        return bare
    rest = found["rest"] or ""
    whole = bare[: len(bare) - len(rest)].replace(".", "")
    # Three decimals may be thousands typed the English way, so they are not dropped.
    kept = rest if len(rest) == len(",000") else rest.rstrip("0").rstrip(",")
    return f"{whole}{kept}"


def text_key(text: str, *, folded: bool = False) -> str:
    """The key of a whole text: equal for texts that differ in a word processor's noise only."""
    keys = (word_key(word, folded=folded) for word in _WORD.findall(text))
    return " ".join(key for key in keys if key)
