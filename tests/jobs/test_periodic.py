import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang import clock
from haidang.jobs import periodic
from haidang.jobs.models import Rhythm
from haidang.jobs.periodic import Daily, Every
from tests.jobs import samples

MORNING = dt.time(7, 30)
NOW = clock.at(dt.date(2026, 11, 25), 9)
moments = st.datetimes(dt.datetime(2020, 1, 1), dt.datetime(2035, 1, 1), timezones=st.just(dt.UTC))


@pytest.fixture
def known(monkeypatch, db):
    """Only the sample job, as the test lets it beat."""
    monkeypatch.setattr(periodic, "registry", {})
    return lambda beat: periodic._registered(beat)(samples.beat)


@given(moments)
def test_daily_is_next_at_the_hour_of_vietnam_within_a_day(moment):
    due = Daily(MORNING).after(moment)

    assert moment < due <= moment + dt.timedelta(days=1)
    assert (due.hour, due.minute, due.utcoffset()) == (7, 30, dt.timedelta(hours=7))


@given(moments, st.integers(1, 1440))
def test_every_is_next_on_the_grid_within_its_minutes(moment, minutes):
    due = Every(minutes).after(moment)

    assert moment < due <= moment + dt.timedelta(minutes=minutes)
    assert due.timestamp() % (minutes * 60) == 0


def test_a_new_job_waits_for_its_hour(known):
    known(Daily(MORNING))

    periodic.settle(NOW)

    assert periodic.start_due(NOW) == 0
    assert Rhythm.objects.get().next_at == NOW + dt.timedelta(hours=22, minutes=30)


def test_what_was_missed_is_made_up_once_and_told_when_it_ran_last(known, worker, said):
    known(Daily(MORNING))
    periodic.settle(NOW)
    first = NOW + dt.timedelta(days=1)
    back_after_a_week = NOW + dt.timedelta(days=8)

    assert periodic.start_due(first) == 1
    assert [periodic.start_due(back_after_a_week) for _ in range(3)] == [1, 0, 0]

    worker.run_ready()
    assert said == [None, first.astimezone(dt.UTC).isoformat()]
    assert Rhythm.objects.get().next_at == NOW + dt.timedelta(days=8, hours=22, minutes=30)


def test_two_workers_start_it_once(known):
    known(Every(10))
    periodic.settle(NOW)
    later = NOW + dt.timedelta(minutes=10)
    both_saw = Rhythm.objects.get()

    assert [periodic._start(both_saw, later) for _ in range(2)] == [True, False]


def test_a_changed_beat_starts_anew(known):
    known(Daily(MORNING))
    periodic.settle(NOW)
    known(Daily(dt.time(16)))

    periodic.settle(NOW)
    periodic.settle(NOW)

    assert Rhythm.objects.get().next_at == NOW + dt.timedelta(hours=7)


def test_daily_and_every_register_a_job(known):
    assert periodic.daily(at="16:00")(samples.beat) is samples.beat
    assert periodic.registry[samples.beat.module_path].beat == Daily(dt.time(16))
    periodic.every(minutes=5)(samples.beat)
    assert periodic.registry[samples.beat.module_path].beat == Every(5)
