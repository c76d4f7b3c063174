"""Files are read side by side: in their order, within limits, and one that fails stops no other."""

import os
import signal
import subprocess
import sys
import time
from contextlib import closing
from multiprocessing import Pipe
from pathlib import Path

import pytest

from haidang.console import child
from haidang.console.child import Answer, Ended, Page, answer_files
from haidang.console.crew import AHEAD, Crew, answers
from haidang.console.installation import ROOT


def act(file, progress):
    """What the children of these tests do: the name of a file says it."""
    name, _, seconds = file.partition(" ")
    if name == "dies":
        os.kill(os.getpid(), signal.SIGKILL)
    elif name == "works":
        while True:
            pass
    elif name == "eats":
        bytearray(2**32)
    elif name == "waits":
        time.sleep(float(seconds))
    elif name == "meets":
        meet(Path(seconds))
    elif name == "pages":
        progress(1, 2)
        progress(2, 2)
    return Answer(f"{name} {os.getpid()}" if name == "who" else file)


def meet(place):
    """Come to a place of two, and stay until the other is there too."""
    place.touch()
    until = time.monotonic() + 120
    while len(list(place.parent.iterdir())) < 2:
        assert time.monotonic() < until, "alone for two minutes"
        time.sleep(0.01)


def lost(file):
    return Answer(f"lost {file}", is_refusal=True)


def said(*files, size=2, **told):
    return [answer.words for answer in answers(Crew(size, act, lost, **told), files)]


def test_answers_come_in_the_order_of_the_files():
    files = ["waits 0.3", *(str(number) for number in range(20))]

    assert said(*files) == files


def test_both_children_work_at_once(tmp_path):
    files = [f"meets {tmp_path / name}" for name in "ab"]

    assert said(*files) == files


def test_no_more_answers_than_a_few_wait_for_an_earlier_one():
    heard = []

    said("waits 0.4", *"abcdefghijklmnopqrst", read=lambda done, _of: heard.append(done))

    assert heard[: 2 * AHEAD - 1] == list(range(1, 2 * AHEAD))
    assert heard == sorted(heard)
    assert heard[-1] == 21


@pytest.mark.parametrize("fatal", ["dies", "eats"])
def test_a_child_that_dies_loses_its_file_and_no_other(fatal, capfd):
    assert said("a", fatal, "b", "c") == ["a", f"lost {fatal}", "b", "c"]


class InTurn:
    """So many seconds for each file as it is given: the next one may take as long as it needs."""

    def __init__(self, *spans):
        self.spans = iter(spans)

    def __radd__(self, now):
        return now + next(self.spans)


def test_a_file_that_takes_too_long_is_given_up(monkeypatch):
    monkeypatch.setattr(child, "MOST_SECONDS", InTurn(0.4, 120))

    assert said("waits 60", "b") == ["lost waits 60", "b"]


def test_a_file_that_takes_too_much_work_is_given_up(monkeypatch):
    monkeypatch.setattr(child, "MOST_WORK", 0.2)

    assert said("works", "b", size=1) == ["lost works", "b"]


def test_a_child_that_grew_makes_room_for_another(monkeypatch):
    monkeypatch.setattr(child, "FULL", 2**40)  # a child begins as large as the tests are
    assert len(set(said("who", "who", size=1))) == 1

    monkeypatch.setattr(child, "FULL", 1)

    assert len(set(said("who", "who", size=1))) == 2


def test_pages_are_told_as_they_are_recognised():
    told = []

    assert said("pages", recognised=lambda *how_far: told.append(how_far)) == ["pages"]
    assert told == [(1, 2), (2, 2)]


def test_whoever_stops_listening_ends_the_children():
    with closing(answers(Crew(2, act, lost), ["who", "waits 60"])) as given:
        number = int(next(given).words.split()[1])

    with pytest.raises(ProcessLookupError):
        os.kill(number, 0)


