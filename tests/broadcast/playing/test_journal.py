import datetime as dt
import resource
import signal

import pytest

from haidang.broadcast.playing import journal as journal_module
from haidang.broadcast.playing.journal import Journal

NOW = dt.datetime(2026, 11, 26, 5, 0, tzinfo=dt.UTC)
LINE = {"release": "r", "part": "p1", "kind": "bulletin", "title": "Tin “sáng”\n"}


class Time:
    def __init__(self):
        self.passed = 0.0

    def __call__(self):
        return self.passed

    def wall(self):
        return NOW + dt.timedelta(seconds=self.passed)


@pytest.fixture
def time():
    return Time()


def test_what_is_heard_has_a_start_and_a_length_by_the_clock_that_nobody_sets(tmp_path, time):
    journal = Journal(tmp_path / "j", time)
    journal.begin(time.wall(), LINE)
    time.passed = 12.5

    line = journal.end(NOW - dt.timedelta(days=400))

    assert (line["seconds"], line["started_at"]) == (12.5, NOW.isoformat())
    assert journal.unsent() == [line]


@pytest.mark.promise("N21")
@pytest.mark.parametrize("torn", range(0, 60, 7))
def test_a_log_torn_by_a_power_cut_keeps_every_whole_line_and_doubles_none(tmp_path, time, torn):
    journal = Journal(tmp_path / "j", time)
    for at in range(3):
        time.passed = at * 10.0
        journal.begin(time.wall(), LINE | {"part": f"p{at}"})
    content = (tmp_path / "j").read_bytes()
    (tmp_path / "j").write_bytes(content[: len(content) - torn])

    again = Journal(tmp_path / "j", time)
    again.end(NOW + dt.timedelta(seconds=25), "tắt")
    again.begin(time.wall(), LINE | {"part": "p9"})

    names = [line["part"] for line in Journal(tmp_path / "j", time).lines.values()]
    assert names[:2] == ["p0", "p1"] or torn
    assert names == sorted(set(names))
    assert "p0" in names
    assert Journal(tmp_path / "j", time).open["part"] == "p9"


@pytest.mark.promise("N21")
def test_lines_wait_until_the_server_has_them_and_are_sent_under_one_name(tmp_path, time):
    journal = Journal(tmp_path / "j", time)
    for at in range(5):
        time.passed = at * 10.0
        journal.begin(time.wall(), LINE)
    first = [line["id"] for line in journal.unsent()]
    journal.acknowledge([*first[:2], "unknown"])

    again = Journal(tmp_path / "j", time)

    assert [line["id"] for line in again.unsent()] == first[2:]
    assert len({*first}) == 4


def test_the_same_fault_is_said_once_in_ten_minutes(tmp_path, time):
    journal = Journal(tmp_path / "j", time)

    for minute in (0, 1, 9, 11):
        journal.fault(NOW + dt.timedelta(minutes=minute), "line", "đứt")
    journal.fault(NOW, "clock", "nhảy")

    assert [fault["code"] for fault in journal.unsent_faults()] == ["line", "line", "clock"]
    journal.acknowledge([fault["id"] for fault in journal.unsent_faults()])
    assert Journal(tmp_path / "j", time).unsent_faults() == []


def test_what_was_heard_for_a_moment_is_no_line(tmp_path, time):
    journal = Journal(tmp_path / "j", time)
    journal.begin(NOW, LINE)
    time.passed = 0.1

    assert journal.end(NOW) is None
    assert journal.end(NOW) is None
    assert journal.unsent() == []


@pytest.mark.promise("N21")
def test_a_full_disk_loses_no_line(tmp_path, time):
    journal = Journal(tmp_path / "j", time)
    journal.miss(LINE | {"started_at": NOW.isoformat(), "missed": "fault"})
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, ((tmp_path / "j").stat().st_size + 30, limits[1]))
    try:
        journal.fault(NOW, "disk-full", "Đĩa đầy")
        assert journal.pending
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, before)
    journal.miss(LINE | {"part": "p2", "started_at": NOW.isoformat(), "missed": "fault"})

    again = Journal(tmp_path / "j", time)
    assert [line["part"] for line in again.unsent()] == ["p1", "p2"]
    assert [fault["code"] for fault in again.unsent_faults()] == ["disk-full"]


def test_the_file_is_begun_anew_without_what_was_sent_long_ago(tmp_path, time, monkeypatch):
    monkeypatch.setattr(journal_module, "LARGE", 100)
    journal = Journal(tmp_path / "j", time)
    for days in (0, 0, 20):
        journal.miss(LINE | {"started_at": (NOW + dt.timedelta(days=days)).isoformat()})
    first, second, third = (line["id"] for line in journal.unsent())
    journal.acknowledge([first, third])
    journal.begin(NOW, LINE | {"part": "p5"})

    journal.tidy(NOW + dt.timedelta(days=20))

    again = Journal(tmp_path / "j", time)
    assert set(again.lines) == {second, third}
    assert [line["id"] for line in again.unsent()] == [second]
    assert again.open["part"] == "p5"
    assert again.aired() == {"p1", "p5"}
