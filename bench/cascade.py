"""The coverage of a plan by the units below it, and the detailed plan of one, sixteen at once.

A plan of 40 items for 15 districts and 100 communes on SQLite, then the same plan for all 3,321
communes of the country on a PostgreSQL of its own, where it is there.
"""

import os
import time
from collections.abc import Iterator, Sequence
from typing import Any

from bench.ground import on_both, own_installation, rest
from bench.measure import QUICK, against, median, p95, seconds, table
from bench.nation import AT, DAY, STEP, _communes, _people, _unit
from bench.pages import _session
from bench.served import served
from bench.week import PEOPLE, _queries, _together

ITEMS, DIRECTIONS = 40, 10
LIMIT = 0.3
ASKS = "Xây dựng kế hoạch chi tiết triển khai thực hiện các nội dung trên"
HOWS = (
    {"how": "taken_up", "owner": "Công chức Văn hóa – Xã hội"},
    {"how": "adapted", "words": "Phát thanh mỗi tuần hai buổi", "reason": "Xã có bảy cụm loa"},
    {"how": "waived", "reason": "Xã không có biển"},
)


def main() -> None:
    on_both("cascade", _measure)


def _measure(address: str | None) -> None:
    units = 115 if not address else 330 if os.environ.get(QUICK) else 3321
    name = f"{units:,} units, {'PostgreSQL' if address else 'SQLite'}"
    with own_installation(as_of=DAY, database=address):
        from django.core.management import call_command

        call_command("collectstatic", interactive=False, verbosity=0)
        begun = time.perf_counter()
        plan, above, below = _made(units)
        print(f"\nmade in bulk: {name} × {ITEMS} items, in {seconds(time.perf_counter() - begun)}")
        rows = []
        with served() as port:
            for page, account, path in _pages(plan, above, below):
                taken = _together(port, [_session(account)], path)
                late, queries = p95(taken), _queries(account, path)
                facts = [seconds(median(taken)), seconds(late), seconds(LIMIT)]
                rows.append([page, *facts, against(late, LIMIT), queries])
    head = ["page", "p50", "p95", "limit", "of it", "queries"]
    table(f"{PEOPLE} people at once: {name}", head, rows)


def _pages(plan: Any, above: Any, below: Sequence[Any]) -> Iterator[tuple[str, str, str]]:
    item = plan.tasks.order_by("-start").first()
    leader, cover = f"leader{above.pk}", f"/ke-hoach/{plan.pk}/do-phu/"
    yield "Độ phủ, trang đầu", leader, cover
    yield "Độ phủ, im lặng ở một mục", leader, f"{cover}?state=silent&muc={item.pk}"
    yield "Độ phủ, trang cuối", leader, f"{cover}?trang={len(below) // 25}"
    yield "Một đơn vị, từng mục", leader, f"{cover}{below[1].pk}/"
    own = f"/ke-hoach/{plan.pk}/cu-the/"
    yield "Kế hoạch chi tiết của xã", f"reporter{below[1].pk}", own


def _made(count: int) -> tuple[Any, Any, list[Any]]:
    """A plan of forty items for all the units, of which two in three have answered some."""
    from haidang.orgs.models import UnitKind

    kinds = {
        code: UnitKind.objects.create(code=code, name=name, rank=rank)
        for rank, (code, name) in enumerate({"tinh": "tỉnh", "xa": "xã"}.items())
    }
    above = _unit(kinds["tinh"], "tỉnh", None)
    below = _communes(kinds["xa"], [above], count)
    people = _people([above], below)
    plan = _plan(above, below)
    _answers(plan, [unit for at, unit in enumerate(below) if at % 3], people)
    rest()
    return plan, above, below


def _plan(above: Any, below: Sequence[Any]) -> Any:
    from haidang.documents.commands import register_document
    from haidang.orgs.models import User
    from haidang.plans.models import Assignment, Plan, Task

    drafter = User.objects.get(username=f"drafter{above.pk}")
    words = {"document_type": "Kế hoạch", "title": "Công tác thông tin năm 2024"}
    revision = register_document(**words, unit=above, text="Văn bản", by=drafter)
    plan = Plan.objects.create(revision=revision, unit=above, year=2024, status="adopted",
                               header={}, adopted_at=AT, adopted_by=drafter)  # fmt: skip
    rows = Task.objects.bulk_create(_task(plan, at) for at in range(ITEMS))
    given = (Assignment(task=task, unit=unit, part="does")
             for task in rows[DIRECTIONS:] for unit in below)  # fmt: skip
    Assignment.objects.bulk_create(given, batch_size=STEP)
    return plan


def _task(plan: Any, at: int) -> Any:
    from haidang.plans.models import Task

    is_duty = at >= DIRECTIONS
    label = f"III.{at - DIRECTIONS + 1}" if is_duty else f"II.{at + 1}"
    text = ASKS if at == DIRECTIONS else "Tuyên truyền Luật Biên phòng Việt Nam"
    return Task(plan=plan, kind="duty" if is_duty else "direction", label=label, text=text,
                title=f"Việc thứ {at} của kế hoạch", status="accepted",
                start=at * 10, end=at * 10 + 9)  # fmt: skip


def _answers(plan: Any, units: Sequence[Any], people: dict[int, int]) -> None:
    from haidang.plans.models import Answer, Detailed

    rows = Detailed.objects.bulk_create(
        (Detailed(unit=unit, plan=plan, year=2024, version=1) for unit in units), batch_size=STEP
    )
    tasks = list(plan.tasks.order_by("start"))
    said = (
        Answer(detailed=row, task=task, at=AT, by_id=people[row.unit_id], **HOWS[at % len(HOWS)])
        for number, row in enumerate(rows)
        for at, task in enumerate(tasks[: number % (ITEMS + 1)])
    )
    Answer.objects.bulk_create(said, batch_size=STEP)


if __name__ == "__main__":
    main()
