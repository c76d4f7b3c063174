"""A remark as a reviewer gives it, pinned to a section, to one indicator or paragraph in it."""

from dataclasses import dataclass

from haidang.reporting.enums import RemarkKind


@dataclass(frozen=True, slots=True)
class Remarked:
    """What is wrong at one place: the section's ordinal, the indicator's code or the paragraph."""

    section: int
    kind: RemarkKind
    text: str
    code: str = ""
    paragraph: int | None = None  # counted from 1
