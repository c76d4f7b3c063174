"""Adopting an amendment, which asks each unit that carries a changed item; answering it."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from django.db import transaction

from haidang import clock
from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.ledger.commands import record
from haidang.orgs.models import Unit, User
from haidang.plans import queries, rules
from haidang.plans.amendment_checks import (
    before_amending,
    before_answering_change,
    unchanged_of,
)
from haidang.plans.carrying import carry_occasions
from haidang.plans.carrying_answers import carry_answers
from haidang.plans.enums import Amended, How, Part, PlanStatus, TaskStatus
from haidang.plans.going_on import hand_on, pairs_of, take_unchanged
from haidang.plans.heirs import heirs_of
from haidang.plans.models import AmendedItem, Amendment, Asked, Assignment, Plan, Task
from haidang.plans.once import answered, say_beside, turn_beside, words_of_asked
from haidang.plans.overtaking import Overtaken
from haidang.plans.owners import assignments_for, members_on

CARRIES = (Part.LEAD, Part.DOES)


@transaction.atomic
def adopt_amendment(*, plan: Plan, answer_by: dt.date | None, by: User) -> Plan:
    """Put an amendment into force: changed items are asked of whoever carries or carried them.

    Unchanged tasks go on under the new plan, with the work that was done for them, what units
    answered and by what they are measured; nobody reviews them anew. A plan that is amended as a
    whole is replaced, and stays as it was. Refuses with WrongState, NotAllowed, and
    Incomplete while anything waits for a decision or no day for the answers is given.
    """
    plan = (
        Plan.objects.select_for_update(no_key=True, of=("self",))
        .select_related("unit")
        .get(pk=plan.pk)
    )
    if not plan.can_become(PlanStatus.ADOPTED):
        raise WrongState(f"Kế hoạch này {plan.get_status_display()}.")
    if not rules.may_adopt(by, plan):
        raise NotAllowed("Chỉ chuyên viên hoặc lãnh đạo của cơ quan mới được đưa vào thực hiện.")
    amendment = _standing(plan)
    items = queries.comparison_of(amendment)
    if issues := before_amending(amendment, items, answer_by):
        raise Incomplete(issues)
    since = plan.revision.edition.issued_on or clock.today()
    unchanged = unchanged_of(items)
    kept = take_unchanged(unchanged)
    given = _give(plan)
    asked = _ask(amendment, items, given, since, answer_by)
    replaced = _replaced(amendment)
    _replace(amendment, items, since, replaced)
    if replaced:
        same = {before.pk: after for before, after in pairs_of(unchanged)}
        carry_answers(replaced, plan, same, by)
    hand_on(items, by)
    amendment.since, amendment.answer_by = since, answer_by if asked else None
    amendment.save(update_fields=["since", "answer_by"])
    plan.status, plan.adopted_at, plan.adopted_by = PlanStatus.ADOPTED, clock.now(), by
    plan.save(update_fields=["status", "adopted_at", "adopted_by"])
    changed = [item.task.label for item in items if item.kind != Amended.SAME]
    facts = {"amends": str(plan.amends), "since": since, "answer_by": amendment.answer_by}
    record(
        "adopt_amendment", target=plan, by=by, asked=asked, changed=changed, touched=kept, **facts
    )
    return plan


@transaction.atomic
def answer_amendment(
    *, asked: Asked, how: How, by: User, words: str = "", seen: int | None = None
) -> Asked:
    """Say for a unit what it does with a changed item; may be said again, each time is kept.

    It stands in the unit's detailed plan too: nobody is asked twice of one item.
    Refuses with WrongState once another plan took its place, NotAllowed, Overtaken, and Incomplete
    without words where it adapts or waives the item.
    """
    rows = Asked.objects.select_related("unit", "item__amendment__plan__amends")
    asked = rows.get(pk=asked.pk)
    if asked.item.amendment.plan.status != PlanStatus.ADOPTED:
        raise WrongState("Kế hoạch này đã được thay thế; không cần trả lời nữa.")
    if not rules.may_detail(by, asked.unit):
        raise NotAllowed("Chỉ người của đơn vị được hỏi mới được trả lời.")
    turn = turn_beside(asked, by)
    asked = rows.select_for_update(no_key=True, of=("self",)).get(pk=asked.pk)
    if seen is not None and seen != asked.version:
        since = [row for row in queries.answer_history(asked) if (row.version or 0) > seen]
        raise Overtaken(since, asked.version, by)
    if issues := before_answering_change(how, words):
        raise Incomplete(issues)
    stood = words_of_asked(asked)
    asked.how, asked.words = how, words.strip()
    answered(asked, by, stood)
    if turn is not None:
        say_beside(asked, turn)
    return asked


def _standing(plan: Plan) -> Amendment:
    found = Amendment.objects.select_for_update(no_key=True, of=("self",)).filter(plan=plan)
    amendment = found.select_related("plan__amends", "plan__unit").first()
    if amendment is None:
        raise WrongState("Kế hoạch này không sửa đổi kế hoạch nào; đưa vào thực hiện như thường.")
    amends = Plan.objects.select_for_update(no_key=True, of=("self",)).get(
        pk=amendment.plan.amends_id or 0
    )
    if amends.status != PlanStatus.ADOPTED:
        raise WrongState(f"{amends} {amends.get_status_display()}, không sửa đổi được nữa.")
    amendment.plan.amends = amends
    return amendment


def _give(plan: Plan) -> dict[int, list[Assignment]]:
    accepted = plan.tasks.filter(status=TaskStatus.ACCEPTED).with_owners()
    members = members_on(plan.first_day)
    given = {task.pk: assignments_for(task, members) for task in accepted}
    Assignment.objects.bulk_create(row for rows in given.values() for row in rows)
    return given


def _ask(
    amendment: Amendment,
    items: Sequence[AmendedItem],
    given: Mapping[int, list[Assignment]],
    since: dt.date,
    answer_by: dt.date | None,
) -> int:
    """Freeze the comparison and ask; how many answers are awaited."""
    AmendedItem.objects.filter(amendment=amendment).delete()
    for item in items:
        item.pk = None
    AmendedItem.objects.bulk_create(items)
    changed = [item for item in items if item.kind != Amended.SAME]
    carried = _carried([item.before_id for item in changed if item.before_id])
    rows = []
    for item in changed:
        new = [row.unit for row in given.get(item.after_id or 0, ()) if row.part in CARRIES]
        units = dict.fromkeys([*carried.get(item.before_id or 0, ()), *new])
        rows += [(item, unit) for unit in units if unit.seat.pk != amendment.plan.unit_id]
    heirs = heirs_of({unit for _, unit in rows}, since)
    asked = dict.fromkeys((item, heir) for item, unit in rows for heir in heirs.get(unit, [unit]))
    assert answer_by is not None or not asked  # by the check
    Asked.objects.bulk_create(
        [Asked(item=item, unit=unit, due_on=answer_by) for item, unit in asked if answer_by],
        batch_size=500,
    )
    return len(asked)


def _carried(tasks: Iterable[int]) -> dict[int, list[Unit]]:
    rows = Assignment.objects.filter(task__in=list(tasks), part__in=CARRIES)
    carried: dict[int, list[Unit]] = {}
    for row in rows.select_related("unit__acts_for"):
        carried.setdefault(row.task_id, []).append(row.unit)
    return carried


def _replaced(amendment: Amendment) -> list[Plan]:
    """The plan that is replaced, and those that amended some of its items; none by a partial."""
    if amendment.is_partial:
        return []
    assert amendment.plan.amends is not None
    return [amendment.plan.amends, *queries.amended_parts(amendment.plan.amends)]


def _replace(
    amendment: Amendment, items: Sequence[AmendedItem], since: dt.date, replaced: Sequence[Plan]
) -> None:
    """Let each task that goes on take over from the one before it; the old ones end."""
    ended: list[Task] = []
    for item in items:
        before, after = item.before, item.after
        if before is None or (after is None and item.kind == Amended.SAME):
            continue
        before.status, before.replaced_on, before.current = TaskStatus.REPLACED, since, after
        before.version += 1
        ended.append(before)
        if after is not None:
            after.continues = before
    goes_on = [item.after for item in items if item.after and item.before]
    Task.objects.bulk_update(goes_on, ["continues"], batch_size=200)
    Task.objects.bulk_update(ended, ["status", "replaced_on", "current", "version"], batch_size=200)
    _follow({task.pk: task.current for task in ended})
    if replaced:
        carry_occasions(replaced, amendment.plan, items, since)
        Plan.objects.filter(pk__in=[one.pk for one in replaced]).update(status=PlanStatus.REPLACED)


def _follow(ended: Mapping[int, Task | None]) -> None:
    """Let what went on in a task that ended now point to where that one goes on."""
    earlier = list(Task.objects.filter(current__in=ended.keys()))
    for task in earlier:
        task.current = ended[task.current_id or 0]
    Task.objects.bulk_update(earlier, ["current"], batch_size=200)
