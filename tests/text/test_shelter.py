"""What programs need as files lies in memory and is gone, even where they were ended unasked."""

import os
import signal
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest

from haidang.text import Unreadable
from haidang.text.reading import libreoffice, read_source
from haidang.text.reading import shelter as shelters
from haidang.text.reading.shelter import shelter
from tests.system import needs_libreoffice

pytestmark = pytest.mark.promise("N19")
RTF = rb"{\rtf1\ansi T\u7888?I M\u7852?T\par K\u7870? HO\u7840?CH\par}"
HOLDER = """
import sys, time
from pathlib import Path
from haidang.text.reading import shelter as shelters
shelters.MEMORY = Path(sys.argv[1])
with shelters.shelter(10) as folder:
    (folder / "secret.rtf").write_bytes(b"x")
    print(folder, flush=True)
    time.sleep(60)
"""


@pytest.fixture
def memory(tmp_path, monkeypatch):
    monkeypatch.setattr(shelters, "MEMORY", tmp_path)
    return tmp_path


@contextmanager
def held(memory):
    """A process that keeps a file in a shelter, and the folder."""
    command = [sys.executable, "-c", HOLDER, str(memory)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as holder:
        yield holder, Path(holder.stdout.readline().strip())
        holder.kill()


def test_the_folder_is_in_memory_and_gone_afterwards(memory):
    with shelter(10) as folder:
        (folder / "a").write_bytes(b"x")
        assert folder.parent == memory
        assert folder.stat().st_mode & 0o77 == 0  # nobody else looks in

    assert list(memory.iterdir()) == []


def test_memory_is_what_the_system_calls_so():
    assert str(shelters.MEMORY) == "/dev/shm"


def test_what_a_killed_process_left_is_cleared_away(memory):
    with held(memory) as (holder, folder):
        holder.send_signal(signal.SIGKILL)
        holder.wait()
        assert (folder / "secret.rtf").exists()

    with shelter(10):
        assert not folder.exists()
    assert list(memory.iterdir()) == []


def test_the_folder_of_a_living_process_and_what_is_not_ours_stay(memory):
    (memory / "haidang-other").mkdir()
    (memory / "haidang-x-y").mkdir()
    with held(memory) as (_, folder), shelter(10):
        assert (folder / "secret.rtf").exists()
    assert {"haidang-other", "haidang-x-y"} < {each.name for each in memory.iterdir()}


def test_without_room_in_memory_the_folder_for_temporary_files_is_taken(memory, monkeypatch):
    with shelter(2**60) as folder:
        assert folder.parent == Path(tempfile.gettempdir())

    monkeypatch.setattr(shelters, "MEMORY", memory / "none")
    with shelter(10) as folder:
        assert folder.parent == Path(tempfile.gettempdir())


def test_a_folder_that_another_process_cleared_away_is_none_of_ours(tmp_path):
    assert not shelters._is_ours(tmp_path / "gone")


@needs_libreoffice
def test_converting_leaves_nothing_in_memory_nor_on_a_disk(memory, tmp_path, monkeypatch):
    disk = tmp_path / "disk"
    disk.mkdir()
    monkeypatch.setattr(shelters, "MEMORY", Path("/dev/shm"))
    monkeypatch.setattr("tempfile.tempdir", str(disk))
    monkeypatch.setenv("TMPDIR", str(disk))
    monkeypatch.setenv("HOME", str(disk))

    assert "TỐI MẬT" in read_source(RTF).text

    assert list(disk.iterdir()) == []
    assert not [*Path("/dev/shm").glob(f"haidang-{os.getpid()}-*")]


def test_a_conversion_works_in_memory(memory, monkeypatch):
    given = []
    monkeypatch.setattr(libreoffice, "is_installed", lambda: True)
    monkeypatch.setattr(libreoffice, "output_of", lambda command, *_: given.append(command[-1]))

    with pytest.raises(Unreadable):
        read_source(RTF)

    (file,) = given
    assert Path(file).is_relative_to(memory)


def test_a_conversion_that_is_ended_leaves_nothing(memory, tmp_path, monkeypatch):
    stub = tmp_path / "soffice"
    stub.write_text("#!/bin/sh\nsleep 60\n")
    stub.chmod(0o755)
    monkeypatch.setattr(libreoffice, "_COMMAND", str(stub))
    monkeypatch.setattr(libreoffice, "SECONDS", 0.3)

    with pytest.raises(Unreadable):
        read_source(RTF)

    assert list(memory.iterdir()) == [stub]


def test_only_the_file_that_was_read_last_is_remembered(monkeypatch):
    monkeypatch.setattr(libreoffice, "_MADE", [(b"a", b"b")])

    assert libreoffice.made_of(b"a") == b"b"
    assert libreoffice.made_of(b"c") is None
