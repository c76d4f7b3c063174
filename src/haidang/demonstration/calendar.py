"""The calendar of the demonstration: a festival of the place, one day confirmed, one task given."""

import datetime as dt
from collections.abc import Iterator

from haidang import clock
from haidang.demonstration.season import Step
from haidang.demonstration.units import District
from haidang.occasions import commands, queries
from haidang.occasions.enums import Calendar
from haidang.occasions.models import Occasion
from haidang.orgs.models import User
from haidang.plans.commands import start_from_occasion
from haidang.plans.queries import asking_for_occasions

YEAR = 2024
PEOPLES_BORDER_DAY = "bien-phong-toan-dan"
OK_OM_BOK = "ok-om-bok"
MAIN_NIGHT = dt.date(2024, 11, 15)


def steps(district: District, persons: dict[str, User]) -> Iterator[Step]:
    """What was added to the calendar, confirmed and given out, each at its moment."""
    drafter = persons["chuyenvien"]
    yield _at(2023, 12, 4), lambda: _add_festival(drafter)
    yield _at(2024, 1, 15), lambda: _give_task(district, drafter)
    yield _at(2024, 10, 21), lambda: _confirm(drafter)


def _at(year: int, month: int, day: int) -> dt.datetime:
    return clock.at(dt.date(year, month, day), 9, 0)


def _add_festival(by: User) -> None:
    commands.add_occasion(
        name="Lễ hội Nghinh Ông Mỹ Long",
        calendar=Calendar.LUNAR,
        month=5,
        day=10,
        length=3,
        lead_days=30,
        by=by,
    )


def _give_task(district: District, by: User) -> None:
    occasion = Occasion.objects.get(key=PEOPLES_BORDER_DAY)
    day = queries.day_of(district.authority, occasion, YEAR)
    direction = asking_for_occasions(district.authority, YEAR)
    assert day is not None
    assert direction is not None  # the founding plan asks to follow the anniversaries of its year
    start_from_occasion(
        day=day,
        direction=direction,
        title="Tuyên truyền 35 năm Ngày Biên phòng toàn dân, 65 năm Bộ đội Biên phòng",
        owners=[district.centre, district.post],
        due_on=day.on,
        by=by,
    )


def _confirm(by: User) -> None:
    commands.confirm_day(
        occasion=Occasion.objects.get(key=OK_OM_BOK),
        year=YEAR,
        on=MAIN_NIGHT,
        source="thông báo của UBND tỉnh",
        by=by,
    )
