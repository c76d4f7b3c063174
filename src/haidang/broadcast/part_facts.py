"""What is said of one programme of a week, and how the ledger and pages call it."""

import datetime as dt
import math
from dataclasses import dataclass, replace

from haidang.activities.facts import one_line
from haidang.broadcast.enums import ProgrammeKind
from haidang.broadcast.models import Bulletin, Part, Recording, Slot
from haidang.broadcast.station_facts import WEEKDAYS

# What is said to people was cleared by two of them, as a bulletin; music and tunes are sound alone.
SPOKEN = frozenset({ProgrammeKind.BULLETIN, ProgrammeKind.NOTICE, ProgrammeKind.REPEAT})
PLAYED = frozenset({ProgrammeKind.MUSIC, ProgrammeKind.TUNE})


@dataclass(frozen=True, slots=True, kw_only=True)
class PartFacts:
    """A programme; without a title or a length it has those of its sound."""

    kind: str
    title: str = ""
    language: str = "vi"
    seconds: int | None = None
    bulletin: Bulletin | None = None
    recording: Recording | None = None
    relay: str = ""


def part_facts(part: Part) -> PartFacts:
    """What stands of a programme now."""
    return PartFacts(**{name: getattr(part, name) for name in PartFacts.__dataclass_fields__})


def completed(facts: PartFacts) -> PartFacts:
    """The facts on one line each, with the title, length and language of the sound."""
    sound = facts.recording or (facts.bulletin.recording if facts.bulletin else None)
    named = facts.bulletin or facts.recording
    title = one_line(facts.title)[:200] or (named.title if named else "")
    seconds = facts.seconds
    if seconds is None and sound is not None:
        seconds = math.ceil(sound.seconds)
    language = named.language if named else facts.language
    return replace(
        facts, title=title, seconds=seconds, language=language, relay=facts.relay.strip()
    )


def length(seconds: int) -> str:
    """A length as schedules write it.

    >>> length(900), length(75)
    ("15'", "1'15")
    """
    minutes, rest = divmod(seconds, 60)
    return f"{minutes}'{rest:02}" if rest else f"{minutes}'"


def sitting_words(slot: Slot, on: dt.date) -> str:
    """A time of a week in words: “T2 25/11, Sáng”."""
    return f"{WEEKDAYS[str(on.isoweekday())]} {on:%d/%m}, {slot.name}"


def part_words(part: Part) -> str:
    """A programme in words: “Bản tin huyện (15')”."""
    return f"{part.title} ({length(part.seconds)})"
