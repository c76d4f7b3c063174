"""Accepted figures kept as rows, from which the database makes totals."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from haidang.activities.enums import ADDITIVE, Aggregation
from haidang.activities.models import Indicator
from haidang.reporting.models import Acceptance, Consolidation, Report, Submission, Value
from haidang.reporting.sheet import Content, fingerprint

Joint = dict[str, list[list[Any]]]


def keep_values(report: Report, submission: Submission) -> None:
    """Keep the figures of the sending that is accepted, once and for good.

    "Không phát sinh" is a 0 in a sum, and no figure at all in a mean or a smallest.
    """
    content = submission.content
    before = report.submissions.filter(attempt__lt=submission.attempt, recall=None)
    Acceptance.objects.create(
        report=report,
        round_id=report.round_id,
        submission=submission,
        sha256=fingerprint(content),
        joint=shared_in(content),
        earlier=earlier_of(before.order_by("attempt"), content),
    )
    rows = Indicator.objects.filter(code__in=content["figures"])
    fed = _fed_by(content)
    Value.objects.bulk_create(
        _value(report, row, content["figures"][row.code], fed.get(row.code))
        for row in rows
        if content["figures"][row.code][0] is not None
        and (row.aggregation in ADDITIVE or row.code not in content.get("none", ()))
    )


def earlier_of(before: Iterable[Submission], content: Content) -> Joint:
    """By code, the values of earlier sendings that were not what was sent last."""
    found: Joint = defaultdict(list)
    for one in before:
        for code, row in one.content["figures"].items():
            if row[0] != content["figures"].get(code, row)[0]:
                found[code].append([one.attempt, row[0]])
    return dict(found)


def _fed_by(content: Content) -> dict[str, Consolidation]:
    """By code the frozen sum that a figure was made of: one closed since is of an older one."""
    fed = {code: row["consolidation"] for code, row in content.get("fed", {}).items()}
    found = Consolidation.objects.in_bulk(set(fed.values())) if fed else {}
    return {code: found[pk] for code, pk in fed.items()}


def _value(
    report: Report, indicator: Indicator, row: list[str | None], fed: Consolidation | None
) -> Value:
    value, weights = Decimal(row[0] or 0), {}
    if indicator.aggregation == Aggregation.MEAN and fed is not None:
        weights = _weights(fed.kept["totals"].get(indicator.code), value)
    return Value(
        round_id=report.round_id,
        indicator=indicator,
        unit_id=report.unit_id,
        report=report,
        value=value,
        estimate=None if row[1] is None else Decimal(row[1]),
        **weights,
    )


def _weights(total: Mapping[str, Any] | None, value: Decimal) -> dict[str, Any]:
    """Of how many units a mean is, and what they have together; anew where a person changed it."""
    if not total or not total.get("weight"):
        return {}
    same = Decimal(total["value"]) == value
    whole = Decimal(total["weighted"]) if same else value * total["weight"]
    return {"weight": total["weight"], "weighted": whole}


def shared_in(content: Content) -> Joint:
    """What the unit did with others. A figure that was lowered by hand shares nothing more."""
    joint: Joint = content.get("joint", {})
    return {code: rows for code, rows in joint.items() if not _is_lowered(content, code)}


def _is_lowered(content: Content, code: str) -> bool:
    row = content["figures"].get(code)
    return row is None or row[0] is None or Decimal(row[0]) < Decimal(row[2])
