"""The matrix of a unit's year, of a province's plan, and the page of a task, at sixteen at once.

On the same two sets as the week's list: 15 units with 20,000 activities on SQLite, 3,321 with a
million on PostgreSQL.
"""

import time
from collections.abc import Iterator, Sequence

from bench.ground import on_both, own_installation
from bench.measure import against, median, p95, seconds, table
from bench.nation import DAY, Nation, nation
from bench.pages import _session
from bench.served import served
from bench.week import PEOPLE, SET_ON_POSTGRESQL, SET_ON_SQLITE, _queries, _together


def main() -> None:
    on_both("matrix", _measure)


def _measure(address: str | None) -> None:
    name, size, limit = SET_ON_POSTGRESQL if address else SET_ON_SQLITE
    with own_installation(as_of=DAY, database=address):
        from django.core.management import call_command

        call_command("collectstatic", interactive=False, verbosity=0)
        begun = time.perf_counter()
        made = nation(**size)
        print(f"\nmade in bulk: {name}, in {seconds(time.perf_counter() - begun)}")
        rows = []
        with served() as port:
            for page, accounts, path in _pages(made):
                taken = _together(port, [_session(one) for one in accounts[:PEOPLE]], path)
                late, queries = p95(taken), _queries(accounts[0], path)
                facts = [seconds(median(taken)), seconds(late), seconds(limit)]
                rows.append([page, *facts, against(late, limit), queries])
    head = ["page", "p50", "p95", "limit", "of it", "queries"]
    table(f"{PEOPLE} people at once: {name}", head, rows)


def _pages(made: Nation) -> Iterator[tuple[str, Sequence[str], str]]:
    from haidang.plans.models import Assignment

    given = Assignment.objects.select_related("task__plan").order_by("pk").first()
    assert given is not None
    plan, task, unit = given.task.plan_id, given.task_id, given.unit_id
    office = made.drafters[:1]
    yield "Ma trận một đơn vị, xã", made.officers, "/nhiem-vu/"
    yield "Ma trận một đơn vị, tỉnh", office, f"/nhiem-vu/?ke-hoach={plan}&don-vi={unit}"
    yield "Ma trận kế hoạch tỉnh, 24 cột", made.drafters, "/nhiem-vu/"
    yield "Ma trận, trang cuối", office, "/nhiem-vu/?trang=99&tu=giao-ban"
    yield "Tải .xlsx", office, "/nhiem-vu/xlsx/"
    yield "Một nhiệm vụ", office, f"/nv/{task}"
    yield "Một ô: minh chứng", office, f"/nv/{task}/don-vi/{unit}"


if __name__ == "__main__":
    main()
