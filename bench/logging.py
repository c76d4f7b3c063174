"""Saving activities: sixteen people on two cores, the process killed with -9, and a million rows.

The real command on SQLite with full durability, then on a PostgreSQL of its own where it is there.
Only the million rows that stand there before are made in bulk: that is not measured.
"""

import datetime as dt
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.ground import ROOT, on_both, own_installation, rest
from bench.measure import QUICK, against, median, p95, seconds, table, times_of
from bench.pages import _client

DAY = dt.date(2024, 11, 25)
PROCESSES, PEOPLE = 2, 16
LEAST_A_SECOND, MOST_ONE, MOST_PAGE = 100, 0.15, 0.3
SECONDS, BEFORE_KILL = 8.0, 100  # how long they log; how many are answered before the kill
UNITS, ROWS = 3_321, 1_000_000
WORK = "BENCH_LOGGING_WORK"


def main() -> None:
    if work := os.environ.get(WORK):
        _work(*work.split("|"))
        return
    on_both("logging", _measure)


def _measure(address: str | None) -> None:
    name = "PostgreSQL (fsync off)" if address else "SQLite"
    with own_installation(as_of=DAY.isoformat(), database=address) as folder:
        _people()
        rows = [*_together(folder), _killed(folder), _asked()]
        if address:
            rows += _among_a_million()
    table(f"Saving activities, on {name}", ["act", "time", "limit", "of it", "found"], rows)


def _people() -> None:
    """An authority with sixteen communes and one person in each."""
    from haidang.activities.commands import load_catalogue
    from tests.makers import make_authority

    load_catalogue()
    make_authority(communes=PEOPLE)


def _start(folder: Path, for_seconds: float) -> list[tuple[subprocess.Popen[bytes], Path]]:
    started = []
    for at in range(PROCESSES):
        told = Path(tempfile.mkstemp(dir=folder, prefix="told-")[1])
        work = f"{told}|{at}|{for_seconds}"
        command = [sys.executable, "-m", "bench.logging"]
        database = {"HAIDANG_DATABASE_URL": os.environ.get("HAIDANG_DATABASE_URL", "")}
        around = {**os.environ, **(database if database["HAIDANG_DATABASE_URL"] else {})}
        around |= {WORK: work}
        started.append((subprocess.Popen(command, cwd=ROOT, env=around), told))
    return started


def _work(told: str, number: str, for_seconds: str) -> None:
    """One of the processes: its share of the people, each logging as fast as it is answered."""
    sys.path.insert(0, str(ROOT / "src"))
    import threading

    import django

    django.setup()
    from django.db import connection

    from haidang.activities.models import Kind
    from haidang.orgs.models import User

    reporters = list(User.objects.filter(appointments__role="reporter").select_related("unit"))
    kind = Kind.objects.prefetch_related("measures").get(pk="talk")
    out = os.open(told, os.O_WRONLY | os.O_APPEND)
    end = time.monotonic() + float(for_seconds)

    def person(by: User) -> None:
        while time.monotonic() < end:
            begun = time.perf_counter()
            pk = _log(by, kind)
            # Written when the command has answered: from now on the entry may not be lost.
            os.write(out, f"{pk} {time.perf_counter() - begun:.6f}\n".encode())
        connection.close()

    threads = [threading.Thread(target=person, args=(by,)) for by in reporters[int(number) :: 2]]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _log(by, kind):
    from uuid import uuid4

    from haidang.activities.commands import log_activity

    return log_activity(
        id=uuid4(),
        unit=by.unit,
        kind=kind,
        title="Luật Biên phòng Việt Nam, tại ấp",
        on=DAY,
        by=by,
        quantities={"sessions": 1, "attendances": 64},
    ).pk


def _told(started) -> list[list[str]]:
    return [line.split() for _, file in started for line in file.read_text().splitlines()]


def _together(folder: Path):
    short = 2.0 if os.environ.get(QUICK) else SECONDS
    started = _start(folder, short)
    for process, _ in started:
        process.wait()
    told = _told(started)
    taken = [float(one) for _, one in told]
    rate = len(told) / short
    found = f"{rate:.0f} a second, at least {LEAST_A_SECOND}"
    one = p95(taken)
    yield ["save one, 16 people at once, p95", *beside(one, PEOPLE * 0.01), ""]
    slot = short / max(1, len(told))
    yield ["each of them, sustained", *beside(slot, 1 / LEAST_A_SECOND), found]


