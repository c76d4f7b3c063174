"""How long a story takes to read."""

from django.utils.html import strip_tags

# Letters a minute: about 250 words of Vietnamese or English; Khmer, without blanks, goes by it too.
A_MINUTE = 1_200


def minutes(*words: str) -> int:
    """Whole minutes that words with or without marks take, never less than one.

    >>> minutes("<p>Một</p>")
    1
    """
    letters = sum(len(strip_tags(part)) for part in words)
    return max(1, round(letters / A_MINUTE))
