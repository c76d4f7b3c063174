"""The door of players: who gets what by which token, and what it makes of hostile callers."""

import json
from uuid import uuid4

import pytest
import time_machine
from django.db import OperationalError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from haidang import clock
from haidang.broadcast import seal
from haidang.broadcast.commands.alerts import cancel_alert
from haidang.broadcast.commands.keys import rotate_key
from haidang.broadcast.commands.ordering import halt_stations, stop_recording
from haidang.broadcast.commands.players import retire_player
from haidang.broadcast.models import Aired, Fault, OrderReceipt, Player
from haidang.web.player_door.report import TURNS
from tests.makers.players import a_player_of, a_sound, a_week, an_alert, make_level, trusted_by

pytestmark = pytest.mark.django_db
NEWS, LOG = "/may-phat/viec/", "/may-phat/nhat-ky/"


@pytest.fixture
def level(db):
    return make_level()


@pytest.fixture
def player(level):
    return a_player_of(level.station)


def ask(player, address=NEWS, **headers):
    return Client().get(address, headers=player.bearer | headers)


def tell(player, said, **more):
    body = said if isinstance(said, str | bytes) else json.dumps(said)
    return Client().post(LOG, body, content_type="application/json", headers=player.bearer, **more)


def fetch(player, kind, name):
    return ask(player, f"/may-phat/{kind}/{name}/")


@pytest.mark.promise("N20")
def test_the_poll_says_what_is_new_under_seal(level, player):
    sound = a_sound(level.commune, level.keeper)
    release = a_week(level.station, sounds=[sound])
    alert = an_alert(level)
    said = ask(player).json()
    assert said["releases"] == [
        {"monday": release.content["monday"], "number": 1, "sha256": release.sha256}
    ]
    assert (said["station"], said["name"], said["poll_seconds"]) == (
        level.station.pk,
        "Đài xã Một",
        1,
    )
    assert set(said["keys"]) == trusted_by(level.station)
    order = seal.opened(said["orders"][0], said["keys"])
    assert order["identifier"] == alert.identifier
    place = seal.opened(said["place"], said["keys"])
    assert (place["format"], place["plays"]) == (seal.PLACE, [level.station.pk])


def test_what_a_player_says_it_has_is_kept_as_its_receipt(level, player):
    an_alert(level)
    assert len(ask(player, f"{NEWS}?biet=0").json()["orders"]) == 1
    assert not OrderReceipt.objects.exists()
    assert ask(player, f"{NEWS}?biet=1").json()["orders"] == []
    assert OrderReceipt.objects.get().player == player.player
    for odd in ("-1", "x", "9" * 30, "١", "1.5", ""):
        assert len(ask(player, f"{NEWS}?biet={odd}").json()["orders"]) == 1
    assert OrderReceipt.objects.count() == 1


def test_a_poll_without_news_costs_one_question(level, player):
    a_week(level.station, sounds=[a_sound(level.commune, level.keeper)])
    client = Client()
    client.get(NEWS, headers=player.bearer)
    with CaptureQueriesContext(connection) as asked:
        said = client.get(NEWS, headers=player.bearer)
    assert len(asked) == 1
    assert said.json()["releases"]


def test_every_act_shows_in_the_next_poll(level):
    client, player = Client(), a_player_of(level.cluster)

    def news():
        return client.get(NEWS, headers=player.bearer).json()

    assert (news()["orders"], news()["releases"]) == ([], [])
    a_week(level.station)
    assert len(news()["releases"]) == 1
    own = a_week(level.cluster, number=1)
    assert [one["sha256"] for one in news()["releases"]] == [own.sha256]
    halt_stations(stations=[level.station], by=level.leader)
    assert len(news()["orders"]) == 1
    new = rotate_key(unit=level.commune, by=None)
    said = news()
    assert new.public in said["keys"]
    assert len(said["endorsements"]) == 1
    assert seal.opened(said["orders"][0], {new.public})["order"] == "halt"


def test_a_group_of_loudspeakers_may_play_weeks_of_what_it_hangs_on(level):
    player = a_player_of(level.cluster)
    sound = a_sound(level.commune, level.keeper)
    release = a_week(level.station, sounds=[sound])
    said = ask(player).json()
    place = seal.opened(said["place"], said["keys"])
    assert place["plays"] == [level.cluster.pk, level.station.pk]
    content = seal.opened(fetch(player, "lich", release.sha256).content.decode(), said["keys"])
    seal.checked(
        content,
        kind=seal.WEEK,
        station=level.cluster.pk,
        now=clock.passing(),
        plays=place["plays"],
    )
    assert seal.digest(content) == release.sha256
    assert b"".join(fetch(player, "tieng", sound.file_id).streaming_content) == sound.file.read()


