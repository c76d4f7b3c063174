"""The sound of last resort: waves on a shore, made here, so that it is always there."""

import array
import math
import random
import wave
from pathlib import Path

RATE, SECONDS, SWELL = 44100, 16, 8.0  # two waves, and the end meets the beginning
_LOUD, _SOFT = 6000.0, 0.35


def write_surf(path: Path) -> None:
    """Write waves as a WAV file: filtered noise that swells, without any tone."""
    chance, low, samples = random.Random(20), 0.0, array.array("h")  # noqa: S311 - noise, no secret
    for at in range(RATE * SECONDS):
        low += 0.08 * (chance.uniform(-1, 1) - low)
        swell = _SOFT + (1 - _SOFT) * (1 - math.cos(2 * math.pi * at / RATE / SWELL)) / 2
        samples.append(int(_LOUD * 4 * low * swell))
    beside = path.with_suffix(".part")
    with wave.open(str(beside), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(RATE)
        sound.writeframes(samples.tobytes())
    beside.replace(path)
