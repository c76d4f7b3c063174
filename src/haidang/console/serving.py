"""The processes of a running Hải Đăng: started together, watched together, ended together."""

import http.client
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from haidang.console.installation import ROOT
from haidang.console.say import Trouble

APPLICATION = "haidang.web.wsgi:application"
# Two workers, for two cores. A scan that is being recognised holds a thread for minutes, and many
# may be read at once (web/turns.py): with one thread each, every page would wait behind them.
# Threads that only wait cost nothing; eight people at once get an eighth fewer pages a second.
THREADS = min(os.cpu_count() or 1, 4) + 3
WORKERS = ["--interface", "wsgi", "--workers", "2", "--blocking-threads", str(THREADS)]
CALM = ["--respawn-failed-workers", "--workers-kill-timeout", "5", "--log-level", "warning"]
SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
PATIENCE = 300  # seconds: an old computer that is busy takes minutes; who died is not waited for


class Stopped(Exception):
    """The person, or the machine, asked for the end."""


@contextmanager
def server(host: str, port: int) -> Iterator[subprocess.Popen[bytes]]:
    """Start the web server, give it once it answers, and leave no process of it behind.

    Refuses with Trouble if it does not come up; Ctrl-C and SIGTERM raise Stopped.
    """
    address = ["--host", host, "--port", str(port)]
    command = [sys.executable, "-P", "-m", "granian", *WORKERS, *CALM, *address, APPLICATION]
    for number in SIGNALS:
        signal.signal(number, _stop)
    started = subprocess.Popen(command, cwd=ROOT, process_group=0)
    try:
        _wait_until_it_answers(started, host, port)
        yield started
    finally:
        _end(started)


def _stop(number: int, frame: FrameType | None) -> None:
    raise Stopped


def _wait_until_it_answers(started: subprocess.Popen[bytes], host: str, port: int) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and started.poll() is None:
        asked = http.client.HTTPConnection(host, port, timeout=PATIENCE)
        try:
            asked.request("GET", "/", headers={"Host": "localhost"})
            asked.getresponse()
        except (ConnectionError, TimeoutError):
            time.sleep(0.05)
        else:
            return
        finally:
            asked.close()
    raise Trouble("Máy chủ web không lên: xem các dòng lỗi ở trên.")


def _end(started: subprocess.Popen[bytes]) -> None:
    """Kindly; and after ten seconds, with all its workers, not."""
    for number in SIGNALS:
        signal.signal(number, signal.SIG_IGN)
    if started.poll() is None:
        started.terminate()
        try:
            started.wait(timeout=10)
        except subprocess.TimeoutExpired:
            os.killpg(started.pid, signal.SIGKILL)
            started.wait()
