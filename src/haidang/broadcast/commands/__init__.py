"""Every write of the broadcasts: stations and weeks, bulletins, players, and what was aired."""

from haidang.broadcast.commands.airing import take_aired

__all__ = [
    "take_aired",
]
