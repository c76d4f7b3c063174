"""Questions about what units lack, how they were reminded, and what people were told."""

from haidang.chasing.queries.lacks import (
    Lacking,
    Tally,
    lacking,
    lacking_in,
    lacks_of,
    tally_in,
    tally_of,
    units_lacking,
)
from haidang.chasing.queries.notices import notices_of, unread_count
from haidang.chasing.queries.reach import EVERYTHING, Reach, Wish, ordered, reach_of, units_of
from haidang.chasing.queries.sources import Scope, scope_of

__all__ = [
    "EVERYTHING",
    "Lacking",
    "Reach",
    "Scope",
    "Tally",
    "Wish",
    "lacking",
    "lacking_in",
    "lacks_of",
    "notices_of",
    "ordered",
    "reach_of",
    "scope_of",
    "tally_in",
    "tally_of",
    "units_lacking",
    "units_of",
    "unread_count",
]
