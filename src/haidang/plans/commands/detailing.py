"""A unit begins its detailed plan of a plan above it, or goes on with those of its predecessors."""

from collections import defaultdict
from collections.abc import Sequence

from django.db import transaction

from haidang.errors import NotAllowed, WrongState
from haidang.ledger.commands import record
from haidang.orgs.models import Unit, User
from haidang.plans import rules
from haidang.plans.carrying_answers import SAID, give_on, touched_by
from haidang.plans.cascade import asked_units, to_take_over
from haidang.plans.detailed_turns import NOBODY_ELSE, refuse_ended
from haidang.plans.enums import DetailedStatus, PlanStatus
from haidang.plans.models import Answer, Detailed, Plan
from haidang.plans.once import take_answers


@transaction.atomic
def start_detailed_plan(*, unit: Unit, plan: Plan, by: User) -> Detailed:
    """Begin the detailed plan of a unit; one that it began before comes back.

    A unit that goes on for others takes over what they were given and had answered; where they
    answered differently, it answers anew. Refuses with NotAllowed, and with WrongState a plan
    that is not carried out, asks nothing of the unit, and a unit that came to an end.
    """
    unit = Unit.objects.select_for_update(no_key=True, of=("self",)).get(pk=unit.pk)
    if not rules.may_detail(by, unit):
        raise NotAllowed(NOBODY_ELSE.format(unit=unit))
    if begun := Detailed.objects.filter(unit=unit, plan=plan).first():
        return begun
    refuse_ended(unit)
    if plan.status != PlanStatus.ADOPTED:
        raise WrongState(f"Kế hoạch {plan} {plan.get_status_display()}.")
    before = to_take_over(unit, plan)
    if not before and not asked_units(plan).filter(pk=unit.pk).exists():
        raise WrongState(f"Kế hoạch {plan} không giao việc cho {unit}.")
    detailed = Detailed.objects.create(unit=unit, plan=plan, year=plan.year)
    copied = _take_over(detailed, before)
    copied |= {task: touched_by(one) for task, one in take_answers(detailed, by).items()}
    names = [str(one) for one in before]
    record("start_detailed_plan", target=detailed, by=by, took_over=names, touched=copied)
    return detailed


def _take_over(detailed: Detailed, units: Sequence[Unit]) -> dict[int, object]:
    if not units:
        return {}
    give_on(detailed, units)
    found = {row.unit_id: row for row in Detailed.objects.filter(plan=detailed.plan)}
    earlier = [
        found.get(unit.pk)
        or Detailed.objects.create(unit=unit, plan=detailed.plan, year=detailed.year)
        for unit in units
    ]
    detailed.took_over.set(earlier)
    Detailed.objects.filter(
        pk__in=[one.pk for one in earlier], status=DetailedStatus.DRAFTING
    ).update(status=DetailedStatus.TAKEN_OVER)
    detailed.version = 1
    detailed.save(update_fields=["version"])
    return _copy_answers(detailed, earlier)


def _copy_answers(detailed: Detailed, earlier: Sequence[Detailed]) -> dict[int, object]:
    said: dict[int, list[Answer]] = defaultdict(list)
    for answer in Answer.objects.filter(detailed__in=earlier).order_by("detailed", "pk"):
        said[answer.task_id].append(answer)
    copied = {
        task: answers[0]
        for task, answers in said.items()
        if len({tuple(getattr(one, name) for name in SAID) for one in answers}) == 1
    }
    made = Answer.objects.bulk_create(
        Answer(
            detailed=detailed,
            task_id=task,
            version=detailed.version,
            at=one.at,
            by_id=one.by_id,
            **{name: getattr(one, name) for name in SAID},
        )
        for task, one in copied.items()
    )
    return {one.task_id: touched_by(one) for one in made}
