"""The worker beside the web server: there again when it died, gone when we are."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from django.utils import timezone

from haidang.console import serving, working
from haidang.console.installation import ROOT
from haidang.jobs.worker import Worker

JOB = "tests.jobs.samples.note_and_wait"


@pytest.fixture
def companion(monkeypatch):
    """Its worker does nothing; what is looked at is who starts and ends it."""
    monkeypatch.setattr(working, "FIRST_REST", 0.05)
    monkeypatch.setattr(Worker, "run", lambda worker: time.sleep(60))
    with working.companion() as found:
        yield found


def end(pid):
    os.kill(pid, signal.SIGKILL)
    os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)


def wait_for(sign, seconds=240):
    deadline = time.monotonic() + seconds
    while not (found := sign()):
        assert time.monotonic() < deadline
        time.sleep(0.05)
    return found


def written(path):
    return path.exists() and path.read_text()


def test_a_worker_that_dies_is_started_again_after_a_rest(companion):
    first = companion.pid
    companion.tend()
    assert companion.pid == first

    end(first)
    companion.tend()
    assert companion.pid is None  # it rests
    second = wait_for(lambda: companion.tend() or companion.pid)

    assert second != first


def test_one_that_keeps_dying_rests_longer_and_one_that_lived_well_does_not(companion, monkeypatch):
    rests = []
    for _ in range(3):
        wait_for(lambda: companion.tend() or companion.pid)
        end(companion.pid)
        companion.tend()
        rests.append(companion._rest)
    assert rests == [rests[0], rests[0] * 2, rests[0] * 4]

    wait_for(lambda: companion.tend() or companion.pid)
    monkeypatch.setattr(working, "LIVED_WELL", 0.0)
    end(companion.pid)
    companion.tend()
    assert companion._rest == working.FIRST_REST


def test_nothing_is_left_behind(monkeypatch):
    monkeypatch.setattr(Worker, "run", lambda worker: time.sleep(60))

    with working.companion() as found:
        pid = found.pid
    found.end()

    assert not Path(f"/proc/{pid}").exists()


def enqueue(place, *arguments):
    """As the web server would: one row, in the installation's own database."""
    given = json.dumps({"args": [str(each) for each in arguments], "kwargs": {}})
    with closing(sqlite3.connect(place / "haidang.sqlite3")) as connection, connection:
        connection.execute(
            "INSERT INTO django_tasks_database_dbtaskresult (id, status, enqueued_at, args_kwargs,"
            " priority, task_path, worker_ids, queue_name, backend_name, run_after,"
            " exception_class_path, traceback) VALUES (?, 'READY', ?, ?, 0, ?, '[]', 'default',"
            " 'jobs', '9999-01-01 00:00:00', '', '')",
            ("0" * 32, str(timezone.now())[:-6], given, JOB),
        )


def status(place):
    with closing(sqlite3.connect(place / "haidang.sqlite3")) as connection:
        return connection.execute(
            "SELECT status FROM django_tasks_database_dbtaskresult"
        ).fetchone()


@pytest.fixture
def started(made, port):
    """Started as a person starts it; whoever is still there at the end is ended."""
    begun = []

    def start(*arguments):
        path = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
        command = [sys.executable, "-P", "-m", "haidang", *arguments]
        around = {**os.environ, "PYTHONPATH": path, "HAIDANG_PORT": port}
        begun.append(subprocess.Popen(command, env=around, stdout=subprocess.DEVNULL))
        return begun[-1]

    yield start
    for process in begun:
        process.terminate()
        process.wait()


def test_work_of_a_worker_that_was_killed_in_the_middle_is_done_by_the_next(
    made, started, tmp_path
):
    enqueue(made, tmp_path)
    up = started("up", "--empty")
    pid = int(wait_for(lambda: written(tmp_path / "started")))

    os.kill(pid, signal.SIGKILL)
    wait_for((tmp_path / "done").exists)  # without waiting for the lease: up knows who died
    wait_for(lambda: status(made) == ("SUCCESSFUL",))

    first, second = map(int, (tmp_path / "started").read_text().split())
    assert first != second
    up.send_signal(signal.SIGTERM)
    assert up.wait(timeout=60) == 0
    assert not Path(f"/proc/{second}").exists()


def test_a_worker_of_its_own_works_until_it_is_told_to_stop(made, started, tmp_path):
    (tmp_path / "started").write_text("1\n")  # as if once begun: it does not wait
    enqueue(made, tmp_path)

    alone = started("worker")
    wait_for((tmp_path / "done").exists)
    alone.send_signal(signal.SIGTERM)

    assert alone.wait(timeout=60) == 0
    assert status(made) == ("SUCCESSFUL",)


def test_a_worker_whose_parent_is_gone_ends(place):
    kept = {number: signal.getsignal(number) for number in serving.SIGNALS}

    working.work("here", "", parent=0)  # or else this would not come back

    for number, handler in kept.items():
        signal.signal(number, handler)


def test_worker_refuses_what_it_does_not_know_and_a_database_that_is_not_there(place, terminal):
    ran = terminal("worker", "--two")
    assert (ran.returncode, "Cách dùng" in ran.stderr) == (1, True)

    ran = terminal("worker")
    assert (ran.returncode, ran.stderr.count("\n")) == (1, 1)
    assert "chạy ./haidang up trước" in ran.stderr

    away = "postgresql://haidang@127.0.0.1:1/haidang"
    ran = terminal("worker", HAIDANG_DATABASE_URL=away)
    assert (ran.returncode, "kiểm tra HAIDANG_DATABASE_URL" in ran.stderr) == (1, True)


@pytest.mark.parametrize(
    "wrong",
    [
        {"HAIDANG_SMTP": "mail.gov.vn"},
        {"HAIDANG_SMTP": "smtp://mail.gov.vn:thư", "HAIDANG_MAIL_FROM": "a@b.vn"},
        {"HAIDANG_SMTP": "smtp://mail.gov.vn", "HAIDANG_ADDRESS": "https://haidang.gov.vn"},
    ],
)
def test_a_mail_server_that_cannot_be_meant_is_refused_at_the_start(made, terminal, wrong):
    ran = terminal("worker", **wrong)

    assert (ran.returncode, ran.stderr.count("\n")) == (1, 1)
    assert "không phải địa chỉ" in ran.stderr
