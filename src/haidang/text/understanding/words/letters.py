"""Patterns in which A-Z and a-z mean the Vietnamese letters too."""

import re

CAPITALS = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
SMALL = "a-z" + CAPITALS[3:].lower()


def compiled(source: str, flags: int = 0) -> re.Pattern[str]:
    """Compile a pattern; its ranges A-Z and a-z take in every Vietnamese letter.

    >>> compiled("[A-Z][a-z]+").fullmatch("Điều") is not None
    True
    """
    return re.compile(source.replace("A-Z", CAPITALS).replace("a-z", SMALL), flags)


def is_capitals(words: str) -> bool:
    """Whether the words have capital letters and no small ones."""
    return words.upper() == words and words.lower() != words
