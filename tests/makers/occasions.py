"""Occasions for tests, through the real commands."""

from haidang.occasions import commands
from haidang.occasions.enums import Calendar
from haidang.occasions.models import Occasion


def load():
    """Load what the product brings."""
    commands.load_occasions()


def occasion(key):
    """One occasion that the product brings."""
    return Occasion.objects.get(key=key)


def make_occasion(by, name="Ngày hội Thử", *, month=3, day=16, **fields):
    """Add a day of the person's authority, mostly one of the common calendar."""
    fields.setdefault("calendar", Calendar.SOLAR)
    if fields["calendar"] != Calendar.ONCE:
        fields |= {"month": month, "day": day}
    return commands.add_occasion(name=name, by=by, **fields)
