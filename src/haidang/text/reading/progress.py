"""How far a long reading has come, for whoever waits before it."""

from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Told after each page that was recognised: how many are done, and of how many."""


def silent(_done: int, _all: int) -> None:
    """Tell nobody."""
