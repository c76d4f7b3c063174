"""The whole way: released here, fetched by a real player, heard on Icecast, and in the log here."""

import datetime as dt
import threading
import time

import pytest

from haidang import clock
from haidang.broadcast import seal
from haidang.broadcast.models import Aired, Release
from haidang.broadcast.packing import packed
from haidang.broadcast.playing.memory import Memory
from haidang.broadcast.playing.player import Player, Setting
from tests.broadcast.playing import tower
from tests.makers.players import a_player_of, a_sound, an_alert, make_level, trusted_by
from tests.system import needs

pytestmark = [
    pytest.mark.django_db(transaction=True),
    needs("liquidsoap", "liquidsoap"),
    needs("icecast2", "icecast2"),
    needs("ffmpeg", "ffmpeg"),
]
PITCHES = [300, 500, 1300]


@pytest.fixture
def icecast():
    icecast = tower.Icecast()
    yield icecast
    icecast.close()


def a_tone(level, pitch):
    content = tower.tone(pitch, 9 if pitch == PITCHES[0] else 3)
    return a_sound(level.commune, level.keeper, seconds=3, content=content)


def a_week_on_the_air(level, start, sound, filling):
    facts = {"sha256": sound.file_id, "size": sound.file.size, "seconds": 3.0}
    fill = {"sha256": filling.file_id, "size": filling.file.size, "seconds": 9.0, "title": "Nhạc"}
    content = tower.week(level.station.pk, [tower.part(1, start, facts, bulletin=None)],
                         filling=[fill])  # fmt: skip
    Release.objects.create(
        station=level.station,
        monday=dt.date.fromisoformat(content["monday"]),
        number=1,
        content=content,
        sha256=seal.digest(content),
        package=packed(content),
        at=clock.now(),
    )


def playing(folder, server, level, output):
    given = a_player_of(level.station)
    memory = Memory(folder, station=level.station.pk, trusted=sorted(trusted_by(level.station)))
    player = Player(Setting(folder, server, given.token, output), memory)
    thread = threading.Thread(target=player.run)
    thread.start()
    return player, thread


@pytest.mark.promise("N20", "N21", "N22")
def test_a_released_week_and_an_emergency_are_heard_and_stand_in_the_log(
    live_server, icecast, tmp_path, proof
):
    level = make_level()
    tones = {pitch: a_tone(level, pitch) for pitch in PITCHES}
    player, thread = playing(tmp_path, live_server.url, level, icecast.output())
    listener = tower.Listener(icecast.port)
    try:
        tower.until(lambda: player.air.ear.is_out and listener.heard, 240)
        start = dt.datetime.now(tower.HANOI) + dt.timedelta(seconds=8)
        a_week_on_the_air(level, start, tones[500], tones[300])
        time.sleep(max(0, start.timestamp() - time.time()) + 4)
        ordered = time.time()
        an_alert(level, recording=tones[1300])
        tower.until(lambda: player.air.ear.lane == "urgent")
        tower.until(lambda: Aired.objects.filter(sha256=tones[1300].file_id).exists())
    finally:
        player.stop()
        thread.join()
        listener.close()

    heard = listener.pitches(PITCHES)
    first = {p: next(at for at, found in heard if found == p) for p in (500, 1300)}
    line = Aired.objects.get(part="p1")
    assert abs(first[500] - start.timestamp()) < 1
    assert abs(first[500] - line.started_at.timestamp()) < 1
    assert float(line.seconds) == pytest.approx(3, abs=0.3)
    urgent = Aired.objects.filter(sha256=tones[1300].file_id).earliest("started_at")
    assert abs(first[1300] - urgent.started_at.timestamp()) < 1
    assert first[1300] - ordered < 4
    figure = f"lệch {first[500] - start.timestamp():.2f} s, tin khẩn {first[1300] - ordered:.2f} s"
    proof(figure=figure)
