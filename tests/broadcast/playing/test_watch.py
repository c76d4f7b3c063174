"""Whether Liquidsoap is there, also on a computer on which everything takes long."""

from haidang.broadcast.playing.liquidsoap import Gone
from haidang.broadcast.playing.watch import Watch


class Slow:
    """A Liquidsoap that needs so many seconds until it plays; by a clock of its own."""

    def __init__(self, needs):
        self.needs, self.now, self.begun, self.starts = needs, 0.0, None, 0

    def is_alive(self):
        return self.begun is not None

    def start(self):
        self.begun, self.starts = self.now, self.starts + 1

    def end(self, *, at_once=False):
        self.begun = None

    def time(self):
        played = self.now - self.begun - self.needs
        if played < 0:
            raise Gone("air.time")
        return played


def looked_at(slow, seconds):
    watch = Watch(slow, slow, lambda: slow.now)
    while slow.now < seconds and not watch.is_ready:
        watch.look()
        slow.now += 0.25
    return watch


def test_a_start_that_was_given_up_is_given_longer():
    slow = Slow(needs=25)

    assert looked_at(slow, 120).is_ready
    assert slow.starts == 3


def test_one_that_never_plays_is_started_again_and_again():
    slow = Slow(needs=10**6)

    assert not looked_at(slow, 900).is_ready
    assert slow.starts > 10
