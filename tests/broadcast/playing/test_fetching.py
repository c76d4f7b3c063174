"""What comes over the line when the other end does not keep to what was agreed."""

import datetime as dt
import time

import pytest

from haidang.broadcast.playing.air import Air
from haidang.broadcast.playing.clock import Clock
from haidang.broadcast.playing.fetching import AGAIN, LATEST, MOST_WEEKS, Fetching
from haidang.broadcast.playing.health import Health
from haidang.broadcast.playing.journal import Journal
from haidang.broadcast.playing.liquidsoap import Gone, Liquidsoap
from haidang.broadcast.playing.memory import Memory, remembered
from haidang.broadcast.playing.outputs import UnknownOutput, output
from haidang.broadcast.playing.settling import Settling
from haidang.broadcast.playing.store import Store
from haidang.broadcast.playing.week import Sound, week_of
from haidang.broadcast.playing.wire import Wire
from haidang.broadcast.seal import KEY, PLACE, new_key, public_of, seal
from tests.broadcast.playing.tower import HANOI, Server, part, tone, week

NOW = dt.datetime.now(HANOI)


@pytest.fixture
def server():
    server = Server()
    yield server
    server.close()


@pytest.fixture
def fetching(tmp_path, server):
    clock = Clock()
    memory = Memory(tmp_path, station=1, trusted=server.trusted)
    liquidsoap = Liquidsoap(tmp_path, "file:x.wav", clock.monotonic, lambda: None)
    journal = Journal(tmp_path / "journal.jsonl")
    air = Air(memory, Store(tmp_path, 10**9), journal, clock, liquidsoap)
    fetching = Fetching(air, Wire(server.address, "ma"), Health(air, "1.0"))
    yield fetching
    fetching.wire.close()


def codes(fetching):
    return [fault["code"] for fault in fetching.air.journal.faults.values()]


def test_a_week_comes_with_its_sounds_and_is_there_again_after_a_restart(fetching, server):
    sound = server.sound(tone(500, 0.2), 0.2)
    soon = dt.datetime.now(HANOI) + dt.timedelta(hours=1)
    server.release(week(1, [part(1, soon, sound, seconds=10)], filling=[sound]))

    assert fetching.look() == 0.5
    fetching.fetch_ahead()
    first = fetching.air.weeks
    fetching.air.weeks = ()
    fetching.load()

    assert (len(first), fetching.air.weeks) == (1, first)
    assert fetching.air.store.has(first[0].parts[0].sound)
    assert server.health["weeks"] == [f"{first[0].monday} · 1"]
    assert server.health["sounds_lacking"] == 1


@pytest.mark.promise("N20")
def test_a_week_altered_on_the_disk_is_refused_and_fetched_anew(fetching, server):
    sha256 = server.release(week(1, []))
    fetching.look()
    path = fetching.air.store.folder / "tuan" / sha256
    path.write_text(path.read_text().replace('"signature": "', '"signature": "00'))
    fetching.air.weeks = ()

    fetching.load()

    assert (fetching.air.weeks, codes(fetching)) == ((), ["altered"])
    fetching.look()
    assert len(fetching.air.weeks) == 1


def test_a_refused_sound_is_asked_for_again_after_a_while(fetching, server):
    sound = Sound("a" * 64, 5, 1.0)
    server.sounds["a" * 64] = b"12345"
    asked = []
    fetching.wire.sound = lambda *facts, real=fetching.wire.sound: (asked.append(1), real(*facts))

    fetching.fetch_sound(sound)
    fetching.fetch_sound(sound)
    fetching._refused["a" * 64] -= AGAIN
    fetching.fetch_sound(sound)

    assert (len(asked), codes(fetching)) == (2, ["altered"])


