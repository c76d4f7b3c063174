"""The tasks that a unit was given, as rows: by a day, by a period that comes back, or steadily.

What a row says is derived from the log and from nothing else: nobody ticks a task off. Who only
helps is never late.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from haidang import clock
from haidang.activities.queries.rhythms import Done, Standing, standing_of
from haidang.plans.beats import Beat
from haidang.plans.beats import is_by_periods as comes_in_periods
from haidang.plans.enums import Part
from haidang.plans.models import Assignment, Task
from haidang.web import wording
from haidang.web.views.work.rows import Row, due_words, in_this_week, link, overdue_words

PARTS = {part.value: part.label.capitalize() for part in Part}
NAMED = 3  # so many of the periods missed before are named
NOTHING = Done(0, dt.date.min)


@dataclass(frozen=True, slots=True)
class Duties:
    """The rows of a unit's tasks by how they press."""

    late: list[Row] = field(default_factory=list)
    week: list[Row] = field(default_factory=list)
    later: list[Row] = field(default_factory=list)
    steady: list[Row] = field(default_factory=list)


def sorted_duties(given: Sequence[Assignment], done: Mapping[int, Done]) -> Duties:
    """Sort what a unit was given by how it presses today."""
    duties = Duties()
    for assignment in given:
        so_far = done.get(assignment.task_id, NOTHING)
        if is_by_periods(assignment.task):
            _place_periods(duties, assignment, so_far)
        else:
            _place_dated(duties, assignment, so_far)
    return duties


def is_by_periods(task: Task) -> bool:
    """Whether a task is due in each of its periods; once a year by a day is just that day."""
    return comes_in_periods(task.rhythm, task.due_on)


def _place_dated(duties: Duties, assignment: Assignment, done: Done) -> None:
    due_on = assignment.task.due_on
    if due_on is None:
        duties.steady.append(_steady(assignment, done))
    elif in_this_week(due_on):
        duties.week.append(_dated(assignment, due_on, done))
    elif due_on > clock.today():
        duties.later.append(_dated(assignment, due_on, done))
    elif not done.count and assignment.part != Part.COORDINATE:
        duties.late.append(_late(assignment, due_on))


def _place_periods(duties: Duties, assignment: Assignment, done: Done) -> None:
    standing = standing_of(assignment.task, done.days, clock.today())
    is_late = bool(standing.missed) and assignment.part != Part.COORDINATE
    if is_late:
        duties.late.append(_missed(assignment, standing.missed))
    coming = standing.next
    if coming is not None and not standing.is_next_kept:
        presses = in_this_week(coming.due_on)
        if presses or not is_late:
            (duties.week if presses else duties.later).append(_coming(assignment, coming, done))
    elif not standing.missed:
        duties.steady.append(_kept(assignment, standing, done))
    elif not is_late:
        duties.steady.append(_steady(assignment, done))


def _why(assignment: Assignment) -> Iterator[str]:
    yield assignment.task.label
    yield PARTS[assignment.part]


def _late(assignment: Assignment, due_on: dt.date) -> Row:
    return Row(
        title=assignment.task.title,
        why=" · ".join([f"Hạn {wording.day_short(due_on)}", *_why(assignment)]),
        url=link("task", assignment.task_id),
        kind="late",
        word=overdue_words(due_on),
        edge="late",
    )


def _dated(assignment: Assignment, due_on: dt.date, done: Done) -> Row:
    kind, word = ("soon", "Sắp đến hạn") if in_this_week(due_on) else ("none", "Chưa thực hiện")
    if done.count:
        kind, word = "run", "Đang thực hiện"
    return Row(
        title=assignment.task.title,
        why=" · ".join([*_why(assignment), *_lately(done)]),
        url=link("task", assignment.task_id),
        kind=kind,
        word=word,
        date=due_words(due_on),
    )


def _steady(assignment: Assignment, done: Done) -> Row:
    return Row(
        title=assignment.task.title,
        why=" · ".join([*_why(assignment), *_lately(done)]),
        url=link("task", assignment.task_id),
        kind="run" if done.count else "none",
        word="Đang thực hiện" if done.count else "Chưa thực hiện",
    )


def _missed(assignment: Assignment, missed: Sequence[Beat]) -> Row:
    last = missed[-1]
    said = [f"Hạn {wording.day_short(last.due_on)}", "chưa ghi", *_why(assignment)]
    before = [beat.name for beat in reversed(missed[:-1])]
    if before:
        more = f" và {len(before) - NAMED} kỳ nữa" if len(before) > NAMED else ""
        said.append(f"còn thiếu {', '.join(before[:NAMED])}{more}")
    return Row(
        title=f"{assignment.task.title}, {last.name}",
        why=" · ".join(said),
        url=link("task", assignment.task_id),
        kind="late",
        word=overdue_words(last.due_on),
        edge="late",
    )


def _coming(assignment: Assignment, beat: Beat, done: Done) -> Row:
    in_time = sum(beat.first <= day <= beat.last for day in done.days)
    so_far = f"đã ghi {in_time}/{beat.needed}" if beat.needed > 1 else "chưa ghi"
    return Row(
        title=f"{assignment.task.title}, {beat.name}",
        why=" · ".join([so_far, *_why(assignment), *_lately(done)]),
        url=link("task", assignment.task_id),
        kind="soon" if in_this_week(beat.due_on) else "none",
        word="Sắp đến hạn" if in_this_week(beat.due_on) else "Chưa thực hiện",
        date=due_words(beat.due_on),
    )


def _kept(assignment: Assignment, standing: Standing, done: Done) -> Row:
    word = f"Đã ghi {standing.next.name}" if standing.next else "Đủ các kỳ"
    return Row(
        title=assignment.task.title,
        why=" · ".join([*_why(assignment), *_lately(done)]),
        url=link("task", assignment.task_id),
        kind="done",
        word=word,
    )


def _lately(done: Done) -> Iterator[str]:
    if done.count:
        last = wording.day_short(done.last)
        yield f"{wording.number(done.count)} hoạt động, lần cuối {last}"
