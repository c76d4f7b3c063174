"""Listening to sound once: how loud, how long, where it is silent, where it was cut off."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from haidang.broadcast.sound.clipping import RATE, Clips
from haidang.broadcast.sound.kinds import NotSound
from haidang.broadcast.sound.program import opened, run

MOST_SECONDS = 3600  # of one piece of sound: longer ones are cut by a person
LEAST_SECONDS = 1.0
QUIET = -50  # dB: below it for three seconds is a silence
LONG_SILENCE = 3.0
SOUNDLESS = -60.0  # LUFS: nothing can be heard
_NUMBER = r"(-?(?:\d+(?:\.\d+)?|inf|nan))"
_SUMMARY = re.compile(
    rf"I:\s+{_NUMBER} LUFS\s+Threshold:\s+{_NUMBER} LUFS.*?LRA:\s+{_NUMBER} LU\b"
    rf".*?Peak:\s+{_NUMBER} dBFS",
    re.DOTALL,
)
_SILENT = re.compile(r"silence_start: (-?[\d.]+)|silence_end: (-?[\d.]+)")
_LASTS = re.compile(r"Duration: (\d+):(\d\d):(\d\d(?:\.\d+)?)")
_VIDEO = re.compile(r"Stream #\d+:\d+.*: Video: (?!.*\(attached pic\))")
_SOUND = re.compile(r"Stream #\d+:\d+.*: Audio: .*?(\d+) Hz, (\S+)")
_BROKEN = re.compile(
    r"Header missing|invalid new backstep|Invalid data|Error while decoding|overread"
)


@dataclass(frozen=True, slots=True)
class Measured:
    """What was heard in a piece of sound."""

    seconds: float
    loudness: float  # LUFS
    threshold: float
    spread: float  # LU
    peak: float  # dBTP
    silences: list[tuple[float, float]] = field(default_factory=list)
    clipped: list[float] = field(default_factory=list)
    is_broken: bool = False


def head_of(path: Path, kind: str) -> str:
    """What ffmpeg says of a file before it plays it: streams, length, and the file's own words."""
    _, said = run(opened(path, kind), 20)
    return said


def on_two_channels(said: str) -> str:
    """The words by which sound of this head is put on two channels as it is, not softer.

    Raises NotSound by what the head of the file says: video, no sound at all, hours of it.
    """
    if _VIDEO.search(said):
        raise NotSound("đây là video. Xuất riêng phần tiếng thành MP3 rồi tải lên.")
    sound = _SOUND.search(said)
    if sound is None:
        raise NotSound("tệp bị hỏng, không có tiếng nào đọc được. Xuất lại rồi tải lên.")
    _refuse_long(length_in(said))
    return "pan=stereo|c0=c0|c1=c0" if sound[2] == "mono," else "aformat=channel_layouts=stereo"


def length_in(said: str) -> float:
    """How many seconds the head of a file says that it lasts; 0 where it does not say."""
    lasts = _LASTS.search(said)
    hours, minutes, seconds = (float(part) for part in lasts.groups()) if lasts else (0, 0, 0)
    return hours * 3600 + minutes * 60 + seconds


def measured(path: Path, kind: str, stereo: str, patience: float) -> Measured:
    """Listen to all of it. Raises NotSound for what is too long, too short, or silent."""
    clips = Clips()
    graph = (
        f"[0:a:0]{stereo},asplit[heard][kept];"
        f"[heard]silencedetect=n={QUIET}dB:d={LONG_SILENCE},"
        f"ebur128=peak=true:framelog=verbose,anullsink;"
        f"[kept]aresample={RATE},aformat=sample_fmts=s16[out]"
    )
    words = [*opened(path, kind), "-t", str(MOST_SECONDS + 1), "-filter_complex", graph]
    _, said = run([*words, "-map", "[out]", "-f", "s16le", "pipe:1"], patience, clips.heed)
    _refuse_long(clips.seconds)
    if clips.seconds < LEAST_SECONDS:
        raise NotSound("tệp bị hỏng hoặc ngắn dưới một giây. Ghi lại rồi tải lên.")
    return _of(said, clips)


def _of(said: str, clips: Clips) -> Measured:
    found = _SUMMARY.search(said[said.rfind("Summary:") :])
    if found is None or float(found[1]) <= SOUNDLESS or float(found[1]) != float(found[1]):
        raise NotSound("tệp không có tiếng nào nghe được. Kiểm tra mi-crô rồi ghi lại.")
    loudness, threshold, spread, peak = (float(part) for part in found.groups())
    silences = _silences(said, clips.seconds)
    is_broken = bool(_BROKEN.search(said))
    return Measured(
        clips.seconds, loudness, threshold, spread, peak, silences, clips.places, is_broken
    )


def _silences(said: str, seconds: float) -> list[tuple[float, float]]:
    found: list[tuple[float, float]] = []
    since: float | None = None
    for start, end in _SILENT.findall(said):
        if start:
            since = max(float(start), 0.0)
        elif since is not None:
            found.append((since, float(end) - since))
            since = None
    return [*found, (since, seconds - since)] if since is not None else found


def _refuse_long(seconds: float) -> None:
    if seconds > MOST_SECONDS:
        raise NotSound(
            f"dài quá {MOST_SECONDS // 60} phút. Cắt thành nhiều tệp rồi tải lên từng tệp."
        )
