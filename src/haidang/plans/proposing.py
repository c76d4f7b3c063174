"""What a reading proposes as tasks: whose they are, until when, and how sure we are of it."""

import datetime as dt
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from haidang.orgs.models import Unit
from haidang.plans.enums import Certainty, TaskKind
from haidang.plans.models import FurtherOwner, Owner, Plan, Task
from haidang.plans.owners import Members, members_on
from haidang.plans.recognition import Gazetteer, Meaning
from haidang.plans.titles import short_title
from haidang.text.blocks import Certainty as Reliability
from haidang.text.blocks import Duty, Reading, Section


@dataclass(frozen=True, slots=True)
class SectionLabels:
    """The label of the section that a place in the text belongs to: "III.4"."""

    starts: tuple[int, ...]
    labels: tuple[str, ...]

    def at(self, place: int) -> str:
        """The label at a place, empty before the first heading."""
        before = bisect_right(self.starts, place)
        return self.labels[before - 1] if before else ""


def section_labels(sections: Sequence[Section]) -> SectionLabels:
    """The labels of all headings, each with those above it."""
    open_levels: dict[int, str] = {}
    labels = []
    for section in sections:
        open_levels = {level: text for level, text in open_levels.items() if level < section.level}
        open_levels[section.level] = section.label
        labels.append(".".join(open_levels.values())[:40])
    return SectionLabels(tuple(section.start for section in sections), tuple(labels))


@dataclass(frozen=True, slots=True)
class Owned:
    """Whom a phrase gives a task to, in its order, and how sure that is."""

    owners: tuple[Owner, ...] = ()
    certainty: Certainty = Certainty.LOW


def propose_tasks(plan: Plan, reading: Reading) -> list[Task]:
    """Add the duties and directions of a reading to its plan, as proposed tasks."""
    gazetteer = Gazetteer(plan.unit, plan.first_day)
    given = [owned(gazetteer.resolve(duty.lead or duty.unit or "")) for duty in reading.duties]
    pairs = list(zip(reading.duties, given, strict=True))
    tasks = Task.objects.bulk_create(_proposed(plan, duty, whose) for duty, whose in pairs)
    FurtherOwner.objects.bulk_create(
        row
        for task, whose in zip(tasks, given, strict=True)
        for row in FurtherOwner.rows_for(task, whose.owners)
    )
    _add_coordinators(plan, tasks, given, gazetteer)
    return tasks


def owned(parts: Sequence[Meaning]) -> Owned:
    """Whom the parts of a phrase name. One that is not known makes the whole uncertain.

    Whoever is named only as concerned ("các đơn vị liên quan") is shown, and given nothing.
    """
    named = [part for part in parts if not part.is_generic]
    owners = tuple(dict.fromkeys(part.best for part in named if part.best))
    if not owners or any(part.best is None for part in named):
        return Owned(owners, Certainty.LOW)
    is_certain = all(part.is_certain for part in named)
    return Owned(owners, Certainty.HIGH if is_certain else Certainty.MIDDLE)


def certainty_of(whose: Owned, *, kind: TaskKind, is_read_well: bool) -> Certainty:
    """How sure we are: as sure as the reader, and as the names of the units let us be."""
    if not is_read_well:
        return Certainty.LOW
    return Certainty.HIGH if kind == TaskKind.DIRECTION else whose.certainty


def _proposed(plan: Plan, duty: Duty, whose: Owned) -> Task:
    phrase = duty.lead or duty.unit or ""
    kind = TaskKind.DUTY if phrase else TaskKind.DIRECTION
    is_read_well = duty.certainty is Reliability.HIGH
    task = Task(
        plan=plan,
        kind=kind,
        label=duty.label[:40],
        title=short_title(duty.text, duty.coordinate),
        text=" ".join(duty.text.replace("**", "").split()),
        start=duty.start,
        end=duty.end,
        unit_phrase=(duty.unit or phrase)[:500],
        lead_phrase=(duty.lead or "")[:500],
        coordinate_phrases=list(duty.coordinate),
        recurrence=(duty.recurrence or "")[:100],
        rhythm=asdict(duty.repeats) if duty.repeats else None,
        certainty=certainty_of(whose, kind=kind, is_read_well=is_read_well),
    )
    task.take_first(whose.owners)
    _set_deadline(task, duty)
    return task


def _set_deadline(task: Task, duty: Duty) -> None:
    if (deadline := duty.deadline) is None:
        return
    task.deadline_phrase = deadline.phrase[:300]
    task.deadline_start, task.deadline_end = deadline.start, deadline.end
    task.deadline_rule = deadline.rule[:60]
    task.due_on, task.due_or_on = _day(deadline.due_on), _day(deadline.or_on)
    task.window_from, task.window_until = _day(deadline.from_on), _day(deadline.until_on)
    task.counted_from = deadline.counted_from or ""
    task.due_year_from = deadline.year_from or ""
    if task.due_on and deadline.certainty is Reliability.LOW and task.certainty == Certainty.HIGH:
        task.certainty = Certainty.MIDDLE


def _day(written: str | None) -> dt.date | None:
    return dt.date.fromisoformat(written) if written else None


def _add_coordinators(
    plan: Plan, tasks: Sequence[Task], given: Sequence[Owned], gazetteer: Gazetteer
) -> None:
    members = members_on(plan.first_day)
    beside = Task.coordinators.through
    beside.objects.bulk_create(
        beside(task_id=task.pk, unit_id=unit.pk)
        for task, whose in zip(tasks, given, strict=True)
        for unit in _coordinating(task, gazetteer, members)
        if unit not in whose.owners
    )


def _coordinating(task: Task, gazetteer: Gazetteer, members: Members) -> dict[Unit, None]:
    parts = (part for phrase in task.coordinate_phrases for part in gazetteer.resolve(phrase))
    return dict.fromkeys(unit for part in parts if part.thing for unit in members(part.thing))
