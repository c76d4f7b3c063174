"""The days on which offices rest in a year, and the weekends they work instead."""

import datetime as dt
from typing import NamedTuple

from haidang.text.understanding.times.workdays import public_holidays, worked_in_exchange


class Rest(NamedTuple):
    """Days off in a row."""

    first: dt.date
    last: dt.date


def days_off(year: int) -> list[Rest]:
    """The public days off of a year, those in a row together (Bộ luật Lao động, Điều 112)."""
    rows: list[Rest] = []
    for day in sorted(public_holidays(year)):
        if rows and (day - rows[-1].last).days == 1:
            rows[-1] = Rest(rows[-1].first, day)
        else:
            rows.append(Rest(day, day))
    return rows


def worked_instead(year: int) -> list[dt.date]:
    """The Saturdays and Sundays of a year that are worked in exchange for another day."""
    return sorted(worked_in_exchange(year))
