"""Players: added with a token that is shown once, heard of, and retired."""

import secrets
from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction

from haidang import clock
from haidang.activities.facts import one_line
from haidang.broadcast import player_rules
from haidang.broadcast.faults_given import faults_given, health_given
from haidang.broadcast.models import Fault, OrderReceipt, Player, PlayerOrder, Station
from haidang.broadcast.tokens import token_hash
from haidang.documents.stamps import refuse_stamped
from haidang.errors import Incomplete, Issue, NotAllowed, WrongState
from haidang.ledger.commands import record
from haidang.orgs.models import User

LONGEST_NAME = 100


@transaction.atomic
def add_player(*, station: Station, name: str, by: User | None) -> tuple[Player, str]:
    """Add a player to a station; the token is returned this one time and kept nowhere.

    Refuses with NotAllowed, with WrongState at a retired station, and with Incomplete.
    """
    refuse_stamped(name=name)
    station = Station.objects.select_for_update(no_key=True).get(pk=station.pk)
    if not player_rules.may_keep_players(by, station):
        raise NotAllowed("Chỉ người quản lý đài, hoặc cấp trên, mới được thêm máy phát.")
    if station.is_retired:
        raise WrongState("Đài, cụm loa này không dùng nữa.")
    name = one_line(name)
    if not name or len(name) > LONGEST_NAME:
        words = "Hãy đặt tên máy, ví dụ “Máy ở nhà văn hóa ấp 1”, tối đa 100 chữ."
        raise Incomplete([Issue("player_needs_a_name", words, "name")])
    token = secrets.token_urlsafe(32)
    player = Player.objects.create(
        station=station,
        name=name,
        token_hash=token_hash(token),
        added_by=by,
        added_at=clock.passing(),
    )
    record("add_player", target=player, by=by, station=station.pk, name=name)
    return player, token


@transaction.atomic
def retire_player(*, player: Player, by: User) -> Player:
    """Let a player's token open nothing from now on: it was lost, sold or stolen.

    Refuses with NotAllowed, and with WrongState one that is retired already.
    """
    player = Player.objects.select_for_update(no_key=True, of=["self"]).get(pk=player.pk)
    if not player_rules.may_keep_players(by, player.station):
        raise NotAllowed("Chỉ người quản lý đài, hoặc cấp trên, mới được cho máy phát nghỉ.")
    if player.retired_at is not None:
        raise WrongState("Máy phát này đã không dùng nữa.")
    player.retired_at = clock.passing()
    player.save(update_fields=["retired_at"])
    record("retire_player", target=player, by=by, station=player.station_id)
    return player


@transaction.atomic
def note_known(*, player: Player, number: int) -> int:
    """Keep that a player has the orders up to a number, by its own word; return how many are new.

    A number that was never given counts as the newest one. Saying so again changes nothing.
    """
    now = clock.passing()
    orders = PlayerOrder.objects.filter(station=player.station_id, number__gt=player.known)
    new = list(orders.filter(number__lte=number).order_by("number"))
    if new:
        received = [OrderReceipt(order=order, player=player, at=now) for order in new]
        OrderReceipt.objects.bulk_create(received, ignore_conflicts=True)
        later = Player.objects.filter(pk=player.pk, known__lt=new[-1].number)
        later.update(known=new[-1].number, seen_at=now)
    return len(new)


@transaction.atomic
def take_health(*, player: Player, health: Any, faults: Iterable[Any]) -> list[str]:
    """Keep how a player is and what it refused, by its own word; return the faults that are kept.

    The same fault again is the same row; one that says nothing readable is left.
    """
    now = clock.passing()
    rows = [Fault(player=player, received_at=now, **fault) for fault in faults_given(faults, now)]
    Fault.objects.bulk_create(rows, ignore_conflicts=True)
    said: Mapping[str, Any] = health_given(health)
    seen: dict[str, Any] = {"seen_at": now} | ({"health": said} if said else {})
    Player.objects.filter(pk=player.pk).update(**seen)
    return [str(row.pk) for row in rows]


def note_seen(*, player: Player) -> None:
    """Keep that a player asked; for whoever looks at it, a minute is near enough."""
    Player.objects.filter(pk=player.pk).update(seen_at=clock.passing())
