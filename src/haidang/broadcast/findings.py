"""What people should look at in a week: gaps, overruns, clashes, rules, and what may not be aired.

Findings refuse nothing by themselves; those that `stops` keep a part, or the week, from being
released. Values in, values out: rows are looked at and asked for nothing that is not loaded.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from haidang.broadcast.enums import ProgrammeKind
from haidang.broadcast.frozen import sound_of
from haidang.broadcast.models import HoursRule, Part
from haidang.broadcast.overlapping import Taken, taken_by
from haidang.broadcast.part_facts import length
from haidang.broadcast.sittings import Sitting, comes_round

SPOKEN = frozenset({ProgrammeKind.BULLETIN, ProgrammeKind.NOTICE})


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing: a stable name, a sentence, and where it is. `part` is the number of the row."""

    name: str
    message: str
    on: dt.date | None = None
    slot: int | None = None
    part: int | None = None
    stops: bool = False


def findings_of(
    sittings: Sequence[Sitting],
    *,
    rule: HoursRule | None = None,
    languages: Collection[str] = ("vi", "km", "en"),
    airable: Collection[int] = (),
    around: Iterable[Taken] = (),
) -> list[Finding]:
    """All findings of a week in the order of its hours.

    `airable` are the numbers of bulletins that may be aired now; `around` is what other weeks put
    beside this one.
    """
    found = [finding for one in sittings for finding in _about_sitting(one, languages, airable)]
    return [*found, *_clashes(sittings, around), *(_about_rule(sittings, rule) if rule else ())]


def why_not(part: Part, airable: Collection[int]) -> str:
    """Why a part may not be released; nothing where it may."""
    sound = sound_of(part)
    if part.bulletin_id and part.bulletin_id not in airable:
        return "bản tin chưa được duyệt, đã rút hoặc chưa có bản thu"
    if sound and sound.is_retired:
        return "bản thu không dùng nữa"
    if part.recording and not part.recording.is_music:
        return "chưa có người thứ hai nghe và xác nhận là nhạc"
    return ""


def left_out(parts: Iterable[Part], airable: Collection[int]) -> dict[int, str]:
    """The parts that a release goes without, by their number, and why."""
    why = {
        part.pk: why_not(part, airable)
        if comes_round(part.slot, part.on)
        else "khung giờ không phát ngày này"
        for part in parts
    }
    return {pk: words for pk, words in why.items() if words}


def _about_sitting(
    sitting: Sitting, languages: Collection[str], airable: Collection[int]
) -> Iterator[Finding]:
    at = partial(Finding, on=sitting.on, slot=sitting.slot.pk)
    if sitting.is_outside:
        message = f"Khung “{sitting.slot.name}” không phát ngày {sitting.on:%d/%m}."
        yield at("outside", message, stops=True)
    elif sitting.free:
        yield at("gap", f"Còn trống {length(sitting.free)}.")
    if sitting.over:
        yield at("over", f"Vượt {length(sitting.over)}.")
    for part in sitting.parts:
        yield from _about_part(part, languages, airable)


def _about_part(
    part: Part, languages: Collection[str], airable: Collection[int]
) -> Iterator[Finding]:
    at = partial(Finding, on=part.on, slot=part.slot_id, part=part.pk)
    if why := why_not(part, airable):
        yield at("not_airable", f"“{part.title}”: {why}.", stops=True)
    if part.kind in SPOKEN and part.bulletin_id is None:
        yield at("no_bulletin", f"“{part.title}” chưa có bản tin.")
    if part.language not in languages:
        message = f"“{part.title}”: đài không phát {part.get_language_display()}."
        yield at("other_language", message)
    sound = sound_of(part)
    if sound and sound.seconds > part.seconds:
        message = f"“{part.title}”: bản thu dài hơn {length(part.seconds)} đã xếp."
        yield at("longer", message)


def _clashes(sittings: Sequence[Sitting], around: Iterable[Taken]) -> Iterator[Finding]:
    """Sittings that would be on the air together; what is empty is in nobody's way."""
    full = [(one, taken_by(one)) for one in sittings if one.parts]
    for at, (one, mine) in enumerate(full):
        for other, theirs in full[at + 1 :]:
            if mine.meets(theirs):
                yield _clash(other, f"“{one.slot.name}” {one.on:%d/%m}")
    for taken in around:
        for one, mine in full:
            if mine.meets(taken):
                yield _clash(one, f"“{taken.name}” {taken.starts_at:%d/%m} của tuần bên cạnh")


def _clash(sitting: Sitting, other: str) -> Finding:
    message = f"“{sitting.slot.name}” {sitting.on:%d/%m} trùng giờ với {other}."
    return Finding("clash", message, sitting.on, sitting.slot.pk, stops=True)


def _about_rule(sittings: Sequence[Sitting], rule: HoursRule) -> Iterator[Finding]:
    full = [one for one in sittings if one.parts]
    for one in full:
        yield from _about_hours(one, rule)
    times = Counter(one.on for one in full)
    for day, count in sorted(times.items()):
        if rule.most_times_a_day and count > rule.most_times_a_day:
            message = f"{day:%d/%m}: {count} buổi, quy định nhiều nhất {rule.most_times_a_day}."
            yield Finding("many_times", message, day)
    weeks: defaultdict[tuple[int, int], set[dt.date]] = defaultdict(set)
    for day in times:
        weeks[day.isocalendar()[:2]].add(day)
    for days in weeks.values():
        if rule.most_days_a_week and len(days) > rule.most_days_a_week:
            message = f"Phát {len(days)} ngày, quy định nhiều nhất {rule.most_days_a_week} ngày."
            yield Finding("many_days", message)


def _about_hours(sitting: Sitting, rule: HoursRule) -> Iterator[Finding]:
    at = partial(Finding, on=sitting.on, slot=sitting.slot.pk)
    name = f"“{sitting.slot.name}” {sitting.on:%d/%m}"
    most = rule.most_minutes_a_time
    if most and max(sitting.used, 1) > most * 60:
        yield at("long_time", f"{name}: {length(sitting.used)}, quy định {most} phút.")
    if rule.not_before and sitting.slot.starts_at < rule.not_before:
        message = f"{name}: sớm hơn {rule.not_before:%-Hh%M} của quy định."
        yield at("early", message)
    if rule.not_after and _ends_late(sitting, rule.not_after):
        yield at("late", f"{name}: muộn hơn {rule.not_after:%-Hh%M} của quy định.")


def _ends_late(sitting: Sitting, latest: dt.time) -> bool:
    """By when what is planned is over; the morning after a night is late too."""
    over = sitting.starts_at + dt.timedelta(seconds=sitting.used)
    return over > dt.datetime.combine(sitting.on, latest, sitting.starts_at.tzinfo)
