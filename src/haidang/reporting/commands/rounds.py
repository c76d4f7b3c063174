"""Setting up the yearly regime, and opening a round of it."""

import datetime as dt
from collections.abc import Sequence

from django.db import transaction

from haidang import clock
from haidang.activities.models import Indicator
from haidang.errors import Incomplete, Issue, NotAllowed, WrongState
from haidang.ledger.commands import record
from haidang.orgs.commands import add_period
from haidang.orgs.enums import Frequency
from haidang.orgs.models import Period, Unit, UnitGroup, User
from haidang.plans.enums import TaskStatus
from haidang.plans.models import Task
from haidang.reporting import outline, rules
from haidang.reporting.models import Line, Regime, Report, Round, Section
from haidang.reporting.window import data_window


@transaction.atomic
def load_regime(
    *,
    receiver: Unit,
    reporters: UnitGroup,
    by: User | None = None,
    through: Unit | None = None,
    upper: Sequence[Unit] = (),
) -> Regime:
    """Make the yearly report of external information; the same one twice is the same one.

    It has the fields that NĐ 09/2019/NĐ-CP asks of a regime. Refuses with NotAllowed.
    """
    if not rules.may_set_regime(by):
        raise NotAllowed("Chỉ người quản trị mới được lập chế độ báo cáo.")
    regime, is_new = Regime.objects.get_or_create(
        name="Báo cáo công tác thông tin đối ngoại",
        receiver=receiver,
        frequency=Frequency.YEAR,
        defaults={
            "title": "Kết quả công tác thông tin đối ngoại",
            "reporters": reporters,
            "through": through,
        },
    )
    if is_new:
        regime.upper.set(upper)
        _make_outline(regime)
        record("load_regime", target=regime, by=by, name=regime.name)
    return regime


def _make_outline(regime: Regime) -> None:
    indicators = {row.code: row for row in Indicator.objects.all()}
    for ordinal, seed in enumerate(outline.YEARLY, 1):
        section = Section.objects.create(
            regime=regime,
            ordinal=ordinal,
            title=seed.title,
            kind=seed.kind,
            hint=seed.hint,
            opening=seed.opening,
        )
        Line.objects.bulk_create(
            Line(
                section=section,
                indicator=indicators[code],
                position=position,
                words=outline.WORDS[code],
            )
            for position, code in enumerate(seed.codes, 1)
        )


@transaction.atomic
def open_round(
    *,
    regime: Regime,
    year: int,
    by: User,
    task: Task | None = None,
    due_on: dt.date | None = None,
) -> Round:
    """Open one year's round, with a report for every unit of the regime's group on that day.

    The deadline is the task's, as written and as read, unless `due_on` says another day. Refuses
    with NotAllowed, with WrongState where the year is open already or the task is not a task in
    force of this authority, and with Incomplete where no deadline or no unit is known.
    """
    if not rules.may_open_round(by, regime):
        raise NotAllowed("Chỉ chuyên viên tổng hợp của cơ quan nhận mới được mở kỳ báo cáo.")
    period = _year(year, by)
    _refuse_wrong(regime, period, task)
    due = due_on or (task.due_on if task else None)
    members = list(regime.reporters.members())
    if issues := _missing(due, members):
        raise Incomplete(issues)
    assert due is not None
    data_from, data_to = data_window(regime.data_from, regime.data_to, year)
    round = Round.objects.create(
        regime=regime,
        period=period,
        task=task,
        data_from=data_from,
        data_to=data_to,
        due_phrase=task.deadline_phrase if task else "",
        due_on=due,
        opened_at=clock.now(),
        opened_by=by,
    )
    Report.objects.bulk_create(Report(round=round, unit=unit) for unit in members)
    record("open_round", target=round, by=by, year=year, due_on=due, units=len(members))
    return round


def _year(year: int, by: User) -> Period:
    return add_period(
        frequency=Frequency.YEAR,
        starts_on=dt.date(year, 1, 1),
        ends_on=dt.date(year, 12, 31),
        by=by,
    )


def _refuse_wrong(regime: Regime, period: Period, task: Task | None) -> None:
    if Round.objects.filter(regime=regime, period=period).exists():
        raise WrongState(f"Kỳ báo cáo {period} đã mở.")
    if task and task.status != TaskStatus.ACCEPTED:
        raise WrongState("Nhiệm vụ này chưa được nhận vào kế hoạch.")
    if task and task.plan.unit_id != regime.receiver_id:
        raise WrongState("Nhiệm vụ này không thuộc kế hoạch của cơ quan nhận báo cáo.")


def _missing(due_on: dt.date | None, members: Sequence[Unit]) -> list[Issue]:
    issues = []
    if due_on is None:
        issues.append(
            Issue(
                "no_deadline", "Chưa biết hạn gửi: chọn nhiệm vụ có hạn, hoặc ghi ngày.", "due_on"
            )
        )
    if not members:
        issues.append(Issue("no_units", "Nhóm báo cáo hiện không có đơn vị nào."))
    return issues
