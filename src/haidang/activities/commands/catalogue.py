"""Loading the starting catalogue."""

from dataclasses import asdict
from typing import Any

from django.db import transaction

from haidang.activities import catalogue
from haidang.activities.models import Indicator, Kind, Measure
from haidang.errors import NotAllowed
from haidang.ledger.commands import record
from haidang.orgs.models import User
from haidang.orgs.rules import may_set_up


@transaction.atomic
def load_catalogue(by: User | None = None) -> list[Indicator]:
    """Add the measures, kinds and indicators that are missing; what was edited stays.

    Returns the indicators of the catalogue in order. Refuses with NotAllowed.
    """
    if not may_set_up(by):
        raise NotAllowed("Chỉ người quản trị mới được nạp danh mục hoạt động và chỉ tiêu.")
    for position, measure in enumerate(catalogue.MEASURES):
        _add(Measure, asdict(measure), position)
    for position, kind in enumerate(catalogue.KINDS):
        _add(Kind, asdict(kind), position, several="measures")
    rows = [_add_indicator(seed, position) for position, seed in enumerate(catalogue.INDICATORS)]
    if added := [indicator.code for indicator, is_new in rows if is_new]:
        record("load_catalogue", target=rows[0][0], by=by, indicators=added)
    return [indicator for indicator, _ in rows]


def _add(
    model: type[Measure] | type[Kind], facts: dict[str, Any], position: int, several: str = ""
) -> None:
    codes = facts.pop(several, ())
    row, is_new = model.objects.get_or_create(
        code=facts.pop("code"), defaults={**facts, "position": position}
    )
    if is_new and isinstance(row, Kind):
        row.measures.set(Measure.objects.filter(code__in=codes))


def _add_indicator(seed: catalogue.IndicatorSeed, position: int) -> tuple[Indicator, bool]:
    facts = asdict(seed)
    kind, measure, code = facts.pop("kind"), facts.pop("measure"), facts.pop("code")
    row, is_new = Indicator.objects.get_or_create(
        code=code, defaults={**facts, "measure_id": measure, "position": position}
    )
    if is_new:
        row.kinds.set([kind])
    return row, is_new