def test_a_sound_goes_on_where_the_line_was_cut(fetching, server):
    content = tone(500, 1)
    facts = server.sound(content)
    sound = Sound(facts["sha256"], len(content), 1.0)
    fetching.air.store.beside(sound).write_bytes(content[:5000])

    assert fetching.fetch_sound(sound)
    assert fetching.air.store.has(sound)


def test_a_sound_that_never_ends_is_let_go(fetching, server):
    server.sounds["b" * 64] = bytes(3_000_000)

    fetching.fetch_sound(Sound("b" * 64, 1000, 1.0))

    assert codes(fetching) == ["altered"]


@pytest.mark.parametrize("answer", [{}, {"now": "?"}, {"now": 5}, {"orders": {"a": 1}}])
def test_an_answer_that_is_not_as_agreed_is_a_fault_and_nothing_else(fetching, answer):
    good = {"now": dt.datetime.now(dt.UTC).isoformat()}
    fetching.wire.orders = lambda *known: good | answer if "orders" in answer else answer

    assert 0 < fetching.look() <= LATEST
    assert codes(fetching) == ["answer"]


def test_a_line_that_is_cut_is_said_and_tried_ever_more_seldom(fetching, server):
    server.is_cut = True

    pauses = [fetching.look() for _ in range(6)]

    assert pauses == sorted(pauses)
    assert pauses[-1] == LATEST
    assert codes(fetching) == ["line"]
    server.is_cut = False
    assert fetching.look() == 0.5


def test_lines_are_sent_until_they_are_acknowledged(fetching, server):
    server.acknowledges = False
    line = {"release": "", "part": "", "started_at": NOW.isoformat(), "missed": "fault"}
    fetching.air.journal.miss(line)

    fetching.look()
    assert len(fetching.air.journal.unsent()) == 1
    server.acknowledges = True
    fetching.look()

    assert (fetching.air.journal.unsent(), len(server.lines)) == ([], 1)


def test_place_and_keys_come_signed(fetching, server):
    new, until = public_of(new_key()), (NOW + dt.timedelta(days=9)).isoformat()
    key = {"format": KEY, "old": server.trusted[0], "key": new, "old_until": until}
    answer = {
        "now": dt.datetime.now(dt.UTC).isoformat(),
        "endorsements": [seal(key, server.key)],
        "place": seal({"format": PLACE, "station": 1, "plays": [1, 5]}, server.key),
    }
    fetching.wire.orders = lambda *known: answer
    fetching.look()
    assert new in fetching.air.memory.trusted
    assert fetching.air.memory.plays == [1, 5]

    answer["place"] = seal({"format": PLACE, "station": 2, "plays": [2]}, server.key)
    fetching.look()

    assert (fetching.air.memory.plays, codes(fetching)) == ([1, 5], ["station"])


@pytest.mark.promise("N20")
def test_an_older_place_that_is_handed_out_again_is_told_in_the_log(fetching, server):
    def handed_out(number, plays):
        words = {"format": PLACE, "station": 1, "number": number, "plays": plays}
        answer = {"now": dt.datetime.now(dt.UTC).isoformat(), "place": seal(words, server.key)}
        fetching.wire.orders = lambda *known: answer
        fetching.look()

    handed_out(1, [1])
    handed_out(2, [1, 5])
    assert remembered(fetching.air.memory.folder).place_number == 2

    handed_out(1, [1])

    assert (fetching.air.memory.plays, codes(fetching)) == ([1, 5], ["replayed"])


