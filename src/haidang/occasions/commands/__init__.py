"""Every write of the occasions room: the days, what was announced, what is hidden, the feeds."""

from haidang.occasions.commands.choosing import (
    hide_occasion,
    set_lead,
    set_threshold,
    show_occasion,
)
from haidang.occasions.commands.confirming import confirm_day
from haidang.occasions.commands.feeds import open_feed, revoke_feed
from haidang.occasions.commands.keeping import (
    add_occasion,
    change_occasion,
    load_occasions,
    retire_occasion,
)

__all__ = [
    "add_occasion",
    "change_occasion",
    "confirm_day",
    "hide_occasion",
    "load_occasions",
    "open_feed",
    "retire_occasion",
    "revoke_feed",
    "set_lead",
    "set_threshold",
    "show_occasion",
]
