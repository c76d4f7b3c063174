import dataclasses
import hashlib
import io
import os
import subprocess
import wave

import pytest

from haidang.broadcast.playing import store as store_module
from haidang.broadcast.playing.cutting import cut
from haidang.broadcast.playing.files import drop_ballast, free_space, keep_ballast
from haidang.broadcast.playing.store import Store
from haidang.broadcast.playing.surf import RATE, SECONDS, write_surf
from haidang.broadcast.playing.week import Sound
from tests.broadcast.playing.tower import tone
from tests.system import needs


def sound_of(content, name=None):

    return Sound(name or hashlib.sha256(content).hexdigest(), len(content), 1.0)


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path, most=1000)


def fetched(store, sound, content):
    store.beside(sound).write_bytes(content)
    return store.take(sound)


@pytest.mark.promise("N20")
def test_a_sound_is_taken_only_under_its_hash_and_size(store):
    sound = sound_of(b"abc")

    assert not fetched(store, sound, b"abd")
    assert not fetched(store, sound, b"ab")
    assert (store.has(sound), store.refused) == (False, {sound.sha256})
    assert fetched(store, sound, b"abc")
    assert (store.has(sound), store.refused) == (True, set())
    assert not store.beside(sound).exists()


@pytest.mark.promise("N20")
@pytest.mark.parametrize("content", [b"abd", b"ab", b"", b"abcd"])
def test_a_sound_that_was_altered_on_the_disk_is_found_before_it_is_used(store, content):
    sound = sound_of(b"abc")
    fetched(store, sound, b"abc")
    assert store.sound_is_whole(sound)
    store.place_of(sound.sha256).write_bytes(content)

    assert not store.sound_is_whole(sound)
    assert (store.has(sound), store.refused) == (False, {sound.sha256})
    assert not store.sound_is_whole(sound)


def test_the_store_stays_within_its_size_and_keeps_what_is_wanted(store):
    kept = [sound_of(bytes([number]) * 300) for number in range(3)]
    for number, sound in enumerate(kept):
        fetched(store, sound, bytes([number]) * 300)
        os.utime(store.place_of(sound.sha256), (number, number))
    new = sound_of(b"x" * 400)

    assert store.has_room(new, kept[:1])
    assert [store.has(sound) for sound in kept] == [True, False, True]
    assert not store.has_room(dataclasses.replace(new, size=900), [kept[0], kept[2]])


def test_a_full_disk_is_seen_before_it_is_full(store, monkeypatch):
    monkeypatch.setattr(store_module, "RESERVE", 10**18)

    assert not store.has_room(sound_of(b"x"), [])


def test_the_ballast_gives_room(tmp_path):
    keep_ballast(tmp_path)
    keep_ballast(tmp_path)
    assert (tmp_path / "ballast").stat().st_size > 0

    drop_ballast(tmp_path)

    assert not (tmp_path / "ballast").exists()
    assert free_space(tmp_path) > 0


def test_weeks_lie_under_their_hashes_until_they_hold_no_more(store):
    store.keep_week("a" * 64, "một")
    store.keep_week("b" * 64, "hai")

    store.drop_weeks(["b" * 64])

    assert store.kept_weeks() == {"b" * 64: "hai"}


def test_the_waves_are_heard_everywhere_and_have_no_tone(tmp_path):
    write_surf(tmp_path / "s.wav")

    with wave.open(str(tmp_path / "s.wav")) as sound:
        assert sound.getnframes() == RATE * SECONDS
        samples = memoryview(sound.readframes(RATE * SECONDS)).cast("h")
    for second in range(SECONDS):
        part = samples[second * RATE : (second + 1) * RATE]
        assert max(part) > 300


def test_a_wave_is_cut_at_its_second(tmp_path):
    (tmp_path / "a").write_bytes(tone(500, 4))

    assert cut(tmp_path / "a", tmp_path / "b", 1.5)

    with wave.open(io.BytesIO((tmp_path / "b").read_bytes())) as sound:
        assert sound.getnframes() == int(2.5 * 44100)


@pytest.mark.parametrize("content", [b"RIFFxxxx", b"ID3", b"\xff" * 100, b"no sound at all"])
def test_what_is_no_sound_is_not_cut(tmp_path, content):
    (tmp_path / "a").write_bytes(content)

    assert not cut(tmp_path / "a", tmp_path / "b", 1.0)


@needs("ffmpeg", "ffmpeg")
@pytest.mark.parametrize("kind", [["-b:a", "128k"], ["-q:a", "4"], ["-ar", "22050", "-b:a", "64k"]])
def test_an_mp3_is_cut_at_its_second(tmp_path, kind):

    (tmp_path / "a.wav").write_bytes(tone(500, 6))
    ffmpeg = ["ffmpeg", "-loglevel", "error", "-y"]
    subprocess.run([*ffmpeg, "-i", tmp_path / "a.wav", *kind, tmp_path / "a.mp3"], check=True)

    assert cut(tmp_path / "a.mp3", tmp_path / "b.mp3", 2.0)

    subprocess.run([*ffmpeg, "-i", tmp_path / "b.mp3", tmp_path / "b.wav"], check=True)
    with wave.open(str(tmp_path / "b.wav")) as sound:
        assert sound.getnframes() / sound.getframerate() == pytest.approx(4.0, abs=0.1)
