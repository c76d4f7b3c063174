"""A document that comes in with its number: the register that hands the numbers out must agree."""

import datetime as dt
from collections import Counter

from haidang.documents.models import Number, Series
from haidang.documents.queries.numbering import holder_of, series_code
from haidang.errors import Issue
from haidang.orgs.models import Unit

LEAST_ALIKE = 0.9  # of the words, where the same text was read from another kind of file
MOST_DIGITS = 9


def about_number(
    *, unit: Unit, document_type: str, number: str, issued_on: dt.date, text: str
) -> list[Issue]:
    """Why a document cannot come in as issued under a number: it is held for another one.

    The same text may come in again. To be asked where the unit is locked, so that nobody is
    given the number meanwhile.
    """
    Unit.objects.select_for_update(no_key=True).get(pk=unit.pk)
    if not number.isdecimal() or len(number) > MOST_DIGITS:
        return []
    code = series_code(unit, document_type, issued_on.year)
    series = Series.objects.filter(unit=unit, year=issued_on.year, code=code)
    numbers = Number.objects.filter(series__in=series, value=int(number))
    holder = numbers.select_related("reserved_by__unit", "edition").first()
    if holder is None or _has_text(holder, text):
        return []
    return [Issue("number-taken", f"Số {holder.written} {holder_of(holder)}.", "number")]


def _has_text(holder: Number, text: str) -> bool:
    held = holder.edition.revisions.order_by("-ordinal").first() if holder.edition else None
    return held is not None and _alike(held.text, text) >= LEAST_ALIKE


def _alike(one: str, other: str) -> float:
    words, others = Counter(one.casefold().split()), Counter(other.casefold().split())
    return (words & others).total() / max(words.total(), others.total(), 1)
