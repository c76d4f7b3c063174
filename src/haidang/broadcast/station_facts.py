"""What is said of a station, of its hours, and of the rules for hours, as people type it."""

import datetime as dt
from dataclasses import dataclass

from haidang.broadcast.models import HoursRule, Slot, Station

ALL_DAYS = "1234567"
WEEKDAYS = {"1": "T2", "2": "T3", "3": "T4", "4": "T5", "5": "T6", "6": "T7", "7": "CN"}


@dataclass(frozen=True, slots=True, kw_only=True)
class StationFacts:
    """What speaks, in which languages, under which rule for its hours."""

    kind: str
    name: str
    within: Station | None = None
    place: str = ""
    languages: tuple[str, ...] = ("vi",)
    relays: str = ""
    stream: str = ""
    rule: HoursRule | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotFacts:
    """At which time of which days a station speaks, and how long."""

    name: str
    starts_at: dt.time
    minutes: int
    valid_from: dt.date
    weekdays: str = ALL_DAYS
    valid_to: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleFacts:
    """What a kind of station may do a day; None where nothing is said."""

    name: str
    most_times_a_day: int | None = None
    most_minutes_a_time: int | None = None
    most_days_a_week: int | None = None
    not_before: dt.time | None = None
    not_after: dt.time | None = None
    source: str = ""


def station_facts(station: Station) -> StationFacts:
    """What stands of a station now."""
    return StationFacts(
        kind=station.kind,
        name=station.name,
        within=station.within,
        place=station.place,
        languages=tuple(station.languages.split(",")),
        relays=station.relays,
        stream=station.stream,
        rule=station.rule,
    )


def slot_facts(slot: Slot) -> SlotFacts:
    """What stands of a slot now."""
    return SlotFacts(
        name=slot.name,
        starts_at=slot.starts_at,
        minutes=slot.minutes,
        weekdays=slot.weekdays,
        valid_from=slot.valid_from,
        valid_to=slot.valid_to,
    )


def slot_words(slot: Slot) -> dict[str, str]:
    """A slot by words, as the ledger keeps what was changed."""
    return {
        "tên": slot.name,
        "giờ": f"{slot.starts_at:%-Hh%M}, {slot.minutes} phút",
        "các thứ": ", ".join(WEEKDAYS[day] for day in slot.weekdays),
        "từ ngày": f"{slot.valid_from:%d/%m/%Y}",
        "đến hết ngày": f"{slot.valid_to:%d/%m/%Y}" if slot.valid_to else "",
    }


def station_words(station: Station) -> dict[str, str]:
    """A station by words, as the ledger keeps what was changed."""
    return {
        "loại": station.get_kind_display(),
        "tên": station.name,
        "thuộc": str(station.within or ""),
        "đặt ở": station.place,
        "ngôn ngữ": station.languages,
        "tiếp âm": station.relays,
        "luồng phát": station.stream,
        "quy định giờ phát": str(station.rule or ""),
        "không dùng nữa": "có" if station.is_retired else "không",
    }


def rule_facts(rule: HoursRule) -> RuleFacts:
    """What stands of a rule now."""
    return RuleFacts(**{name: getattr(rule, name) for name in RuleFacts.__dataclass_fields__})


def rule_words(rule: HoursRule) -> dict[str, str]:
    """A rule by words, as the ledger keeps what was changed."""
    return {
        "tên": rule.name,
        "nhiều nhất mỗi ngày": _counted(rule.most_times_a_day, "buổi"),
        "nhiều nhất mỗi buổi": _counted(rule.most_minutes_a_time, "phút"),
        "nhiều nhất mỗi tuần": _counted(rule.most_days_a_week, "ngày"),
        "không trước": f"{rule.not_before:%-Hh%M}" if rule.not_before else "",
        "không sau": f"{rule.not_after:%-Hh%M}" if rule.not_after else "",
        "căn cứ": rule.source,
    }


def _counted(count: int | None, unit: str) -> str:
    return f"{count} {unit}" if count else ""
