import datetime as dt

import pytest

from haidang.broadcast.playing.clock import Clock


class Times:
    def __init__(self):
        self.wall, self.passed = 1_795_680_000.0, 50.0

    def go(self, seconds, leap=0.0):
        self.passed += seconds
        self.wall += seconds + leap


@pytest.fixture
def times():
    return Times()


@pytest.fixture
def clock(times):
    return Clock(lambda: times.wall, lambda: times.passed)


def test_small_steps_of_a_time_server_are_followed(times, clock):
    times.go(60, 0.8)

    assert clock.look() == 0
    assert clock.now().timestamp() == pytest.approx(times.wall)


@pytest.mark.parametrize("leap", [-86400.0, -5.0, 5.0, 3600.0])
def test_a_leap_is_found_and_followed_where_nobody_knows_better(times, clock, leap):
    times.go(60, leap)

    assert clock.look() == pytest.approx(leap)
    assert clock.now().timestamp() == pytest.approx(times.wall)
    assert clock.look() == 0


@pytest.mark.promise("N21")
@pytest.mark.parametrize("leap", [-86400.0, -40.0, 40.0, 3600.0])
def test_a_leap_away_from_the_servers_time_is_found_and_not_followed(times, clock, leap):
    clock.hear(dt.datetime.fromtimestamp(times.wall, dt.UTC))
    right = times.wall + 60
    times.go(60, leap)

    assert clock.look() == pytest.approx(leap)
    assert clock.now().timestamp() == pytest.approx(right)
    assert (clock.is_wrong, clock.look()) == (True, 0)
    times.go(1, -leap)
    assert (clock.look(), clock.is_wrong) == (0, False)


def test_a_leap_to_the_servers_time_is_followed(times, clock):
    clock.hear(dt.datetime.fromtimestamp(times.wall + 9000, dt.UTC))
    assert clock.off() == -9000
    times.go(10, 9000)

    assert clock.look() == pytest.approx(9000)
    assert clock.off() == pytest.approx(0)


def test_what_the_server_said_long_ago_binds_nobody(times, clock):
    assert clock.off() is None
    clock.hear(dt.datetime.fromtimestamp(times.wall, dt.UTC))
    times.go(73 * 3600, 500)

    assert clock.look() == pytest.approx(500)
    assert clock.now().timestamp() == pytest.approx(times.wall)
