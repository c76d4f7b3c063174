"""The last day: the communes of the country send their reports within ten minutes.

Four processes on two cores share the units, at the pace of the ten minutes, from when all of them
are up. In the middle one is killed just after somebody pressed its button; another one takes its
place, and whoever saw no receipt sends again, as a person does. Every receipt is held against the
database: it names a sending that is whole, once. With `LASTDAY_UNITS=200` fewer send, at the same
pace. Reports are filled in bulk; neither that nor the processes' coming up is measured.
"""

import datetime as dt
import json
import os
import subprocess
import sys
import time
from pathlib import Path

from bench.consolidating import PROSE, YEAR, _outline
from bench.ground import ROOT, on_both, own_installation
from bench.measure import against, seconds, table

COUNTRY, INDICATORS, PROCESSES, MINUTES = 3321, 60, 4, 10
UNITS = int(os.environ.get("LASTDAY_UNITS", COUNTRY))
PACE = COUNTRY / (MINUTES * 60)  # sendings in a second
LIMIT, SINCE = 1.0, dt.date(2000, 1, 1)


def main() -> int:
    if len(sys.argv) > 1 and sys.argv[1] == "send":
        return _send(int(sys.argv[2]), Path(sys.argv[3]))
    on_both("lastday", _on)
    return 0


def _on(address):
    kind = "PostgreSQL" if address else "SQLite"
    with own_installation(as_of=f"{YEAR}-11-28", database=address) as folder:
        _fill()
        whole, killed = _run(folder)
        told = [row for file in folder.glob("sent-*") for row in _lines(file) if "receipt" in row]
        lost, wrong = _held_against_the_database(told)
    times = sorted(row["taken"] for row in told)
    p50, p99 = (times[min(len(times) - 1, int(len(times) * share))] for share in (0.5, 0.99))
    due = UNITS / PACE
    rows = [
        ("sent with a receipt", len({row["report"] for row in told}), UNITS, ""),
        ("receipts that are not true", wrong, 0, ""),
        ("sent, and not in the database", lost, 0, ""),
        ("pressed, and killed before a receipt", killed, 1, ""),
        ("half of them within", seconds(p50), "", ""),
        ("99 of 100 within", seconds(p99), seconds(LIMIT), against(p99, LIMIT)),
        ("all of them within", seconds(whole), seconds(due * 1.1), against(whole, due * 1.1)),
    ]
    table(f"{UNITS:,} units send, {PROCESSES} processes, {kind}", ("", "is", "must", "of it"), rows)


def _lines(file):
    # What the killed process was writing may be half a line: its unit saw no receipt.
    return [json.loads(line) for line in file.read_text().splitlines() if line.endswith("}")]


def _run(folder):
    """Four processes; the second is killed in the middle and another one takes its place.

    Answers how long all took, and how many had pressed a button of the killed one in vain.
    """

    def start(number):
        call = [sys.executable, "-m", "bench.lastday", "send", str(number), str(folder)]
        return subprocess.Popen(call, cwd=ROOT)

    running = [start(number) for number in range(PROCESSES)]
    while len(list(folder.glob("up-*"))) < PROCESSES:
        if any(process.poll() for process in running):
            raise RuntimeError("a process that sends has failed")
        time.sleep(0.05)
    begun = time.time() + 0.5
    (folder / "begun.part").write_text(str(begun))
    (folder / "begun.part").rename(folder / "begun")
    killed = _kill_in_the_middle(running.pop(1), folder / "sent-1", begun)
    running.append(start(PROCESSES))
    for process in running:
        if process.wait():
            raise RuntimeError("a process that sends has failed")
    return time.time() - begun, killed


def _kill_in_the_middle(victim, told, begun):
    """Kill it once its last line is a button pressed, without a receipt; whether it was so."""
    time.sleep(max(0.0, begun + UNITS / PACE / 2 - time.time()))
    while victim.poll() is None and not _waits(told):
        time.sleep(0.002)
    victim.kill()
    victim.wait()
    return int(_waits(told))


def _waits(told):
    rows = _lines(told) if told.exists() else []
    return bool(rows) and "receipt" not in rows[-1]


def _begun(folder):
    while not (folder / "begun").exists():
        time.sleep(0.02)
    return float((folder / "begun").read_text())


