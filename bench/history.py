"""Ten years of months, 3,321 units and 60 indicators on PostgreSQL: 24 million accepted values.

Any total with its breakdown, by district, by month, by group of indicators. What a question costs
is shown for one month, one year and ten years: it is to follow what is asked, not what is stored.
PostgreSQL itself says how many rows it read for it, and by which way.
`HISTORY_YEARS=1` loads a tenth, `HISTORY_UNITS` so many units; the load itself is not measured.
"""

import datetime as dt
import json
import os
from pathlib import Path

from bench.ground import own_installation
from bench.measure import against, median, once, seconds, table, times_of

YEARS = int(os.environ.get("HISTORY_YEARS", "10"))
UNITS = int(os.environ.get("HISTORY_UNITS", "3321"))
DISTRICTS, INDICATORS, GROUPS = 168, 60, 6
LIMIT, SINCE = 1.0, dt.date(2000, 1, 1)
PERSON = "lịch sử"


def main() -> None:
    if not list(Path("/").glob("usr/lib/postgresql/*/bin/initdb")):
        print("\nno PostgreSQL on this machine: left out")
        return
    from tests.postgres import cluster

    with cluster() as address, own_installation(as_of="2026-01-15", database=address):
        made = once(_load)
        rows, stored = _measured(), _stored()
    head = ["question", "breakdown", "rows asked", "read", "by way of", "time", "limit", "of it"]
    title = f"{YEARS} years of months on PostgreSQL: {stored} (loaded in {seconds(made)})"
    table(title, head, rows)


def _measured():
    from haidang.reporting.models import Round
    from haidang.reporting.queries.totals import spread

    rounds = list(Round.objects.order_by("data_from").values_list("pk", flat=True))
    one, every = [_indicators()[0]], _indicators()
    year = rounds[-12:]
    asked = [
        ("one indicator, one month", rounds[-1:], one, "unit__parent"),
        ("one indicator, one year", year, one, "round"),
        ("one indicator, one year", year, one, "unit__parent"),
        (f"one indicator, {YEARS} years", rounds, one, "round"),
        (f"one indicator, {YEARS} years", rounds, one, "unit__parent"),
        ("all indicators, one month", rounds[-1:], every, "indicator__group"),
        ("all indicators, one month", rounds[-1:], every, "unit__parent"),
        ("all indicators, one year", year, every, "indicator__group"),
    ]
    rows = []
    for name, of, which, by in asked:
        taken = median(
            times_of(lambda of=of, which=which, by=by: spread(of, which, by), at_least=3)
        )
        count = f"{len(of) * len(which) * UNITS:,}"
        facts = [seconds(taken), seconds(LIMIT), against(taken, LIMIT)]
        rows.append(
            [
                name,
                by,
                count,
                *_read(lambda of=of, which=which, by=by: spread(of, which, by)),
                *facts,
            ]
        )
    return rows


def _read(act):
    """How many rows of values a question reads, and the ways in which PostgreSQL finds them."""
    from django.db import connection

    asked = []

    def note(execute, sql, parameters, many, context):
        asked.append((sql, parameters))
        return execute(sql, parameters, many, context)

    with connection.execute_wrapper(note):
        act()
    nodes = []
    for sql, parameters in (pair for pair in asked if "reporting_value" in pair[0]):
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN (ANALYZE, FORMAT JSON) {sql}", parameters)
            found = cursor.fetchone()[0]
        plan = json.loads(found) if isinstance(found, str) else found
        nodes += [one for one in _nodes(plan[0]["Plan"]) if _is_of_values(one)]
    read = sum(
        (one["Actual Rows"] + one.get("Rows Removed by Filter", 0)) * one["Actual Loops"]
        for one in nodes
    )
    return f"{read:,.0f}", " + ".join(sorted({one["Node Type"] for one in nodes}))


def _nodes(plan):
    yield plan
    for below in plan.get("Plans", ()):
        yield from _nodes(below)


def _is_of_values(node):
    return node.get("Relation Name") == "reporting_value"


def _indicators():
    from haidang.activities.models import Indicator

    return list(Indicator.objects.filter(code__startswith="7").values_list("pk", flat=True))


