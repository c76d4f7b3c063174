"""Words as an announcer says them, by rule. No Django."""


def spoken_form(words: str, language: str = "vi") -> str:
    """Words in the form in which they are said."""
    return words