def test_weeks_of_this_and_the_two_next_are_listed_newest_each(level, player):
    monday = clock.passing().date()
    monday -= monday.resolution * monday.weekday()
    week = monday.resolution * 7
    for offset in (-1, 0, 1, 2, 3):
        a_week(level.station, monday=monday + week * offset)
    newer = a_week(level.station, monday=monday + week, number=2)
    said = ask(player).json()["releases"]
    assert [one["monday"] for one in said] == [f"{monday + week * offset}" for offset in range(3)]
    assert said[1]["sha256"] == newer.sha256


@pytest.mark.promise("N20")
def test_a_player_gets_only_what_its_own_station_needs(level, player):
    theirs = a_sound(level.neighbour, level.high)
    release = a_week(level.beside, sounds=[theirs])
    loose = a_sound(level.commune, level.keeper)
    message = an_alert(level, stations=[level.above], by=level.high)
    for kind, name in (
        ("lich", release.sha256),
        ("tieng", theirs.file_id),
        ("tieng", loose.file_id),
        ("tieng", message.recording.file_id),
        ("tieng", message.message_id),
        ("tieng", "../../etc/passwd"),
        ("tieng", "%00"),
        ("lich", "x" * 500),
        ("khac", "1"),
    ):
        assert fetch(player, kind, name).status_code == 404, (kind, name)
    assert ask(player).json()["orders"] == []


def test_what_was_stopped_is_not_handed_out_until_a_later_week_has_it_again(level, player):
    sound = a_sound(level.commune, level.keeper)
    a_week(level.station, sounds=[sound])
    assert fetch(player, "tieng", sound.file_id).status_code == 200
    stop_recording(recording=sound, by=None)
    assert fetch(player, "tieng", sound.file_id).status_code == 404
    a_week(level.station, sounds=[sound], number=2)
    assert fetch(player, "tieng", sound.file_id).status_code == 200


def test_orders_that_are_over_are_not_told(level, player):
    alert = an_alert(level)
    with time_machine.travel(alert.expires_at):
        assert ask(player).json()["orders"] == []
    cancel_alert(alert=alert, by=level.leader)
    assert len(ask(player).json()["orders"]) == 2


@pytest.mark.parametrize(
    "header", ["", "Bearer", "Bearer ", "Basic x", "Bearer wrong", "Bearer " + "x" * 9999]
)
def test_nobody_else_comes_in(level, player, header):
    for address in (NEWS, LOG, "/may-phat/", "/may-phat/tieng/x/"):
        answer = Client().get(address, headers={"Authorization": header} if header else {})
        assert (answer.status_code, answer["WWW-Authenticate"]) == (401, "Bearer")
        assert answer.json()["error"]
        assert answer["Cache-Control"] == "no-store"


def test_a_retired_player_is_nobody(level, player):
    retire_player(player=player.player, by=level.keeper)
    assert ask(player).status_code == 401
    assert tell(player, {"lines": []}).status_code == 401


def test_a_person_who_is_signed_in_is_no_player(level):
    client = Client()
    client.force_login(level.leader)
    assert client.get(NEWS).status_code == 401


def test_each_address_is_asked_in_its_way(level, player):
    client = Client()
    assert client.post(NEWS, headers=player.bearer).status_code == 405
    assert client.delete(LOG, headers=player.bearer).status_code == 405
    assert client.get(LOG, headers=player.bearer).status_code == 405
    assert client.get("/may-phat/viec/x/", headers=player.bearer).status_code == 404
    assert client.get("/may-phat/tieng/", headers=player.bearer).status_code == 404


def a_line(**changed):
    return {
        "id": str(uuid4()),
        "release": "",
        "part": "",
        "kind": "notice",
        "title": "Tin khẩn",
        "language": "vi",
        "sha256": "",
        "started_at": clock.passing().isoformat(),
        "seconds": 20,
        "missed": "",
        "note": "",
    } | changed


def test_a_log_is_kept_once_and_acknowledged_line_by_line(level, player):
    lines = [a_line(), a_line()]
    faults = [{"id": str(uuid4()), "code": "altered", "words": "Gói bị sửa", "at": "2026-11-26"}]
    said = {"lines": lines, "faults": faults, "health": {"disk_free": 5}}
    for _ in range(2):
        taken = tell(player, said).json()["taken"]
        assert set(taken) == {one["id"] for one in [*lines, *faults]}
    assert (Aired.objects.count(), Fault.objects.count()) == (2, 1)
    kept = Player.objects.get(pk=player.player.pk)
    assert (kept.health, kept.seen_at is None) == ({"disk_free": 5}, False)


def test_more_lines_than_one_sending_holds_are_sent_again(level, player):
    lines = [a_line() for _ in range(501)]
    taken = tell(player, {"lines": lines}).json()["taken"]
    assert taken == [one["id"] for one in lines[:500]]
    assert tell(player, {"lines": lines[500:]}).json()["taken"] == [lines[500]["id"]]
    assert Aired.objects.count() == 501


