"""What a reading proposes as tasks: whose they are, until when, and how sure we are of it."""

import datetime as dt
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from haidang.orgs.models import Unit
from haidang.plans.enums import Certainty, TaskKind
from haidang.plans.models import Plan, Task
from haidang.plans.recognition import NOTHING, Gazetteer, Recognised
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


def propose_tasks(plan: Plan, reading: Reading) -> list[Task]:
    """Add the duties and directions of a reading to its plan, as proposed tasks."""
    gazetteer = Gazetteer(plan.unit, plan.first_day)
    tasks = Task.objects.bulk_create(_proposed(plan, duty, gazetteer) for duty in reading.duties)
    for task, duty in zip(tasks, reading.duties, strict=True):
        task.coordinators.set(_coordinators(task, duty, gazetteer))
    return tasks


def certainty_of(owner: Recognised, *, kind: TaskKind, is_read_well: bool) -> Certainty:
    """How sure we are: as sure as the reader, and as the name of the unit lets us be."""
    if not is_read_well or (kind == TaskKind.DUTY and not owner.is_found):
        return Certainty.LOW
    return Certainty.HIGH if owner.is_exact or kind == TaskKind.DIRECTION else Certainty.MIDDLE


def _proposed(plan: Plan, duty: Duty, gazetteer: Gazetteer) -> Task:
    phrase = duty.lead or duty.unit or ""
    kind = TaskKind.DUTY if phrase else TaskKind.DIRECTION
    owner = gazetteer.recognise(phrase) if phrase else NOTHING
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
        unit=owner.unit,
        group=owner.group,
        recurrence=(duty.recurrence or "")[:100],
        certainty=certainty_of(owner, kind=kind, is_read_well=is_read_well),
    )
    _set_deadline(task, duty)
    return task


def _set_deadline(task: Task, duty: Duty) -> None:
    if (deadline := duty.deadline) is None:
        return
    task.deadline_phrase = deadline.phrase[:300]
    task.deadline_start, task.deadline_end = deadline.start, deadline.end
    task.deadline_rule = deadline.rule[:60]
    task.due_on = dt.date.fromisoformat(deadline.due_on) if deadline.due_on else None
    task.due_year_from = deadline.year_from or ""


def _coordinators(task: Task, duty: Duty, gazetteer: Gazetteer) -> list[Unit]:
    found: dict[Unit, None] = {}
    for phrase in duty.coordinate:
        meant = gazetteer.recognise(phrase)
        if meant.is_exact and meant.unit:
            found[meant.unit] = None
        elif meant.is_exact and meant.group:
            found.update(dict.fromkeys(meant.group.members(task.plan.first_day)))
    return [unit for unit in found if unit != task.unit]
