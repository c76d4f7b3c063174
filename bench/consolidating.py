"""Consolidating a round: fifteen communes with 40 indicators, and the 3,321 of the country with 60.

Real tables with full durability, on both databases, and the commands that people use. Only the
setting up goes around them, with rows made in bulk: it is not measured. The plain SELECT … GROUP BY
over the same rows, in the same run, is what a consolidation is held against.
"""

import datetime as dt
import itertools
import json
import time
from uuid import UUID

from bench.ground import on_both, own_installation
from bench.measure import against, kilobytes, median, seconds, table, times_of

YEAR, SINCE = 2024, dt.date(2000, 1, 1)
BEHIND = 5  # activities behind each figure, each with its identifier, as `submit_report` keeps them
PROSE = "Đã phối hợp tuyên truyền về biển, đảo; Nhân dân hưởng ứng, hệ thống loa còn thiếu."
# Limits of adding up, of its page, of freezing, and of writing the document.
SIZES = {(15, 40): (0.2, 0.3, 0.5, 2.0), (3321, 60): (1.0, 0.3, 1.0, 60.0)}
MOST_TIMES = 3  # the plain SELECT


def main() -> None:
    on_both("consolidating", _on)


def _on(address):
    kind = "PostgreSQL" if address else "SQLite"
    with own_installation(as_of=f"{YEAR}-11-28", database=address):
        from django.core.management import call_command

        call_command("collectstatic", verbosity=0, interactive=False)  # the page names its files
        rows = [row for size, limits in SIZES.items() for row in _measured(*size, limits)]
    head = [
        "units × indicators",
        "act",
        "time",
        "of processor",
        "limit",
        "of it",
        "queries",
        "size",
    ]
    table(f"Consolidating a round on {kind} ({BEHIND} activities behind every figure)", head, rows)


def _measured(units, indicators, limits):
    from haidang.reporting.commands import consolidate_round, write_consolidated_report
    from haidang.reporting.queries.sums import frame_of

    round, drafter = _round(units, indicators)
    made, page = [], _page(round, drafter)
    acts = {
        "add up all reports": lambda: frame_of(round),
        "page of completeness and sums": page,
        "freeze": lambda: made.append(consolidate_round(round=round, by=drafter)),
        "write the official .docx": lambda: made.append(
            write_consolidated_report(consolidation=made[0], by=drafter)
        ),
    }
    plain = median(times_of(lambda: _plain(round)))
    rows = [[f"{units:,} × {indicators}", "plain SELECT … GROUP BY", seconds(plain), *[""] * 5]]
    for (name, act), limit in zip(acts.items(), limits, strict=True):
        queries, taken, worked = _counted(act)
        if not made:
            taken = median(times_of(act))
        facts = [seconds(taken), seconds(worked), seconds(limit), against(taken, limit), queries]
        rows.append([f"{units:,} × {indicators}", name, *facts, ""])
    most = seconds(plain * MOST_TIMES)
    totals = median(times_of(lambda: _totals(round)))
    share = against(totals, plain * MOST_TIMES)
    rows.append(
        [f"{units:,} × {indicators}", "all totals", seconds(totals), "", most, share, "", ""]
    )
    rows[3][-1] = kilobytes(len(json.dumps(made[0].kept)))
    rows[4][-1] = kilobytes(made[1].file.size)
    return rows


def _page(round, drafter):
    from django.test import Client

    client = Client()
    client.force_login(drafter)

    def ask():
        answer = client.get(f"/bao-cao/{round.pk}/tong-hop/?lan=0", headers={"host": "localhost"})
        assert answer.status_code == 200, answer.status_code
        assert "đơn vị" in answer.text

    return ask


def _plain(round):
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT indicator_id, COUNT(*), SUM(value), SUM(COALESCE(estimate, value)) "
            "FROM reporting_value WHERE round_id = %s GROUP BY indicator_id",
            [round.pk],
        )
        return cursor.fetchall()


def _totals(round):
    from haidang.activities.models import Indicator
    from haidang.reporting.models import Line
    from haidang.reporting.queries.totals import totals_of

    asked = Line.objects.filter(section__regime=round.regime_id).values("indicator")
    rows = Indicator.objects.filter(pk__in=asked).values_list("pk", "code", "aggregation")
    how = [{"id": pk, "code": code, "how": {"aggregation": way}} for pk, code, way in rows]
    return totals_of(round, how)


def _counted(act):
    from django.db import connection

    queries = []

    def count(execute, sql, parameters, many, context):
        queries.append(sql[:20])
        return execute(sql, parameters, many, context)

    with connection.execute_wrapper(count):
        begun, worked = time.perf_counter(), time.process_time()
        act()
    return len(queries), time.perf_counter() - begun, time.process_time() - worked


