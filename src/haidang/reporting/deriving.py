"""Ratios and formulas of one report, from its own figures. Rows in, rows changed; nothing is saved.

Nobody types them: a share says what its two numbers say, also where these were typed.
"""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from haidang.activities.adding import is_derived, named_by, with_derived
from haidang.activities.enums import Aggregation
from haidang.activities.queries.unsummed import how_of
from haidang.reporting.models import Figure
from haidang.reporting.numerals import LARGEST

CENT = Decimal("0.01")
_PLAIN = {"aggregation": Aggregation.SUM}


def derive(rows: Sequence[Figure]) -> list[Figure]:
    """Give the derived figures of a report what its other figures come to; those are returned.

    One whose parts the report does not ask for keeps what the log gives.
    """
    known = reckoned_in(rows)
    ours = [row for row in rows if row.indicator_id in known]
    for row in ours:
        _set(row, known[row.indicator_id])
    return ours


def not_derived_in(rows: Sequence[Figure]) -> list[Figure]:
    """The figures of a report that come from the log or from a person, not from other figures."""
    hows = {row.indicator.code: how_of(row.indicator) for row in rows}
    return [row for row in rows if not _is_ours(row, hows)]


def reckoned_in(rows: Sequence[Figure]) -> dict[int, Decimal | None]:
    """By indicator, what each derived figure whose parts the report asks for comes to.

    Where all parts are given and there is nothing to divide by, there was nothing to report. Less
    than nothing, or more than a figure can say, is unknown: the totals say it of the whole.
    """
    hows = {row.indicator.code: how_of(row.indicator) for row in rows}
    values = {row.indicator.code: row.value for row in rows}
    ours = [row for row in rows if _is_ours(row, hows)]
    if not ours:
        return {}
    codes = {row.indicator.code for row in ours}
    # One that is not ours stands as it is: only its value is asked for.
    asked = {code: how if code in codes else _PLAIN for code, how in hows.items()}
    known = with_derived(values, asked)
    found: dict[int, Decimal | None] = {}
    for row in ours:
        value = known[row.indicator.code]
        if value is None and all(known[c] is not None for c in named_by(hows[row.indicator.code])):
            value = Decimal(0)
        found[row.indicator_id] = _sayable(value)
    return found


def _is_ours(row: Figure, hows: dict[str, dict[str, object]]) -> bool:
    how = hows[row.indicator.code]
    return is_derived(how) and hows.keys() >= set(named_by(how))


def _sayable(value: Decimal | None) -> Decimal | None:
    if value is None or not 0 <= value <= LARGEST:
        return None
    return value.quantize(CENT, ROUND_HALF_UP)


def _set(row: Figure, value: Decimal | None) -> None:
    if row.value != value:
        row.note = ""  # it explained another number
    row.value, row.logged = value, value or Decimal(0)
    row.is_none, row.estimate, row.reason = value == 0, None, ""
