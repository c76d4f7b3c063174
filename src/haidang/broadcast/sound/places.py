"""Places at work that fills a core: few sounds are listened to at once, and fewer long ones.

They are those of one process. Whoever finds none hears so in words, and nothing waits for ever:
one place is left for a short sound, as that of an emergency.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore

from haidang.broadcast.sound.kinds import NotSound

CORES = max(2, min(os.cpu_count() or 1, 4))
LONG = 600.0  # seconds of sound from which on it is a long one
PATIENCE = 20.0  # seconds that a person waits for a place
BUSY = "máy chủ đang xử lý nhiều tệp tiếng. Đợi một phút rồi gửi lại."
BUSY_LONG = "máy chủ đang xử lý một tệp dài khác. Đợi vài phút rồi gửi lại."
_any, _long = BoundedSemaphore(CORES), BoundedSemaphore(CORES - 1)


@contextmanager
def a_place(patience: float = PATIENCE) -> Iterator[None]:
    """A place at any sound. Raises NotSound, in words, after so many seconds without one."""
    if not _any.acquire(timeout=patience):
        raise NotSound(BUSY)
    try:
        yield
    finally:
        _any.release()


@contextmanager
def a_long_place(seconds: float) -> Iterator[None]:
    """The further place that a sound of so many seconds needs, if it is a long one.

    Raises NotSound at once where others have it: a place at any sound is held meanwhile.
    """
    if seconds < LONG:
        yield
        return
    if not _long.acquire(blocking=False):
        raise NotSound(BUSY_LONG)
    try:
        yield
    finally:
        _long.release()
