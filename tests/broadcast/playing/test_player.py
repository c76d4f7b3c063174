"""A player as it is, with Liquidsoap and Icecast: what is recorded is what its log says."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from datetime import datetime, timedelta
from itertools import pairwise

import pytest

from haidang.broadcast.playing.memory import Memory, remembered
from haidang.broadcast.playing.player import AlreadyRunning, Player, Setting
from tests.broadcast.playing.tower import (
    HANOI,
    Icecast,
    Listener,
    Server,
    part,
    tone,
    until,
    week,
)
from tests.system import needs

pytestmark = [
    needs("liquidsoap", "liquidsoap"),
    needs("icecast2", "icecast2"),
    needs("ffmpeg", "ffmpeg"),
]
PITCHES = [300, 500, 700, 900, 1300]
SOUNDS = {pitch: tone(pitch, 3 if pitch != 300 else 20) for pitch in PITCHES}


class Station:
    """A server, an Icecast and a player between them."""

    def __init__(self, folder):
        self.folder = folder
        self.server, self.icecast = Server(), Icecast()
        self.sound = {p: self.server.sound(s, 3.0 if p != 300 else 20.0) for p, s in SOUNDS.items()}
        self.player = self.thread = self.listener = None

    def start(self):
        place = self.folder / "player"
        place.mkdir(exist_ok=True)
        memory = remembered(place)
        memory.station, memory.trusted = 1, self.server.trusted
        setting = Setting(place, self.server.address, "ma", self.icecast.output())
        self.player = Player(setting, memory)
        self.thread = threading.Thread(target=self.player.run)
        self.thread.start()
        until(lambda: self.player.air.ear.is_out, 240)  # a busy machine tries more than once
        return self.player

    def on_the_air(self):
        """A player that fills and is listened to; only then is anything planned for a moment."""
        self.server.release(week(1, [], filling=[self.sound[300]]))
        self.start()
        until(lambda: self.player.air.ear.lane == "fill")
        self.listen()
        return self.player

    def plan(self, *parts):
        """Release the week anew; a player that runs here has it afterwards."""
        self.server.release(week(1, parts, number=2, filling=[self.sound[300]]))
        if self.player:
            until(lambda: self.player.air.weeks[0].number == 2)

    def listen(self):
        self.listener = Listener(self.icecast.port)
        until(lambda: self.listener.heard)
        return self.listener

    def stop(self):
        if self.thread and self.thread.is_alive():
            self.player.stop()
            self.thread.join()
            faults = self.player.air.journal.faults.values()
            assert [fault["words"] for fault in faults if fault["code"] == "mistake"] == []

    def close(self):
        self.stop()
        if self.listener:
            self.listener.close()
        self.icecast.close()
        self.server.close()

    def pid(self):
        """The process of a Liquidsoap that plays."""
        return until(self._pid)

    def _pid(self):
        with self.player.air.lock:
            return self.player.air.watch.is_ready and self.player.air.liquidsoap.pid

    def lines(self, **facts):
        with self.player.air.lock:  # the air adds lines meanwhile
            found = list(self.player.air.journal.lines.values())
        return [row for row in found if facts.items() <= row.items()]

    def unsent(self):
        with self.player.air.lock:
            return self.player.air.journal.unsent()

    def is_on_again(self, part, times):
        """Whether a part is heard once more, after it was broken off so many times."""
        with self.player.air.lock:
            line = self.player.air.journal.open
        return line and line["part"] == part and len(self.lines(part=part)) == times

    def starts(self, pitch):
        """Moments at which a pitch began to be heard, as the listener has it."""
        heard = self.listener.pitches(PITCHES)
        seen = [None, *(found for _, found in heard)]
        return [at for (at, found), before in zip(heard, seen, strict=False)
                if found == pitch != before]  # fmt: skip


def written(folder):
    """The log of a player that is a process of its own."""
    path = folder / "journal.jsonl"
    return path.read_text() if path.exists() else ""


def names_left(player):
    return [line["id"] for line in player.air.journal.unsent()]


@pytest.fixture
def station(tmp_path):
    station = Station(tmp_path)
    yield station
    station.close()


def soon(seconds):
    return datetime.now(HANOI) + timedelta(seconds=seconds)


def wait_for(moment, extra=0.0):
    time.sleep(max(0, (moment - datetime.now(HANOI)).total_seconds() + extra))


def moment_of(line):
    return datetime.fromisoformat(line["started_at"]).timestamp()


@pytest.mark.promise("N20", "N21")
def test_what_is_heard_is_what_was_planned_and_what_the_log_says(station, proof):
    """Phần đúng giờ, tin khẩn chen vào rồi phát tiếp, bài đã rút không phát: nghe lại từng âm."""
    station.on_the_air()
    first = soon(8)
    at = [first + timedelta(seconds=s) for s in (0, 3, 10)]
    station.plan(
        part(1, at[0], station.sound[500]),
        part(2, at[1], station.sound[700]),
        part(3, at[2], station.sound[900], bulletin=33),
    )
    wait_for(at[1], 1)
    ordered = time.time()
    urgent = {key: station.sound[1300][key] for key in ("sha256", "size", "seconds")}
    station.server.order(
        "emergency", identifier="CAP-1", repeats=1, title="Bão", language="vi", **urgent
    )
    station.server.order("stop", bulletin=33, sha256=[])
    wait_for(at[2], 2)
    until(lambda: not station.unsent() and len(station.server.lines) > 4)
    station.stop()
    station.listener.close()

    late = [station.starts(p)[0] - a.timestamp() for p, a in ((500, at[0]), (700, at[1]))]
    assert late == pytest.approx([0, 0], abs=1)
    assert 0 < station.starts(1300)[0] - ordered < 3
    assert len(station.starts(700)) == 2  # it goes on after the emergency
    assert station.starts(900) == []  # it was withdrawn
    assert station.listener.silence() < 5
    for pitch, found in ((500, {"part": "p1"}), (700, {"part": "p2"}), (1300, {"note": "CAP-1"})):
        said = [moment_of(line) for line in station.lines(**found)]
        assert station.starts(pitch) == pytest.approx(said, abs=1)
    whole = sum(line["seconds"] for line in station.lines(part="p2"))
    assert whole == pytest.approx(3, abs=0.4)
    assert len({*station.server.lines}) == len(station.server.lines) > 4
    proof(
        figure=f"lệch {max(map(abs, late)):.2f} s; im lặng dài nhất {station.listener.silence()} s"
    )


@pytest.mark.promise("N21")
def test_it_goes_on_with_the_line_cut_and_liquidsoap_killed_and_hung(station, proof):
    """Đứt mạng, giết và treo Liquidsoap giữa chừng: không im quá 5 s, nhật ký về đủ, không lặp."""
    player = station.on_the_air()
    lasts = 16
    long = station.server.sound(tone(500, lasts), lasts)
    start = soon(8)
    begins = [start, start + timedelta(seconds=lasts)]
    station.plan(part(1, begins[0], long), part(2, begins[1], station.sound[700]))
    until(lambda: all(player.air.store.has(s) for s in player.air.weeks[0].sounds()))
    station.server.is_cut = True
    wait_for(begins[0], 1)
    os.kill(station.pid(), signal.SIGKILL)
    until(lambda: station.is_on_again("p1", 1))
    time.sleep(1)
    os.kill(station.pid(), signal.SIGSTOP)
    until(lambda: station.is_on_again("p1", 2))
    wait_for(begins[1], 2)
    assert station.server.lines == {} or station.unsent()
    station.server.is_cut = False
    until(lambda: not station.unsent())
    station.stop()
    station.listener.close()

    parts = sorted(station.lines(part="p1"), key=moment_of)
    gaps = [moment_of(b) - moment_of(a) - a["seconds"] for a, b in pairwise(parts)]
    assert len(parts) == 3
    assert all(0 <= gap < 5 for gap in gaps)
    assert station.starts(700)[0] == pytest.approx(begins[1].timestamp(), abs=1)
    assert {*station.server.lines} >= {*player.air.journal.lines} - {*names_left(player)}
    assert {"line", "liquidsoap"} <= {fault["code"] for fault in player.air.journal.faults.values()}
    proof(figure=f"im lặng dài nhất {max(gaps):.1f} s")


@pytest.mark.promise("N21")
def test_a_halted_station_is_quiet_until_it_is_told_to_go_on(station):
    station.server.release(week(1, [], filling=[station.sound[300]]))
    player = station.start()
    until(lambda: player.air.ear.lane == "fill")

    station.server.order("halt")
    until(lambda: player.air.ear.lane == "quiet")
    assert remembered(station.folder / "player").is_halted
    station.server.order("resume")
    until(lambda: player.air.ear.lane == "fill")

    assert player.air.memory.newest_order == 2


def test_two_players_do_not_play_in_one_folder(station):
    station.start()

    with pytest.raises(AlreadyRunning):
        Player(station.player.setting, Memory(station.folder / "player"))


@pytest.mark.promise("N20")
def test_sounds_that_are_altered_cut_or_silent_give_way_to_the_filling(station):
    blank = station.server.sound(tone(500, 9, loud=0), 9.0)
    noise = station.server.sound(b"no sound" * 4000, 2.0)
    name = station.sound[500]["sha256"]
    whole = station.server.sounds[name]
    station.server.sounds[name] = whole[:-1] + b"\x01"
    player = station.on_the_air()
    start = soon(8)
    at = [start + timedelta(seconds=s) for s in (0, 2, 4)]
    station.plan(
        part(1, at[0], station.sound[500], seconds=2), part(2, at[1], noise), part(3, at[2], blank)
    )
    wait_for(at[2], 6)
    station.listener.close()

    assert station.starts(500) == []
    assert station.listener.silence() < 5
    until(lambda: {row["missed"] for row in station.lines(part="p1")} == {"refused"})
    assert [row["missed"] for row in station.lines(part="p2")] == ["fault"]
    codes = {fault["code"] for fault in list(player.air.journal.faults.values())}
    assert {"altered", "unplayable", "silent"} <= codes


@pytest.mark.promise("N21")
def test_a_player_that_was_killed_goes_on_in_the_middle_and_tells_what_it_heard(station):
    long = station.server.sound(tone(500, 20), 20.0)
    station.server.release(week(1, [], filling=[station.sound[300]]))
    folder = station.folder / "player"
    (station.folder / "token").write_text("ma".encode("ascii", "ignore").decode() + "x")
    command = [sys.executable, "-m", "haidang", "player", "--server", station.server.address,
               "--token-file", str(station.folder / "token"), "--folder", str(folder),
               "--station", "1", "--trust", station.server.trusted[0],
               "--output", station.icecast.output()]  # fmt: skip
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, start_new_session=True)
    until(lambda: "begin" in written(folder), 240)
    start = soon(8)
    station.plan(part(1, start, long))
    wait_for(start, 3)
    child.send_signal(signal.SIGKILL)
    child.wait()
    killed = time.time()

    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, start_new_session=True)
    until(lambda: len([r for r in station.server.lines.values() if r["part"] == "p1"]) == 1)
    wait_for(start, 21)
    child.terminate()
    assert child.wait(60) == 0

    rows = [json.loads(row) for row in written(folder).splitlines() if row]
    heard = [row for row in rows if row["t"] == "begin" and row["part"] == "p1"]
    ends = {row["id"]: row["seconds"] for row in rows if row["t"] == "end"}
    assert moment_of(heard[0]) + ends[heard[0]["id"]] == pytest.approx(killed, abs=1.5)
    assert moment_of(heard[1]) - killed < 5
    assert moment_of(heard[1]) + ends[heard[1]["id"]] == pytest.approx(
        start.timestamp() + 20, abs=1
    )
