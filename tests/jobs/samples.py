"""Jobs for tests. What they do is a line in a file, or a word in a list."""

import os
import time
from pathlib import Path

from django.db import connection

from haidang.errors import WrongState
from haidang.jobs.backend import job
from haidang.jobs.errors import Hopeless

said = []


@job()
def say(word):
    said.append(word)


@job(attempts=3)
def stumble(word):
    said.append(word)
    raise RuntimeError(word)


@job()
def give_up():
    raise Hopeless("không có địa chỉ")


@job()
def ask_again():
    raise WrongState("Đã gửi rồi.")


@job(seconds=1)
def dawdle():
    time.sleep(20)


@job(attempts=2, seconds=300)
def note_and_wait(folder):
    """Done once in effect: the second run finds what the first wrote. Its lease outlasts a test."""
    started, done = Path(folder, "started"), Path(folder, "done")
    with started.open("a") as lines:
        lines.write(f"{os.getpid()}\n")
    if started.read_text().count("\n") == 1:
        time.sleep(20)
    done.touch(exist_ok=False)


@job()
def look():
    said.append(connection.in_atomic_block)


@job()
def beat(since):
    said.append(since)
