"""What a leader says of an emergency, and how it stands in CAP and in the orders to players."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings

from haidang.activities.facts import one_line
from haidang.broadcast.cap_words import AlertStatus, Category, Certainty, Severity, Urgency
from haidang.broadcast.models import Alert, Recording, Station
from haidang.orgs.models import Unit

MARKS = {AlertStatus.EXERCISE: "DIỄN TẬP: ", AlertStatus.TEST: "THỬ MÁY: ", AlertStatus.ACTUAL: ""}
NOTES = {
    AlertStatus.EXERCISE: "Đây là diễn tập, không phải tình huống thật.",
    AlertStatus.TEST: "Đây là thử máy, không phải tình huống thật.",
    AlertStatus.ACTUAL: "",
}
LANGUAGES = {"vi": "vi-VN", "km": "km-KH", "en": "en"}


@dataclass(frozen=True, slots=True)
class AlertFacts:
    """An emergency in the words of the leader."""

    headline: str
    event: str
    description: str = ""
    instruction: str = ""
    status: str = AlertStatus.ACTUAL
    category: str = Category.MET
    urgency: str = Urgency.IMMEDIATE
    severity: str = Severity.SEVERE
    certainty: str = Certainty.LIKELY
    language: str = "vi"
    minutes: int = 60  # until it expires
    repeats: int = 2

    @property
    def marked_headline(self) -> str:
        """The headline as everybody sees it: an exercise says so before anything else."""
        mark = MARKS[AlertStatus(self.status)]
        is_marked = self.headline.upper().startswith(mark.strip())
        return self.headline if is_marked else mark + self.headline


def cleaned(facts: AlertFacts) -> AlertFacts:
    """The same in composed letters, without what neither XML nor a page can carry."""
    return replace(
        facts,
        headline=one_line(facts.headline),
        event=one_line(facts.event),
        description=_lines(facts.description),
        instruction=_lines(facts.instruction),
    )


def cap_facts(
    facts: AlertFacts,
    *,
    identifier: str,
    kind: str,
    seat: Unit,
    stations: Sequence[Station],
    sent: dt.datetime,
    recording: Recording,
    updates: Alert | None = None,
) -> dict[str, Any]:
    """The facts of the message by their names in CAP."""
    return {
        "identifier": identifier,
        "sender": sender_of(seat),
        "sent": sent.isoformat(timespec="seconds"),
        "status": facts.status,
        "msgType": kind,
        "scope": "Public",
        "note": NOTES[AlertStatus(facts.status)],
        "references": reference_to(updates) if updates else "",
        "language": LANGUAGES.get(facts.language, facts.language),
        "category": [facts.category],
        "event": facts.event,
        "urgency": facts.urgency,
        "severity": facts.severity,
        "certainty": facts.certainty,
        "expires": (sent + dt.timedelta(minutes=facts.minutes)).isoformat(timespec="seconds"),
        "senderName": str(seat),
        "headline": facts.marked_headline,
        "description": facts.description,
        "instruction": facts.instruction,
        "area": areas_of(stations),
        "repeats": facts.repeats,
        "sha256": recording.file_id,
    }


def sender_of(seat: Unit) -> str:
    """Who sends, by a name that no other installation has."""
    return f"{seat.pk}@{urlsplit(settings.ADDRESS).hostname}"


def reference_to(alert: Alert) -> str:
    """How a message names an earlier one."""
    return f"{alert.facts['sender']},{alert.identifier},{alert.facts['sent']}"


def areas_of(stations: Sequence[Station]) -> list[str]:
    """The areas that some stations speak to, each once."""
    return list(dict.fromkeys(one.place or one.unit.area or str(one.unit) for one in stations))


def _lines(words: str) -> str:
    return "\n".join(filter(None, map(one_line, words.splitlines())))
