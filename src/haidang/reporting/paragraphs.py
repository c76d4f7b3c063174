"""The paragraphs of a section's words, and where one of them is after the words were mended."""

from haidang.text.compare import Kind, compare_paragraphs

LONGEST_QUOTE = 500


def paragraphs_of(text: str) -> list[str]:
    r"""The paragraphs of some words, without the blank lines between them.

    >>> paragraphs_of("Một.\n\nHai.")
    ['Một.', 'Hai.']
    """
    return [line.strip() for line in text.splitlines() if line.strip()]


def quoted(text: str, number: int) -> str | None:
    """The words of one paragraph, counted from 1, as a remark quotes them; None for no such."""
    found = paragraphs_of(text)
    return found[number - 1][:LONGEST_QUOTE] if 1 <= number <= len(found) else None


def place_now(before: str, number: int, now: str) -> int | None:
    r"""Which paragraph is now the one that was `number` before; None where it is gone.

    >>> place_now("Một.\nHai ba bốn.", 2, "Không.\nMột.\nHai ba bốn năm.")
    3
    """
    turns = compare_paragraphs(paragraphs_of(before), paragraphs_of(now))
    turn = next((one for one in turns if one.old == number - 1), None)
    if turn is None or turn.kind == Kind.REMOVED or turn.new is None:
        return None
    return turn.new + 1
