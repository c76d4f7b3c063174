"""A player whose server refuses one thing, whose line ends too early, whose disk takes no more."""

import datetime as dt
import errno
import threading

import pytest

from haidang.broadcast.playing import decks as decks_module
from haidang.broadcast.playing.air import AGAIN
from haidang.broadcast.playing.decks import Decks
from haidang.broadcast.playing.memory import Memory
from haidang.broadcast.playing.player import Player, Setting
from haidang.broadcast.playing.store import Store
from haidang.broadcast.playing.urgent import Urgent
from haidang.broadcast.playing.week import Sound, week_of
from haidang.broadcast.playing.wire import LineCut
from tests.broadcast.playing.test_fetching import codes, fetching, server  # noqa: F401
from tests.broadcast.playing.tower import HANOI, part, tone, week

NOW = dt.datetime.now(HANOI)


def full(*facts):
    raise OSError(errno.ENOSPC, "full")


class Deaf:
    """A Liquidsoap that takes all that is put on it."""

    def ask(self, order):
        return "true"


@pytest.mark.promise("N21")
def test_a_sound_that_the_server_refuses_keeps_no_other_from_coming(fetching, server):  # noqa: F811
    # The server hands out no sound that was stopped: a player that comes back gets 404 for it.
    gone, here = server.sound(tone(400, 0.2), 0.2), server.sound(tone(500, 0.2), 0.2)
    soon = dt.datetime.now(HANOI) + dt.timedelta(hours=1)
    parts = [part(1, soon, gone, seconds=10), part(2, soon + dt.timedelta(minutes=1), here, 10)]
    server.release(week(1, parts))
    fetching.look()
    real = fetching.wire.sound

    def sound(sha256, *facts):
        if sha256 == gone["sha256"]:
            raise LineCut("answer", "Máy chủ trả lời 404.")
        real(sha256, *facts)

    fetching.wire.sound = sound

    fetching.fetch_ahead()

    assert fetching.air.store.has(fetching.air.weeks[0].parts[1].sound)
    assert codes(fetching) == ["answer"]


@pytest.mark.promise("N15")
def test_what_was_stopped_is_not_fetched(fetching, server):  # noqa: F811
    gone = server.sound(tone(400, 0.2), 0.2)
    server.release(
        week(1, [part(1, dt.datetime.now(HANOI) + dt.timedelta(hours=1), gone, seconds=10)])
    )
    fetching.look()
    server.order("stop", bulletin=1, sha256=[gone["sha256"]])
    fetching.look()

    assert fetching.wanted() == []


def test_a_week_that_the_server_refuses_keeps_the_log_from_nothing(fetching, server):  # noqa: F811
    server.release(week(1, []))
    line = {"release": "", "part": "", "started_at": NOW.isoformat(), "missed": "fault"}
    fetching.air.journal.miss(line)

    def refused(sha256):
        raise LineCut("answer", "Máy chủ trả lời 503.")

    fetching.wire.week = refused

    fetching.look()

    assert len(server.lines) == 1


def test_a_sound_that_ends_too_early_goes_on_later(fetching, server):  # noqa: F811
    content = tone(500, 1)
    facts = server.sound(content)
    sound = Sound(facts["sha256"], len(content), 1.0)
    handler = server.http.RequestHandlerClass
    whole = handler._answer

    def cut(self, content):
        if len(content) < 60_000:
            return whole(self, content)
        self.send_response(200)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content[:50_000])
        self.close_connection = True
        return None

    handler._answer = cut
    with pytest.raises(LineCut):
        fetching.fetch_sound(sound)
    handler._answer = whole

    assert fetching.air.store.beside(sound).stat().st_size == 50_000
    assert fetching.fetch_sound(sound)
    assert fetching.air.store.has(sound)
    assert codes(fetching) == []


@pytest.mark.promise("N21")
def test_a_full_disk_plays_from_the_beginning_what_it_cannot_cut(tmp_path, monkeypatch):
    store = Store(tmp_path, 10**9)
    (tmp_path / "x.wav").write_bytes(tone(500, 3))
    sound = store.adopt(tmp_path / "x.wav")

    monkeypatch.setattr(decks_module, "cut", full)

    assert Decks(Deaf(), store).put("a", sound, {}, offset=2.0) is not None


@pytest.mark.promise("N21")
def test_a_disk_that_takes_nothing_leaves_a_sound_and_goes_on(tmp_path, monkeypatch):
    store = Store(tmp_path, 10**9)
    (tmp_path / "x.wav").write_bytes(tone(500, 1))
    sound = store.adopt(tmp_path / "x.wav")

    monkeypatch.setattr("pathlib.Path.symlink_to", full)

    assert Decks(Deaf(), store).put("a", sound, {}) is None


