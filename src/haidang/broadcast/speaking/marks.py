"""How words are marked that no rule is sure of: an announcer decides, nothing is guessed."""

import re

_MARK = re.compile(r"\[\?([^\[\]]*)\]")


def unsure(words: str) -> str:
    """Mark words as they stand.

    >>> unsure("4.5")
    '[?4.5]'
    """
    return f"[?{words.replace('[', '(').replace(']', ')')}]"


def unsure_of(spoken: str) -> list[str]:
    """What an announcer still has to decide about, in order."""
    return _MARK.findall(spoken)


def without_marks(spoken: str) -> str:
    """The words alone, for a transcript or to count them."""
    return _MARK.sub(r"\1", spoken)