def _send(number, folder):
    """Send what falls to this process, each at its moment; the successor sends all that is open."""
    import django

    django.setup()
    from haidang.orgs.models import User
    from haidang.reporting import commands  # noqa: F401 (nobody's sending is to wait for this)
    from haidang.reporting.models import Report

    who = {person.unit_id: person for person in User.objects.filter(username__startswith="xa-")}
    mine = 1 if number == PROCESSES else number
    reports = list(enumerate(Report.objects.order_by("pk")))
    (folder / f"up-{number}").touch()
    begun = _begun(folder)
    with (folder / f"sent-{number}").open("a", buffering=1) as told:
        for at, report in reports[mine::PROCESSES]:
            time.sleep(max(0.0, begun + at / PACE - time.time()))
            told.write(json.dumps({"pressed": report.pk}) + "\n")
            pressed = time.perf_counter()
            row = {"report": report.pk, "receipt": _receipt(report, who[report.unit_id])}
            told.write(json.dumps(row | {"taken": time.perf_counter() - pressed}) + "\n")
    return 0


def _receipt(report, by):
    from haidang.errors import WrongState
    from haidang.reporting.commands import submit_report

    try:
        return submit_report(report=report, by=by, no_secret=True).receipt
    except WrongState:
        # It went through, and the line broke before its receipt: the page shows it now.
        report.refresh_from_db()
        return report.receipt


def _held_against_the_database(told):
    from haidang.ledger.models import Entry
    from haidang.reporting.models import Report, Submission

    kept = {row.report_id: row for row in Submission.objects.all()}
    once = Submission.objects.count() == len(kept)
    sealed = set(Entry.objects.filter(event="submit_report").values_list("target_id", flat=True))
    status = dict(Report.objects.values_list("pk", "status"))
    lost = [row for row in told if row["report"] not in kept]
    wrong = [
        row
        for row in told
        if row["report"] in kept
        and not _is_true(row, kept[row["report"]], status, sealed, once=once)
    ]
    return len(lost), len(wrong)


def _is_true(row, sent, status, sealed, *, once):
    from haidang.reporting.sheet import fingerprint

    return (
        once
        and sent.receipt == row["receipt"]
        and fingerprint(sent.evidence) == sent.evidence_sha256
        and status[row["report"]] == "submitted"
        and str(row["report"]) in sealed
    )


def _fill():
    """Units, people and reports that are ready to be sent, in bulk."""
    from haidang.orgs.commands import add_group, add_person, add_unit, appoint
    from haidang.orgs.models import Appointment, Unit, UnitKind, User
    from haidang.reporting.commands import open_round
    from haidang.reporting.models import Regime

    kind = UnitKind.objects.create(code="xalast", name="xã", rank=5)
    names = ("name", "short_name", "grid_name", "area")
    top = add_unit(kind=kind, **dict.fromkeys(names[:3], "UBND"), valid_from=SINCE, by=None)
    units = Unit.objects.bulk_create(
        Unit(
            kind=kind,
            parent=top,
            valid_from=SINCE,
            path=f"{top.path}{at}/",
            **dict.fromkeys(names, f"xã {at}"),
        )
        for at in range(1, UNITS + 1)
    )
    group = add_group(name="các xã", parent=top, kinds=[kind], by=None)
    drafter = add_person(
        username="tonghop", password="một mật khẩu dài", unit=top, post="", by=None
    )
    appoint(user=drafter, role="drafter", valid_from=SINCE, by=None)
    people = User.objects.bulk_create(
        User(username=f"xa-{unit.pk}", unit=unit, password="!") for unit in units
    )
    Appointment.objects.bulk_create(
        Appointment(user=person, role="reporter", valid_from=SINCE) for person in people
    )
    regime = Regime.objects.create(
        name="năm", title="Kết quả", frequency="year", receiver=top, reporters=group
    )
    codes = _outline(regime, INDICATORS)
    round = open_round(regime=regime, year=YEAR, due_on=dt.date(YEAR, 11, 29), by=drafter)
    _draft(round, codes)


def _draft(round, codes):
    from haidang import clock
    from haidang.activities.models import Indicator
    from haidang.reporting.models import Figure, Prose, Section

    round.reports.update(status="draft", counted_to=dt.date(YEAR, 11, 28))
    reports, now = list(round.reports.values_list("pk", flat=True)), clock.now()
    indicators = list(Indicator.objects.filter(code__in=codes).values_list("pk", flat=True))
    said = {"value": 0, "estimate": 0, "is_none": True, "saved_at": now}
    Figure.objects.bulk_create(
        (Figure(report_id=pk, indicator_id=one, **said) for pk in reports for one in indicators),
        batch_size=3000,
    )
    sections = list(Section.objects.filter(regime=round.regime, kind="prose"))
    Prose.objects.bulk_create(
        (
            Prose(report_id=pk, section=section, text=PROSE, saved_at=now)
            for pk in reports
            for section in sections
        ),
        batch_size=3000,
    )


if __name__ == "__main__":
    sys.exit(main())