def _round(units, indicators):
    from haidang.orgs.commands import add_group, add_person, add_unit, appoint
    from haidang.orgs.models import Unit, UnitKind
    from haidang.reporting.commands import open_round
    from haidang.reporting.models import Regime

    kind = UnitKind.objects.create(code=f"xa{units}", name="xã", rank=5)
    receiver = add_unit(
        kind=kind, name="UBND", short_name="UBND", grid_name="UBND", valid_from=SINCE, by=None
    )
    below = {"kind": kind, "parent": receiver, "valid_from": SINCE}
    names = ("name", "short_name", "grid_name", "area")
    Unit.objects.bulk_create(
        Unit(**below, **dict.fromkeys(names, f"xã {at}"), path=f"{receiver.path}{at}/")
        for at in range(1, units + 1)
    )
    group = add_group(name="các xã", parent=receiver, kinds=[kind], by=None)
    drafter = add_person(
        username=f"tonghop{units}", password="một mật khẩu dài", unit=receiver, post="", by=None
    )
    appoint(user=drafter, role="drafter", valid_from=SINCE, by=None)
    regime = Regime.objects.create(
        frequency="year", name="năm", title="Kết quả", receiver=receiver, reporters=group
    )
    codes = _outline(regime, indicators)
    round = open_round(regime=regime, year=YEAR, due_on=dt.date(YEAR, 11, 29), by=drafter)
    _accept(round, drafter, codes)
    return round, drafter


def _outline(regime, indicators):
    from haidang.activities.models import Indicator
    from haidang.reporting.models import Line, Section

    shared = {"unit_name": "buổi", "group": "Nhóm", "aggregation": "count"}
    rows = Indicator.objects.bulk_create(
        Indicator(code=f"{indicators}.{at}", name=f"Chỉ tiêu {at}", position=at, **shared)
        for at in range(1, indicators + 1)
    )
    for ordinal in range(1, 10):
        kind = "figures" if ordinal <= 6 else "prose"
        section = Section.objects.create(
            regime=regime, ordinal=ordinal, title=f"Mục {ordinal}", kind=kind, opening="Đã có"
        )
        asked = rows[ordinal - 1 :: 6] if kind == "figures" else []
        Line.objects.bulk_create(
            Line(section=section, indicator=row, position=at) for at, row in enumerate(asked)
        )
    return [row.code for row in rows]


def _accept(round, drafter, codes):
    from haidang import clock
    from haidang.activities.models import Indicator
    from haidang.reporting.models import Acceptance, Submission, Value
    from haidang.reporting.sheet import fingerprint

    now, serial = clock.now(), itertools.count(1)
    who = {"submitted_by": drafter, "decided_by": drafter}
    when = {"submitted_at": now, "decided_at": now, "counted_to": now.date()}
    round.reports.update(status="accepted", attempt=1, **who, **when)
    sent = {"attempt": 1, "at": now, "by": drafter, "receipt": "BC"}
    rows = []
    for report in round.reports.all():
        evidence = _evidence(codes, serial)
        kept = {"evidence": evidence, "evidence_sha256": fingerprint(evidence)}
        rows.append(Submission(report=report, content=_sent(codes, serial), **kept, **sent))
    rows = Submission.objects.bulk_create(rows, batch_size=200)
    named = dict(Indicator.objects.filter(code__in=codes).values_list("code", "pk"))
    Acceptance.objects.bulk_create(
        Acceptance(report=row.report, round=round, submission=row, sha256=fingerprint(row.content))
        for row in rows
    )
    Value.objects.bulk_create(
        (
            Value(
                round=round,
                indicator_id=named[code],
                unit_id=row.report.unit_id,
                report=row.report,
                value=int(value),
                estimate=int(estimate),
            )
            for row in rows
            for code, (value, estimate, _) in row.content["figures"].items()
        ),
        batch_size=2000,
    )


def _evidence(codes, serial):
    """As `evidence_of` keeps it: [identifier, amount] of each activity behind a figure."""
    return {
        code: [[str(UUID(int=next(serial) * 10**30)), "1"] for _ in range(BEHIND)] for code in codes
    }


def _sent(codes, serial):
    """As `account_of` keeps it: [value, estimate, what the log gave] of each figure."""
    values = ((code, next(serial) % 97 + 1) for code in codes)
    figures = {code: [str(value), str(value + 3), str(value)] for code, value in values}
    return {
        "format": 1,
        "counted_from": f"{YEAR - 1}-12-15",
        "counted_to": f"{YEAR}-11-28",
        "figures": figures,
        "prose": {str(ordinal): PROSE for ordinal in (7, 8, 9)},
    }


if __name__ == "__main__":
    main()
