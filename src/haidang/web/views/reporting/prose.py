"""What the page of a piece of prose needs: suggestions to take, and the sources of what stands."""

from collections.abc import Sequence
from typing import Any

from haidang.errors import Issue
from haidang.reporting.checks import LONGEST_PROSE
from haidang.reporting.models import Report
from haidang.reporting.queries.filling import Step
from haidang.reporting.queries.suggestion import suggestions_of
from haidang.reporting.suggested import Suggested
from haidang.web.request import Request, number_asked

ALL = "tat-ca"


def prose_page(
    request: Request, found: Report, step: Step, issues: tuple[Issue, ...]
) -> dict[str, Any]:
    """The words as saved or as typed, with the suggestions that were just taken put at the end."""
    suggestions = suggestions_of(found, step.section) if step.is_open else []
    saved = step.prose.text if step.prose else ""
    text = request.POST.get("text", saved) if request.method == "POST" else saved
    taken = request.POST.get("take", "")
    if taken:
        text = with_taken(text, suggestions, taken)
    lines, offered = set(text.splitlines()), {one.text for one in suggestions}
    overtaken = any(issue.name == "overtaken" for issue in issues)
    return {
        "text": text,
        "longest": LONGEST_PROSE,
        "was_taken": bool(taken),
        "suggestions": [
            (number, one, one.text in lines) for number, one in enumerate(suggestions, 1)
        ],
        "all_taken": all(one.text in lines for one in suggestions),
        # Of what is offered below anyway, the sources stand there.
        "sources": [
            row for row in (step.prose.sources if step.prose else []) if row["text"] not in offered
        ],
        "theirs": saved if overtaken else "",
    }


def with_taken(text: str, suggestions: Sequence[Suggested], asked: str) -> str:
    """A text with one suggestion (by its number from 1), or all, that do not stand in it yet."""
    number, lines = number_asked(asked), text.rstrip().splitlines()
    wanted = [
        one.text
        for at, one in enumerate(suggestions, 1)
        if (asked == ALL or at == number) and one.text not in lines
    ]
    return "\n".join([*lines, *wanted])
