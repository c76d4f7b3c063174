"""The three ways a command refuses. Their words are Vietnamese and fit to show to the person."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Issue:
    """One thing that is missing or wrong: a stable name, a sentence, and the field it is about."""

    name: str
    message: str
    field: str = ""


class Refused(Exception):
    """A command did nothing, and says why. `status` is the HTTP status that answers it."""

    status = 400

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class NotAllowed(Refused):
    """This person may not do this."""

    status = 403


class WrongState(Refused):
    """The thing is not in a state in which this can be done."""

    status = 409


class Incomplete(Refused):
    """Something is missing or wrong in what was given; each part of it is an issue."""

    status = 422

    def __init__(self, issues: Sequence[Issue]) -> None:
        super().__init__(" ".join(issue.message for issue in issues))
        self.issues = tuple(issues)
