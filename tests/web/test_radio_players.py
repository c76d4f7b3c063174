"""Players on the screen: which are heard of, a token shown once, faults, retiring, keys."""

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from haidang import clock
from haidang.broadcast.commands.players import note_seen, take_health
from haidang.broadcast.models import Player, SigningKey
from haidang.broadcast.tokens import token_hash
from haidang.orgs.enums import Role
from tests.makers.orgs import make_user
from tests.makers.players import a_player_of, an_alert, make_level, trusted_by

HEALTH = {
    "disk_free": 27_000_000,
    "output": False,
    "heard": "",
    "up_seconds": 7200,
    "weeks": ["2026-11-23 · 2"],
    "fetched_at": "2026-11-26T08:00:00+00:00",
    "khác": "<script>",
}
pytestmark = pytest.mark.django_db


@pytest.fixture
def level(db):
    return make_level()


def signed_in(person):
    client = Client()
    client.force_login(person)
    return client


def test_a_token_is_shown_once_with_the_keys_to_trust(level):
    client = signed_in(level.keeper)
    page = client.post(reverse("add-player"), {"station": level.station.pk, "name": "Máy ấp 1"})
    words, player = page.content.decode(), Player.objects.get()
    token = page.context["token"]
    assert token_hash(token) == player.token_hash
    assert token in words
    assert "no-store" in page["Cache-Control"]
    assert all(f"--trust {key}" in words for key in trusted_by(level.station))
    assert f"--station {level.station.pk}" in words
    for address in (reverse("players"), reverse("player", args=[player.pk])):
        assert token not in client.get(address).content.decode()


def test_a_player_is_told_the_address_at_which_the_person_is_now(level, settings):
    settings.ALLOWED_HOSTS = ["haidang.huyen.gov.vn"]
    client, typed = signed_in(level.keeper), {"station": level.station.pk, "name": "Máy ấp 1"}
    at = {"headers": {"host": "haidang.huyen.gov.vn", "x-forwarded-host": "la.example"}}

    plain = client.post(reverse("add-player"), typed, **at)
    typed["name"] = "Máy ấp 2"
    secure = client.post(reverse("add-player"), typed, secure=True, **at)

    assert "--server http://haidang.huyen.gov.vn --token" in plain.content.decode()
    assert "--server https://haidang.huyen.gov.vn --token" in secure.content.decode()


def test_a_player_without_a_name_or_at_a_strange_station_is_refused(level):
    client = signed_in(level.keeper)
    address = reverse("add-player")
    assert client.post(address, {"station": level.station.pk, "name": ""}).status_code == 422
    for station in (level.beside.pk, "x", ""):
        assert client.post(address, {"station": station, "name": "Máy"}).status_code == 404
    assert client.post(address, {"station": level.above.pk, "name": "Máy"}).status_code == 403
    assert client.get(address)["Location"] == "../"


def test_players_are_listed_by_how_they_are_heard_of(level):
    heard, lost = (a_player_of(level.station, name).player for name in ("Máy A", "Máy B"))
    note_seen(player=heard)
    an_alert(level)
    take_health(player=heard, health={}, faults=[{"id": str(uuid4()), "words": "Gói bị sửa"}])
    page = signed_in(level.keeper).get(reverse("players"))
    standing = {one.player: one for one in page.context["standing"]}
    assert (standing[heard].is_heard, standing[lost].is_heard) == (True, False)
    assert (standing[heard].lacks, standing[heard].faults) == (1, 1)
    words = page.content.decode()
    assert "<b>1/2</b> máy đang liên lạc" in words
    assert words.index("Máy B") < words.index("Máy A")


def test_one_player_shows_its_health_and_faults_as_words(level):
    player = a_player_of(level.station).player
    faults = [
        {"id": str(uuid4()), "code": "altered", "words": f"<b>Gói {number} bị sửa</b>"}
        for number in range(60)
    ]
    take_health(player=player, health=HEALTH, faults=faults)
    client, address = signed_in(level.high), reverse("player", args=[player.pk])
    words = client.get(address).content.decode()
    for said in ("27 MB", "không có tiếng ra", "2,0 giờ", "2026-11-23 · 2", "15:00, 26/11/2026"):
        assert said in words
    assert "&lt;script" not in words
    assert "khác" not in words.split("Tình trạng</h2>")[1]
    assert "&lt;b&gt;Gói" in words
    assert len(client.get(f"{address}?trang=2").context["faults"]) == 10


def test_players_of_others_are_not_there(level):
    player = a_player_of(level.station).player
    other = signed_in(make_user(Role.REPORTER, unit=level.neighbour))
    assert other.get(reverse("players")).context["standing"] == []
    assert other.get(reverse("player", args=[player.pk])).status_code == 404
    assert other.post(reverse("retire-player", args=[player.pk])).status_code == 404


def test_retire_player_and_rotate_key(level):
    player = a_player_of(level.station).player
    trusted_by(level.station)
    client = signed_in(level.keeper)
    assert client.post(reverse("rotate-key")).status_code == 403
    client.post(reverse("retire-player", args=[player.pk]))
    player.refresh_from_db()
    assert player.retired_at < clock.passing()
    assert "không dùng từ" in client.get(reverse("player", args=[player.pk])).content.decode()
    leader = signed_in(level.leader)
    leader.post(reverse("rotate-key"))
    assert SigningKey.objects.filter(unit=level.commune).count() == 2
    page = leader.get(reverse("players")).content.decode()
    assert page.count("Đang dùng") == 1
    assert page.count("Đã thay") == 1


def test_looking_makes_no_key(level):
    signed_in(level.leader).get(reverse("players"))
    assert not SigningKey.objects.exists()


def test_a_time_that_is_none_is_shown_as_it_was_said(level):
    player = a_player_of(level.station).player
    take_health(player=player, health={"fetched_at": "hôm qua", "halted": True}, faults=[])
    page = signed_in(level.keeper).get(reverse("player", args=[player.pk])).content.decode()
    assert "hôm qua" in page
