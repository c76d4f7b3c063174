"""The stories of the demonstration, each a file of marks: facts, Vietnamese words, English ones.

They say what the founding plan and the law say, and what is known of the place; no figures and no
people were made up. There is no Khmer: nobody has signed any off.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent
ENGLISH = "--- en\n"


@dataclass(frozen=True, slots=True)
class Words:
    """A story in one language; `body` is written with marks."""

    title: str
    standfirst: str
    body: str
    where: str = ""
    contact: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """A story as its file tells it."""

    facts: dict[str, str]
    sources: tuple[str, ...]
    scenes: tuple[str, ...]
    words: Words
    english: Words | None


@cache
def told(name: str) -> Told:
    """Read one story."""
    head, _, text = (FOLDER / f"{name}.md").read_text("utf-8").partition("---\n")
    rows = [line.split(": ", 1) for line in head.splitlines()]
    several = {"source", "scene"}
    words, _, english = text.partition(ENGLISH)
    return Told(
        facts={key: value for key, value in rows if key not in several},
        sources=tuple(value for key, value in rows if key == "source"),
        scenes=tuple(value for key, value in rows if key == "scene"),
        words=_words(words),
        english=_words(english) if english else None,
    )


def _words(text: str) -> Words:
    """The lines before the first blank one are marked: title, standfirst, where, contact."""
    head, _, body = text.partition("\n\n")
    marked = {line[0]: line[2:] for line in head.splitlines()}
    return Words(marked["#"], marked[">"], body.strip(), marked.get("@", ""), marked.get("+", ""))
