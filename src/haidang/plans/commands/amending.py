"""Comparing a plan in review with the one that it amends, and correcting what was matched."""

from collections.abc import Sequence

from django.db import transaction

from haidang.errors import Incomplete, Issue, NotAllowed, WrongState
from haidang.ledger.commands import record
from haidang.orgs.models import User
from haidang.plans import queries, rules
from haidang.plans.comparison import owners_of
from haidang.plans.enums import Amended, Bucket, Certainty, PlanStatus, TaskKind, TaskStatus
from haidang.plans.following import follow_bucket
from haidang.plans.matching import SURE, Side, matched
from haidang.plans.models import AmendedItem, Amendment, Item, Plan, Task
from haidang.plans.overtaking import Overtaken
from haidang.plans.owners import set_owners
from haidang.plans.turns import plan_in_review

BUCKETS = {TaskKind.DUTY: Bucket.TASK, TaskKind.DIRECTION: Bucket.DIRECTION}


@transaction.atomic
def begin_amendment(*, plan: Plan, amends: Plan, by: User, is_partial: bool = False) -> Amendment:
    """Say that a plan in review amends an adopted one, and compare them item by item.

    `is_partial` where it only changes the items that it names: the others stay as they are. Said
    again, it is compared anew; what a person matched stays. Refuses with WrongState, NotAllowed.
    """
    plan, amends = plan_in_review(plan.pk, by), _amendable(amends, plan)
    earlier = Amendment.objects.filter(plan=plan).first()
    matches = _hand_matches(earlier) if plan.amends_id == amends.pk else {}
    plan.amends = amends
    plan.save(update_fields=["amends"])
    amendment, _ = Amendment.objects.update_or_create(
        plan=plan, defaults={"is_partial": is_partial}
    )
    items = _compared(amendment, matches)
    _write(amendment, items)
    for item in items:
        if item.before and item.after and item.likeness >= SURE:
            _lend(item.before, item.after)
    facts = {"amends": str(amends), "is_partial": is_partial, "items": len(items)}
    record("begin_amendment", target=plan, by=by, **facts)
    return amendment


@transaction.atomic
def match_items(
    *,
    plan: Plan,
    before: Task,
    after: Task | None,
    by: User,
    kind: Amended | None = None,
    seen: int | None = None,
) -> Amendment:
    """Say by name which item became which, or that one has no counterpart.

    Without a counterpart `kind` says whether it is gone or, where only some items are amended,
    stays. Refuses with WrongState, NotAllowed, Overtaken, and Incomplete for an item of another
    plan.
    """
    amendment, items = _under_review(plan, by, seen)
    _refuse_foreign(items, before, after)
    rest = [item for item in items if item.before != before and (not after or item.after != after)]
    touched = [item for item in items if item not in rest]
    freed = _freed(touched, before, after)
    gone = kind if kind in {Amended.SAME, Amended.REMOVED} else _gone(amendment)
    said = AmendedItem(before=before, after=after, kind=gone, by_hand=True, likeness=100)
    _write(amendment, [*rest, *freed, said])
    details = {"before": before.label, "after": after.label if after else "", "kind": str(gone)}
    record("match_items", target=plan, by=by, version=amendment.version, **details)
    return amendment


@transaction.atomic
def amend_by_sentence(
    *, plan: Plan, before: Task, sentence: Item, by: User, seen: int | None = None
) -> Task:
    """Say by hand that an item is changed by a sentence of the new document, and propose it.

    The way out where the reader does not see which item is meant ("sửa đổi điểm a khoản 2"). The
    proposed task is carried by whoever carried the old one until a person decides otherwise.
    Refuses as `match_items` does.
    """
    amendment, items = _under_review(plan, by, seen)
    _refuse_foreign(items, before, None)
    if sentence.plan_id != plan.pk or not sentence.is_sentence:
        raise Incomplete([Issue("no-sentence", "Chọn một câu của văn bản sửa đổi.", "sentence")])
    on_it = plan.tasks.filter(start__lt=sentence.end, end__gt=sentence.start)
    if not on_it.exclude(status=TaskStatus.REFUSED).exists():
        sentence.bucket = BUCKETS[TaskKind(before.kind)]
        sentence.version += 1
        sentence.save(update_fields=["bucket", "version"])
        follow_bucket(plan, sentence)
    task = on_it.exclude(status=TaskStatus.REFUSED).with_owners().order_by("start").first()
    assert task is not None
    task.label = before.label
    task.save(update_fields=["label"])
    _lend(before, task)
    match_items(plan=plan, before=before, after=task, by=by, seen=amendment.version)
    record("amend_by_sentence", target=plan, by=by, before=before.label, sentence=sentence.ordinal)
    return task


