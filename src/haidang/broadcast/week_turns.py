"""One person at a time at a station's week: locked, held against what was seen, kept, recorded."""

import datetime as dt
from collections.abc import Iterable, Sequence

from haidang.broadcast import rules
from haidang.broadcast.models import Part, Slot, Station, Week
from haidang.broadcast.overtaking import refuse_late
from haidang.errors import Incomplete, Issue, NotAllowed, WrongState
from haidang.ledger.commands import record
from haidang.orgs.models import User

NOT_YOURS = "Chỉ người làm phát thanh của đài mới xếp được lịch."
MOST = 40  # programmes of one sitting


def monday_of(day: dt.date) -> dt.date:
    """The Monday of a day's week."""
    return day - dt.timedelta(days=day.weekday())


def station_in_hand(station: Station, by: User) -> Station:
    """Lock a station for its week. Refuses with NotAllowed and WrongState."""
    rows = Station.objects.select_for_update(no_key=True, of=("self",))
    station = rows.select_related("unit__acts_for", "rule").get(pk=station.pk)
    if not rules.may_schedule(by, station):
        raise NotAllowed(NOT_YOURS)
    if station.is_retired:
        raise WrongState("Đài này không dùng nữa.")
    return station


def week_in_hand(station: Station, monday: dt.date, by: User, seen: int | None) -> Week:
    """Lock a station's week, which begins with the first act on it. Refuses as above, and late."""
    station = station_in_hand(station, by)
    if monday.weekday():
        raise Incomplete([Issue("no_monday", "Tuần bắt đầu từ thứ Hai.", "monday")])
    week, _ = Week.objects.get_or_create(station=station, monday=monday)
    week.station = station
    refuse_late(week, seen, by)
    return week


def keep_week(
    event: str, week: Week, changes: Sequence[Sequence[str]], by: User | None, **more: object
) -> None:
    """Let a week be one version further, and record what was done to it."""
    week.version += 1
    week.save(update_fields=["version"])
    record(event, target=week, by=by, changes=changes, version=week.version, **more)


def parts_at(week: Week, slot: Slot, on: dt.date) -> list[Part]:
    """The programmes of one sitting in their order."""
    return list(week.parts.filter(slot=slot, on=on).order_by("ordinal", "pk"))


def renumber(parts: Iterable[Part]) -> None:
    """Let programmes of a sitting follow each other in this order."""
    moved = []
    for ordinal, part in enumerate(parts, start=1):
        if part.ordinal != ordinal:
            part.ordinal = ordinal
            moved.append(part)
    Part.objects.bulk_update(moved, ["ordinal"])
