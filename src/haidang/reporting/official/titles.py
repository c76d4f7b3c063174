"""What a report is called, and the period it is about."""

from haidang.reporting.sheet import Content


def period_of(round: Content) -> str:
    """The period as a title has it: "năm 2024"."""
    return str(round.get("period") or f"năm {round['year']}")


def title_of(content: Content) -> str:
    """The subject line: what the report is about, and its period."""
    round = content["round"]
    return f"{round['title']} {period_of(round)}"


def small(words: str) -> str:
    """The words as they go on within a sentence; a name in capitals stays one."""
    first = words.split(" ", 1)[0]
    return words if first.isupper() and len(first) > 1 else f"{words[:1].lower()}{words[1:]}"
