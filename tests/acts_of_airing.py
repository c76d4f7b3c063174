"""Every command about what was aired with what it is asked, for whoever must be refused by all."""

from uuid import uuid4

from tests.makers.broadcast import MONDAY


def of_airing(station, slot):
    """What each command is asked."""
    return {
        "tick": {"id": uuid4(), "station": station, "slot": slot, "on": MONDAY},
        "close_month": {"station": station, "first": MONDAY.replace(month=10, day=1)},
        "enter_aired": {"station": station, "first": MONDAY, "last": MONDAY},
    }
