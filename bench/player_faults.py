"""Fifty faults, one after another, on one player that plays: what is found, what is aired."""

import base64
import datetime as dt
import json
import os
import signal
import tempfile
import threading
import time
from pathlib import Path

from haidang.broadcast.playing.clock import Clock
from haidang.broadcast.playing.memory import Memory
from haidang.broadcast.playing.player import Player, Setting
from haidang.broadcast.seal import new_key, seal
from tests.broadcast.playing import tower

PATIENCE = 15.0


class Lab:
    """A player that plays its filling, and what is needed to do it harm."""

    def __init__(self, folder):
        self.server, self.icecast, self.leap = tower.Server(), tower.Icecast(), 0.0
        self.filling = self.server.sound(tower.tone(300, 20), 20.0)
        self.number, self.serial = 10, 0
        self.release()
        (folder / "p").mkdir()
        memory = Memory(folder / "p", station=1, trusted=self.server.trusted)
        setting = Setting(folder / "p", self.server.address, "ma", self.icecast.output())
        self.player = Player(setting, memory, Clock(wall=lambda: time.time() + self.leap))
        self.thread = threading.Thread(target=self.player.run)
        self.thread.start()
        self.wait(lambda: self.air.ear.lane == "fill")

    @property
    def air(self):
        return self.player.air

    def close(self):
        self.player.stop()
        self.thread.join()
        self.icecast.close()
        self.server.close()

    def week(self, parts=(), **more):
        return tower.week(1, list(parts), filling=[self.filling]) | {"number": self.number} | more

    def release(self, parts=()):
        self.number += 1
        content = self.week(parts)
        self.server.release(content)
        return content

    def sound(self, seconds=2.0, loud=0.3):
        self.serial += 1
        return self.server.sound(tower.tone(400 + self.serial, seconds, loud), seconds)

    def wait(self, holds, seconds=PATIENCE):
        end = time.monotonic() + seconds
        while not (found := holds()) and time.monotonic() < end:
            time.sleep(0.05)
        return bool(found)

    def codes(self):
        return {fault["code"] for fault in self.air.journal.faults.values()}

    def plays(self, other):
        """Whether a Liquidsoap that is not this one plays."""
        with self.air.lock:
            return self.air.liquidsoap.pid not in {0, other} and self.air.ear.lane == "fill"

    def aired(self, sound):
        lines = [*self.air.journal.lines.values(), self.air.journal.open or {}]
        return any(
            line.get("sha256") == sound["sha256"] and not line.get("missed") for line in lines
        )


def injected():
    """Inject all of them and return a row for each kind."""
    with tempfile.TemporaryDirectory() as folder:
        lab = Lab(Path(folder))
        rows = []
        try:
            for name, times, act in KINDS:
                outcomes = []
                for at in range(times):
                    lab.air.journal.faults.clear()
                    outcomes.append(act(lab, at))
                found, wrong = (sum(outcome[i] for outcome in outcomes) for i in (0, 1))
                rows.append([name, times, found, wrong])
        finally:
            lab.close()
    total = [sum(row[at] for row in rows) for at in (1, 2, 3)]
    return [*rows, ["all", *total]]


def bad_week(code, **change):
    """A week that must not be let in; `change` makes it bad."""

    def act(lab, at):
        facts = {name: make(lab, at) for name, make in change.items()}
        key = facts.pop("key", None)
        sound = lab.sound(1)
        soon = dt.datetime.now(tower.HANOI)
        content = lab.week([tower.part(900 + at, soon, sound)], number=lab.number + 1) | facts
        good = list(lab.server.releases)
        sha256 = lab.server.release(content, key)
        if code in {"unsigned", "altered"}:
            lab.server.sealed[sha256] = spoilt(lab.server.sealed[sha256], code, at)
        found = lab.wait(lambda: code in lab.codes())
        wrong = any(week.sha256 == sha256 for week in lab.air.weeks) or lab.aired(sound)
        lab.server.releases = good
        return found, wrong

    return act


def spoilt(sealed, code, at):
    outer = json.loads(sealed)
    payload = bytearray(base64.b64decode(outer["payload"]))
    if code == "unsigned":
        return json.dumps({"payload": outer["payload"]}) if at % 2 else payload.decode()
    payload[at * 97 % len(payload)] ^= 1 << at % 8
    return json.dumps(outer | {"payload": base64.b64encode(bytes(payload)).decode()})


def bad_order(code):
    """An order to halt that must not be obeyed."""

    def act(lab, at):
        known = lab.air.memory.newest_order
        before = list(lab.server.orders)
        if code == "replayed":
            lab.server.order("resume")
            lab.wait(lambda: lab.air.memory.newest_order > known)
            lab.server.orders = [*lab.server.orders, old_order(lab, known + 1)]
        elif code == "expired":
            lab.server.order("halt", minutes=-1)
        else:
            key = new_key() if code == "untrusted" else None
            lab.server.order("halt", key=key)
        found = lab.wait(lambda: code in lab.codes())
        wrong = lab.air.memory.is_halted
        if code != "expired":
            lab.server.orders = lab.server.orders[: lab.air.memory.newest_order] or before
        return found, wrong

    return act


