"""Sentences that carry figures, for suggestions and for the consolidated report. No database."""

from collections.abc import Iterable

BLANK = "{số}"


def figure_words(words: str, name: str, unit_name: str, figure: str) -> str:
    """Say one figure: by its own words, else by its name and unit.

    >>> figure_words("{số} buổi phát thanh", "Buổi phát thanh", "buổi", "12")
    '12 buổi phát thanh'
    """
    if BLANK in words:
        return words.replace(BLANK, figure)
    return f"{name[:1].lower()}{name[1:]} {figure} {unit_name}"


def sentence(opening: str, parts: Iterable[str]) -> str:
    """Join the parts after an opening into one sentence.

    >>> sentence("Đã phát", ["12 buổi", "6 giờ"])
    'Đã phát 12 buổi, 6 giờ.'
    """
    joined = f"{opening} {', '.join(parts)}".strip()
    return f"{joined[:1].upper()}{joined[1:]}."
