"""Opening a round of a regime, and moving its deadline."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.db import transaction

from haidang import clock
from haidang.activities.facts import one_line
from haidang.documents.stamps import refuse_stamped
from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.ledger.commands import record
from haidang.orgs.commands import add_period
from haidang.orgs.enums import Frequency
from haidang.orgs.models import Period, Unit, User
from haidang.plans.enums import TaskStatus
from haidang.plans.models import Task
from haidang.plans.queries import habits_of
from haidang.reporting import round_checks, rules
from haidang.reporting.due import DueRule
from haidang.reporting.enums import Preset, RegimeKind, ReportStatus
from haidang.reporting.models import Regime, Report, Round
from haidang.reporting.queries.rounds import round_of
from haidang.reporting.regime_gates import locked, refuse_out_of_use
from haidang.reporting.window import calendar_days, data_window


@transaction.atomic
def open_round(
    *,
    regime: Regime,
    year: int,
    by: User,
    ordinal: int = 1,
    task: Task | None = None,
    due_on: dt.date | None = None,
    data_from: dt.date | None = None,
    data_to: dt.date | None = None,
) -> Round:
    """Open a round, with a report for every unit that the regime names by rule on that day.

    `ordinal` is the month, quarter or half of the year. A thematic or ad hoc round says its days.
    The deadline is `due_on`, else the task's, as written and as read, else what the regime's rule
    gives. Refuses with NotAllowed; with WrongState where the period is open already, the regime is
    out of use, or the task is not a task in force of this authority; and with Incomplete where the
    period, its days, the deadline, the outline or the units are missing, or a deadline that nobody
    wrote is past.
    """
    # One at a time: two who open the same period must not both find it closed.
    regime = locked(regime)
    if not rules.may_open_round(by, regime):
        raise NotAllowed("Chỉ chuyên viên tổng hợp của cơ quan nhận mới được mở kỳ báo cáo.")
    _refuse_wrong(regime, task)
    is_periodic = regime.kind == RegimeKind.PERIODIC
    if issues := round_checks.of_period(regime, year, ordinal, data_from, data_to):
        raise Incomplete(issues)
    if is_periodic and (there := round_of(regime, year, ordinal)):
        raise WrongState(f"Kỳ báo cáo {there.period} đã mở.")

    days = _days(regime, year, ordinal, data_from, data_to)
    due, phrase = _deadline(regime, year, ordinal, days[1], task, due_on)
    members = list(regime.reporters.members())
    is_said = due_on is not None
    if issues := round_checks.before_opening(regime, due, days, members, is_said=is_said):
        raise Incomplete(issues)
    assert due is not None
    round = Round.objects.create(
        regime=regime,
        period=_period(regime, year, ordinal, by),
        number=1 if is_periodic else _next_number(regime, year),
        task=task,
        **_kept(regime, days, due, phrase),
        opened_by=by,
    )
    Report.objects.bulk_create(Report(round=round, unit=unit) for unit in members)
    record("open_round", target=round, by=by, **_facts(round, members))
    return round


@transaction.atomic
def move_deadline(
    *, round: Round, due_on: dt.date, reason: str, by: User, task: Task | None = None
) -> Round:
    """Move the day until which reports are in time; what units wrote so far stays as it is.

    `task` is the task that the round's own became by an amendment. Refuses with NotAllowed, with
    WrongState where every report was accepted, and with Incomplete without a reason or where the
    day is the same, is past, or lies before the days that are counted.
    """
    round = (
        Round.objects.select_for_update(no_key=True, of=("self",))
        .select_related("regime")
        .get(pk=round.pk)
    )
    if not rules.may_open_round(by, round.regime):
        raise NotAllowed("Chỉ chuyên viên tổng hợp của cơ quan nhận mới được dời hạn.")
    refuse_stamped(reason=reason)
    reason = one_line(reason)
    still_open = round.reports.exclude(
        status__in=(ReportStatus.ACCEPTED, ReportStatus.HANDED_OVER)
    ).count()
    if not still_open:
        raise WrongState("Mọi báo cáo của kỳ này đã được tiếp nhận, không còn hạn nào để dời.")
    if issues := round_checks.before_moving(round, due_on, reason):
        raise Incomplete(issues)

    was = round.due_on
    round.first_due_on = round.first_due_on or was
    round.due_on, round.moved_because = due_on, reason
    if task is not None:
        round.task, round.due_phrase = task, task.deadline_phrase
    round.save(update_fields=["first_due_on", "due_on", "moved_because", "task", "due_phrase"])
    record("move_deadline", target=round, by=by, was=was, due_on=due_on, reason=reason)
    return round


def _refuse_wrong(regime: Regime, task: Task | None) -> None:
    refuse_out_of_use(regime)
    if task and task.status != TaskStatus.ACCEPTED:
        raise WrongState("Nhiệm vụ này chưa được nhận vào kế hoạch.")
    if task and task.plan.unit_id != regime.receiver_id:
        raise WrongState("Nhiệm vụ này không thuộc kế hoạch của cơ quan nhận báo cáo.")


def _period(regime: Regime, year: int, ordinal: int, by: User) -> Period:
    # What is asked for once belongs to the year in which its days end.
    is_periodic = regime.kind == RegimeKind.PERIODIC
    frequency = Frequency(regime.frequency) if is_periodic else Frequency.YEAR
    starts_on, ends_on = calendar_days(frequency, year, ordinal if is_periodic else 1)
    return add_period(frequency=frequency, starts_on=starts_on, ends_on=ends_on, by=by)


def _days(
    regime: Regime, year: int, ordinal: int, data_from: dt.date | None, data_to: dt.date | None
) -> tuple[dt.date, dt.date]:
    if regime.kind == RegimeKind.PERIODIC:
        return data_window(regime.frequency, year, ordinal, year_ends=regime.data_to)
    assert data_from is not None
    assert data_to is not None
    return data_from, data_to


def _deadline(
    regime: Regime,
    year: int,
    ordinal: int,
    data_to: dt.date,
    task: Task | None,
    due_on: dt.date | None,
) -> tuple[dt.date | None, str]:
    """The day, and the words of the document or of the rule that it was read from."""
    if task is not None:
        return due_on or task.due_on, task.deadline_phrase
    rule = DueRule.read(regime.due_rule)
    if due_on is not None or not rule:
        return due_on, ""
    is_periodic = regime.kind == RegimeKind.PERIODIC
    ends_on = calendar_days(regime.frequency, year, ordinal)[1] if is_periodic else data_to
    day = rule.day_of(ends_on, data_to, habits_of(regime.receiver))
    return day, rule.words(regime.frequency, ends_on)


def _count_to(regime: Regime, days: tuple[dt.date, dt.date]) -> dt.date | None:
    is_early = regime.preset == Preset.PROGRAMME and regime.frequency == Frequency.YEAR
    if not (is_early and regime.cut_off):
        return None
    day = dt.date.fromisoformat(f"{days[1].year}-{regime.cut_off}")
    return day if day <= days[1] else day.replace(year=day.year - 1)


def _next_number(regime: Regime, year: int) -> int:
    last = Round.objects.filter(regime=regime, period__ends_on__year=year).order_by("-number")
    return next((row.number + 1 for row in last[:1]), 1)


def _kept(
    regime: Regime, days: tuple[dt.date, dt.date], due: dt.date, phrase: str
) -> dict[str, Any]:
    return {
        "data_from": days[0],
        "data_to": days[1],
        "count_to": _count_to(regime, days),
        "due_phrase": phrase,
        "due_on": due,
        "opened_at": clock.now(),
    }


def _facts(round: Round, members: Sequence[Unit]) -> dict[str, object]:
    return {
        "year": round.period.year,
        "period": str(round.period),
        "data_from": round.data_from,
        "data_to": round.data_to,
        "due_on": round.due_on,
        "units": len(members),
    }
