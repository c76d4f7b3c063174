"""The day stands still in a demonstration; the time of day does not."""

import datetime as dt

import time_machine

from haidang import clock


@time_machine.travel("2026-03-02 08:15:00+07:00", tick=False)
def test_now_is_the_real_time_in_viet_nam():
    assert clock.now() == dt.datetime(2026, 3, 2, 1, 15, tzinfo=dt.UTC)
    assert clock.today() == dt.date(2026, 3, 2)


@time_machine.travel("2026-03-02 08:15:00+07:00", tick=False)
def test_a_demonstration_keeps_its_day(settings):
    settings.AS_OF = dt.date(2024, 11, 25)

    assert clock.now().isoformat() == "2024-11-25T08:15:00+07:00"
    assert clock.at(clock.today(), 7, 42).isoformat() == "2024-11-25T07:42:00+07:00"


def test_as_if_is_over_when_it_is_over():
    then = clock.at(dt.date(2023, 10, 13), 9, 5)

    with clock.as_if(then):
        assert clock.now() == then

    assert clock.now() > then