def test_a_server_that_hands_out_weeks_without_end_fills_no_player(fetching, server):
    mondays = [NOW.date() - dt.timedelta(days=NOW.weekday() - 7 * n) for n in range(3)]
    fetching.air.memory.plays = list(range(1, 30))
    handed_out = []
    for number in range(29):
        for monday in mondays:
            sha256 = server.release(week(number + 1, [], monday=monday))
            handed_out.append({"sha256": sha256})
    good = {"now": dt.datetime.now(dt.UTC).isoformat()}
    for at in range(0, len(handed_out), MOST_WEEKS):
        fetching.wire.orders = lambda *known, at=at: (
            good | {"releases": handed_out[at : at + MOST_WEEKS]}
        )
        fetching.look()
    assert len(fetching.air.weeks) == MOST_WEEKS
    assert len(fetching.air.store.kept_weeks()) == MOST_WEEKS
    server.asked = []
    real = fetching.wire.week
    fetching.wire.week = lambda sha256: (server.asked.append(sha256), real(sha256))[1]
    fetching.wire.orders = lambda *known: good | {"releases": handed_out}

    fetching.look()

    assert len(server.asked) <= MOST_WEEKS
    assert codes(fetching) == ["many"]


def test_what_was_refused_long_ago_is_forgotten(fetching):
    for name in "abc":
        fetching._refuse(name)
        fetching._refused[name] -= AGAIN

    fetching._refuse("d")

    assert list(fetching._refused) == ["d"]


@pytest.mark.promise("N15")
def test_a_stop_holds_for_what_was_ordered_before_it(fetching, server):
    urgent = server.sound(tone(500, 0.1), 0.1)
    facts = {key: urgent[key] for key in ("sha256", "size", "seconds")}
    words = {"identifier": "C", "repeats": 1, "title": "t", "language": "vi"}
    server.order("emergency", **words, **facts)
    server.order("stop", bulletin=7, sha256=[urgent["sha256"]])
    server.order("emergency", **words, **facts)

    fetching.look()

    assert [bool(o.get("is_stopped")) for o in fetching.air.memory.urgent] == [True, False]
    assert set(fetching.air.memory.stops) == {"7", urgent["sha256"]}


@pytest.mark.promise("N22")
def test_hours_in_which_it_was_off_are_told_part_by_part(tmp_path):
    parts = [
        part(n, NOW + dt.timedelta(minutes=n), {"sha256": f"{n:064x}", "size": 1, "seconds": 5.0})
        for n in range(1, 4)
    ]
    parts.append(part(4, NOW + dt.timedelta(minutes=3), seconds=9))  # by hand
    made = week_of(week(1, parts, now=NOW) | {"valid_from": NOW.isoformat()})
    journal = Journal(tmp_path / "j")
    Settling(tmp_path, journal).beat(NOW)
    (tmp_path / "alive").write_text(
        (tmp_path / "alive").read_text().replace('"boot": "', '"boot": "x')
    )
    settling = Settling(tmp_path, journal)
    settling.reasons["p2"] = ("withdrawn", "đã rút")

    settling.settle([made], NOW + dt.timedelta(minutes=2, seconds=30))
    settling.settle([made], NOW + dt.timedelta(minutes=2, seconds=40))

    assert [(line["part"], line["missed"]) for line in journal.unsent()] == [
        ("p1", "power"),
        ("p2", "withdrawn"),
    ]


def test_a_server_is_asked_by_http_alone():
    with pytest.raises(ValueError):
        Wire("file:///etc", "ma")


def test_a_refusal_of_the_token_is_said(fetching, server):
    server.status = 401

    fetching.look()

    assert codes(fetching) == ["token"]


def test_liquidsoap_that_is_not_there_does_not_answer(tmp_path):
    liquidsoap = Liquidsoap(tmp_path, "alsa", time.monotonic, lambda: None)

    with pytest.raises(Gone):
        liquidsoap.ask("air.time")
    assert (liquidsoap.is_alive(), liquidsoap.pid) == (False, 0)


@pytest.mark.parametrize("address", ["", "radio", "icecast://", "icecast://máy", "file:"])
def test_an_output_that_is_none_is_refused(address):
    with pytest.raises(UnknownOutput):
        output(address)


def test_words_of_an_output_cannot_leave_their_quotes():
    line = output("icecast://source:a%22%23%7Bx%7D@h:8000/m")

    assert 'password="a\\"\\x23{x}"' in line
