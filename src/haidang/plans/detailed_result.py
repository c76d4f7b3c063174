"""The plan that a unit's own detailed plan becomes once it was issued, from the very document.

Our reader sorts its sentences; the tasks are those that the unit said, each where its words stand.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from haidang import clock
from haidang.documents.models import Revision
from haidang.orgs.models import User
from haidang.plans.detailed_document import Line, date_words, lines_of, unchanging
from haidang.plans.enums import Bucket, Certainty, PlanStatus, TaskKind, TaskStatus
from haidang.plans.keeping import add_items, add_original, add_targets, facts_of
from haidang.plans.models import (
    Answer,
    Assignment,
    Detailed,
    FurtherOwner,
    Owner,
    Plan,
    Task,
)
from haidang.plans.owners import assignments_for, members_on
from haidang.plans.proposing import owned, section_labels
from haidang.plans.recognition import Gazetteer
from haidang.plans.titles import short_title
from haidang.text import read
from haidang.text.blocks import Reading
from haidang.text.layout.wording import POINT_LETTERS

LEAST_ALIKE = 0.6  # of the words of a line, where a person wrote it otherwise in Word


@dataclass(frozen=True, slots=True)
class Found:
    """A line of the detailed plan with its place in the issued text."""

    line: Line
    start: int
    end: int


def plan_of(detailed: Detailed, revision: Revision, by: User) -> tuple[Plan, list[Task]]:
    """The plan of the unit, carried out from now on, with its tasks and whom they are given to."""
    reading = read(revision.text.encode())
    assert reading.text == revision.text  # as it was kept: NFC, one paragraph a line
    answered, own = lines_of(detailed)
    lines = [*answered, *own]
    found = list(_found(lines, reading))
    plan = Plan.objects.create(
        revision=revision,
        unit=detailed.unit,
        year=detailed.year,
        status=PlanStatus.ADOPTED,
        header=facts_of(reading),
        warnings=[*reading.warnings, *_lost(lines, found)],
        adopted_at=clock.now(),
        adopted_by=by,
    )
    items = add_items(plan, reading)
    tasks = _add_tasks(plan, found, reading)
    _sort_own_words(plan, found, detailed, reading.text)
    add_targets(plan, reading.targets, items, tasks)
    add_original(plan, reading.places)
    return plan, tasks


def _sort_own_words(plan: Plan, found: Sequence[Found], detailed: Detailed, text: str) -> None:
    """What stands in the document of our own writing is known, whatever the reader made of it."""
    known = unchanging(detailed)
    own = [
        (start, end, known[text[start:end]])
        for start, end in _paragraphs(text)
        if text[start:end] in known
    ]
    for start, end, bucket in [*own, *((one.start, one.end, Bucket.TASK) for one in found)]:
        under = plan.items.filter(is_sentence=True, start__lt=end, end__gt=start)
        under.update(bucket=bucket)


def _found(lines: Sequence[Line], reading: Reading) -> Iterator[Found]:
    """Each line where it stands: word for word, or where most of its words are."""
    taken: set[int] = set()
    paragraphs = list(_paragraphs(reading.text))
    for line in lines:
        exact = [at for at in paragraphs if reading.text[at[0] : at[1]] == line.text]
        near = exact or sorted(paragraphs, key=lambda at: -_alike(reading.text, at, line.text))
        place = next((at for at in near if at[0] not in taken), None)
        if place and (exact or _alike(reading.text, place, line.text) >= LEAST_ALIKE):
            taken.add(place[0])
            yield Found(line, *place)


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for whole in text.splitlines(keepends=True):
        said = whole.strip().removeprefix("- ").strip()
        if said:
            begin = start + whole.index(said)
            yield begin, begin + len(said)
        start += len(whole)


def _alike(text: str, place: tuple[int, int], line: str) -> float:
    words, others = set(text[slice(*place)].casefold().split()), set(line.casefold().split())
    return len(words & others) / max(len(words | others), 1)


def _lost(lines: Sequence[Line], found: Sequence[Found]) -> list[str]:
    there = {id(one.line) for one in found}
    lost = [_name(line) for line in lines if id(line) not in there]
    words = "Không tìm thấy trong văn bản đã ban hành, nên chưa thành nhiệm vụ: "
    return [f"{words}{'; '.join(lost)}."] if lost else []


def _name(line: Line) -> str:
    source = line.source
    return f"mục {source.task.label}" if isinstance(source, Answer) else f"“{source.title}”"


def _add_tasks(plan: Plan, found: Sequence[Found], reading: Reading) -> list[Task]:
    gazetteer = Gazetteer(plan.unit, plan.first_day)
    labels, ordinals = section_labels(reading.sections), dict[str, int]()
    made, owners = [], []
    for one in sorted(found, key=lambda one: one.start):
        section = labels.at(one.start)
        ordinals[section] = ordinals.get(section, 0) + 1
        given: Sequence[Owner] = owned(gazetteer.resolve(one.line.source.owner)).owners
        made.append(_task(plan, one, f"{section}.{_letter(ordinals[section])}", reading.text))
        owners.append(list(given) or [plan.unit])
        made[-1].take_first(owners[-1])
    tasks = Task.objects.bulk_create(made)
    pairs = list(zip(tasks, owners, strict=True))
    FurtherOwner.objects.bulk_create(
        row for task, who in pairs for row in FurtherOwner.rows_for(task, who)
    )
    members = members_on(plan.first_day)
    Assignment.objects.bulk_create(row for task in tasks for row in assignments_for(task, members))
    return tasks


def _letter(ordinal: int) -> str:
    letters = POINT_LETTERS
    return letters[ordinal - 1] if ordinal <= len(letters) else str(ordinal)


def _task(plan: Plan, one: Found, label: str, text: str) -> Task:
    source, day = one.line.source, one.line.day
    phrase = f"chậm nhất {date_words(day)}" if day else ""
    at = text.find(phrase, one.start, one.end) if phrase else -1
    is_written = at >= 0
    return Task(
        plan=plan,
        kind=TaskKind.DUTY,
        label=label.lstrip(".")[:40],
        title=short_title(one.line.words)[:300],
        text=text[one.start : one.end],
        start=one.start,
        end=one.end,
        unit_phrase=source.owner[:500],
        deadline_phrase=phrase if is_written else "",
        deadline_start=at if is_written else None,
        deadline_end=at + len(phrase) if is_written else None,
        deadline_rule="said" if day else "",
        due_on=day,
        due_confirmed_at=source.at if day else None,
        due_confirmed_by=source.by if day else None,
        certainty=Certainty.HIGH,
        status=TaskStatus.ACCEPTED,
        above=source.task if isinstance(source, Answer) else None,
    )
