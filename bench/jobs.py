"""Background work: how fast it is left and done, how soon it is begun, what waiting for it costs.

Jobs that write one row, on SQLite with full durability, then on a PostgreSQL of its own where it
is there; workers in processes of their own, as `haidang up` starts them.
"""

import datetime as dt
import os
import random
import time
from pathlib import Path

from bench.ground import on_both, own_installation
from bench.measure import QUICK, against, median, once, p95, seconds, table

LEFT, PICKED = 1000, 40
LEAST_LEFT, LEAST_DONE = 500, 100  # a second
MOST_WAIT, MOST_IDLE = 1.0, 0.01  # seconds; of a processor


def main() -> None:
    on_both("jobs", _measure)


def _measure(address: str | None) -> None:
    name = "PostgreSQL (fsync off)" if address else "SQLite"
    quick = bool(os.environ.get(QUICK))
    with own_installation(as_of="2024-11-25", database=address):
        rows = [*_done(100 if quick else LEFT), *_begun(5 if quick else PICKED)]
        rows.append(_idle(2 if quick else 20))
    table(f"Background work, on {name}", ["what", "measured", "limit", "of it"], rows)


def _done(count):
    from haidang.jobs.models import Rhythm

    rows = [_rate("left in the queue, each in its own transaction", count, _leave, LEAST_LEFT)]
    rows.append(_rate("done by one worker", count, lambda _: _work_off(1), LEAST_DONE))
    _leave(count)
    rows.append(_rate("done by two workers", count, lambda _: _work_off(2), LEAST_DONE))
    assert Rhythm.objects.filter(beat="bench").count() == 2 * count  # none left out, none doubled
    return rows


def _rate(what, count, act, least):
    rate = count / once(lambda: act(count))
    return [what, f"{rate:.0f} a second", f"at least {least}", against(least, rate)]


def _leave(count):
    from bench.jobs_done import write_row

    for _ in range(count):
        write_row.enqueue()


def _work_off(workers):
    from haidang.jobs.queue import waiting

    companions = [_companion() for _ in range(workers)]
    while waiting().exists():
        time.sleep(0.01)
    for companion in companions:
        companion.end()


def _begun(count):
    from django_tasks_db.models import DBTaskResult

    from bench.jobs_done import write_row
    from haidang.jobs.queue import waiting

    companion = _companion()
    time.sleep(2)
    begun = time.time()
    for _ in range(count):
        time.sleep(random.uniform(0.6, 1.4))
        _leave(1)
    while waiting().exists():
        time.sleep(0.1)
    companion.end()
    since = dt.datetime.fromtimestamp(begun, dt.UTC)
    # What the worker's own rhythms leave in the queue meanwhile is not ours.
    ours = {"task_path": write_row.module_path, "started_at__isnull": False}
    rows = DBTaskResult.objects.filter(enqueued_at__gte=since, **ours)
    waits = [(row.started_at - row.enqueued_at).total_seconds() for row in rows]
    assert len(waits) == count
    return [
        ["begun after, p50", seconds(median(waits)), "", ""],
        [
            "begun after, p95",
            seconds(p95(waits)),
            seconds(MOST_WAIT),
            against(p95(waits), MOST_WAIT),
        ],
    ]


def _idle(span):
    companion = _companion()
    time.sleep(2)
    before = _ticks(companion.pid)
    time.sleep(span)
    share = (_ticks(companion.pid) - before) / os.sysconf("SC_CLK_TCK") / span
    companion.end()
    return ["a worker with nothing to do", f"{share:.2%} of a core", f"{MOST_IDLE:.0%}",
            against(share, MOST_IDLE)]  # fmt: skip


def _ticks(pid):
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


def _companion():
    from django.db import connection

    from haidang.console.working import Companion

    connection.close()  # a child must not share it
    companion = Companion()
    companion.tend()
    return companion


if __name__ == "__main__":
    main()
