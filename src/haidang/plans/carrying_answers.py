"""What units answered to a plan when it is replaced: unchanged items keep their answers."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from haidang.ledger.commands import record
from haidang.orgs.models import Unit, User
from haidang.plans.cascade import within
from haidang.plans.detailed_turns import words_of
from haidang.plans.enums import DetailedStatus, TaskKind
from haidang.plans.heirs import strongest
from haidang.plans.models import Answer, Assignment, Detailed, OwnItem, Plan, Task

SAID = ("how", "words", "owner", "due_on", "reason")
ADDED = ("ordinal", "title", "words", "owner", "due_on", "at", "by_id")
FIRST = 1  # the version of all that a unit did not say itself

Heirs = dict[int, Detailed]


def carry_answers(replaced: Iterable[Plan], plan: Plan, same: Mapping[int, Task], by: User) -> None:
    """Let each unit go on with what it answered to a plan that was replaced.

    `same` are the unchanged items, by the key of the task that each goes on from. What changed or
    came anew is silent again; the earlier detailed plan stays as it was, and is `took_over`.
    """
    earlier: dict[int, list[Detailed]] = defaultdict(list)
    found = Detailed.objects.filter(plan__in=[one.pk for one in replaced])
    for row in found.prefetch_related("took_over__unit").order_by("plan", "pk"):
        earlier[row.unit_id].append(row)
    if not earlier:
        return
    made = Detailed.objects.bulk_create(_heir(rows[0], plan) for rows in earlier.values())
    heirs = {row.unit_id: row for row in made}
    _link(earlier, heirs)
    rows = [row for rows in earlier.values() for row in rows]
    _copy_own_items(rows, heirs)
    copied = _copy_answers(rows, heirs, same)
    for unit, heir in heirs.items():
        names = [str(row.plan) for row in earlier[unit]]
        kept = copied.get(heir.pk, {})
        record("carry_detailed_plan", target=heir, by=by, took_over=names, touched=kept)


def give_on(detailed: Detailed, units: Sequence[Unit]) -> None:
    """What the predecessors were given is the successor's from now on; theirs stays in the rows."""
    rows = Assignment.objects.filter(within(detailed.plan, "task__"), unit__in=units)
    parts: dict[int, set[str]] = defaultdict(set)
    for task, part in rows.values_list("task", "part"):
        parts[task].add(part)
    own = set(
        Assignment.objects.filter(within(detailed.plan, "task__"), unit=detailed.unit).values_list(
            "task", flat=True
        )
    )
    Assignment.objects.bulk_create(
        Assignment(task_id=task, unit=detailed.unit, part=strongest(given))
        for task, given in parts.items()
        if task not in own
    )


def touched_by(answer: Answer) -> dict[str, Any]:
    """An answer that was said before, as the ledger keeps it."""
    none = words_of(None)
    facts = [[name, none[name], said] for name, said in words_of(answer).items() if said]
    return {"version": answer.version, "changes": facts}


def _heir(row: Detailed, plan: Plan) -> Detailed:
    is_over = row.status == DetailedStatus.TAKEN_OVER
    return Detailed(
        unit=row.unit,
        plan=plan,
        year=plan.year,
        status=DetailedStatus.TAKEN_OVER if is_over else DetailedStatus.DRAFTING,
        signer_post=row.signer_post,
        signer_name=row.signer_name,
        version=FIRST,
    )


def _link(earlier: Mapping[int, list[Detailed]], heirs: Heirs) -> None:
    """Note what each goes on with: the own ones from before, and those of units that ended."""
    links: set[tuple[int, int]] = set()
    for unit, rows in earlier.items():
        heir = heirs[unit]
        before = {one for row in rows for one in row.took_over.all()}
        ended = [one.unit for one in before if one.unit_id != unit and one.unit_id in heirs]
        own = [*rows, *(one for one in before if one.unit_id == unit)]
        links |= {(heir.pk, one.pk) for one in own}
        links |= {(heir.pk, heirs[one.pk].pk) for one in ended}
        if ended:
            give_on(heir, ended)
    through = Detailed.took_over.through
    through.objects.bulk_create(
        through(from_detailed_id=heir, to_detailed_id=before) for heir, before in sorted(links)
    )


def _copy_answers(
    rows: Sequence[Detailed], heirs: Heirs, same: Mapping[int, Task]
) -> dict[int, dict[int, dict[str, Any]]]:
    pairs = Assignment.objects.filter(task__in=[task.pk for task in same.values()])
    given = set(pairs.values_list("unit", "task"))
    units = {row.pk: row.unit_id for row in rows}
    copies: dict[tuple[int, int], Answer] = {}
    for said in Answer.objects.filter(detailed__in=units, task__in=list(same)).order_by("pk"):
        heir, task = heirs[units[said.detailed_id]], same[said.task_id]
        if task.kind != TaskKind.DIRECTION and (heir.unit_id, task.pk) not in given:
            continue
        facts = {name: getattr(said, name) for name in SAID}
        copies[heir.pk, task.pk] = Answer(
            detailed=heir, task=task, version=FIRST, at=said.at, by_id=said.by_id, **facts
        )
    Answer.objects.bulk_create(copies.values(), batch_size=500)
    touched: dict[int, dict[int, dict[str, Any]]] = defaultdict(dict)
    for (heir_key, task_key), answer in copies.items():
        touched[heir_key][task_key] = touched_by(answer)
    return touched


def _copy_own_items(rows: Sequence[Detailed], heirs: Heirs) -> None:
    units = {row.pk: row.unit_id for row in rows}
    ordinals: dict[int, int] = defaultdict(int)
    copies = []
    for item in OwnItem.objects.filter(detailed__in=units).order_by("detailed", "ordinal"):
        heir = heirs[units[item.detailed_id]]
        ordinals[heir.pk] += 1
        facts = {name: getattr(item, name) for name in ADDED} | {"ordinal": ordinals[heir.pk]}
        copies.append(OwnItem(detailed=heir, **facts))
    OwnItem.objects.bulk_create(copies, batch_size=500)
