"""Loading the starting catalogue."""

from collections.abc import Sequence
from dataclasses import asdict

from django.db import transaction

from haidang.activities import catalogue, wider_catalogue
from haidang.activities.catalogue import IndicatorSeed, KindSeed, MeasureSeed
from haidang.activities.models import Indicator, Kind, Measure
from haidang.errors import NotAllowed
from haidang.ledger.commands import record
from haidang.orgs.models import User
from haidang.orgs.rules import may_set_up


@transaction.atomic
def load_catalogue(by: User | None = None) -> list[Indicator]:
    """Add the measures, kinds and indicators that are missing; what was edited or retired stays.

    Returns the indicators of the yearly report in order. Refuses with NotAllowed.
    """
    if not may_set_up(by):
        raise NotAllowed("Chỉ người quản trị mới được nạp danh mục hoạt động và chỉ tiêu.")
    _add_measures([*catalogue.MEASURES, *wider_catalogue.MEASURES])
    _add_kinds([*catalogue.KINDS, *wider_catalogue.KINDS])
    added = _add_indicators([*catalogue.INDICATORS, *wider_catalogue.INDICATORS])
    if added:
        codes = [row.code for row in added]
        record("load_catalogue", target=added[0], by=by, indicators=codes)
    yearly = [seed.code for seed in catalogue.INDICATORS]
    return list(Indicator.objects.filter(code__in=yearly))


def _add_measures(seeds: Sequence[MeasureSeed]) -> None:
    there = set(Measure.objects.values_list("code", flat=True))
    Measure.objects.bulk_create(
        Measure(**asdict(seed), position=position)
        for position, seed in enumerate(seeds)
        if seed.code not in there
    )


def _add_kinds(seeds: Sequence[KindSeed]) -> None:
    there = set(Kind.objects.values_list("code", flat=True))
    for position, seed in enumerate(seeds):
        if seed.code not in there:
            facts = asdict(seed)
            asked = facts.pop("measures")
            Kind.objects.create(**facts, position=position).measures.set(asked)


def _add_indicators(seeds: Sequence[IndicatorSeed]) -> list[Indicator]:
    there = set(Indicator.objects.values_list("code", flat=True))
    added = []
    for position, seed in enumerate(seeds):
        if seed.code not in there:
            facts = asdict(seed)
            kind, measure = facts.pop("kind"), facts.pop("measure")
            whole = facts.pop("part_of")
            facts["part_of"] = Indicator.objects.get(code=whole) if whole else None
            row = Indicator.objects.create(**facts, measure_id=measure, position=position)
            row.kinds.set([kind])
            added.append(row)
    return added
