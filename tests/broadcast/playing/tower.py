"""The other ends of a player's lines: a server that speaks the agreed words, Icecast, a listener.

Pieces of sound are tones of known pitch, so that what was recorded says by itself what was heard.
"""

import array
import contextlib
import hashlib
import http.client
import http.server
import io
import json
import math
import shutil
import socket
import subprocess
import tempfile
import threading
import time
import wave
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

from haidang.broadcast.seal import ORDER, WEEK, digest, new_key, public_of, seal

HANOI = timezone(timedelta(hours=7))
RATE = 8000


def tone(pitch, seconds, loud=0.3):
    """A WAV file of one pitch, in bytes."""
    samples = array.array(
        "h",
        (
            int(32767 * loud * math.sin(2 * math.pi * pitch * i / 44100))
            for i in range(int(44100 * seconds))
        ),
    )
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(44100)
        sound.writeframes(samples.tobytes())
    return file.getvalue()


class Server:
    """Serves weeks, sounds and orders of one station, and keeps the log that it is handed."""

    def __init__(self, station=1):
        self.station, self.key = station, new_key()
        self.trusted = [public_of(self.key)]
        self.orders, self.releases, self.sealed, self.sounds = [], [], {}, {}
        self.lines, self.faults, self.health, self.is_cut = {}, {}, {}, False
        self.off, self.polls, self.acknowledges, self.status = 0.0, 0, True, 200
        handler = type("Handler", (_Handler,), {"tower": self})
        self.http = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.http.daemon_threads = True
        self.address = f"http://127.0.0.1:{self.http.server_address[1]}"
        threading.Thread(target=self.http.serve_forever, args=(0.05,), daemon=True).start()

    def close(self):
        self.http.shutdown()
        self.http.server_close()

    def sound(self, content, seconds=1.0):
        name = hashlib.sha256(content).hexdigest()
        self.sounds[name] = content
        return {"sha256": name, "size": len(content), "seconds": seconds, "title": name[:6]}

    def release(self, content, key=None):
        sha256 = digest(content)
        self.sealed[sha256] = seal(content, key or self.key)
        self.releases = [r for r in self.releases if r["monday"] != content["monday"]]
        self.releases.append(
            {"monday": content["monday"], "number": content["number"], "sha256": sha256}
        )
        return sha256

    def order(self, order, key=None, minutes=60, **more):
        now = datetime.now(UTC)
        content = {"format": ORDER, "station": self.station, "number": len(self.orders) + 1,
                   "order": order, "at": now.isoformat(),
                   "expires_at": (now + timedelta(minutes=minutes)).isoformat(),
                   **more}  # fmt: skip
        self.orders.append(seal(content, key or self.key))
        return content


class _Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *args):
        pass

    def do_GET(self):
        tower = self.tower
        if tower.is_cut:
            self.close_connection = True
            return
        kind, _, rest = self.path.removeprefix("/may-phat/").partition("/")
        if kind == "viec":
            tower.polls += 1
            now = datetime.now(UTC) + timedelta(seconds=tower.off)
            known = int(rest.partition("biet=")[2].partition("&")[0])
            answer = {"now": now.isoformat(), "keys": tower.trusted,
                      "orders": tower.orders[known:], "releases": tower.releases,
                      "poll_seconds": 0.5}  # fmt: skip
            self._answer(json.dumps(answer).encode())
        elif kind == "lich":
            self._answer(tower.sealed[rest.strip("/")].encode())
        else:
            self._answer(tower.sounds[rest.strip("/")])

    def do_POST(self):
        words = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if self.tower.is_cut:
            self.close_connection = True
            return
        self.tower.lines |= {line["id"]: line for line in words["lines"]}
        self.tower.faults |= {fault["id"]: fault for fault in words["faults"]}
        self.tower.health = words["health"]
        taken = (
            [row["id"] for row in words["lines"] + words["faults"]]
            if self.tower.acknowledges
            else []
        )
        self._answer(json.dumps({"taken": taken}).encode())

    def _answer(self, content):
        begin = 0
        if asked := self.headers.get("Range"):
            begin = int(asked.removeprefix("bytes=").rstrip("-"))
        self.send_response(206 if begin else self.tower.status)
        self.send_header("Content-Length", str(len(content) - begin))
        self.end_headers()
        self.wfile.write(content[begin:])


def week(station, parts, *, number=1, now=None, slots=None, filling=(), hours=72, monday=None):
    """The content of a week around now: one slot that holds the whole day, parts as given."""
    now = now or datetime.now(HANOI)
    monday = monday or (now - timedelta(days=now.weekday())).date()
    begin = datetime.combine(monday, datetime.min.time(), HANOI)
    return {
        "format": WEEK, "station": station, "name": "Đài thử", "monday": monday.isoformat(),
        "number": number, "released_at": now.isoformat(), "valid_from": begin.isoformat(),
        "valid_until": (begin + timedelta(days=7, hours=hours)).isoformat(),
        "slots": slots if slots is not None else
        [{"id": 1, "name": "Cả ngày", "weekdays": "1234567", "starts_at": "00:00",
          "minutes": 1440}],
        "parts": parts, "filling": list(filling),
    }  # fmt: skip


