"""Whole weeks: made from the one before, or from a template that was kept."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction

from haidang import clock
from haidang.activities.facts import one_line
from haidang.broadcast.models import Part, Recording, Slot, Station, Template, Week
from haidang.broadcast.part_facts import length
from haidang.broadcast.week_turns import keep_week, station_in_hand, week_in_hand
from haidang.broadcast.weekly import placed, weekly_of
from haidang.documents.stamps import refuse_stamped
from haidang.errors import Incomplete, Issue, WrongState
from haidang.ledger.commands import record
from haidang.orgs.models import User


@transaction.atomic
def copy_week(
    *, station: Station, source: dt.date, monday: dt.date, by: User, seen: int | None = None
) -> Week:
    """Take the programmes of another week over into sittings that are empty yet.

    Bulletins stay behind: each day has its own. Refuses with NotAllowed, Overtaken, Incomplete,
    and with WrongState where there is nothing to take over.
    """
    week = week_in_hand(station, monday, by, seen)
    rows = Part.objects.filter(week__station=station, week__monday=source).select_related("slot")
    weekly = weekly_of(rows)
    if not weekly:
        raise WrongState(f"Tuần từ {source:%d/%m/%Y} chưa có chương trình nào để sao chép.")
    _fill("copy_week", week, weekly, f"tuần {source:%d/%m/%Y}", by)
    return week


@transaction.atomic
def use_template(*, template: Template, monday: dt.date, by: User, seen: int | None = None) -> Week:
    """Make a week from a template, in sittings that are empty yet. Refuses as copy_week does."""
    week = week_in_hand(template.station, monday, by, seen)
    _fill("use_template", week, template.parts, f"mẫu “{template.name}”", by)
    return week


@transaction.atomic
def save_template(*, station: Station, monday: dt.date, name: str, by: User) -> Template:
    """Keep a week as a template; another of this name is replaced.

    Refuses with NotAllowed, Incomplete without a name, and WrongState where the week is empty.
    """
    station = station_in_hand(station, by)
    refuse_stamped(name=name)
    name = one_line(name)[:100]
    if not name:
        raise Incomplete([Issue("no_name", "Ghi tên mẫu, ví dụ “Tuần thường”.", "name")])
    rows = Part.objects.filter(week__station=station, week__monday=monday).select_related("slot")
    weekly = weekly_of(rows)
    if not weekly:
        raise WrongState("Tuần này chưa có chương trình nào để lưu thành mẫu.")
    facts = {"parts": weekly, "made_by": by, "made_at": clock.now()}
    template, _ = Template.objects.update_or_create(station=station, name=name, defaults=facts)
    record("save_template", target=template, by=by, name=name, parts=len(weekly))
    return template


@transaction.atomic
def drop_template(*, template: Template, by: User) -> str:
    """Give a template up; weeks made from it stay. Refuses with NotAllowed."""
    station_in_hand(template.station, by)
    record("drop_template", target=template, by=by, name=template.name)
    template.delete()
    return template.name


def _fill(event: str, week: Week, weekly: Sequence[Mapping[str, Any]], of: str, by: User) -> None:
    """Place the programmes. Refuses with WrongState where none finds an empty sitting."""
    slots = list(Slot.objects.filter(station=week.station_id))
    full = set(week.parts.values_list("slot_id", "on"))
    seat = week.station.unit.seat
    sounds = Recording.objects.filter(
        pk__in=[row.get("recording") for row in weekly], is_retired=False
    ).select_related("unit__acts_for")
    playable = [one.pk for one in sounds if one.unit.seat == seat]
    made = list(placed(week, weekly, slots, full=full, playable=playable))
    if not made:
        raise WrongState("Không còn khung giờ trống nào để xếp; các khung đã có chương trình.")
    Part.objects.bulk_create(made)
    total = length(sum(part.seconds for part in made))
    keep_week(event, week, [["cả tuần", "", f"{len(made)} chương trình ({total}) từ {of}"]], by)
