"""A round of a period, the regimes that one replaced, and the day that the plan has moved."""

from haidang.plans.enums import TaskStatus
from haidang.plans.models import Task
from haidang.reporting.enums import ReportStatus
from haidang.reporting.models import Regime, Round
from haidang.reporting.window import calendar_days


def lineage_of(regime: Regime) -> list[int]:
    """The keys of a regime and of those that it replaced, newest first."""
    before = dict(Regime.objects.exclude(replaces=None).values_list("pk", "replaces"))
    keys = [regime.pk]
    while (earlier := before.get(keys[-1])) and earlier not in keys:
        keys.append(earlier)
    return keys


def round_of(regime: Regime, year: int, ordinal: int = 1) -> Round | None:
    """The round of a period, also one that was opened by a regime which this one replaces."""
    starts_on, _ = calendar_days(regime.frequency, year, ordinal)
    period = {"period__frequency": regime.frequency, "period__starts_on": starts_on}
    rounds = Round.objects.filter(regime__in=lineage_of(regime), **period)
    return rounds.select_related("regime", "period").first()


def moved_by_plan(round: Round) -> Task | None:
    """The task that a round's own became by an amendment, where it names another day."""
    task = round.task
    if task is None or task.current_id is None or round.due_on != task.due_on:
        return None
    while task is not None and task.current is not None:
        task = task.current
    if task is None or task.status != TaskStatus.ACCEPTED or task.due_on in (None, round.due_on):
        return None
    still_open = round.reports.exclude(status__in=(ReportStatus.ACCEPTED, ReportStatus.HANDED_OVER))
    return task if still_open.exists() else None
