"""Players: a token that is shown once, and what they say of themselves."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from haidang.broadcast.commands.alerts import cancel_alert
from haidang.broadcast.commands.players import (
    add_player,
    note_known,
    note_seen,
    retire_player,
    take_health,
)
from haidang.broadcast.models import Fault, OrderReceipt, Player
from haidang.broadcast.tokens import token_hash
from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.ledger.models import Entry
from tests.makers.players import a_player_of, an_alert, make_level

pytestmark = pytest.mark.django_db


@pytest.fixture
def level(db):
    return make_level()


def test_add_player_shows_its_token_once_and_keeps_it_nowhere(level):
    player, token = add_player(station=level.station, name=" Máy  ấp 1 ", by=level.keeper)
    assert (player.name, player.token_hash) == ("Máy ấp 1", token_hash(token))
    kept = str(list(Player.objects.values())) + str(list(Entry.objects.values()))
    assert len(token) >= 40
    assert token not in kept


@pytest.mark.parametrize("name", ["", "  ", "x" * 101])
def test_a_player_has_a_name(level, name):
    with pytest.raises(Incomplete, match="tên máy"):
        add_player(station=level.station, name=name, by=level.keeper)


def test_a_name_bears_no_secrecy_stamp(level):
    with pytest.raises(Incomplete):
        add_player(station=level.station, name="MẬT", by=level.keeper)


def test_a_retired_station_takes_no_player(level):
    level.station.is_retired = True
    level.station.save()
    with pytest.raises(WrongState):
        add_player(station=level.station, name="Máy", by=level.keeper)


def test_others_neither_add_nor_retire_players(level):
    player = a_player_of(level.beside).player
    for person in (level.keeper, level.leader, level.auditor):
        with pytest.raises(NotAllowed):
            add_player(station=level.beside, name="Máy", by=person)
        with pytest.raises(NotAllowed):
            retire_player(player=player, by=person)


def test_retire_player_once(level):
    player = a_player_of(level.station).player
    assert retire_player(player=player, by=level.keeper).retired_at is not None
    with pytest.raises(WrongState):
        retire_player(player=player, by=level.keeper)


def test_note_known_keeps_each_order_once_and_believes_no_number_to_come(level):
    player = a_player_of(level.station).player
    cancel_alert(alert=an_alert(level), by=level.leader)
    assert note_known(player=player, number=1) == 1
    player.refresh_from_db()
    assert note_known(player=player, number=10**9) == 1
    player.refresh_from_db()
    assert player.known == 2
    assert note_known(player=player, number=2) == 0
    player.known = 0  # as another worker read it before
    note_known(player=player, number=2)
    assert OrderReceipt.objects.filter(player=player).count() == 2


def test_take_health_keeps_plain_values_and_each_fault_once(level):
    player = a_player_of(level.station).player
    fault = {"id": str(uuid4()), "code": "ALTERED week", "words": "Gói\nbị sửa", "at": "2026-11-26"}
    health = {"disk_free": 1, "load": 0.5, "deep": {"a": 1}, "note": "x" * 500, "ok": True}
    health |= {"nan": float("nan"), "large": 2**60, "none": None}
    for _ in range(2):
        assert take_health(player=player, health=health, faults=[fault]) == [fault["id"]]
    row = Fault.objects.get()
    assert (row.code, row.words, row.player) == ("altered-week", "Gói bị sửa", player)
    player.refresh_from_db()
    assert player.health == {
        "disk_free": 1,
        "load": 0.5,
        "note": "x" * 100,
        "ok": True,
        "none": None,
    }
    take_health(player=player, health=None, faults=[])
    player.refresh_from_db()
    assert player.health["disk_free"] == 1


def test_faults_that_say_nothing_are_left_and_odd_ones_are_bounded(level):
    player = a_player_of(level.station).player
    far = (datetime.now(UTC) + timedelta(days=4000)).isoformat()
    odd = [None, 1, "x", {}, {"id": "no"}, {"id": str(uuid4()), "at": far, "words": "\ud800" * 400}]
    many = [{"id": str(uuid4())} for _ in range(150)]
    assert len(take_health(player=player, health=[], faults=odd)) == 1
    assert len(take_health(player=player, health="x", faults=many)) == 100
    assert not Fault.objects.filter(at__gt=datetime.now(UTC) + timedelta(days=1)).exists()


def test_note_seen_says_when(level):
    player = a_player_of(level.station).player
    note_seen(player=player)
    player.refresh_from_db()
    assert player.seen_at is not None