def old_order(lab, number):
    until = (dt.datetime.now(dt.UTC) + dt.timedelta(hours=1)).isoformat()
    facts = {"format": "haidang-order/1", "station": 1, "number": number, "order": "halt"}
    return seal(facts | {"at": until, "expires_at": until}, lab.server.key)


def bad_sound(how):
    """A sound that a part needs, and that must not be heard as it is."""

    def act(lab, at):
        sound = lab.sound(9 if how == "silent" else 2, loud=0 if how == "silent" else 0.3)
        if how == "noise":
            sound = lab.server.sound(f"không phải tiếng {at}".encode() * 2000, 2.0)
        name = sound["sha256"]
        whole = lab.server.sounds[name]
        if how == "altered":
            lab.server.sounds[name] = whole[:-2] + b"\x01\x02"
        if how == "truncated":
            lab.server.sounds[name] = whole[: len(whole) // 2]
        wait = 10 if how == "on disk" else 4
        start = dt.datetime.now(tower.HANOI) + dt.timedelta(seconds=wait)
        lab.release([tower.part(100 + lab.serial, start, sound)])
        if how == "on disk":
            path = lab.air.store.place_of(name)
            lab.wait(path.exists, 5)
            path.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
            lab.server.sounds[name] = whole[:-2]  # and it cannot be fetched anew
        code = {"silent": "silent", "noise": "unplayable"}.get(how, "altered")
        found = lab.wait(lambda: code in lab.codes())
        lab.wait(lambda: dt.datetime.now(tower.HANOI) > start + dt.timedelta(seconds=2.5))
        back = lab.wait(lambda: lab.air.ear.lane == "fill", 5)
        return found and back, lab.aired(sound) and how != "silent"

    return act


def harm_liquidsoap(number):
    def act(lab, at):
        lab.wait(lambda: lab.plays(0))
        pid = lab.air.liquidsoap.pid
        begun = time.monotonic()
        os.kill(pid, number)
        lab.wait(lambda: lab.plays(pid))
        return "liquidsoap" in lab.codes(), time.monotonic() - begun > 5

    return act


def cut_line(lab, at):
    lab.server.is_cut = True
    found = lab.wait(lambda: "line" in lab.codes())
    is_heard = lab.air.ear.lane == "fill"
    lab.server.is_cut = False
    lab.wait(lambda: not lab.air.journal.unsent())
    return found, not is_heard


def leap_clock(lab, at):
    lab.leap = (-1) ** at * 7200.0
    found = lab.wait(lambda: "clock" in lab.codes())
    off = abs((lab.air.clock.now() - dt.datetime.now(dt.UTC)).total_seconds())
    lab.leap = 0.0
    lab.wait(lambda: not lab.air.clock.is_wrong)
    return found, off > 2


def fill_disk(lab, at):
    most, lab.air.store.most = lab.air.store.most, 1000
    start = dt.datetime.now(tower.HANOI) + dt.timedelta(seconds=4)
    sound = lab.sound()
    lab.release([tower.part(100 + lab.serial, start, sound)])
    found = lab.wait(lambda: "disk-full" in lab.codes())
    wrong = lab.aired(sound) or lab.air.ear.lane != "fill"
    lab.air.store.most = most
    return found, wrong


def lose_relay(lab, at):
    start = dt.datetime.now(tower.HANOI) + dt.timedelta(seconds=2)
    relay = f"http://127.0.0.1:{lab.icecast.port}/khong-co"
    lab.release([tower.part(100 + lab.serial + 500, start, seconds=4, relay=relay)])
    found = lab.wait(lambda: any(
        line["missed"] == "fault" and line["kind"] == "bulletin" and not line["sha256"]
        for line in lab.air.journal.lines.values()
    ))  # fmt: skip
    return found, lab.air.ear.lane != "fill"


def long_ago(lab, at):
    return (dt.datetime.now(tower.HANOI) - dt.timedelta(days=at + 1)).isoformat()


KINDS = [
    ("week unsigned", 3, bad_week("unsigned")),
    ("week under a key nobody trusts", 3, bad_week("untrusted", key=lambda *_: new_key())),
    ("week altered by one bit", 6, bad_week("altered")),
    ("week expired, of yesterday", 3, bad_week("expired", valid_until=long_ago)),
    ("week replayed, an older number", 3, bad_week("replayed", number=lambda lab, at: 1 + at)),
    ("week of the neighbour", 3, bad_week("station", station=lambda lab, at: 2 + at)),
    ("order under a key nobody trusts", 2, bad_order("untrusted")),
    ("order replayed", 2, bad_order("replayed")),
    ("order expired", 2, bad_order("expired")),
    ("sound altered on the way", 3, bad_sound("altered")),
    ("sound cut short on the way", 2, bad_sound("truncated")),
    ("sound altered by one bit on the disk", 3, bad_sound("on disk")),
    ("sound that is none", 2, bad_sound("noise")),
    ("sound that is silent", 1, bad_sound("silent")),
    ("Liquidsoap killed", 3, harm_liquidsoap(signal.SIGKILL)),
    ("Liquidsoap hung", 2, harm_liquidsoap(signal.SIGSTOP)),
    ("line cut", 2, cut_line),
    ("clock leaps", 2, leap_clock),
    ("disk full", 2, fill_disk),
    ("relay not there", 1, lose_relay),
]