@pytest.mark.parametrize(
    "body", ["", "{", "[]", "null", "1", "[" * 100_000, b"\xff\xfe", '{"lines":', "NaN"]
)
def test_what_is_no_log_is_refused_in_words(level, player, body):
    answer = tell(player, body)
    assert answer.status_code == 400
    assert "JSON" in answer.json()["error"]


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"lines": None, "faults": 1, "health": []},
        {"lines": {"id": "x"}},
        {"lines": [None, 1, "x", [], {"id": None}, {"id": "no"}]},
        {"faults": [{}, {"id": "x" * 10_000}], "health": {"a": {"b": [1]}}},
        {"lines": [], "health": {"x" * 5000: "\u0000\ud800"}},
    ],
)
def test_odd_logs_take_nothing_and_break_nothing(level, player, said):
    assert tell(player, said).json() == {"taken": []}
    assert not Aired.objects.exists()


def test_huge_bodies_are_refused_unread(level, player):
    assert tell(player, b" " * (1024 * 1024 + 1)).status_code == 413
    for odd in ("x", "-1", "9" * 40):
        answer = tell(player, b"{}", CONTENT_LENGTH=odd)
        assert answer.status_code in {400, 413}
    assert not Aired.objects.exists()


def test_a_line_under_the_identifier_of_another_player_takes_nothing_from_it(level, player):
    line, other = a_line(), a_player_of(level.beside)
    tell(player, {"lines": [line]})
    tell(other, {"lines": [line | {"title": "Khác"}]})
    assert Aired.objects.get(player=player.player).title == "Tin khẩn"
    assert Aired.objects.get(player=other.player).title == "Khác"


def test_sound_is_handed_out_in_ranges(level, player):
    sound = a_sound(level.commune, level.keeper, content=b"0123456789")
    a_week(level.station, sounds=[sound])
    address = f"/may-phat/tieng/{sound.file_id}/"

    def part(asked, **more):
        answer = ask(player, address, Range=asked, **more)
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        return answer.status_code, body

    assert part("") == (200, b"0123456789")
    assert part("bytes=2-4") == (206, b"234")
    assert part("bytes=7-") == (206, b"789")
    assert part("bytes=7-99") == (206, b"789")
    assert part("bytes=-3") == (206, b"789")
    assert part("bytes=-99") == (200, b"0123456789")
    assert part("bytes=10-") == (416, b"")
    assert part("bytes=-0") == (416, b"")
    for odd in ("bytes=-", "bytes=4-2", "bytes=1-2,4-5", "bites=1-2", "bytes=" + "9" * 30 + "-"):
        assert part(odd) == (200, b"0123456789"), odd
    assert part("bytes=2-4", **{"If-Range": '"other"'}) == (200, b"0123456789")
    assert part("bytes=2-4", **{"If-Range": f'"{sound.file_id}"'}) == (206, b"234")
    head = Client().head(address, headers=player.bearer)
    assert (head.status_code, head["Content-Length"], head.content) == (200, "10", b"")


def test_a_lost_file_is_told(level, player):
    sound = a_sound(level.commune, level.keeper)
    release = a_week(level.station, sounds=[sound])
    sound.file.path.unlink()
    assert fetch(player, "tieng", sound.file_id).status_code == 503
    release.package.path.unlink()
    assert fetch(player, "lich", release.sha256).status_code == 503


def test_orders_of_any_number_come_in_portions(level, player, monkeypatch):
    monkeypatch.setattr("haidang.web.player_door.news.MOST_ORDERS", 1)
    cancel_alert(alert=an_alert(level), by=level.leader)
    first = seal.opened(ask(player).json()["orders"][0], trusted_by(level.station))
    then = ask(player, f"{NEWS}?biet={first['number']}").json()["orders"]
    assert seal.opened(then[0], trusted_by(level.station))["number"] == 2


def test_logs_take_turns_and_leave_room_for_polls(level, player):
    line = a_line()
    with TURNS, TURNS:
        answer = tell(player, {"lines": [line]})
        assert (answer.status_code, answer["Retry-After"]) == (429, "1")
        assert ask(player).status_code == 200
    assert tell(player, {"lines": [line]}).json()["taken"] == [line["id"]]


def test_a_database_that_is_held_is_asked_again_later(level, player):
    def held(execute, sql, *rest):
        if "broadcast_aired" in sql:
            raise OperationalError("database is locked")
        return execute(sql, *rest)

    with connection.execute_wrapper(held):
        for _ in range(3):  # a turn is given back
            assert tell(player, {"lines": [a_line()]}).status_code == 429
    assert len(tell(player, {"lines": [a_line()]}).json()["taken"]) == 1
