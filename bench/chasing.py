"""Chasing: the page of what units lack, one authority above them all, and reminding them.

Fifteen units with 20,000 activities on SQLite, then 3,321 units with a million on a PostgreSQL of
its own, where it is there. Through Django's test client: one specialist chases, not sixteen.
"""

from bench.ground import on_both, own_installation
from bench.measure import against, median, once, p95, seconds, table, times_of
from bench.nation import DAY, Nation, nation
from bench.pages import _client

SMALL = {"provinces": 1, "communes": 15, "activities": 20_000}
LARGE = {"provinces": 1, "communes": 3321, "activities": 1_000_000}
SET_ON_SQLITE = ("15 units, 20,000 activities, SQLite", SMALL, 0.15)
SET_ON_POSTGRESQL = ("3,321 units, 1,000,000 activities, PostgreSQL", LARGE, 0.3)
PAGES = {
    "Đôn đốc": "/don-doc/",
    "Đôn đốc, quá hạn": "/don-doc/?han=qua-han",
    "Đôn đốc, báo cáo": "/don-doc/?thieu=report",
    "Đôn đốc, chưa nhắc": "/don-doc/?nhac=chua",
    "Đôn đốc, trang cuối": "/don-doc/?trang=999",
    "Thông báo": "/thong-bao/",
}


def main() -> None:
    on_both("chasing", _measure)


def _measure(address: str | None) -> None:
    name, size, limit = SET_ON_POSTGRESQL if address else SET_ON_SQLITE
    with own_installation(as_of=DAY, database=address):
        from django.core.management import call_command

        call_command("collectstatic", interactive=False, verbosity=0)
        made = nation(**size, with_ledger=False)
        head = ["page", "p50", "p95", "limit", "of it", "queries"]
        table(f"Pages, {name}", head, [_page(made, *page, limit) for page in PAGES.items()])
        _acts(made, name)


def _page(made: Nation, name: str, path: str, limit: float) -> list[object]:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client = _client(made.drafters[0])
    taken = times_of(lambda: client.get(path), at_least=20)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(path).status_code == 200
    late = p95(taken)
    return [
        name,
        seconds(median(taken)),
        seconds(late),
        seconds(limit),
        against(late, limit),
        len(asked),
    ]


def _acts(made: Nation, name: str) -> None:
    from haidang import clock
    from haidang.chasing.commands import draft_reminder_letter, remind_units
    from haidang.chasing.enums import Channel
    from haidang.chasing.queries import units_lacking
    from haidang.orgs.models import User

    by = User.objects.get(username=made.drafters[0])
    units = list(units_lacking(by, clock.today()))

    def remind(count: int) -> float:
        some = units[:count]
        return once(lambda: remind_units(units=some, channel=Channel.NOTICE, by=by, again=True))

    rows = [[f"remind {count} units", seconds(remind(count))] for count in (15, len(units))]
    letter = once(lambda: draft_reminder_letter(units=units[:15], by=by, again=True))
    rows.append(["letter to 15 units", seconds(letter)])
    table(f"Acts, {name}", ["act", "time"], rows)


if __name__ == "__main__":
    main()
