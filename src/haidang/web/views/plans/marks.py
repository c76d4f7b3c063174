"""The numbered marks that tie words of a sentence to the facts read from them."""

import re
from dataclasses import dataclass

from haidang.plans.models import Plan, Task

OWNER, WITH, DEADLINE = "owner", "with", "deadline"


@dataclass(frozen=True, slots=True)
class Mark:
    """Where in the text a fact of a task stands, and the number that both carry."""

    number: int
    fact: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a sentence; `pin` numbers the words of a mark."""

    text: str
    pin: int | None = None


def marks_of(task: Task, plan: Plan) -> list[Mark]:
    """The marks of one task, numbered in the order in which its card lists the facts."""
    text = plan.revision.text
    places = [
        (OWNER, _heading_of(task, plan) or _find(text, task.unit_phrase, task)),
        (WITH, next(filter(None, (_find(text, p, task) for p in task.coordinate_phrases)), None)),
        (DEADLINE, _deadline(task)),
    ]
    found = [(fact, place) for fact, place in places if place]
    return [Mark(number, fact, *place) for number, (fact, place) in enumerate(found, start=1)]


def pieces_of(text: str, start: int, end: int, marks: list[Mark]) -> tuple[Piece, ...]:
    """A stretch of text cut at the marks inside it, in order."""
    inside = [mark for mark in marks if start <= mark.start and mark.end <= end]
    pieces, at = [], start
    for mark in sorted(inside, key=lambda mark: mark.start):
        if mark.start >= at:
            pieces += [
                Piece(plain(text[at : mark.start])),
                Piece(plain(text[mark.start : mark.end]), mark.number),
            ]
            at = mark.end
    pieces.append(Piece(plain(text[at:end])))
    return tuple(piece for piece in pieces if piece.text)


def plain(text: str) -> str:
    """The words without line breaks and the asterisks of bold type."""
    return re.sub(r"\s+", " ", text.replace("**", ""))


def _deadline(task: Task) -> tuple[int, int] | None:
    if task.deadline_start is None or task.deadline_end is None:
        return None
    return task.deadline_start, task.deadline_end


def _heading_of(task: Task, plan: Plan) -> tuple[int, int] | None:
    above = [part for part in plan.header.get("sections", []) if part["start"] <= task.start]
    named = [
        part for part in above if task.unit_phrase and task.unit_phrase in (part["title"] or "")
    ]
    return (named[-1]["start"], named[-1]["end"]) if named else None


def _find(text: str, phrase: str, task: Task) -> tuple[int, int] | None:
    if not phrase.strip():
        return None
    words = re.compile(r"\s+".join(map(re.escape, phrase.split())))
    found = words.search(text, task.start, task.end)
    return found.span() if found else None
