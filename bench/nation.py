"""A whole country, or one district, with a year of work, made in bulk: what the large benches use.

    from bench.nation import nation
    with own_installation(as_of=DAY, database=address):
        made = nation(provinces=34, communes=3321, activities=1_000_000)   # about two minutes
        made = nation(provinces=1, communes=15, activities=20_000)         # a few seconds

One ministry stands above the provinces, each province above its communes. Every province has an
adopted plan of twenty tasks for all its communes (one in six comes back monthly or quarterly), an
open yearly round, a leader, a specialist; every commune an officer. Setting up uses the commands
where rows are few, and rows in bulk where they are many; nothing of it is measured.

The entries of the ledger made here are not chained: they only take the room of real ones.
"""

import datetime as dt
import itertools
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from bench.ground import rest

DAY = "2024-11-25"
SINCE, TODAY = dt.date(2024, 1, 1), dt.date(2024, 11, 25)
AT = dt.datetime(2024, 11, 25, 1, tzinfo=dt.UTC)
TASKS, DIRECTIONS = 20, 4
FIRST_ENTRY = 10**9  # beyond what real commands write, so that both may stand side by side
RHYTHMS = {
    0: ("hằng tháng", "month", [[None, 20]]),
    6: ("hằng quý", "quarter", []),
    12: ("hằng tuần", "week", []),
}
STATUSES = ("not_started", "draft", "submitted", "in_review", "accepted", "accepted", "accepted")
STEP = 5000


@dataclass(frozen=True)
class Nation:
    """Names of accounts, to sign in with by force; all are without a password."""

    ministry: str
    leaders: Sequence[str]
    drafters: Sequence[str]
    officers: Sequence[str]


def nation(*, provinces: int, communes: int, activities: int, with_ledger: bool = True) -> Nation:
    """Fill an empty installation; every commune gets its equal share of the activities."""
    from haidang.activities.commands import load_catalogue
    from haidang.orgs.models import UnitKind

    load_catalogue(by=None)
    kinds = {
        code: UnitKind.objects.create(code=code, name=name, rank=rank)
        for rank, (code, name) in enumerate({"bo": "bộ", "tinh": "tỉnh", "xa": "xã"}.items())
    }
    ministry = _unit(kinds["bo"], "Bộ", None)
    above = [_unit(kinds["tinh"], f"tỉnh {at}", ministry) for at in range(provinces)]
    below = _communes(kinds["xa"], above, communes)
    people = _people([ministry, *above], below)
    tasks = {
        one.pk: _plan_and_round(one, kinds["xa"], [u for u in below if u.parent_id == one.pk])
        for one in above
    }
    _log(below, tasks, people, activities, with_ledger=with_ledger)
    rest()
    return Nation(
        ministry=f"leader{ministry.pk}",
        leaders=[f"leader{one.pk}" for one in above],
        drafters=[f"drafter{one.pk}" for one in above],
        officers=[f"reporter{one.pk}" for one in below],
    )


def _unit(kind: Any, name: str, parent: Any) -> Any:
    from haidang.orgs.commands import add_unit

    named = {"name": f"UBND {name}", "short_name": f"UBND {name}", "grid_name": name, "area": name}
    return add_unit(kind=kind, **named, parent=parent, valid_from=dt.date(2000, 1, 1), by=None)


def _communes(kind: Any, above: Sequence[Any], count: int) -> list[Any]:
    from haidang.orgs.models import Unit

    first = max(Unit.objects.values_list("pk", flat=True)) + 1
    rows = []
    for at in range(count):
        parent, name = above[at % len(above)], f"xã {at}"
        named = {"name": f"UBND {name}", "short_name": f"UBND {name}", "grid_name": name}
        path = f"{parent.path}{first + at}/"
        since = dt.date(2000, 1, 1)
        rows.append(Unit(pk=first + at, kind=kind, parent=parent, path=path, area=name,
                         valid_from=since, **named))  # fmt: skip
    return Unit.objects.bulk_create(rows, batch_size=STEP)


