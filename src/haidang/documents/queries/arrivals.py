"""Which incoming document was the last, and which one came before."""

import datetime as dt

from haidang.documents.incoming import Facts
from haidang.documents.models import Arrival
from haidang.orgs.models import Unit


def same_arrival(
    unit: Unit, sha256: str | None, facts: Facts | None, apart_from: int | None = None
) -> Arrival | None:
    """The document that came before with the same file, or the same number, symbol and issuer."""
    first = Arrival.objects.filter(unit=unit, copy_of=None).exclude(pk=apart_from or 0)
    if sha256 and (found := first.filter(file=sha256).first()):
        return found
    key = facts.sign_key if facts else ""
    return first.filter(sign_key=key).first() if key else None


def last_arrival_day(unit: Unit, year: int) -> dt.date | None:
    """The day of the last arrival of a year."""
    last = Arrival.objects.filter(unit=unit, year=year).order_by("number").last()
    return last.arrived_on if last else None