def _stored():
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT COUNT(*), pg_size_pretty(pg_table_size('reporting_value')), "
            "pg_size_pretty(pg_indexes_size('reporting_value')) FROM reporting_value"
        )
        count, table_size, index_size = cursor.fetchone()
    return f"{count:,} values, {table_size} and {index_size} of indexes"


def _load():
    """Units, indicators and rounds as the commands make them; reports and values in bulk."""
    from django.db import connection

    _ground()
    with connection.cursor() as cursor:
        cursor.execute("SET synchronous_commit = off")
        for name in ("reporting_report", "reporting_value"):
            cursor.execute(f"ALTER TABLE {name} DISABLE TRIGGER ALL")
        cursor.execute(
            "INSERT INTO reporting_report (round_id, unit_id, status, attempt, receipt, version) "
            "SELECT r.id, u.id, 'not_started', 0, '', 0 FROM reporting_round r, orgs_unit u "
            "WHERE u.area = 'xa' ORDER BY r.id, u.id"
        )
        # Month after month, report after report: as they are accepted in life.
        cursor.execute(
            "INSERT INTO reporting_value (round_id, indicator_id, unit_id, report_id, value, "
            "estimate, weight) SELECT p.round_id, i.id, p.unit_id, p.id, "
            "(p.id * 7919 + i.id * 104729) %% 9700, NULL, 1 FROM reporting_report p, "
            "activities_indicator i WHERE i.code LIKE '7%%' ORDER BY p.id, i.id",
            [],
        )
        for name in ("reporting_report", "reporting_value"):
            cursor.execute(f"ALTER TABLE {name} ENABLE TRIGGER ALL")
        cursor.execute("VACUUM ANALYZE reporting_value")
        cursor.execute("ANALYZE reporting_report")


def _ground():
    from haidang.orgs.commands import add_group, add_person, add_unit
    from haidang.orgs.models import Unit, UnitKind

    kind = UnitKind.objects.create(code="lichsu", name="xã", rank=5)
    names = {"name": "UBND", "short_name": "UBND", "grid_name": "UBND"}
    top = add_unit(kind=kind, **names, valid_from=SINCE, by=None)
    made = {"kind": kind, "valid_from": SINCE, **names}
    districts = Unit.objects.bulk_create(
        Unit(parent=top, path=f"{top.path}h{at}/", area="huyen", **made) for at in range(DISTRICTS)
    )
    Unit.objects.bulk_create(
        Unit(parent=district, path=f"{district.path}{at}/", area="xa", **made)
        for at in range(UNITS)
        for district in [districts[at % DISTRICTS]]
    )
    group = add_group(name="các xã", parent=top, kinds=[kind], by=None)
    person = add_person(
        username="lichsu", password="một mật khẩu dài", unit=top, post=PERSON, by=None
    )
    _indicators_of_all()
    _months(top, group, person)


def _indicators_of_all():
    from haidang.activities.models import Indicator

    Indicator.objects.bulk_create(
        Indicator(
            code=f"7{at // 100}.{at % 100}",
            name=f"Chỉ tiêu {at}",
            unit_name="buổi",
            group=f"Nhóm {at % GROUPS}",
            aggregation="count",
            position=at,
        )
        for at in range(INDICATORS)
    )


def _months(receiver, reporters, person):
    from haidang import clock
    from haidang.orgs.models import Period
    from haidang.reporting.models import Regime, Round

    names = {"name": "tháng", "title": "Kết quả"}
    regime = Regime.objects.create(
        **names, frequency="month", receiver=receiver, reporters=reporters
    )
    for month in range(12 * YEARS):
        first = dt.date(2026 - YEARS + month // 12, month % 12 + 1, 1)
        last = (first + dt.timedelta(days=31)).replace(day=1) - dt.timedelta(days=1)
        days = {"starts_on": first, "ends_on": last}
        period, _ = Period.objects.get_or_create(frequency="month", **days)
        opened = {"opened_at": clock.now(), "opened_by": person}
        window = {"data_from": first, "data_to": last, "due_on": last}
        Round.objects.create(regime=regime, period=period, **window, **opened)


if __name__ == "__main__":
    main()
