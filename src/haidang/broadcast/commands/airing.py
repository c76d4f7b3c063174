"""Taking the log of a player: every line is kept once, whatever came before it or again."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction
from django.db.models import Q

from haidang import clock
from haidang.broadcast.enums import How
from haidang.broadcast.log_lines import LogLine, Unreadable, name_of, read_line
from haidang.broadcast.models import Aired, Fault, Player, Release

MOST_LINES = 1000  # of one sending; the player sends the others again


@transaction.atomic
def take_aired(player: Player, lines: Iterable[Any]) -> list[UUID]:
    """Keep the lines of a player's log; return the identifiers that need not be sent again.

    The same line again is the same row, and changes nothing. A line that says nothing readable is
    kept as a fault of the player, so that it is neither lost nor sent for ever; one without an
    identifier cannot be answered and is left. Another player's identifier (a card that was copied)
    takes nothing from it: the line is kept under a name of its own.
    """
    given = dict(_named(lines))
    if not given:
        return []
    now, read, unread = clock.now(), dict[UUID, LogLine](), list[Fault]()
    for name, line in given.items():
        try:
            read[name] = read_line(line)
        except Unreadable as why:
            unread.append(_fault(player, name, line, str(why), now))
    Fault.objects.bulk_create(unread, ignore_conflicts=True)
    _keep(player, read, now)
    return list(given)


def _named(lines: Iterable[Any]) -> Iterable[tuple[UUID, Mapping[str, Any]]]:
    for line, _ in zip(lines, range(MOST_LINES), strict=False):
        if name := name_of(line):
            yield name, line


def _keep(player: Player, read: Mapping[UUID, LogLine], now: dt.datetime) -> None:
    releases = _releases(player, {line.release for line in read.values() if line.release})
    taken = Aired.objects.filter(pk__in=list(read)).values_list("pk", "player_id")
    others = {pk for pk, by in taken if by != player.pk}
    rows = [
        _row(player, uuid5(name, str(player.pk)) if name in others else name, line, releases, now)
        for name, line in read.items()
    ]
    Aired.objects.bulk_create(rows, ignore_conflicts=True)


def _releases(player: Player, hashes: set[str]) -> dict[str, int]:
    """Keys of the releases by both hashes that a player may know them by."""
    if not hashes:
        return {}
    station = player.station
    near = Q(station=station) | Q(station=station.within_id)
    named = Q(sha256__in=hashes) | Q(package__sha256__in=hashes)
    found: Sequence[tuple[int, str, str | None]] = list(
        Release.objects.filter(near & named).values_list("pk", "sha256", "package__sha256")
    )
    return {digest: pk for pk, *both in found for digest in both if digest}


def _row(
    player: Player, pk: UUID, line: LogLine, releases: Mapping[str, int], now: dt.datetime
) -> Aired:
    return Aired(
        id=pk,
        station_id=player.station_id,
        player=player,
        release_id=releases.get(line.release),
        how=How.PLAYER,
        received_at=now,
        **{name: getattr(line, name) for name in KEPT},
    )


KEPT = (
    "part",
    "kind",
    "title",
    "language",
    "sha256",
    "started_at",
    "seconds",
    "missed",
    "note",
)


def _fault(
    player: Player, name: UUID, line: Mapping[str, Any], why: str, now: dt.datetime
) -> Fault:
    said = str(line)[:200].encode("utf-8", "replace").decode().replace("\x00", "")
    words = f"Một dòng nhật ký không đọc được ({why}): {said}"[:300]
    return Fault(id=name, player=player, code="unread-line", words=words, at=now, received_at=now)
