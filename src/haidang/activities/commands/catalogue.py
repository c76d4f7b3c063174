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
    missing = [(at, asdict(seed)) for at, seed in enumerate(seeds) if seed.code not in there]
    asked = {facts["code"]: facts.pop("measures") for _, facts in missing}
    Kind.objects.bulk_create(Kind(**facts, position=position) for position, facts in missing)
    Kind.measures.through.objects.bulk_create(
        Kind.measures.through(kind_id=kind, measure_id=measure)
        for kind, measures in asked.items()
        for measure in measures
    )


def _add_indicators(seeds: Sequence[IndicatorSeed]) -> list[Indicator]:
    there = {row.code: row for row in Indicator.objects.all()}
    missing = [(at, seed) for at, seed in enumerate(seeds) if seed.code not in there]
    added = [
        Indicator(**_facts(seed), measure_id=seed.measure, position=position)
        for position, seed in missing
    ]
    Indicator.objects.bulk_create(added)
    there |= {row.code: row for row in added}
    pieces = [seed for _, seed in missing if seed.part_of]
    for seed in pieces:
        there[seed.code].part_of = there[str(seed.part_of)]
    Indicator.objects.bulk_update([there[seed.code] for seed in pieces], ["part_of"])
    Indicator.kinds.through.objects.bulk_create(
        Indicator.kinds.through(indicator=there[seed.code], kind_id=seed.kind)
        for _, seed in missing
    )
    return added


def _facts(seed: IndicatorSeed) -> dict[str, object]:
    """What stands in an indicator's own row and in no other's."""
    return {
        name: value
        for name, value in asdict(seed).items()
        if name not in {"kind", "measure", "part_of"}
    }
