"""Entering into the log of activities what was aired: nobody types it (promise N7).

One entry a sitting, kind, language and task; it follows what is known of the sitting. A later word
corrects it or takes it back, also in days that were closed, where that is an amendment.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import NAMESPACE_URL, uuid5

from django.conf import settings
from django.db import transaction

from haidang import clock
from haidang.activities.commands import (
    attach_kept,
    correct_activity,
    log_activity,
    withdraw_activity,
)
from haidang.activities.facts import Facts, facts_of
from haidang.activities.models import Activity, Kind
from haidang.broadcast.aired_sittings import AiredSitting
from haidang.broadcast.counting import Share, shares_of
from haidang.broadcast.models import AiredEntry, Release, Station
from haidang.broadcast.queries.as_run import as_run
from haidang.broadcast.queries.counted import counting_station, tasks_of
from haidang.documents.models import StoredFile
from haidang.errors import NotAllowed
from haidang.orgs.enums import Role
from haidang.orgs.models import User
from haidang.plans.models import Task

BECAUSE = "Nhật ký phát sóng của buổi này đã thay đổi."
LONGEST_TITLE = 300
NOT_IN_NAMES = frozenset('\\/:*?"<>|')


@dataclass(frozen=True, slots=True)
class Days:
    """What entering some days of a station stands on, read once for all of their sittings."""

    station: Station
    by: User | None
    tasks: Mapping[int, Task]  # by bulletin
    kinds: Mapping[str, Kind]
    written: Mapping[tuple[int | None, dt.date], list[Activity]]


@transaction.atomic
def enter_aired(
    *, station: Station, first: dt.date, last: dt.date, by: User | None = None
) -> list[Activity]:
    """Enter what a station aired on some days, or correct what was entered; return what changed.

    Sittings that go on are left for later. What a cluster aired counts for the station it hangs
    on. Without a person (`by`), whoever released the week stands for it. Refuses an auditor with
    NotAllowed, and otherwise as log_activity.
    """
    if by is not None and by.has_role(Role.AUDITOR):
        raise NotAllowed("Người kiểm tra, giám sát không ghi hoạt động.")
    station = counting_station(station)
    # Two logs of one sitting that come at the same time are entered one after the other.
    Station.objects.select_for_update(no_key=True, of=("self",)).get(pk=station.pk)
    sittings = as_run([station], first, last)[station.pk]
    days = Days(
        station,
        by,
        tasks_of(station.unit, sittings),
        {kind.pk: kind for kind in Kind.objects.in_use().prefetch_related("measures")},
        _written(station, first, last),
    )
    over = [sitting for sitting in sittings if sitting.ends_at <= clock.now()]
    return [entry for sitting in over for entry in _enter(days, sitting)]


def _written(
    station: Station, first: dt.date, last: dt.date
) -> dict[tuple[int | None, dt.date], list[Activity]]:
    rows = AiredEntry.objects.filter(station=station, on__range=(first, last)).order_by("pk")
    rows = rows.select_related("activity__kind", "activity__task", "activity__unit")
    written: dict[tuple[int | None, dt.date], list[Activity]] = defaultdict(list)
    for row in rows.prefetch_related("activity__quantities", "activity__participations__unit"):
        written[row.slot_id, row.on].append(row.activity)
    return written


def _enter(days: Days, sitting: AiredSitting) -> Iterator[Activity]:
    written = days.written.get((sitting.slot.pk if sitting.slot else None, sitting.on), [])
    keys = {bulletin: task.pk for bulletin, task in days.tasks.items()}
    shares = [one for one in shares_of(sitting, keys) if one.kind in days.kinds]
    standing = [entry for entry in written if not entry.is_withdrawn]
    if not shares and not standing:
        return
    person = days.by or _releaser(sitting)
    if person is None:
        return
    for share, entry in _paired(shares, standing):
        if entry is None:
            entry = _log(days, sitting, share, len(written), person)
            written = [*written, entry]
        elif (changed := _followed(days, sitting, share, entry, person)) is None:
            continue
        else:
            entry = changed
        _show(entry, share.sounds, person)
        yield entry
    kept = {entry.pk for _, entry in _paired(shares, standing) if entry}
    for entry in standing:
        if entry.pk not in kept:
            yield withdraw_activity(activity=entry, reason=BECAUSE, by=person, is_made_by_act=True)


def _paired(
    shares: Sequence[Share], standing: Sequence[Activity]
) -> list[tuple[Share, Activity | None]]:
    """Each share with the entry that stands for it, of its task or at least its language.

    Somebody may have set another task by hand.
    """
    left, found = list(standing), dict[int, Activity]()
    for is_exact in (True, False):
        for number, share in enumerate(shares):
            for entry in left:
                near = (share.kind, share.language) == (entry.kind_id, entry.language)
                if number not in found and near and (share.task == entry.task_id or not is_exact):
                    found[number] = entry
                    left.remove(entry)
                    break
    return [(share, found.get(number)) for number, share in enumerate(shares)]


def _followed(
    days: Days, sitting: AiredSitting, share: Share, entry: Activity, by: User
) -> Activity | None:
    """Correct an entry whose amounts differ from what was aired.

    Words and task that somebody gave it stay where the amounts do not differ.
    """
    before, facts = facts_of(entry), _facts(days, sitting, share)
    if dict(before.quantities) == dict(facts.quantities):
        return None
    facts = replace(before, title=facts.title, quantities=facts.quantities)
    return correct_activity(activity=entry, facts=facts, by=by, reason=BECAUSE, is_made_by_act=True)


def _releaser(sitting: AiredSitting) -> User | None:
    keys = {one.planned.release for one in sitting.outcomes}
    keys |= {line.release for line in sitting.unplanned}
    known = [key for key in keys if key is not None]
    found = Release.objects.filter(pk__in=known).exclude(by=None).select_related("by")
    last = found.order_by("-pk").first()
    return last.by if last else None


def _facts(days: Days, sitting: AiredSitting, share: Share) -> Facts:
    name = f"{sitting.slot.name} {sitting.starts_at:%-Hh%M}" if sitting.slot else "Ngoài khung giờ"
    title = f"{name}: {'; '.join(share.titles)}"
    kind, amounts = days.kinds[share.kind], {"sessions": share.sessions, "minutes": share.minutes}
    tasks = {task.pk: task for task in days.tasks.values()}
    return Facts(
        kind=kind,
        title=title if len(title) <= LONGEST_TITLE else f"{title[: LONGEST_TITLE - 1]}…",
        on=sitting.on,
        quantities={row.code: amounts.get(row.code, 0) for row in kind.measures.all()},
        language=share.language,
        task=tasks[share.task] if share.task is not None else None,
    )


def _log(days: Days, sitting: AiredSitting, share: Share, number: int, by: User) -> Activity:
    facts, slot = _facts(days, sitting, share), sitting.slot.pk if sitting.slot else 0
    name = f"haidang:aired:{days.station.pk}:{slot}:{sitting.on}:{number}"
    entry = log_activity(
        id=uuid5(NAMESPACE_URL, name),
        unit=days.station.unit,
        kind=facts.kind,
        title=facts.title,
        on=facts.on,
        by=by,
        quantities=facts.quantities,
        language=facts.language,
        task=facts.task,
        is_simulated=settings.AS_OF is not None,  # as everything of a demonstration
        is_made_by_act=True,
    )
    AiredEntry.objects.create(
        station=days.station, slot=sitting.slot, on=sitting.on, activity=entry
    )
    return entry


def _show(entry: Activity, sounds: Sequence[str], by: User) -> None:
    """Let the entry be shown by what was heard."""
    name = "".join(" " if letter in NOT_IN_NAMES else letter for letter in entry.title)[:120]
    for file in StoredFile.objects.filter(sha256__in=sounds):
        attach_kept(activity=entry, file=file, name=f"{name.strip()}.mp3", by=by)
