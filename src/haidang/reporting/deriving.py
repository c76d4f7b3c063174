"""Ratios and formulas of one report, from its own figures. Rows in, rows changed; nothing is saved.

Nobody types them: a share says what its two numbers say, also where these were typed.
"""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from haidang.activities.adding import is_derived, named_by, with_derived
from haidang.activities.enums import Aggregation
from haidang.activities.queries.unsummed import how_of
from haidang.reporting.models import Figure

CENT = Decimal("0.01")
_PLAIN = {"aggregation": Aggregation.SUM}


def derive(rows: Sequence[Figure]) -> list[Figure]:
    """Give the derived figures of a report what its other figures come to; those that it changed.

    One whose parts the report does not ask for keeps what the log gives. Where all parts are given
    and there is nothing to divide by, there was nothing to report.
    """
    hows = {row.indicator.code: how_of(row.indicator) for row in rows}
    values = {row.indicator.code: row.value for row in rows}
    ours = [row for row in rows if _is_ours(row, hows)]
    if not ours:
        return []
    codes = {row.indicator.code for row in ours}
    # One that is not ours stands as it is: only its value is asked for.
    asked = {code: how if code in codes else _PLAIN for code, how in hows.items()}
    known = with_derived(values, asked)
    for row in ours:
        parts = [values[code] for code in named_by(hows[row.indicator.code])]
        _set(row, known.get(row.indicator.code), is_known=None not in parts)
    return ours


def _is_ours(row: Figure, hows: dict[str, dict[str, object]]) -> bool:
    how = hows[row.indicator.code]
    return is_derived(how) and hows.keys() >= set(named_by(how))


def _set(row: Figure, value: Decimal | None, *, is_known: bool) -> None:
    if value is None and is_known:
        value = Decimal(0)
    row.value = None if value is None else value.quantize(CENT, ROUND_HALF_UP)
    row.logged = row.value or Decimal(0)
    row.is_none, row.estimate = row.value == 0, None
    row.reason = row.note = ""
