"""How the communes were reminded of their reports in November 2024: once in the chat, once here."""

from collections.abc import Iterator, Mapping
from functools import partial

from haidang.chasing.commands import read_notice, remind_units
from haidang.chasing.enums import Channel, LackKind
from haidang.chasing.models import Notice
from haidang.demonstration.season import Moment, Step, moment
from haidang.demonstration.units import District
from haidang.orgs.models import User

COPIED = (11, 18, 16, 40)
TOLD = (11, 21, 8, 5)
LATE = ("longson", "truongtho", "hiephoa")
# Who opened it, and when; the notice of Long Sơn lies there unread.
READ: dict[str, Moment] = {"truongtho": (11, 21, 13, 45), "hiephoa": (11, 22, 7, 50)}


def steps(district: District, persons: Mapping[str, User]) -> Iterator[Step]:
    """Yield both reminders, and the opening of those notices that were read."""
    drafter = persons["chuyenvien"]
    yield moment(COPIED), lambda: _remind(district, LATE, Channel.COPIED, drafter)
    yield moment(TOLD), lambda: _remind(district, LATE, Channel.NOTICE, drafter)
    for account, when in READ.items():
        yield moment(when), partial(_read, persons[account])


def _remind(district: District, names: tuple[str, ...], channel: Channel, by: User) -> None:
    units = [district.communes[name] for name in names]
    remind_units(units=units, channel=channel, by=by, kind=LackKind.REPORT)


def _read(person: User) -> None:
    read_notice(notice=Notice.objects.get(unit=person.unit), by=person)
