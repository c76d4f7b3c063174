"""Which rows of the matrix a person asked for: by place, by words, by who does it, by state."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from haidang.orgs.naming import bare
from haidang.plans.models import Task


class HasState(Protocol):
    """A cell, as far as it is asked for here."""

    @property
    def state(self) -> str:
        """How far the unit is; "" where it has no part and did nothing."""

    @property
    def part(self) -> object:
        """What it was given, if anything."""


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What narrows the rows; nothing of it, and all are shown."""

    section: str = ""
    words: str = ""
    state: str = ""
    only_late: bool = False
    hides_done: bool = False
    only_given: bool = False
    only: frozenset[int] | None = None  # keys of tasks

    def by_task(self, tasks: Iterable[Task]) -> list[Task]:
        """The tasks at the place, with the words, of those asked for."""
        return [task for task in tasks if self._fits(task)]

    def keeps(self, cells: Sequence[HasState]) -> bool:
        """Whether a row is shown, by the states of its cells."""
        states = {cell.state for cell in cells if cell.part}
        if self.only_given and not any(cell.state for cell in cells):
            return False
        if self.hides_done and states == {"ok"}:
            return False
        return {"late"} & states != set() if self.only_late else self._has(states)

    def _has(self, states: set[str]) -> bool:
        return not self.state or self.state in states

    def _fits(self, task: Task) -> bool:
        if self.only is not None and task.pk not in self.only:
            return False
        if self.section and task.label.split(".")[0] != self.section:
            return False
        if not self.words:
            return True
        said = bare(f"{task.label} {task.title} {task.text}").casefold()
        return all(word in said for word in bare(self.words).casefold().split())
