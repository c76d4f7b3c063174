"""What a sitting counts as in the log of activities: sessions, minutes, language, task.

A sitting is one session of a kind, however much was aired in it. The entry in Khmer carries it
where there is one, so that it is among the sessions in Khmer (1.3) of all sessions (1.1); hours
(1.2) follow what was heard in each language. Relays and repeats are a kind of their own (1.4).
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from haidang.activities.enums import Language
from haidang.broadcast.aired_sittings import AiredSitting
from haidang.broadcast.enums import ProgrammeKind
from haidang.broadcast.matching import heard

RADIO, RELAY = "radio", "relay"
RELAYED = frozenset({ProgrammeKind.RELAY, ProgrammeKind.REPEAT})
LEAST = 60  # seconds: what was heard for less is no session


@dataclass(slots=True)
class Share:
    """What of a sitting is one entry: of one kind, language and task."""

    kind: str
    language: str
    task: int | None
    titles: list[str] = field(default_factory=list)
    sounds: list[str] = field(default_factory=list)
    seconds: float = 0.0
    sessions: int = 0
    minutes: int = 0

    @property
    def key(self) -> tuple[str, str, int | None]:
        """By what it is known again when the log of the sitting changes."""
        return self.kind, self.language, self.task

    def add(self, title: str, sha256: str, seconds: float) -> None:
        """Take in one programme."""
        self.seconds += seconds
        if title not in self.titles:
            self.titles.append(title)
        if sha256 and sha256 not in self.sounds:
            self.sounds.append(sha256)


def shares_of(sitting: AiredSitting, tasks: Mapping[int, int]) -> list[Share]:
    """The entries of a sitting; `tasks` says which task a bulletin answers to."""
    shares: dict[tuple[str, str, int | None], Share] = {}
    tunes = 0.0
    for kind, language, bulletin, title, sha256, seconds in _programmes(sitting):
        if kind == ProgrammeKind.TUNE:
            tunes += seconds
            continue
        task = tasks.get(bulletin) if bulletin is not None else None
        share = Share(RELAY if kind in RELAYED else RADIO, language, task)
        shares.setdefault(share.key, share).add(title, sha256, seconds)
    found = sorted(shares.values(), key=_first)
    if found:
        found[0].seconds += tunes  # a tune belongs to what it opens
    return [share for kind in (RADIO, RELAY) for share in _counted(found, kind)]


def _programmes(
    sitting: AiredSitting,
) -> list[tuple[str, str, int | None, str, str, float]]:
    planned = [
        (one.planned, one.word[0].sha256, one.seconds) for one in sitting.outcomes if one.is_aired
    ]
    rows = [(p.kind, p.language, p.bulletin, p.title, sha, length) for p, sha, length in planned]
    extra = defaultdict(list)
    for line in sitting.extra:
        extra[line.kind, line.language, line.title, line.sha256].append(line)
    for (kind, language, title, sha256), lines in extra.items():
        rows.append((kind, language, None, title, sha256, heard(lines)))
    return rows


def _first(share: Share) -> tuple[bool, bool, float]:
    return share.language != Language.KHMER, share.task is None, -share.seconds


def _counted(found: list[Share], kind: str) -> list[Share]:
    """The shares of one kind with whole minutes that add up to those of the sitting."""
    shares = [share for share in found if share.kind == kind]
    if sum(share.seconds for share in shares) < LEAST:
        return []
    shares[0].sessions, until, before = 1, 0.0, 0
    for share in shares:
        until += share.seconds
        share.minutes = round(until / 60) - before
        before += share.minutes
    return [share for share in shares if share.sessions or share.minutes]
