"""Bringing sound to one loudness (EBU R128), as an MP3 without a word of where it came from."""

import re
import time
from dataclasses import dataclass
from pathlib import Path

from haidang.broadcast.sound.findings import Finding, findings_of
from haidang.broadcast.sound.kinds import NotSound, kind_of_sound
from haidang.broadcast.sound.measuring import (
    Measured,
    head_of,
    length_in,
    measured,
    on_two_channels,
)
from haidang.broadcast.sound.places import a_long_place, a_place
from haidang.broadcast.sound.program import opened, run
from haidang.text.reading.shelter import shelter

CONTENT_TYPE = "audio/mpeg"
TARGET, PEAK, SPREAD = -16.0, -1.5, 11.0  # LUFS, dBTP, LU
RATE = 44100
# "    title           : Bản tin", and its further lines "                    : sáng".
_TAGS = re.compile(r"^ +\S[^:\n]*: (.+(?:\n +: .+)*)$", re.MULTILINE)
_GOES_ON = re.compile(r"\n +: ")
_ROOM = 60 * 2**20  # an hour of it at 128 kb/s
_UNSAID = 8000  # bytes a second of a file that does not say how long it is
MOST_WORK = 300.0  # seconds for both passes: an hour of sound takes one minute of them


@dataclass(frozen=True, slots=True)
class Levelled:
    """Sound as it is aired, how long it is, how loud it came, and what a person should hear."""

    content: bytes
    seconds: float
    loudness: float
    findings: list[Finding]
    words: list[str]  # that the file brought along: title, album, remarks


def levelled(content: bytes) -> Levelled:
    """Return sound at -16 LUFS and at most -1.5 dBTP. Raises NotSound, in words.

    Two passes: it is listened to as a whole, then made louder or softer by one measure; only what
    jumps too far for that is evened out. Both channels are written, since mono sound that plays
    on two is otherwise 3 LU too loud beside music. Nothing of a file's own words is kept.
    """
    kind = kind_of_sound(content)
    with a_place(), shelter(len(content) + _ROOM) as folder:
        given, made = folder / "given", folder / "made.mp3"
        given.write_bytes(content)
        head = head_of(given, kind)
        stereo = on_two_channels(head)
        with a_long_place(length_in(head) or len(content) / _UNSAID):
            until = time.monotonic() + MOST_WORK
            heard = measured(given, kind, stereo, MOST_WORK)
            left = max(1.0, until - time.monotonic())
            _write(opened(given, kind), stereo, heard, made, left)
        result = made.read_bytes()
    seconds, loudness = round(heard.seconds, 3), round(heard.loudness, 1)
    words = [_GOES_ON.sub(" ", tag) for tag in _TAGS.findall(head)]
    return Levelled(result, seconds, loudness, findings_of(heard), words)


def _write(given: list[str], stereo: str, heard: Measured, made: Path, patience: float) -> None:
    measures = (
        f"measured_I={min(heard.loudness, 0)}:measured_TP={max(heard.peak, -99)}"
        f":measured_LRA={heard.spread}:measured_thresh={min(heard.threshold, 0)}:linear=true"
    )
    target = f"loudnorm=I={TARGET}:TP={PEAK}:LRA={max(SPREAD, min(heard.spread, 50.0))}"
    chain = f"{stereo},{target}:{measures},aresample={RATE}"
    plain = ["-map_metadata", "-1", "-map_chapters", "-1", "-id3v2_version", "0"]
    exact = ["-fflags", "+bitexact", "-flags:a", "+bitexact"]
    words = [*given, "-map", "0:a:0", "-vn", "-af", chain, *plain, *exact]
    ended, _ = run(
        [*words, "-c:a", "libmp3lame", "-b:a", "128k", "-f", "mp3", f"file:{made}"],
        patience,
    )
    if ended != 0 or not made.exists():
        raise NotSound("tệp không chỉnh được độ to. Xuất lại thành MP3 rồi tải lên.")
