import http.client
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from haidang.console import up
from haidang.console.installation import ROOT
from haidang.console.say import Trouble


@pytest.fixture
def running(made, port):
    """Started as a person starts it."""
    started = subprocess.Popen(
        [sys.executable, "-P", "-m", "haidang", "up", "--empty"],
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), "HAIDANG_PORT": port},
        stdout=subprocess.PIPE,
        text=True,
    )
    yield started
    started.kill()
    started.wait()
    started.stdout.close()


def read_until(stream, words):
    said = ""
    for line in stream:
        said += line
        if words in line:
            break
    return said


def children_of(pid):
    return Path(f"/proc/{pid}/task/{pid}/children").read_text().split()


def test_up_serves_until_it_is_told_to_stop(running, port, terminal):
    said = read_until(running.stdout, "Dừng: Ctrl-C")
    assert f"http://127.0.0.1:{port}" in said
    assert "quantri" in said
    assert "không gửi thư nhắc việc" in said

    asked = http.client.HTTPConnection("127.0.0.1", int(port), timeout=60)
    asked.request("GET", "/")
    assert asked.getresponse().status < 500
    asked.close()

    second = terminal("up", HAIDANG_PORT=port)
    assert (second.returncode, second.stderr.count("\n")) == (1, 1)
    assert "có thể Hải Đăng đang chạy rồi" in second.stderr

    server, background = children_of(running.pid)
    workers = children_of(server)
    assert len(workers) >= 2
    running.send_signal(signal.SIGTERM)
    assert running.wait(timeout=60) == 0
    left = [server, background, *workers]
    until = time.monotonic() + 60  # whoever was ended unasked is buried by the system
    while (left := [pid for pid in left if Path(f"/proc/{pid}").exists()]) and (
        time.monotonic() < until
    ):
        time.sleep(0.05)
    assert left == []


def test_up_refuses_what_it_does_not_know():
    with pytest.raises(Trouble, match="Cách dùng"):
        up.run(["--demo"])


@pytest.mark.parametrize("wanted", ["0", "65536", "tám nghìn", ""])
def test_up_refuses_what_is_no_port(place, wanted, terminal):
    ran = terminal("up", HAIDANG_PORT=wanted)

    assert (ran.returncode, ran.stderr.count("\n")) == (1, 1)
    assert "không phải số cổng" in ran.stderr


def test_up_says_in_one_line_that_the_database_cannot_be_read(place, terminal, port):
    (place / "haidang.sqlite3").write_bytes(b"x" * 5000)

    ran = terminal("up", HAIDANG_PORT=port)

    assert (ran.returncode, ran.stderr.count("\n")) == (1, 1)
    assert "Không đọc được cơ sở dữ liệu" in ran.stderr
    assert not (place / "installation.env").exists()


def test_up_says_in_one_line_that_the_server_of_the_database_is_away(place, terminal, port):
    away = "postgresql://haidang@127.0.0.1:1/haidang"

    ran = terminal("up", HAIDANG_PORT=port, HAIDANG_DATABASE_URL=away)

    assert (ran.returncode, ran.stderr.count("\n")) == (1, 1)
    assert "kiểm tra HAIDANG_DATABASE_URL" in ran.stderr
