"""What the official report says beside the figures of a round: gathered when it is frozen.

The outline that serves, what people chose of the words of units, what was planned, the same period
a year before, and the products: a handful of queries whatever the number of units.
"""

from collections import defaultdict
from typing import Any

from haidang.documents.letterhead import letterhead_of
from haidang.reporting.enums import ChoiceKind
from haidang.reporting.models import Choice, Outline, Regime, Round
from haidang.reporting.official.parts import ANNEXES, completed, default_parts
from haidang.reporting.official.periods import days_words, next_words, ordinal_of
from haidang.reporting.queries.a_year_before import last_year_of
from haidang.reporting.queries.planned import planned_in
from haidang.reporting.queries.products import products_of
from haidang.reporting.queries.sums import sheet_of
from haidang.reporting.sheet import Content, Sheet
from haidang.text.layout.kinds import kind_of

LONGEST_CHAIN = 20  # versions of a regime, one for each year


def official_of(round: Round, content: Content) -> Content:
    """What is frozen beside a round's figures, so that the report is written from it alone."""
    outline = outline_of(round.regime)
    return {
        "round": content["round"] | _more_of(round, outline),
        "outline": outline_content(outline, content["sections"]),
        "chosen": chosen_in(round),
        "plan": planned_in(round, content),
        "last_year": last_year_of(round, content),
        "products": products_of(content),
    }


def outline_of(regime: Regime) -> Outline | None:
    """The outline that serves for a regime: its own, else that of the version it replaces."""
    asked: Regime | None = regime
    for _ in range(LONGEST_CHAIN):
        if asked is None:
            return None
        if found := Outline.objects.filter(regime=asked).first():
            return found
        asked = asked.replaces
    return None


def outline_content(outline: Outline | None, sections: list[Content]) -> Content:
    """An outline as plain values, fitted to the sections that there are; else the usual one."""
    if outline is None:
        parts, patterns, annexes = default_parts(sections), {}, list(ANNEXES)
    else:
        parts, patterns, annexes = outline.parts, outline.patterns, outline.annexes
    return {"parts": completed(parts, sections), "patterns": patterns, "annexes": annexes}


def chosen_in(round: Round) -> Content:
    """What people chose of the words of units, by section; the last choice about each counts."""
    found: dict[str, dict[str, Any]] = defaultdict(
        lambda: {"left_out": {}, "merged": {}, "order": []}
    )
    rows = Choice.objects.filter(round=round).select_related("section", "by__unit")
    for row in rows:
        _apply(found[str(row.section.ordinal)], row)
    return dict(found)


def gathering_of(round: Round) -> Sheet:
    """The words of a round as they stand now, with what people chose of them."""
    said = sheet_of(round, "prose", "sources")
    return Sheet(said.content | {"chosen": chosen_in(round)})


def _apply(section: dict[str, Any], row: Choice) -> None:
    if row.kind == ChoiceKind.ORDER:
        section["order"] = row.order
        return
    section["left_out"].pop(row.key, None)
    section["merged"].pop(row.key, None)
    if row.kind == ChoiceKind.LEAVE_OUT:
        said = {"reason": row.reason, "by": str(row.by), "at": row.at.isoformat()}
        section["left_out"][row.key] = said
    elif row.kind == ChoiceKind.MERGE:
        section["merged"][row.key] = row.into


def _more_of(round: Round, outline: Outline | None) -> Content:
    regime, period = round.regime, round.period
    frequency = regime.frequency
    ordinal = ordinal_of(frequency, period.starts_on.month)
    kind = kind_of("báo cáo")
    assert kind is not None  # one of the 29 types of the decree
    head = letterhead_of(regime.receiver, kind)
    return {
        "regime": regime.pk,
        "frequency": frequency,
        "period": str(period) if frequency else days_words(round.data_from, round.data_to),
        "next_period": next_words(frequency, period.year, ordinal),
        "has_estimate": round.has_estimate,
        "basis_words": regime.basis,
        "header": {"superior": head.superior, "symbol": head.symbol},
        "signature": _signature(outline),
    }


def _signature(outline: Outline | None) -> Content:
    if outline is None:
        return {}
    return {"authority": outline.authority, "title": outline.signer}