def _killed(folder: Path) -> list[str]:
    """Every entry that was answered stands in the database, whole, and the ledger is sound."""
    from haidang.activities.models import Activity, Quantity
    from haidang.ledger.queries import first_fault

    started = _start(folder, 120)
    deadline = time.monotonic() + 60
    while len(_told(started)) < BEFORE_KILL and time.monotonic() < deadline:
        time.sleep(0.05)
    for process, _ in started:
        process.send_signal(signal.SIGKILL)
        process.wait()
    answered = {pk for pk, *_ in _told(started)}
    kept = {str(pk) for pk in Activity.objects.values_list("pk", flat=True)}
    whole = Quantity.objects.count() == 2 * len(kept)
    lost = len(answered - kept)
    is_sound = bool(answered) and not lost and whole and first_fault() is None
    said = f"{len(answered)} answered, {lost} lost, {'sound' if is_sound else 'NOT SOUND'}"
    return ["killed with -9 in the middle", "", "", "", said]


def _asked() -> list[str]:
    """How many questions one entry asks the database, all told."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from haidang.activities.models import Kind
    from haidang.orgs.models import User

    by = User.objects.filter(appointments__role="reporter").select_related("unit").first()
    kind = Kind.objects.prefetch_related("measures").get(pk="talk")
    _log(by, kind)
    with CaptureQueriesContext(connection) as asked:
        _log(by, kind)
    one = median(times_of(lambda: _log(by, kind)))
    found = f"{len(asked)} questions"
    return ["save one, alone", *beside(one, MOST_ONE), found]


def beside(figure: float, limit: float) -> tuple[str, str, str]:
    """A time, its limit, and the share of it."""
    return seconds(figure), seconds(limit), against(figure, limit)


def _among_a_million():
    """The log form, the journal of a commune, the office and an auditor, and saving, full size."""
    from django.core.management import call_command

    from haidang.orgs.models import User

    call_command("collectstatic", interactive=False, verbosity=0)
    begun = time.perf_counter()
    _fill()
    print(f"made {ROWS} rows in {seconds(time.perf_counter() - begun)}")
    people = User.objects.filter(appointments__role__in=("reporter", "drafter", "auditor"))
    seen = {}
    for user in people.order_by("pk"):
        seen.setdefault(next(iter(user.roles())).value, user)
    for role, address in [
        ("reporter", "/ghi/"),
        ("reporter", "/nhat-ky/"),
        ("reporter", "/nhat-ky/?kind=talk"),
        ("drafter", "/nhat-ky/"),
        ("auditor", "/nhat-ky/"),
        ("auditor", "/nhat-ky/?kind=talk"),
        ("auditor", "/nhat-ky/?trang=100"),
    ]:
        client = _client(seen[role].username)
        assert client.get(address).status_code == 200
        taken = times_of(lambda client=client, address=address: client.get(address), at_least=20)
        one = p95(taken)
        yield [f"{address} of the {role}, p95", *beside(one, MOST_PAGE), ""]
    name, *rest = _asked()
    yield [f"{name}, among a million", *rest]


def _fill() -> None:
    """3,321 communes, most of them elsewhere, and 1,000,000 entries spread over them and a year."""
    from django.db import connection

    from haidang.orgs.models import Unit, UnitKind, User

    kind = UnitKind.objects.get(code="xa")
    last = Unit.objects.order_by("-pk").first().pk
    Unit.objects.bulk_create(
        Unit(
            pk=last + 1 + at,
            kind=kind,
            name=f"Ủy ban nhân dân xã {at}",
            short_name=f"UBND xã {at}",
            grid_name=f"xã {at}",
            path=f"{last + 1 + at}/",
            valid_from=dt.date(2000, 1, 1),
        )
        for at in range(UNITS - Unit.objects.count())
    )
    rows = 20_000 if os.environ.get(QUICK) else ROWS
    with connection.cursor() as cursor:
        cursor.execute(ENTRIES, [UNITS, User.objects.first().pk, rows])
        cursor.execute(AMOUNTS)
    rest()


ENTRIES = """
    INSERT INTO activities_activity (id, unit_id, kind_id, title, "on", language, link,
        is_simulated, logged_at, logged_by_id, version, is_after_closing, withdrawal_reason)
    SELECT gen_random_uuid(), (SELECT min(id) FROM orgs_unit) + n %% %s,
        (ARRAY['radio', 'talk', 'article', 'visual'])[1 + n %% 4], 'Hoạt động ' || n,
        DATE '2024-11-25' - (n / 7 %% 360), 'vi', '', false,
        TIMESTAMPTZ '2024-11-25 09:00' - n * INTERVAL '20 second', %s, 0, false, ''
    FROM generate_series(1, %s) AS n
"""
AMOUNTS = """
    INSERT INTO activities_quantity (activity_id, measure_id, amount)
    SELECT id, 'sessions', 1 FROM activities_activity ON CONFLICT DO NOTHING
"""

if __name__ == "__main__":
    main()
