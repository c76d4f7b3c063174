"""Every command about what was aired with what it is asked, for whoever must be refused by all."""

from uuid import uuid4

from haidang import clock
from haidang.broadcast.models import Bulletin
from tests.makers.broadcast import MONDAY, maker_of


def of_airing(station, slot):
    """What each command is asked."""
    bulletin = Bulletin.objects.create(
        unit=station.unit, title="x", on=MONDAY, made_by=maker_of(station), made_at=clock.now()
    )
    return {
        "send_package": {"bulletin": bulletin},
        "receive_package": {"unit": station.unit, "content": b""},
        "tick": {"id": uuid4(), "station": station, "slot": slot, "on": MONDAY},
        "close_month": {"station": station, "first": MONDAY.replace(month=10, day=1)},
        "enter_aired": {"station": station, "first": MONDAY, "last": MONDAY},
    }
