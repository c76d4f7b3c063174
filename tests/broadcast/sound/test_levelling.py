"""Sound from strangers, through the real ffmpeg."""

import os
from functools import partial
from threading import BoundedSemaphore

import pytest

from haidang.broadcast.sound import NotSound, levelled, levelling, places
from haidang.broadcast.sound.findings import about_length
from haidang.broadcast.sound.measuring import MOST_SECONDS
from haidang.broadcast.sound.program import MOST_FIRST, MOST_LAST, run
from tests.makers.bulletins import sound
from tests.system import needs

pytestmark = needs("ffmpeg", "ffmpeg")


def found(content):
    return [name for name, _, _ in levelled(content).findings]


def test_silence_is_found_where_it_is():
    content = sound(4, ending="wav", more=("-af", "apad=pad_dur=5"))
    [(name, at, words)] = levelled(content).findings
    assert (name, at) == ("silence", 4.0)
    assert "5 giây" in words


def test_clipping_is_found():
    assert "clipping" in found(sound(2, volume="30", ending="wav"))


def test_a_broken_head_is_overheard_and_a_hole_is_said():
    whole = sound(3)
    assert levelled(b"\x00" * 500 + whole[300:]).seconds > 2.5
    assert "broken" in found(whole[:9000] + b"\x00\xff\xfb" * 500 + whole[11000:])


def test_softness_is_said():
    assert found(sound(2, volume="0.02")) == ["soft"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (lambda: sound(1, ending="mp4", more=VIDEO), "video"),
        (lambda: sound(3, volume="0", ending="wav"), "không có tiếng"),
        (lambda: sound(MOST_SECONDS + 5, more=SMALL), "60 phút"),
        (lambda: sound("0.2", ending="wav"), "ngắn"),
    ],
)
def test_what_cannot_be_aired_is_refused_in_words(content, words):
    with pytest.raises(NotSound, match=words):
        levelled(content())


VIDEO = ("-f", "lavfi", "-i", "color=size=64x64:duration=1", "-movflags", "frag_keyframe")
SMALL = ("-ar", "8000", "-ac", "1", "-b:a", "8k")


def test_the_same_sound_gives_the_same_bytes():
    assert levelled(sound()).content == levelled(sound()).content


def test_a_recording_of_another_length_is_said():
    assert about_length(100, 110) == []
    assert "ngắn" in about_length(20, 110)[0][2]
    assert "dài" in about_length(220, 110)[0][2]


def test_what_a_program_says_is_kept_within_bounds(tmp_path, monkeypatch):
    chatty = tmp_path / "ffmpeg"
    chatty.write_text("#!/bin/sh\necho BEGIN >&2\nhead -c 20000000 /dev/zero >&2\necho END >&2\n")
    chatty.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")

    ended, said = run(["-version"], 60)

    assert ended == 0
    assert len(said) <= MOST_FIRST + MOST_LAST
    assert said.startswith("BEGIN\n")
    assert said.endswith("END\n")


def test_a_sound_that_finds_no_place_is_refused_in_words_and_taken_later(monkeypatch):
    monkeypatch.setattr(places, "_any", BoundedSemaphore(1))
    monkeypatch.setattr(levelling, "a_place", partial(places.a_place, 0.01))

    with places.a_place(), pytest.raises(NotSound, match="nhiều tệp tiếng"):
        levelled(sound())

    assert levelled(sound()).seconds > 1


def test_a_long_sound_leaves_a_place_for_a_short_one(monkeypatch):
    monkeypatch.setattr(places, "LONG", 3.0)
    monkeypatch.setattr(places, "_long", BoundedSemaphore(1))

    with places.a_long_place(60):
        with pytest.raises(NotSound, match="tệp dài khác"):
            levelled(sound(4))
        assert levelled(sound(2)).seconds > 1

    assert levelled(sound(4)).seconds > 3


def test_both_passes_together_have_one_bound_of_time(monkeypatch):
    monkeypatch.setattr(levelling, "MOST_WORK", 0.001)

    with pytest.raises(NotSound, match="quá lâu"):
        levelled(sound())
