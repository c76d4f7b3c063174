"""What a person enters for one indicator, before anyone judged it."""

from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal

from haidang.activities.enums import Aggregation
from haidang.activities.models import Indicator
from haidang.reporting.numerals import (
    LARGEST,
    other_reading,
    read_number,
    shortest,
    write_number,
)

_FRACTIONAL = {Aggregation.MEAN, Aggregation.RATIO, Aggregation.FORMULA}
_FINEST = -2  # digits after the comma that a figure keeps
Given = str | int | Decimal | None


@dataclass(frozen=True, slots=True)
class Entered:
    """A figure as it was typed: its value, its estimate for the year, and why it differs."""

    value: Given = None
    estimate: Given = None
    is_none: bool = False
    reason: str = ""
    note: str = ""


def is_whole(indicator: Indicator) -> bool:
    """Whether an indicator counts whole things: sessions and people, not hours or means."""
    return indicator.divisor == 1 and indicator.aggregation not in _FRACTIONAL


def amount(given: Given, *, whole: bool, known: Collection[Decimal | None] = ()) -> Decimal | None:
    """The number that was meant, None for an empty box. ValueError carries the sentence to show.

    `whole` refuses fractions: there is no half session, though there is half an hour. Where halves
    are possible, 1.234 has two readings, and the person is asked; not for a number of `known`,
    which the page itself wrote so.
    """
    if given is None or given == "":
        return None
    number = read_number(given) if isinstance(given, str) else Decimal(given)
    if number < 0:
        raise ValueError("không được là số âm")
    if number > LARGEST:
        raise ValueError("lớn quá mức có thể, hãy xem lại")
    number = shortest(number)
    if number.as_tuple().exponent < _FINEST:  # type: ignore[operator]
        raise ValueError("ghi nhiều nhất hai chữ số sau dấu phẩy, ví dụ 12,5")
    if whole and number != number.to_integral():
        raise ValueError("phải là số nguyên, ví dụ 85")
    if not whole and isinstance(given, str) and number not in known:
        _ask_which(given, number)
    return number


def _ask_which(typed: str, number: Decimal) -> None:
    if (other := other_reading(typed)) is not None:
        fraction = write_number(other.quantize(Decimal("0.01")))
        raise ValueError(f"“{typed.strip()}” đọc được hai cách: ghi {number} hoặc {fraction}")
