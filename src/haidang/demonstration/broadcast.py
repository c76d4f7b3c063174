"""The radio of the demonstration: the district's station with its week, and two communes' stations.

Programmes and hours are those of common schedules (twice a day, a relay at noon, Khmer editions).
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from uuid import NAMESPACE_URL, uuid5

from haidang import clock
from haidang.broadcast.commands import (
    add_part,
    add_slot,
    add_station,
    change_part,
    confirm_music,
    draft_bulletin,
    load_hours_rules,
    release_week,
    save_template,
    take_recording,
    tick,
)
from haidang.broadcast.enums import Missed, ProgrammeKind, StationKind
from haidang.broadcast.models import Part, Recording, Slot, Station
from haidang.broadcast.part_facts import PartFacts, part_facts
from haidang.broadcast.sound import is_installed
from haidang.broadcast.station_facts import SlotFacts, StationFacts
from haidang.demonstration.season import Step
from haidang.demonstration.tune import chime
from haidang.demonstration.units import District
from haidang.newsroom.models import Story
from haidang.orgs.models import User

SET_UP = clock.at(dt.date(2024, 1, 2), 8, 0)
SINCE = dt.date(2024, 1, 8)
LAST_MONDAY, MONDAY = dt.date(2024, 11, 18), dt.date(2024, 11, 25)
STATION = "Đài Truyền thanh huyện"
HOURS = (("Sáng", 5), ("Trưa", 11), ("Chiều", 17))
BULLETIN, NOTICE = ProgrammeKind.BULLETIN, ProgrammeKind.NOTICE
RELAY, REPEAT, MUSIC = ProgrammeKind.RELAY, ProgrammeKind.REPEAT, ProgrammeKind.MUSIC
TUNE = "Nhạc hiệu"
OPENED = ((1, "Chiều"), (3, "Sáng"), (3, "Chiều"), (5, "Sáng"), (6, "Sáng"))  # days after MONDAY


@dataclass(frozen=True, slots=True)
class Row:
    """One programme: on which weekdays, in which hours, how many minutes."""

    days: str
    hours: str
    kind: str
    title: str
    minutes: int
    language: str = "vi"


LAW = "Luật Biên phòng Việt Nam, bài 3"
WEEK = (
    Row("12345", "Sáng", BULLETIN, "Bản tin huyện", 15),
    Row("1", "Sáng", BULLETIN, LAW, 11),
    Row("2", "Sáng", BULLETIN, "Biển, đảo Việt Nam", 15),
    Row("3", "Sáng", REPEAT, LAW, 11),
    Row("3", "Sáng", NOTICE, "Thông báo", 6),
    Row("5", "Sáng", BULLETIN, "Bản tin cuối tuần", 15),
    Row("6", "Sáng", REPEAT, LAW, 11),
    Row("7", "Sáng", REPEAT, "Bản tin cuối tuần", 15),
    Row("12345", "Trưa", RELAY, "Tiếp âm đài tỉnh", 30),
    Row("135", "Chiều", BULLETIN, "Bản tin tiếng Khmer", 15, "km"),
    Row("15", "Chiều", MUSIC, "Văn nghệ", 15),
    Row("2", "Chiều", BULLETIN, "Biển, đảo Việt Nam", 15),
    Row("3", "Chiều", BULLETIN, LAW, 12, "km"),
    Row("4", "Chiều", BULLETIN, "Trách nhiệm của Việt Nam trên Biển Đông", 10),
    Row("4", "Chiều", MUSIC, "Văn nghệ", 15),
    Row("67", "Chiều", MUSIC, "Văn nghệ", 30),
)


def steps(district: District, persons: dict[str, User]) -> Iterator[Step]:
    """Stations set up, last week aired, this week planned and released."""
    by = persons["bientap"]
    yield SET_UP, partial(_set_up, district, persons)
    yield SET_UP + dt.timedelta(hours=1), partial(_take_tune, persons["phongvien"], by)
    for monday in (LAST_MONDAY, MONDAY):
        planned = clock.at(monday - dt.timedelta(days=3), 15, 0)
        yield planned, partial(_plan, monday, by)
        yield planned + dt.timedelta(minutes=50), partial(_release, monday, by)
    yield from _aired(by)
    yield clock.at(MONDAY, 6, 10), partial(_draft, by)


def _set_up(district: District, persons: dict[str, User]) -> None:
    rules = {rule.name.split()[0]: rule for rule in load_hours_rules(by=None)}
    facts = StationFacts(
        kind=StationKind.DISTRICT,
        name=STATION,
        languages=("vi", "km"),
        relays="VOV1, đài tỉnh",
        rule=rules["Sớm"],
    )
    by = persons["bientap"]
    station = add_station(unit=district.centre, facts=facts, by=by)
    for name, hour in HOURS:
        _slot(station, name, hour, by)
    for account in ("mylongbac", "kimhoa"):
        commune, officer = district.communes[account], persons[account]
        facts = StationFacts(
            kind=StationKind.COMMUNE,
            name=f"Đài Truyền thanh {commune.area}",
            languages=("vi", "km"),
            relays=STATION,
        )
        own = add_station(unit=commune, facts=facts, by=officer)
        _slot(own, "Sáng", 5, officer)
        _slot(own, "Chiều", 17, officer)


def _slot(station: Station, name: str, hour: int, by: User) -> None:
    facts = SlotFacts(name=name, starts_at=dt.time(hour), minutes=30, valid_from=SINCE)
    add_slot(station=station, facts=facts, by=by)


def _take_tune(by: User, second: User) -> None:
    """The station's tune, heard before its programmes and where there are none; two hear it."""
    if is_installed():
        assert by.unit is not None
        taken = take_recording(
            unit=by.unit,
            title=TUNE,
            content=chime(),
            by=by,
            rights="Tiếng chuông làm cho bản dùng thử, dùng tự do",
            is_for_filling=True,
        )
        confirm_music(recording=taken, by=second)


