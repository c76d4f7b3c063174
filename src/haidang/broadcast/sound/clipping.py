"""Where sound was cut off: samples in a row that stand at the very end of what can be written."""

from array import array
from itertools import pairwise

RATE = 48000
_FRAME = 4  # bytes of both channels at one moment
_IN_A_ROW = 5
_ENDS = (b"\xff\x7f" * _IN_A_ROW, b"\x00\x80" * _IN_A_ROW)
_APART = 1.0  # seconds: cuts closer than this are one place
MOST_PLACES = 5


class Clips:
    """Counts samples of two channels as they come by, and notes where they were cut off."""

    def __init__(self) -> None:
        self.frames = 0
        self._rest = b""
        self._places: list[float] = []

    @property
    def seconds(self) -> float:
        """How long it was."""
        return self.frames / RATE

    @property
    def places(self) -> list[float]:
        """The first places, each once, in seconds."""
        found = sorted(self._places)
        apart = [b for a, b in pairwise([-_APART - 1, *found]) if b - a > _APART]
        return [round(place, 1) for place in apart[:MOST_PLACES]]

    def heed(self, piece: bytes) -> None:
        """Take the next bytes."""
        piece = self._rest + piece
        whole = len(piece) // _FRAME * _FRAME
        self._rest = piece[whole:]
        samples = array("h", piece[:whole])
        for channel in (0, 1):
            self._look(samples[channel::2].tobytes())
        self.frames += whole // _FRAME

    def _look(self, samples: bytes) -> None:
        for end in _ENDS:
            at = samples.find(end)
            while at >= 0:
                if at % 2 == 0:
                    self._places.append((self.frames + at // 2) / RATE)
                    at += RATE  # half a second on
                at = samples.find(end, at + 1)