def _people(above: Iterable[Any], below: Iterable[Any]) -> dict[int, int]:
    from haidang.orgs.models import Appointment, User

    posts = [(unit, role) for unit in above for role in ("leader", "drafter")]
    posts += [(unit, "reporter") for unit in below]
    users = User.objects.bulk_create(
        (User(username=f"{role}{unit.pk}", password="!", unit=unit, post=role)
         for unit, role in posts), batch_size=STEP,
    )  # fmt: skip
    Appointment.objects.bulk_create(
        (Appointment(user=user, role=role, valid_from=dt.date(2000, 1, 1))
         for user, (_, role) in zip(users, posts, strict=True)), batch_size=STEP,
    )  # fmt: skip
    return {unit.pk: user.pk for user, (unit, _) in zip(users, posts, strict=True)}


def _plan_and_round(province: Any, kind: Any, communes: Sequence[Any]) -> list[int]:
    from haidang.orgs.commands import add_group
    from haidang.orgs.models import User
    from haidang.reporting.commands import load_regime, open_round

    drafter = User.objects.get(username=f"drafter{province.pk}")
    tasks = _tasks(province, drafter, communes)
    group = add_group(name="các xã", parent=province, kinds=[kind], by=None)
    regime = load_regime(receiver=province, reporters=group, by=None)
    round = open_round(regime=regime, year=2024, due_on=dt.date(2024, 11, 29), by=drafter)
    for at, status in enumerate(dict.fromkeys(STATUSES)):
        mine = [unit.pk for at_unit, unit in enumerate(communes)
                if STATUSES[at_unit % len(STATUSES)] == status]  # fmt: skip
        sent = {"submitted_at": AT, "submitted_by": drafter} if at >= 2 else {}
        round.reports.filter(unit__in=mine).update(status=status, attempt=len(sent) // 2, **sent)
    return tasks


def _tasks(province: Any, drafter: Any, communes: Sequence[Any]) -> list[int]:
    from haidang.documents.commands import register_document
    from haidang.plans.models import Assignment, Plan, Task

    words = {"document_type": "Kế hoạch", "title": f"công tác năm 2024, {province}"}
    revision = register_document(**words, unit=province, text="Văn bản", by=drafter)
    plan = Plan.objects.create(revision=revision, unit=province, year=2024, status="adopted",
                               header={}, adopted_at=AT, adopted_by=drafter)  # fmt: skip
    rows = Task.objects.bulk_create(_task(plan, at) for at in range(TASKS))
    duties = rows[DIRECTIONS:]
    Assignment.objects.bulk_create(
        (Assignment(task=task, unit=unit, part="does") for task in duties for unit in communes),
        batch_size=STEP,
    )
    return [task.pk for task in duties]


def _task(plan: Any, at: int) -> Any:
    from haidang.plans.models import Task

    duty = at - DIRECTIONS
    fields: dict[str, Any] = {"kind": "duty" if duty >= 0 else "direction"}
    if found := RHYTHMS.get(duty):
        phrase, every, days = found
        fields["recurrence"] = phrase
        fields["rhythm"] = {"phrase": phrase, "every": every, "interval": 1, "times": 1,
                            "days": days, "weekday": None, "is_before": False}  # fmt: skip
    elif duty % 3 == 1:
        fields["due_on"] = dt.date(2024, 1 + duty % 11, 28)
    label = f"III.{duty + 1}" if duty >= 0 else f"II.{at + 1}"
    return Task(plan=plan, label=label, title=f"Việc thứ {at} của kế hoạch", status="accepted",
                text="Tuyên truyền Luật Biên phòng Việt Nam", start=at * 10, end=at * 10 + 9,
                **fields)  # fmt: skip


def _log(
    below: Sequence[Any],
    tasks: dict[int, list[int]],
    people: dict[int, int],
    activities: int,
    *,
    with_ledger: bool,
) -> None:
    from haidang.activities.models import Activity, Kind, Quantity
    from haidang.ledger.models import Entry

    kinds = [(kind.pk, [m.pk for m in kind.measures.all()]) for kind in Kind.objects.all()]
    _fill(Activity, _entries(below, tasks, people, kinds, activities))
    _fill(Quantity, _quantities(kinds, activities))
    if with_ledger:
        _fill(Entry, _acts(below, people, activities))


def _entries(
    below: Sequence[Any],
    tasks: dict[int, list[int]],
    people: dict[int, int],
    kinds: Sequence[tuple[str, list[str]]],
    count: int,
) -> Iterator[dict[str, Any]]:
    length = (TODAY - SINCE).days + 1
    for at in range(count):
        unit = below[at % len(below)]
        turn = at // len(below)
        own = tasks[unit.parent_id]
        yield {
            "id": UUID(int=at + 1),
            "unit_id": unit.pk,
            "kind_id": kinds[turn % len(kinds)][0],
            "title": f"Luật Biên phòng Việt Nam, bài {turn}",
            "on": SINCE + dt.timedelta(days=(turn * 37 + unit.pk) % length),
            "language": "km" if turn % 5 == 0 else "vi",
            "task_id": own[turn * 7 % len(own)] if turn % 4 else None,
            "link": "",
            "is_simulated": True,
            "logged_at": AT,
            "logged_by_id": people[unit.pk],
            "version": 0,
            "is_after_closing": False,
            "withdrawn_at": None,
            "withdrawn_by_id": None,
            "withdrawal_reason": "",
        }


def _quantities(kinds: Sequence[tuple[str, list[str]]], count: int) -> Iterator[dict[str, Any]]:
    from haidang.orgs.models import Unit

    communes = Unit.objects.filter(kind="xa").count()
    serial = itertools.count(1)
    for at in range(count):
        for measure in kinds[at // communes % len(kinds)][1]:
            yield {"id": next(serial), "activity_id": UUID(int=at + 1), "measure_id": measure,
                   "amount": at % 90 + 1}  # fmt: skip


def _acts(below: Sequence[Any], people: dict[int, int], count: int) -> Iterator[dict[str, Any]]:
    for at in range(count):
        unit = below[at % len(below)]
        yield {
            "seq": FIRST_ENTRY + at,
            "at": AT,
            "by_id": people[unit.pk],
            "by_name": f"reporter{unit.pk}",
            "event": "correct_activity" if at % 50 == 0 else "log_activity",
            "target_type": "activities.activity",
            "target_id": str(UUID(int=at + 1)),
            "details": json.dumps({"unit": f"UBND {unit.area}"}),
            "previous": "0" * 64,
            "hash": "0" * 64,
        }


def _fill(model: Any, rows: Iterable[dict[str, Any]]) -> None:
    """By COPY on PostgreSQL, in batches elsewhere; fields of the model that are not given stay."""
    from django.db import connection

    names = [field.attname for field in model._meta.concrete_fields]
    given = ({name: row[name] for name in names if name in row} for row in rows)
    if connection.vendor != "postgresql":
        model.objects.bulk_create((model(**row) for row in given), batch_size=STEP)
        return
    first = next(iter(given))
    columns = [model._meta.get_field(name).column for name in first]
    quoted = ", ".join(f'"{column}"' for column in columns)
    with connection.cursor() as cursor:
        statement = f'COPY "{model._meta.db_table}" ({quoted}) FROM STDIN'
        with cursor.copy(statement) as copy:
            for row in itertools.chain([first], given):
                copy.write_row(list(row.values()))
        if "id" in first and isinstance(first["id"], int):
            cursor.execute(
                f"SELECT setval(pg_get_serial_sequence('{model._meta.db_table}', 'id'),"
                f" (SELECT max(id) FROM {model._meta.db_table}))"
            )
