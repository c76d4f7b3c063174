"""How an authority reads time limits where the words leave it open; given by whoever asks."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class BeforeDay(StrEnum):
    """What "trước ngày 30 tháng 11" allows at the latest: the 29th, or the 30th itself."""

    DAY_BEFORE = "day-before"
    SAME_DAY = "same-day"


@dataclass(frozen=True, slots=True)
class Habits:
    """The authority's reading of "trước ngày", and its own days off and days of work.

    The public holidays of Bộ luật Lao động 2019, Điều 112 are known without being given; given
    are days off announced besides, and weekend days worked in exchange.
    """

    before_day_is: BeforeDay = BeforeDay.DAY_BEFORE
    days_off: frozenset[date] = frozenset()
    workdays: frozenset[date] = frozenset()


USUAL = Habits()
