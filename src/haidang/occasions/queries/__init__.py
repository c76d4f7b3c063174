"""Questions about occasions. Nothing here writes."""

from haidang.occasions.queries.feeds import feed_of, feeds_of
from haidang.occasions.queries.rest import Rest, days_off, worked_instead
from haidang.occasions.queries.year import (
    day_of,
    days_between,
    hidden_of,
    next_of,
    step_of,
    year_of,
)

__all__ = [
    "Rest",
    "day_of",
    "days_between",
    "days_off",
    "feed_of",
    "feeds_of",
    "hidden_of",
    "next_of",
    "step_of",
    "worked_instead",
    "year_of",
]
