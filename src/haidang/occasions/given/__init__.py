"""What the product brings: days.csv and relations.csv, with their sources, read as plain rows."""

import csv
from collections.abc import Iterator
from pathlib import Path

from haidang.occasions.enums import Calendar, Kind
from haidang.occasions.models import Occasion

_HERE = Path(__file__).parent
_RELATION_LEAD = 30  # days: what is told of another country is agreed with others first


def occasions() -> Iterator[Occasion]:
    """Every occasion that the product brings, not saved."""
    for row in _rows("days.csv"):
        yield _day(row)
    for row in _rows("relations.csv"):
        yield _relation(row)


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (_HERE / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _day(row: dict[str, str]) -> Occasion:
    return Occasion(
        key=row["key"],
        name=row["name"],
        kind=Kind(row["kind"]),
        calendar=Calendar(row["calendar"]),
        month=_number(row["month"]),
        day=_number(row["day"]),
        length=int(row["length"]),
        since_year=_number(row["since_year"]),
        lead_days=int(row["lead_days"]),
        needs_confirmation=row["kind"] == Kind.KHMER,
        source=row["source"],
        doubt=row["doubt"],
    )


def _relation(row: dict[str, str]) -> Occasion:
    year, month, day = map(int, row["date"].split("-"))
    return Occasion(
        key=f"quan-he-{row['iso2'].lower()}",
        name=f"Thiết lập quan hệ ngoại giao Việt Nam – {row['country_vi']}",
        kind=Kind.RELATION,
        calendar=Calendar.SOLAR,
        month=month,
        day=day,
        since_year=year,
        lead_days=_RELATION_LEAD,
        source=row["source"],
        doubt=row["doubt"],
    )


def _number(text: str) -> int | None:
    return int(text) if text else None