def laid(fetching, content):  # noqa: F811
    """A sound of the store, and a part that is to be heard now."""
    path = fetching.air.store.folder / "x.wav"
    path.write_bytes(content)
    sound = fetching.air.store.adopt(path)
    facts = {"sha256": sound.sha256, "size": sound.size, "seconds": 1.0}
    fetching.air.decks = Decks(Deaf(), fetching.air.store)
    [row] = week_of(week(1, [part(1, NOW, facts)])).parts
    return sound, row


@pytest.mark.promise("N21")
def test_a_sound_that_found_no_room_is_played_once_there_is_room(fetching, monkeypatch):  # noqa: F811
    sound, row = laid(fetching, tone(500, 1))
    air = fetching.air
    with monkeypatch.context() as disk:
        disk.setattr("pathlib.Path.symlink_to", full)
        air._put(row, NOW, 0.0)
        assert (air._lacks(sound), codes(fetching)) == ("fault", ["disk-full"])
    later = air.clock.monotonic() + AGAIN
    monkeypatch.setattr(air.clock, "monotonic", lambda: later)

    assert air._lacks(sound) == ""
    air._put(row, NOW, 0.0)

    assert air._lies_on(air.decks.idle, row)


def test_a_sound_that_cannot_be_played_stays_off(fetching, monkeypatch):  # noqa: F811
    sound, row = laid(fetching, tone(500, 1))
    air = fetching.air
    monkeypatch.setattr(Deaf, "ask", lambda self, order: "false")
    air._put(row, NOW, 0.0)
    later = air.clock.monotonic() + AGAIN
    monkeypatch.setattr(air.clock, "monotonic", lambda: later)

    assert (air._lacks(sound), codes(fetching)) == ("fault", ["unplayable"])


@pytest.mark.promise("N21")
def test_an_emergency_that_found_no_room_is_not_lost(fetching, server, monkeypatch):  # noqa: F811
    sound, _ = laid(fetching, tone(500, 1))
    air = fetching.air
    facts = {"sha256": sound.sha256, "size": sound.size, "seconds": 1.0}
    server.order("emergency", identifier="C", repeats=2, title="t", language="vi", **facts)
    fetching.look()
    urgent = Urgent(air.memory, air.store, air.decks, air.ear, air.journal)
    with monkeypatch.context() as disk:
        disk.setattr("pathlib.Path.symlink_to", full)
        urgent.look(NOW)
    assert (len(air.memory.urgent), codes(fetching)) == (1, ["disk-full"])

    urgent.look(NOW)

    assert len(air.decks.pieces) == 2


@pytest.mark.promise("N21")
def test_a_disk_that_fails_ends_no_player(fetching, server, tmp_path):  # noqa: F811
    setting = Setting(tmp_path / "p", server.address, "ma", "file:x.wav")
    player = Player(setting, fetching.air.memory)
    looks = []

    def look():
        looks.append(1)
        if len(looks) > 2:
            player.stop()
        raise OSError(errno.ENOSPC, "full")

    player.air.look = look

    player.run()

    assert len(looks) == 3


@pytest.mark.promise("N21")
def test_a_mistake_of_ours_is_told_and_the_line_goes_on(fetching, server, tmp_path, monkeypatch):  # noqa: F811
    monkeypatch.setattr("haidang.broadcast.playing.player.LATEST", 0.01)
    player = Player(Setting(tmp_path / "p", server.address, "ma", "file:x.wav"), Memory(tmp_path))
    real, looks = player.fetching.look, []

    def look():
        looks.append(1)
        if len(looks) < 3:
            raise RuntimeError("dictionary changed size")
        player.stop()
        return real()

    player.fetching.look = look
    player.air.look = lambda: 0.01

    player.run()

    told = [fault for fault in server.faults.values() if fault["code"] == "mistake"]
    assert ["dictionary changed size" in fault["words"] for fault in told] == [True]


def test_health_waits_until_the_air_has_written_its_line(fetching):  # noqa: F811
    found = []
    asking = threading.Thread(target=lambda: found.append(fetching.health.facts()))

    with fetching.air.lock:
        asking.start()
        asking.join(0.2)
        fetching.air.journal.miss({"release": "", "part": "", "missed": "fault"})
        early = list(found)
    asking.join()

    assert early == []
    assert found[0]["unsent"] == 1


def test_a_sound_that_one_thread_fetches_the_other_leaves_alone(fetching, server):  # noqa: F811
    content = tone(500, 0.2)
    facts = server.sound(content, 0.2)
    sound = Sound(facts["sha256"], len(content), 0.2)

    with fetching.air.store.growing(sound):
        assert fetching.fetch_sound(sound)
        assert not fetching.air.store.beside(sound).exists()
    assert fetching.fetch_sound(sound)

    assert fetching.air.store.has(sound)


def test_a_refusal_whose_words_do_not_come_is_a_refusal(fetching, server):  # noqa: F811
    def broken(self):
        self.send_response(503)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        self.close_connection = True  # before the first piece of what was announced

    server.http.RequestHandlerClass.do_GET = broken

    fetching.look()

    assert codes(fetching) == ["answer"]