def part(number, at, sound=None, seconds=None, **more):
    """One part of a week; its sound as the server gave it."""
    facts = sound or {"sha256": "", "size": 0, "seconds": None}
    return {
        "id": f"p{number}", "slot": 1, "on": at.date().isoformat(), "starts_at": at.isoformat(),
        "seconds": seconds or round(facts["seconds"] or 10), "kind": "bulletin",
        "title": f"Phần {number}", "language": "vi", "bulletin": number, "relay": "",
        "sha256": facts["sha256"], "size": facts["size"], "sound_seconds": facts["seconds"], **more,
    }  # fmt: skip


ICECAST = """<icecast><limits><clients>20</clients><sources>6</sources><burst-size>0</burst-size>
<source-timeout>5</source-timeout></limits><authentication><source-password>hm</source-password>
<relay-password>hm</relay-password><admin-user>admin</admin-user><admin-password>hm</admin-password>
</authentication><hostname>localhost</hostname><listen-socket><port>{port}</port>
<bind-address>127.0.0.1</bind-address></listen-socket><fileserve>0</fileserve><paths>
<logdir>{folder}</logdir><webroot>{folder}</webroot><adminroot>{folder}</adminroot></paths>
<logging><accesslog>access.log</accesslog><errorlog>error.log</errorlog><loglevel>1</loglevel>
</logging><security><chroot>0</chroot><changeowner><user>nobody</user><group>nogroup</group>
</changeowner></security></icecast>"""


class Icecast:
    """A real Icecast on loopback."""

    def __init__(self):
        # As root it steps down to nobody, who must be able to come here.
        self.folder = Path(tempfile.mkdtemp(prefix="icecast-"))
        self.folder.chmod(0o777)
        folder = self.folder
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        config = folder / "icecast.xml"
        config.write_text(ICECAST.format(port=self.port, folder=folder))
        self.child = subprocess.Popen(
            ["icecast2", "-c", str(config)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        until(lambda: _opens(self.port))

    def output(self, mount="dai"):
        return f"icecast://source:hm@127.0.0.1:{self.port}/{mount}"

    def close(self):
        self.child.terminate()
        self.child.wait()
        shutil.rmtree(self.folder)


class Listener:
    """Keeps a stream as it comes, with the moment of each byte; decoded when it is over.

    The stream has 96 kbit/s throughout, so that a byte has its place in the sound. Where the stream
    breaks off it is taken up again.
    """

    BYTES = 12000  # a second

    def __init__(self, port, mount="dai"):
        self.address = (port, mount)
        self.takes, self.is_done = [], False
        self.thread = threading.Thread(target=self._listen, daemon=True)
        self.thread.start()

    @property
    def heard(self):
        return any(take for take in self.takes)

    def _listen(self):
        port, mount = self.address
        while not self.is_done:
            line = http.client.HTTPConnection("127.0.0.1", port, timeout=1)
            with contextlib.suppress(OSError, http.client.HTTPException), contextlib.closing(line):
                line.request("GET", f"/{mount}")
                answer = line.getresponse()
                if answer.status == 200:
                    self._take(answer)
            time.sleep(0.05)

    def _take(self, answer):
        self.takes.append([])
        while not self.is_done and (block := answer.read1(4096)):
            self.takes[-1].append((time.time(), block))

    def close(self):
        self.is_done = True
        self.thread.join()

    def tenths(self):
        """Each tenth of a second of sound, with the moment when it had come."""
        for take in [take for take in self.takes if take]:
            sound = decoded(b"".join(block for _, block in take))
            places, total = [], 0
            for moment, block in take:
                total += len(block)
                places.append((total, moment))
            step = RATE // 10
            for at in range(0, len(sound) - step, step):
                byte = (at + step) / RATE * self.BYTES
                moment = next((when for place, when in places if place >= byte), places[-1][1])
                yield moment - 0.1, sound[at : at + step]

    def pitches(self, known):
        """When which of the known pitches was heard: (moment, pitch or None)."""
        return [(moment, pitch_of(samples, known)) for moment, samples in self.tenths()]

    def silence(self):
        """The longest time in which what came was silent, in seconds."""
        longest = run = 0
        for _, samples in self.tenths():
            run = run + 1 if max(map(abs, samples), default=0) < 60 else 0
            longest = max(longest, run)
        return longest / 10


def decoded(content):
    """Samples of a recording."""
    command = ["ffmpeg", "-loglevel", "quiet", "-f", "mp3", "-i", "-", "-f", "s16le", "-ac", "1",
               "-ar", str(RATE), "-"]  # fmt: skip
    done = subprocess.run(command, input=content, capture_output=True, check=True)
    return array.array("h", done.stdout[: len(done.stdout) // 2 * 2])


def pitch_of(samples, known):
    """The pitch that holds most of what is heard, by Goertzel; None where none does."""
    total = sum(x * x for x in samples) or 1
    found = max(known, key=lambda pitch: goertzel(samples, pitch))
    share = 2 * goertzel(samples, found) / len(samples) / total if len(samples) else 0
    return found if share > 0.5 and total / max(len(samples), 1) > 100 else None


def goertzel(samples, pitch):
    """How much of a pitch is in some samples."""
    turn = 2 * math.cos(2 * math.pi * pitch / RATE)
    before = last = 0.0
    for x in samples:
        before, last = last, x + turn * last - before
    return last * last + before * before - turn * last * before


def until(holds, seconds=120):
    """Wait until something holds; fail where it does not in time."""
    end = time.monotonic() + seconds
    while not (found := holds()):
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)
    return found


def _opens(port):
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
