"""Questions about what units lack, how they were reminded, and what people were told."""

from haidang.chasing.queries.lacks import (
    Lacking,
    Tally,
    Wish,
    lacking,
    lacking_in,
    lacks_of,
    tally_in,
    tally_of,
    units_in,
    units_lacking,
)
from haidang.chasing.queries.notices import notices_of, unread_count
from haidang.chasing.queries.sources import Scope, scope_of

__all__ = [
    "Lacking",
    "Scope",
    "Tally",
    "Wish",
    "lacking",
    "lacking_in",
    "lacks_of",
    "notices_of",
    "scope_of",
    "tally_in",
    "tally_of",
    "units_in",
    "units_lacking",
    "unread_count",
]
