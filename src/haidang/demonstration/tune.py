"""The signature tune of the demonstration: a short gentle chime, made here and free to use."""

import cmath
import io
import math
import wave
from array import array
from collections.abc import Iterator
from functools import cache
from itertools import accumulate, repeat
from operator import mul

RATE = 12000
SECONDS = 12
# When each note begins, and how many half tones it is above A3: up by a chord, and home again.
NOTES = ((0.0, 3), (1.2, 7), (2.4, 10), (3.6, 15), (6.0, 12), (7.2, 10), (8.4, 3))
LENGTH = int(3.4 * RATE)
SWELL = RATE // 100  # it swells and ends in a hundredth of a second, so that nothing clicks
# The tones of a bell: which overtone, how loud beside the lowest, how soon it fades.
TONES = ((1, 1.0, 1.1), (2, 0.35, 1.9), (3, 0.12, 3.0))
LOUD = 9000


def chime() -> bytes:
    """The tune as a WAV file, the same each time."""
    samples = array("h", bytes(2 * RATE * SECONDS))
    for begins, note in NOTES:
        for at, height in enumerate(_stroke(220 * 2 ** (note / 12)), int(begins * RATE)):
            samples[at] += height
    buffer = io.BytesIO()
    with wave.open(buffer, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(samples.itemsize)
        file.setframerate(RATE)
        file.writeframes(samples.tobytes())
    return buffer.getvalue()


@cache
def _stroke(pitch: float) -> list[int]:
    tones = (_tone(pitch * overtone, loud, fade) for overtone, loud, fade in TONES)
    heights = [LOUD * sum(beside) for beside in zip(*tones, strict=True)]
    for at in range(SWELL):
        heights[at] *= at / SWELL
        heights[-1 - at] *= at / SWELL
    return [round(height) for height in heights]


def _tone(pitch: float, loud: float, fade: float) -> Iterator[float]:
    """A tone that fades: a pointer that turns and shrinks by one step a sample."""
    step = cmath.exp(complex(-fade, math.tau * pitch) / RATE)
    return (loud * pointer.imag for pointer in accumulate(repeat(step, LENGTH), mul))
