"""How one figure of a report follows the log. Rows in, rows changed; nothing is saved here."""

from decimal import Decimal

from haidang.reporting.models import Figure


def follow(row: Figure, logged: Decimal) -> None:
    """Give a figure what the log says now; one that a person set to another value keeps it.

    What the log holds nothing of is left empty: a person says "không phát sinh" or a number.
    """
    if not row.is_none and row.value in (None, row.logged):
        told = logged if logged > 0 else None  # a formula may come to less than nothing
        if row.value != told:
            row.note = ""  # it explained another number
        row.value = told
        if row.estimate is not None:
            row.estimate = max(row.estimate, logged)
    if row.reason and row.value == logged:
        row.reason = row.note = ""
    row.logged = logged
