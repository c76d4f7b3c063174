"""A figure by channel, language and kind of content, as its entries were when it was sent."""

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from typing import Any
from uuid import UUID

from haidang.activities.enums import Channel, Language
from haidang.activities.models import Activity, Kind
from haidang.reporting.sheet import Content
from haidang.reporting.thawing import contents_of

Plain = dict[str, Any]
DIMENSIONS = {"kind": "Loại hoạt động", "channel": "Kênh", "language": "Ngôn ngữ"}


def parts_of(evidence: Plain) -> Plain:
    """By code and dimension, how much each kind, channel and language adds; one query.

    Amounts are as they were measured. A dimension that has one member only says nothing and is
    left out; most figures of most reports are not broken down at all.
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
    units: Iterable[Content], indicator: Content
) -> list[tuple[str, list[tuple[str, Decimal]]]]:
    """A figure of one unit, or a total of several, by each dimension, in words, largest first."""
    code, words = indicator["code"], _words()
    sums: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for content in contents_of((unit for unit in units if unit.get("sent")), "parts").values():
        for name, members in (content["parts"] or {}).get(code, {}).items():
            for member, amount in members.items():
                sums[name][member] += amount
    return [
        (
            title,
            sorted(
                (
                    (words.get(member, "khác"), Decimal(amount) / indicator["divisor"])
                    for member, amount in sums[name].items()
                ),
                key=lambda row: -row[1],
            ),
        )
        for name, title in DIMENSIONS.items()
        if name in sums
    ]


def _split(rows: list[list[Any]], facts: dict[str, dict[str, str]]) -> Plain:
    found: Plain = {}
    for name in DIMENSIONS:
        sums: dict[str, int] = defaultdict(int)
        for pk, amount in rows:
            if pk in facts:
                sums[facts[pk][name]] += amount
        if len(sums) > 1:
            found[name] = dict(sums)
    return found


def _words() -> dict[str, str]:
    kinds = dict(Kind.objects.values_list("pk", "name"))
    return {**kinds, **dict(Channel.choices), **dict(Language.choices)}