def _open(station: Station, slots: dict[str, Slot], by: User) -> None:
    """Let the sittings of this week that have room for it begin with the tune."""
    for tune in Recording.objects.filter(title=TUNE):
        facts = PartFacts(kind=ProgrammeKind.TUNE, recording=tune)
        for ahead, name in OPENED:
            on = MONDAY + dt.timedelta(days=ahead)
            add_part(station=station, slot=slots[name], on=on, facts=facts, by=by)


def _plan(monday: dt.date, by: User) -> None:
    station = Station.objects.get(name=STATION)
    slots = {slot.name: slot for slot in station.slots.all()}
    if monday == MONDAY:
        _open(station, slots, by)
    for row in WEEK:
        for day in row.days:
            facts = PartFacts(
                kind=row.kind, title=row.title, language=row.language, seconds=row.minutes * 60
            )
            on = monday + dt.timedelta(days=int(day) - 1)
            add_part(station=station, slot=slots[row.hours], on=on, facts=facts, by=by)
    if monday == LAST_MONDAY:
        save_template(station=station, monday=monday, name="Tuần thường", by=by)


def _release(monday: dt.date, by: User) -> None:
    release_week(station=Station.objects.get(name=STATION), monday=monday, by=by)


def _aired(by: User) -> Iterator[Step]:
    """What the person on duty said of each sitting, up to this morning; one failed for power."""
    for ahead in range(8):
        on = LAST_MONDAY + dt.timedelta(days=ahead)
        for name, hour in HOURS:
            if (on == MONDAY and hour > HOURS[0][1]) or (name == "Trưa" and on.weekday() > 4):
                continue
            missed = Missed.POWER.value if (on, name) == (LAST_MONDAY, "Trưa") else ""
            yield clock.at(on, hour, 35), partial(_tick, on, name, missed, by)


def _tick(on: dt.date, name: str, missed: str, by: User) -> None:
    station = Station.objects.get(name=STATION)
    slot = Slot.objects.get(station=station, name=name)
    note = "mất điện toàn xã" if missed else ""
    key = uuid5(NAMESPACE_URL, f"haidang:{on}:{name}")
    tick(id=key, station=station, slot=slot, on=on, missed=missed, note=note, by=by)


def _draft(by: User) -> None:
    """Tomorrow's bulletin, from what the public reads today; it waits for its recording."""
    on = MONDAY + dt.timedelta(days=1)
    public = Story.objects.filter(live=True, locale__language_code="vi", unit=by.unit)
    stories = list(public.order_by("-first_published_at", "-pk")[:2])
    title = f"Bản tin huyện {on:%d/%m}"
    assert by.unit is not None
    bulletin = draft_bulletin(unit=by.unit, title=title, on=on, stories=stories, by=by)
    part = Part.objects.get(on=on, title="Bản tin huyện")
    change_part(part=part, facts=replace(part_facts(part), bulletin=bulletin), by=by)
