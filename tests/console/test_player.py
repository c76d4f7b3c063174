import signal
import subprocess
import sys

import pytest

from haidang.broadcast.playing.memory import remembered
from haidang.console import player
from haidang.console.say import Trouble
from tests.system import needs

KEY = "ab" * 32


@pytest.fixture
def asked(tmp_path):
    (tmp_path / "token").write_text("mot-ma\n")
    return ["--server", "http://127.0.0.1:9", "--token-file", str(tmp_path / "token"),
            "--folder", str(tmp_path / "p"), "--output", f"file:{tmp_path}/ra.wav"]  # fmt: skip


def test_pairing_prints_whom_it_trusts_and_keeps_it(asked, tmp_path, capsys):
    assert player.run([*asked, "--pair", "--station", "7", "--trust", KEY]) == 0

    assert KEY in capsys.readouterr().out
    memory = remembered(tmp_path / "p")
    assert (memory.station, memory.trusted) == (7, [KEY])


def test_a_paired_player_trusts_no_other_key_and_station_in_passing(asked, tmp_path):
    player.run([*asked, "--pair", "--station", "7", "--trust", KEY])

    with pytest.raises(Trouble, match="đã ghép với đài số 7"):
        player.run([*asked, "--station", "8", "--trust", "cd" * 32])
    player.run([*asked, "--pair", "--station", "7", "--trust", "cd" * 32])
    assert remembered(tmp_path / "p").trusted == ["cd" * 32]


@needs("liquidsoap", "liquidsoap")
def test_check_begins_nothing(asked, tmp_path, capsys):
    assert player.run([*asked, "--check", "--station", "7", "--trust", KEY]) == 0

    assert "Đĩa còn trống" in capsys.readouterr().out
    assert not (tmp_path / "p" / "lock").exists()


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (["--output", "radio"], "Đầu ra là"),
        (["--token-file", "nowhere"], "Không đọc được tệp mã máy"),
        (["--server", "ftp://x"], "Cách dùng"),
        (["--server"], "Cách dùng"),
        (["--trust", "abc"], "64 chữ số"),
        ([], "chưa ghép"),
    ],
)
def test_what_is_missing_is_said(asked, more, words):
    with pytest.raises(Trouble, match=words):
        player.run([*asked, *more])


def test_without_liquidsoap_it_says_what_to_install(asked, monkeypatch):
    monkeypatch.setenv("PATH", "")

    with pytest.raises(Trouble, match="apt-get install liquidsoap"):
        player.run([*asked, "--station", "7", "--trust", KEY])


def test_a_broken_memory_is_not_guessed(asked, tmp_path):
    (tmp_path / "p").mkdir()
    (tmp_path / "p" / "memory.json").write_text("{")

    with pytest.raises(Trouble, match="hỏng"):
        player.run(asked)


@needs("liquidsoap", "liquidsoap")
def test_it_runs_alone_in_its_folder_until_it_is_told_to_stop(asked):
    command = [*asked, "--station", "7", "--trust", KEY]
    child = subprocess.Popen(
        [sys.executable, "-m", "haidang", "player", *command], stdout=subprocess.PIPE
    )
    assert "đang chạy" in child.stdout.readline().decode()

    with pytest.raises(Trouble, match="đang chạy trong"):
        player.run(command)
    child.send_signal(signal.SIGTERM)

    assert child.wait(60) == 0
    child.stdout.close()