def test_a_child_answers_until_its_parent_is_gone(monkeypatch):
    monkeypatch.setattr(child, "TICK", 0.01)
    monkeypatch.setattr(child, "FULL", 2**40)  # here it is the process of all the tests
    ours, theirs = Pipe()
    ours.send("pages")

    answer_files(theirs, parent=-1, act=act)

    assert [ours.recv() for _ in range(3)] == [Page(1, 2), Page(2, 2), Answer("pages")]


def test_a_full_child_says_that_this_was_its_last_answer(monkeypatch):
    monkeypatch.setattr(child, "FULL", 0)
    ours, theirs = Pipe()
    ours.send("x")

    answer_files(theirs, parent=os.getppid(), act=act)

    assert ours.recv() == Ended(Answer("x"))


@pytest.fixture
def heard_terminal():
    """Ctrl+C ends what is started here, also where the tests themselves run in the background."""
    before = signal.signal(signal.SIGINT, signal.SIG_DFL)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("heard_terminal")
def test_a_child_that_is_not_ready_yet_leaves_ctrl_c_to_its_parent(monkeypatch):
    ready = child.work

    def hit(*given):
        os.kill(os.getpid(), signal.SIGINT)
        ready(*given)

    monkeypatch.setattr(child, "work", hit)

    assert said("a") == ["a"]


@pytest.mark.usefixtures("heard_terminal")
@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGKILL])
def test_stopped_in_the_middle_it_leaves_no_process_behind(tmp_path, sign):
    os.mkfifo(tmp_path / "never")  # nobody writes into it: whoever opens it waits
    started = subprocess.Popen(
        [sys.executable, "-m", "haidang", "read", tmp_path / "never", tmp_path / "never"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        start_new_session=True,
        stderr=subprocess.PIPE,
    )
    until = time.monotonic() + 120
    while len(in_session(started.pid)) < 3 and time.monotonic() < until:
        time.sleep(0.05)
    assert len(in_session(started.pid)) >= 3
    until = time.monotonic() + 120

    if sign == signal.SIGINT:
        os.killpg(started.pid, sign)  # as a terminal does
    else:
        os.kill(started.pid, sign)
        started.wait()
        while in_session(started.pid) and time.monotonic() < until:  # whoever opens it, reads
            give_something(tmp_path / "never")
            time.sleep(0.05)

    said = started.communicate(timeout=120)[1]
    while in_session(started.pid) and time.monotonic() < until:
        time.sleep(0.05)
    assert (started.returncode, in_session(started.pid)) == (130 if sign == 2 else -9, [])
    assert b"Traceback" not in said


def give_something(pipe):
    """Write into a pipe that somebody may wait at, without waiting for anybody."""
    try:
        end = os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)
    except OSError:  # nobody has opened it yet
        return
    os.write(end, b"KE HOACH")
    os.close(end)


def in_session(number):
    asked = ["ps", "-o", "pid=", "-s", str(number)]
    return subprocess.run(asked, check=False, capture_output=True, text=True).stdout.split()


@pytest.mark.usefixtures("heard_terminal")
def test_stopped_while_another_program_reads_it_leaves_nothing_behind(tmp_path):
    stub, folder = tmp_path / "soffice", tmp_path / "tmp"
    folder.mkdir()
    given = f"for it; do given=$it; done; echo $given > {tmp_path}/given"
    stub.write_text(f"#!/bin/sh\n{given}\necho $$ > {tmp_path}/number\nexec sleep 60\n")
    stub.chmod(0o755)
    (tmp_path / "a.rtf").write_bytes(rb"{\rtf1 x}")
    around = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "TMPDIR": str(folder)}
    started = subprocess.Popen(
        [sys.executable, "-m", "haidang", "read", tmp_path / "a.rtf"],
        env={**around, "PATH": f"{tmp_path}:/usr/bin:/bin"},
        start_new_session=True,
    )
    until = time.monotonic() + 120
    while not (tmp_path / "number").exists() and time.monotonic() < until:
        time.sleep(0.05)
    time.sleep(0.1)
    file = Path((tmp_path / "given").read_text().strip())
    assert file.exists()

    os.killpg(started.pid, signal.SIGINT)

    assert started.wait(120) == 130
    assert not file.parent.exists()
    assert list(folder.iterdir()) == []
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "number").read_text()), 0)
