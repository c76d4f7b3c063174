"""The processes of a running Hải Đăng: started together, watched together, ended together."""

import http.client
import os
import signal
import subprocess
import sys
import time
from types import FrameType

from haidang.console.installation import ROOT
from haidang.console.say import Trouble

APPLICATION = "haidang.web.wsgi:application"
# Two workers of one thread each: twice as fast as threads under Python's lock, on two cores.
WORKERS = ["--interface", "wsgi", "--workers", "2", "--blocking-threads", "1"]
CALM = ["--respawn-failed-workers", "--workers-kill-timeout", "5", "--log-level", "warning"]
PATIENCE = 60


class Stopped(Exception):
    """The person, or the machine, asked for the end."""


def stop(number: int, frame: FrameType | None) -> None:
    raise Stopped


def start(host: str, port: int) -> subprocess.Popen[bytes]:
    """Start the web server and come back once it answers. Refuses with Trouble if it does not."""
    address = ["--host", host, "--port", str(port)]
    command = [sys.executable, "-P", "-m", "granian", *WORKERS, *CALM, *address, APPLICATION]
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, stop)
    server = subprocess.Popen(command, cwd=ROOT, process_group=0)
    try:
        wait_until_it_answers(server, host, port)
    except BaseException:
        end(server)
        raise
    return server


def wait_until_it_answers(server: subprocess.Popen[bytes], host: str, port: int) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and server.poll() is None:
        asked = http.client.HTTPConnection(host, port, timeout=PATIENCE)
        try:
            asked.request("GET", "/", headers={"Host": "localhost"})
            asked.getresponse()
        except ConnectionError:
            time.sleep(0.05)
        else:
            return
        finally:
            asked.close()
    raise Trouble("Máy chủ web không lên: xem các dòng lỗi ở trên.")


def watch(server: subprocess.Popen[bytes]) -> int:
    """Wait for the end of the server or for the word to stop; leave no process behind."""
    try:
        status = server.wait()
    except Stopped:
        return 0
    else:
        return status or 1
    finally:
        end(server)


def end(server: subprocess.Popen[bytes]) -> None:
    """End the server and its workers: kindly, and after ten seconds not."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    if server.poll() is None:
        server.terminate()
        try:
            server.wait(timeout=10)
        except subprocess.TimeoutExpired:
            os.killpg(server.pid, signal.SIGKILL)
            server.wait()
