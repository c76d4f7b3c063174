"""Words as an announcer says them, by rule; what no rule is sure of is marked. No Django."""

import re

from haidang.broadcast.speaking.lengths import estimated_seconds, syllables
from haidang.broadcast.speaking.marks import unsure, unsure_of, without_marks
from haidang.broadcast.speaking.rules import in_words

__all__ = ["estimated_seconds", "spoken_form", "syllables", "unsure_of", "without_marks"]

_NUMBERS = re.compile(r"(?<!\[\?)[\d០-៩]+(?:[.,/:-][\d០-៩]+)*%?")


def spoken_form(words: str, language: str = "vi") -> str:
    """Words in the form in which they are said.

    Khmer and English stay as they are, with their numbers marked: a person who speaks them says
    how.

    >>> spoken_form("15.000 tấn, tăng 87,2 %")
    'mười lăm nghìn tấn, tăng tám mươi bảy phẩy hai phần trăm'
    """
    if language == "vi":
        return in_words(words)
    return _NUMBERS.sub(lambda found: unsure(found[0]), words)
