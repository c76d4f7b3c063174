"""Rows of the orgs room."""

from haidang.orgs.models.people import Appointment, User
from haidang.orgs.models.period import Period
from haidang.orgs.models.unit import Alias, Succession, Unit, UnitGroup, UnitKind

__all__ = [
    "Alias",
    "Appointment",
    "Period",
    "Succession",
    "Unit",
    "UnitGroup",
    "UnitKind",
    "User",
]
