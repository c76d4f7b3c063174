"""What a person enters for one indicator, before anyone judged it."""

from dataclasses import dataclass
from decimal import Decimal

from haidang.reporting.numerals import LARGEST, read_number, shortest

Given = str | int | Decimal | None


@dataclass(frozen=True, slots=True)
class Entered:
    """A figure as it was typed: its value, its estimate for the year, and why it differs."""

    value: Given = None
    estimate: Given = None
    is_none: bool = False
    reason: str = ""
    note: str = ""


def amount(given: Given, *, whole: bool) -> Decimal | None:
    """The number that was meant, None for an empty box. ValueError carries the sentence to show.

    `whole` refuses fractions: there is no half session, though there is half an hour.
    """
    if given is None or given == "":
        return None
    number = read_number(given) if isinstance(given, str) else shortest(Decimal(given))
    if number < 0:
        raise ValueError("không được là số âm")
    if number > LARGEST:
        raise ValueError("lớn quá mức có thể, hãy xem lại")
    if whole and number != number.to_integral():
        raise ValueError("phải là số nguyên, ví dụ 85")
    return number
