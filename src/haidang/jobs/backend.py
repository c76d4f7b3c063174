"""What a job is: a function that a worker runs later, with how often and how long it may be tried.

    @job(attempts=3)
    def send_letter(pk: int) -> None: ...

    send_letter.enqueue(letter.pk)

The row is written in the caller's transaction: nothing is done for what never happened. A job may
be run twice, when its worker died or lost its lease, so what it does must bear that.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ParamSpec, TypeVar

from django_tasks.base import Task
from django_tasks_db.backend import DatabaseBackend

P = ParamSpec("P")
T = TypeVar("T")

# Wagtail's own tasks keep to the library's default, which runs them at once.
NAME = "jobs"


@dataclass(frozen=True, slots=True, kw_only=True)
class Job(Task[P, T]):
    """A task with its bounds: attempts in all, and seconds for each."""

    attempts: int = 6
    seconds: int = 120


class Backend(DatabaseBackend):
    """The library's table of tasks, holding jobs."""

    task_class = Job  # type: ignore[assignment]  # the library says Task, and means any kind of it


def job(
    *, attempts: int = 6, seconds: int = 120, priority: int = 0
) -> Callable[[Callable[P, T]], Job[P, T]]:
    """Make a job of a function at the level of a module; its arguments are what JSON can hold."""

    def made(function: Callable[P, T]) -> Job[P, T]:
        return Job(
            func=function, backend=NAME, priority=priority, attempts=attempts, seconds=seconds
        )

    return made
