"""A figure by channel, language and kind of content, as its entries were when it was sent."""

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from typing import Any
from uuid import UUID

from haidang.activities.enums import LISTED, Channel, Language
from haidang.activities.models import Activity, Kind
from haidang.reporting.sheet import Content, how_of
from haidang.reporting.thawing import contents_of

Plain = dict[str, Any]
DIMENSIONS = {"kind": "Loại hoạt động", "channel": "Kênh", "language": "Ngôn ngữ"}
NOT_TOLD = "chưa chia"


def parts_of(evidence: Plain) -> Plain:
    """By code and dimension, how much each kind, channel and language adds; one query.

    Amounts are as they were measured. One member is kept too, though it says nothing of this
    figure: a total of several units adds up by it.
    """
    keys = {pk for rows in evidence.values() for pk, _ in rows}
    asked = Activity.objects.filter(pk__in=[UUID(pk) for pk in keys]).order_by()
    facts = {
        str(pk): {"kind": kind, "channel": form, "language": language}
        for pk, kind, form, language in asked.values_list("pk", "kind", "kind__form", "language")
    }
    parts = {code: _split(rows, facts) for code, rows in evidence.items()}
    kept = {code: found for code, found in parts.items() if found}
    return {"parts": kept} if kept else {}


def breakdown_of(
    units: Iterable[Content], indicator: Content, whole: Decimal
) -> list[tuple[str, list[tuple[str, Decimal]]]]:
    """A figure of one unit, or a total of several, by each dimension, in words, largest first.

    What of the whole no part tells comes last: typed by hand, from the level below, or sent when
    one member was not kept. Nothing where the amounts of activities do not add up to the figure.
    """
    if how_of(indicator)["aggregation"] not in LISTED:
        return []
    sums, words, divisor = _summed(units, indicator["code"]), _words(), indicator["divisor"]
    told = {
        DIMENSIONS[name]: [
            (words.get(member, "khác"), Decimal(amount) / divisor)
            for member, amount in sorted(sums[name].items(), key=lambda row: -row[1])
        ]
        for name in DIMENSIONS
        if name in sums
    }
    every = {title: _with_rest(rows, whole) for title, rows in told.items()}
    return [(title, rows) for title, rows in every.items() if len(rows) > 1]


def _summed(units: Iterable[Content], code: str) -> dict[str, dict[str, int]]:
    sums: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for content in contents_of((unit for unit in units if unit.get("sent")), "parts").values():
        for name, members in (content["parts"] or {}).get(code, {}).items():
            for member, amount in members.items():
                sums[name][member] += amount
    return sums


def _with_rest(rows: list[tuple[str, Decimal]], whole: Decimal) -> list[tuple[str, Decimal]]:
    rest = round(whole - sum((amount for _, amount in rows), Decimal(0)), 2)
    return [*rows, (NOT_TOLD, rest)] if rest else rows


def _split(rows: list[list[Any]], facts: dict[str, dict[str, str]]) -> Plain:
    found: Plain = {}
    for name in DIMENSIONS:
        sums: dict[str, int] = defaultdict(int)
        for pk, amount in rows:
            if pk in facts:
                sums[facts[pk][name]] += amount
        if sums:
            found[name] = dict(sums)
    return found


def _words() -> dict[str, str]:
    kinds = dict(Kind.objects.values_list("pk", "name"))
    return {**kinds, **dict(Channel.choices), **dict(Language.choices)}