def _amendable(amends: Plan, plan: Plan) -> Plan:
    amends = (
        Plan.objects.select_for_update(no_key=True, of=("self",))
        .select_related("unit")
        .get(pk=amends.pk)
    )
    if amends.status != PlanStatus.ADOPTED or amends.unit_id != plan.unit_id or amends == plan:
        raise WrongState("Chỉ sửa đổi được kế hoạch đang thực hiện của chính cơ quan.")
    if Amendment.objects.filter(plan=amends, is_partial=True).exists():
        raise WrongState(f"{amends} chỉ sửa một số mục; hãy sửa đổi kế hoạch gốc.")
    return amends


def _under_review(plan: Plan, by: User, seen: int | None) -> tuple[Amendment, list[AmendedItem]]:
    plan_in_review(plan.pk, by)
    found = Amendment.objects.select_for_update(no_key=True, of=("self",)).select_related(
        "plan__amends"
    )
    amendment = found.filter(plan=plan).first()
    if amendment is None:
        raise WrongState("Kế hoạch này không sửa đổi kế hoạch nào.")
    if not rules.may_review(by, plan):
        raise NotAllowed("Chỉ chuyên viên của cơ quan ban hành mới được rà soát kế hoạch này.")
    if seen is not None and seen != amendment.version:
        raise Overtaken((), amendment.version, by)
    return amendment, queries.comparison_of(amendment)


def _refuse_foreign(items: Sequence[AmendedItem], before: Task, after: Task | None) -> None:
    old, new = {item.before for item in items}, {item.after for item in items} | {None}
    if before not in old or after not in new:
        words = "Mục này không thuộc hai kế hoạch đang so sánh."
        raise Incomplete([Issue("foreign-item", words, "after")])


def _gone(amendment: Amendment) -> Amended:
    return Amended.SAME if amendment.is_partial else Amended.REMOVED


def _hand_matches(amendment: Amendment | None) -> dict[Task, AmendedItem]:
    if amendment is None:
        return {}
    said = amendment.items.filter(by_hand=True).select_related("before", "after")
    return {item.before: item for item in said if item.before}


def _compared(amendment: Amendment, said: dict[Task, AmendedItem]) -> list[AmendedItem]:
    plan, amends = amendment.plan, amendment.plan.amends
    assert amends is not None
    kept = [item for item in said.values() if not item.after or item.after.plan_id == plan.pk]
    known = {task for item in kept for task in (item.before, item.after) if task}
    old = [task for task in queries.items_in_force(amends).with_owners() if task not in known]
    new = [
        task
        for task in plan.tasks.exclude(status=TaskStatus.REFUSED).with_owners()
        if task not in known
    ]
    gone = _gone(amendment)
    return kept + [
        AmendedItem(
            before=old[pair.old] if pair.old is not None else None,
            after=new[pair.new] if pair.new is not None else None,
            kind=gone,
            likeness=pair.likeness,
        )
        for pair in matched(list(map(_side, old)), list(map(_side, new)))
    ]


def _side(task: Task) -> Side:
    return Side(task.text, task.label, owners_of(task))


def _freed(touched: Sequence[AmendedItem], before: Task, after: Task | None) -> list[AmendedItem]:
    """What stood beside the items that are matched anew, each alone."""
    others = [item.before for item in touched if item.before and item.before != before]
    comers = [item.after for item in touched if item.after and item.after != after]
    return [AmendedItem(before=task, kind=Amended.REMOVED) for task in others] + [
        AmendedItem(after=task, kind=Amended.ADDED) for task in comers
    ]


def _write(amendment: Amendment, items: Sequence[AmendedItem]) -> None:
    """Keep the matches anew, in the order of the new plan, gone ones where they stood."""
    amendment.items.all().delete()
    ordered = sorted(items, key=lambda item: (item.task.start, item.after is None, item.task.pk))
    for ordinal, item in enumerate(ordered, start=1):
        item.pk, item.amendment, item.ordinal = None, amendment, ordinal
        if item.before is None:
            item.kind = Amended.ADDED
        elif item.after is None and item.kind not in {Amended.SAME, Amended.REMOVED}:
            item.kind = _gone(amendment)
    AmendedItem.objects.bulk_create(ordered)
    amendment.version += 1
    amendment.save(update_fields=["version"])


def _lend(before: Task, after: Task) -> None:
    """Let a task in review begin with what persons decided of the one that it goes on from.

    Whoever carries it where the new text names nobody, and the meaning of the same deadline in the
    same year: it still has to be confirmed by name (promise N3).
    """
    fields = []
    if not after.has_owner and before.has_owner and after.status == TaskStatus.PROPOSED:
        set_owners(after, before.owners)
        after.certainty = Certainty.MIDDLE
        fields += ["unit", "group", "certainty"]
    same_phrase = after.deadline_phrase and after.deadline_phrase == before.deadline_phrase
    if same_phrase and after.plan.year == before.plan.year and not after.due_confirmed_at:
        after.due_on, after.due_year_from = before.due_on, before.due_year_from
        fields += ["due_on", "due_year_from"]
    if fields:
        after.version += 1
        after.save(update_fields=[*fields, "version"])
