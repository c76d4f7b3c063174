"""The same period a year before, of the same units: what a report is compared with."""

from haidang.orgs.enums import Change
from haidang.orgs.models import Succession
from haidang.reporting.models import Regime, Round
from haidang.reporting.queries.sums import frame_of
from haidang.reporting.queries.totals import totals_of
from haidang.reporting.sheet import Content, has_report, how_of
from haidang.reporting.together import finished
from haidang.reporting.window import a_year_before

LONGEST_CHAIN = 20  # versions of a regime, one for each year
GENERATIONS = 3  # mergers that follow each other within a year


def last_year_of(round: Round, content: Content) -> Content | None:
    """By code the totals of a year before, of the units that reported now and their forebears.

    None where there was no such round, or where one of these units has no figures in it: a part is
    not to be compared with the whole.
    """
    before = _round_before(round)
    reported = {unit["id"] for unit in content["units"] if unit["accepted_at"]}
    if before is None or not reported:
        return None
    frozen = before.consolidations.first()
    then = frozen.kept if frozen else frame_of(before)
    gave = {unit["id"] for unit in then["units"] if has_report(unit)}
    wanted = _forebears(reported, gave)
    if wanted is None or not wanted:
        return None
    found = then if wanted == gave else _of(before, then, wanted)
    return {
        "words": str(before.period),
        "round": before.pk,
        "ordinal": frozen.ordinal if frozen else 0,
        "units": len(wanted),
        "of": len(then["units"]),
        "unit_ids": sorted(wanted),
        "values": {code: row["value"] for code, row in found["totals"].items() if row["units"]},
    }


def _round_before(round: Round) -> Round | None:
    rounds = Round.objects.filter(
        regime__in=_with_replaced(round.regime),
        period__frequency=round.period.frequency,
        period__starts_on=a_year_before(round.period.starts_on),
        number=round.number,
    )
    return rounds.select_related("regime__receiver", "period").order_by("-pk").first()


def _with_replaced(regime: Regime) -> list[int]:
    """A regime and those whose next versions lead to it."""
    found, last = [regime.pk], regime.replaces_id
    while last is not None and len(found) < LONGEST_CHAIN:
        found.append(last)
        last = Regime.objects.values_list("replaces", flat=True).get(pk=last)
    return found


def _forebears(units: set[int], gave: set[int]) -> set[int] | None:
    """The units of a year before that these units are; None where one of them gave nothing."""
    if units <= gave:
        return units
    found, left = units & gave, units - gave
    for _ in range(GENERATIONS):
        rows = list(Succession.objects.filter(successor__in=left).order_by("pk"))
        if {row.successor_id for row in rows} != left or _is_part(rows, units):
            return None
        before = {row.predecessor_id for row in rows}
        found |= before & gave
        left = before - gave
        if not left:
            return found
    return None


def _is_part(rows: list[Succession], units: set[int]) -> bool:
    """Whether one of them was split and lives on in a unit that did not report now."""
    split = [row.predecessor_id for row in rows if row.how == Change.SPLIT]
    heirs = Succession.objects.filter(predecessor__in=split).values_list("successor", flat=True)
    return bool(split) and not set(heirs) <= units


def _of(round: Round, content: Content, units: set[int]) -> Content:
    """A content as if only some units had reported: each mean weighs as many units as it is of."""
    kept = [unit for unit in content["units"] if unit["id"] in units]
    indicators = [row | {"how": how_of(row)} for row in content["indicators"]]
    return finished(content | {"units": kept, "totals": totals_of(round, indicators, units)})
