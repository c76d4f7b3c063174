"""How long words take when they are read aloud, by syllables, corrected by experience."""

import re

from haidang.broadcast.speaking.marks import without_marks

# Seconds a syllable of an announcer of a commune, with the rests between sentences.
USUAL = {"vi": 0.27, "km": 0.33, "en": 0.24}
REST = {"\n": 0.6, ".": 0.35, "!": 0.35, "?": 0.35, ";": 0.25, ":": 0.2, ",": 0.15, "។": 0.4}
_WORD = re.compile(r"[^\W\d_]+")
# A Khmer syllable begins with a consonant that does not stand below another.
_KHMER = re.compile(r"(?<!\u17d2)[\u1780-\u17a2\u17a5-\u17b3]")
_VOWELS = re.compile(r"[aeiouy]+", re.IGNORECASE)


def syllables(words: str, language: str = "vi") -> int:
    """How many syllables are said; in Vietnamese a word between spaces is one."""
    plain = without_marks(words)
    if language == "km":
        # Every second consonant ends the syllable of the one before it, more or less.
        return round(len(_KHMER.findall(plain)) * 0.6)
    if language == "en":
        return sum(max(1, len(_VOWELS.findall(word))) for word in _WORD.findall(plain))
    return len(_WORD.findall(plain))


def rests(words: str) -> float:
    """The seconds between sentences and their parts."""
    return sum(REST.get(sign, 0.0) for sign in without_marks(words))


def estimated_seconds(words: str, language: str = "vi", experience: float | None = None) -> float:
    """How long words in spoken form take; `experience` is measured against estimated before."""
    usual = syllables(words, language) * USUAL.get(language, USUAL["vi"]) + rests(words)
    return usual * (experience or 1.0)


def experience_of(measured: list[tuple[float, float]]) -> float | None:
    """By how much longer than estimated announcers took: the middle of (measured, estimated).

    None under three recordings. One that is far off is not of these words, and moves nothing.
    """
    shares = sorted(took / thought for took, thought in measured if thought > 0)
    shares = [share for share in shares if 0.4 <= share <= 2.5]
    return shares[len(shares) // 2] if len(shares) >= 3 else None
