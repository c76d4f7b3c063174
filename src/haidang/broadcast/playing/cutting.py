"""Sounds from their middle on, for a player that comes back while a part is on the air."""

import mmap
import wave
from pathlib import Path

_RATES = ((11025, 12000, 8000), (0, 0, 0), (22050, 24000, 16000), (44100, 48000, 32000))
_BITS_1 = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0)
_BITS_2 = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0)


def cut(source: Path, target: Path, offset: float) -> bool:
    """Write a sound without its first seconds; say whether that was possible."""
    with source.open("rb") as file:
        head = file.read(4)
    return _cut_wav(source, target, offset) if head == b"RIFF" else _cut_mp3(source, target, offset)


def _cut_wav(source: Path, target: Path, offset: float) -> bool:
    try:
        with wave.open(str(source), "rb") as sound, wave.open(str(target), "wb") as rest:
            rest.setparams(sound.getparams())
            sound.setpos(min(int(offset * sound.getframerate()), sound.getnframes()))
            while frames := sound.readframes(65536):
                rest.writeframes(frames)
    except (wave.Error, EOFError):
        return False
    return True


def _cut_mp3(source: Path, target: Path, offset: float) -> bool:
    with source.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as sound:
        at, passed, lost = _after_tag(sound), 0.0, 0
        while passed < offset:
            length, seconds = _frame(sound, at)
            if length:
                at, passed = at + length, passed + seconds
            else:  # not a frame: look for the next one, but not for ever
                at, lost = at + 1, lost + 1
            if at >= len(sound) or lost > 65536:
                return False
        target.write_bytes(sound[at:])
    return True


def _after_tag(sound: mmap.mmap) -> int:
    if sound[:3] != b"ID3" or len(sound) < 10:
        return 0
    size = sound[6:10]
    return 10 + (size[0] << 21 | size[1] << 14 | size[2] << 7 | size[3])


def _frame(sound: mmap.mmap, at: int) -> tuple[int, float]:
    """The length in bytes and seconds of the frame of MPEG audio, layer III, that stands here."""
    head = sound[at : at + 4]
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE6 != 0xE2 or head[2] >> 2 & 3 == 3:
        return 0, 0.0
    version = head[1] >> 3 & 3
    rate = _RATES[version][head[2] >> 2 & 3]
    bits = (_BITS_1 if version == 3 else _BITS_2)[head[2] >> 4] * 1000
    if not rate or not bits:
        return 0, 0.0
    samples = 1152 if version == 3 else 576
    return samples // 8 * bits // rate + (head[2] >> 1 & 1), samples / rate
