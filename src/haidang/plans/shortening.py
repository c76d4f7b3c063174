"""Names shortened to first letters: "VH&TT", "TTVHTT", "BCH", read against a name that exists.

One rule in place of a list: each capital stands for the first letter of the next word.
"""

import re
import unicodedata
from collections.abc import Sequence

from haidang.orgs.naming import JOINING, bare, tone_last

ENOUGH = 3  # letters beside a word that is spelt: "Phòng VHTT" names one thing, "Phòng TC" hardly
ENOUGH_ALONE = 4  # letters where every word is shortened
_WORD = re.compile(r"[^\W_]+")
_VOWEL = re.compile(r"[aeiouy]", re.IGNORECASE)


def short_words(phrase: str) -> tuple[str, ...]:
    """The words of a phrase that has a shortened one among them, in their own capitals; else none.

    >>> short_words("Phòng VH&TT"), short_words("Phòng Nội vụ")
    (('Phòng', 'VH', 'TT'), ())
    """
    words = _WORD.findall(unicodedata.normalize("NFC", phrase))
    words = [word for word in words if word.casefold() not in JOINING]
    all_high = phrase.isupper()
    return tuple(words) if any(_is_short(word, all_high=all_high) for word in words) else ()


def letters_for(words: Sequence[str], name: Sequence[str]) -> int | None:
    """How many letters stand for words, if the words of a phrase can be read as a name at all.

    >>> letters_for(["Đài", "TT"], ["đai\u0300", "truyên\u0300", "thanh"])
    2
    """
    at, letters = 0, 0
    for word in words:
        if name[at : at + 1] == [tone_last(word.casefold())]:
            at += 1
            continue
        meant = name[at : at + len(word)]
        if not word.isupper() or len(meant) < len(word) or not _begin_with(meant, word):
            return None
        at += len(word)
        letters += len(word)
    return letters if at == len(name) else None


def says_enough(words: Sequence[str], letters: int) -> bool:
    """Whether so many letters among these words leave no doubt, if only one name fits them."""
    is_spelt_too = letters < sum(map(len, words))
    return letters >= (ENOUGH if is_spelt_too else ENOUGH_ALONE)


def _is_short(word: str, *, all_high: bool) -> bool:
    # In a line of capitals a word that can be spoken is a word: "XÃ AN", but "PHÒNG VHTT".
    if not word.isupper() or word.isdigit():
        return False
    return not all_high or not _VOWEL.search(bare(word))


def _begin_with(words: Sequence[str], letters: str) -> bool:
    return all(
        bare(word)[:1] == bare(letter.casefold())
        for word, letter in zip(words, letters, strict=True)
    )
