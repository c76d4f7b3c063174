"""What the level above asks a unit to answer: a plan of its own, and changes of the plan above."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.db.models import QuerySet

from haidang import clock
from haidang.orgs.models import Unit, User
from haidang.plans import rules
from haidang.plans.enums import PlanStatus
from haidang.plans.models import Asked, Detailed
from haidang.plans.queries import Awaited, awaited_of
from haidang.plans.queries.amendments import unanswered
from haidang.prepared import prepared
from haidang.web import wording
from haidang.web.views.work.rows import Row, due_words, in_this_week, link, overdue_words


@dataclass(frozen=True, slots=True)
class Answers:
    """The rows by how they press: overdue, due this week, and later or without a day."""

    late: list[Row]
    week: list[Row]
    later: list[Row]


def answers_asked(user: User) -> Answers:
    """What this person may answer for the unit; nothing for who may not."""
    rows = []
    for unit in _units(user):
        rows += [_plan(one) for one in awaited_of(unit, clock.today())]
        rows += _changes(unanswered(unit=unit)) if _open_questions(unit.pk) else []
    today = clock.today()
    dated = [(due_on, row) for due_on, row in rows if due_on is not None]
    late = [row for due_on, row in dated if due_on < today]
    week = [row for due_on, row in dated if in_this_week(due_on)]
    return Answers(late, week, [row for _, row in rows if row not in (*late, *week)])


@prepared
def _open_questions(unit: int) -> QuerySet[Asked, int]:
    return Asked.objects.filter(unit=unit, how="").order_by().values_list("pk", flat=True)[:1]


def detailed_by(user: User) -> int | None:
    """The newest plan in force that the person's unit has begun to answer with one of its own."""
    return next(iter(_begun([unit.pk for unit in _units(user)])), None)


@prepared
def _begun(units: list[int]) -> QuerySet[Detailed, int]:
    begun = Detailed.objects.filter(unit__in=units, plan__status=PlanStatus.ADOPTED)
    return begun.order_by("-plan__year", "-plan").values_list("plan", flat=True)[:1]


def _units(user: User) -> list[Unit]:
    """The unit for which a person answers: the own one, or the authority it works for."""
    if user.unit is None:
        return []
    units = dict.fromkeys([user.unit, user.seat])
    return [unit for unit in units if rules.may_detail(user, unit)][:1]


def _plan(awaited: Awaited) -> tuple[dt.date | None, Row]:
    if awaited.is_issued:
        said = "đã ban hành, chờ đưa vào thực hiện"
    elif awaited.detailed is None:
        said = f"chưa bắt đầu, {awaited.given} mục cần trả lời"
    else:
        said = f"đã trả lời {awaited.answered}/{awaited.given} mục"
    title = f"Lập kế hoạch chi tiết theo {_name(awaited.plan)}"
    url = link("detailed-plan", awaited.plan.pk)
    begun = awaited.detailed is not None
    return awaited.due_on, _row(title, said, url, awaited.due_on, begun=begun)


def _changes(asked: Iterable[Asked]) -> list[tuple[dt.date | None, Row]]:
    rows: list[tuple[dt.date | None, Row]] = []
    for plan, items in groupby(sorted(asked, key=_of_plan), key=_of_plan):
        waiting = list(items)
        due_on = min(one.due_on for one in waiting)
        name = _name(waiting[0].item.amendment.plan)
        title = f"Trả lời {len(waiting)} mục kế hoạch thay đổi"
        rows.append((due_on, _row(title, name, link("amendment", plan), due_on)))
    return rows


def _of_plan(asked: Asked) -> int:
    plan: int = asked.item.amendment_id
    return plan


def _row(title: str, why: str, url: str, due_on: dt.date | None, *, begun: bool = False) -> Row:
    if due_on is not None and due_on < clock.today():
        due = f"Hạn {wording.day_short(due_on)} · {why}"
        return Row(title, due, url, kind="late", word=overdue_words(due_on), edge="late")
    near = due_on is not None and in_this_week(due_on)
    kind, word = ("soon", "Sắp đến hạn") if near else ("none", "Chờ trả lời")
    if begun:
        kind, word = "run", "Đang làm"
    return Row(title, why, url, kind=kind, word=word, date=due_words(due_on) if due_on else "")


def _name(plan: object) -> str:
    name = str(plan)
    return name if name.lower().startswith("kế hoạch") else f"Kế hoạch {name}"
