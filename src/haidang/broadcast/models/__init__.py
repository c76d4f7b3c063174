"""The rows of the broadcasts."""

from haidang.broadcast.models.aired import Aired, AiredEntry, MonthLog
from haidang.broadcast.models.bulletin import (
    Bulletin,
    BulletinClearance,
    BulletinStory,
    BulletinSubmission,
)
from haidang.broadcast.models.exchanged import Exchanged
from haidang.broadcast.models.orders import Alert, OrderReceipt, PlayerOrder
from haidang.broadcast.models.player import Fault, Player, SigningKey
from haidang.broadcast.models.recording import Recording
from haidang.broadcast.models.schedule import Part, Release, Template, Week
from haidang.broadcast.models.station import HoursRule, Slot, Station

__all__ = [
    "Aired",
    "AiredEntry",
    "Alert",
    "Bulletin",
    "BulletinClearance",
    "BulletinStory",
    "BulletinSubmission",
    "Exchanged",
    "Fault",
    "HoursRule",
    "MonthLog",
    "OrderReceipt",
    "Part",
    "Player",
    "PlayerOrder",
    "Recording",
    "Release",
    "SigningKey",
    "Slot",
    "Station",
    "Template",
    "Week",
]
