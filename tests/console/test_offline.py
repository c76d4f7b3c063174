"""The promise that everything works with the network cable out."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from pytest_socket import SocketConnectBlockedError

from haidang.console import offline
from haidang.console import test as suite
from haidang.console.installation import ROOT
from tests.system import needs

# Runs where there is no network but the machine itself: starts Hải Đăng, and asks it for pages.
ALONE = """
import fcntl, http.client, os, socket, struct, subprocess, sys
SIOCSIFFLAGS, UP_AND_RUNNING = 0x8914, 0x41
with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as control:
    fcntl.ioctl(control, SIOCSIFFLAGS, struct.pack("16sh", b"lo", UP_AND_RUNNING))
up = [sys.executable, "-P", "-m", "haidang", "up", "--empty"]
started = subprocess.Popen(up, stdout=subprocess.PIPE, text=True)
for line in started.stdout:
    if "Ctrl-C" in line:
        break
for path in ("/dang-nhap/", "/static/haidang/staff.css"):
    asked = http.client.HTTPConnection("127.0.0.1", int(os.environ["HAIDANG_PORT"]), timeout=60)
    asked.request("GET", path, headers={"Accept-Encoding": "gzip"})
    print(path, asked.getresponse().status)
started.terminate()
print("ended", started.wait(60))
print("routes", len(open("/proc/net/route").readlines()) - 1)
"""


@pytest.mark.promise("N29")
@needs("unshare", "util-linux")
def test_hai_dang_starts_and_serves_where_there_is_no_network(made, port, proof):
    proof(tried="khởi động và phục vụ trang khi máy không có đường mạng nào", figure="0 tuyến ra")

    ran = subprocess.run(
        ["unshare", "--map-root-user", "--net", sys.executable, "-c", ALONE],
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), "HAIDANG_PORT": port},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )

    assert ran.stdout.splitlines() == [
        "/dang-nhap/ 200",
        "/static/haidang/staff.css 200",
        "ended 0",
        "routes 0",
    ], ran.stderr


# Connects past what blocks the sockets of tests: it is a process of its own.
REACH_OUT = """
import errno, socket
try:
    socket.create_connection(("192.0.2.1", 80), timeout=1)
except OSError as refused:
    print(errno.errorcode.get(refused.errno))
"""


def routes():
    return Path("/proc/net/route").read_text().splitlines()[1:]


@pytest.mark.promise("N29")
def test_no_test_can_reach_out_of_the_machine(proof):
    proof(
        tried="mọi phép thử chạy với đường ra ngoài bị chặn",
        figure="0 tuyến ra" if offline.is_offline() else "",
    )

    with pytest.warns(UserWarning, match="tried to use"), pytest.raises(SocketConnectBlockedError):
        socket.create_connection(("192.0.2.1", 80), timeout=1)  # RFC 5737: an address of nobody
    assert not (offline.is_offline() and routes())


def test_what_runs_around_has_the_loopback_and_no_route(monkeypatch):
    monkeypatch.delenv(offline.MARK, raising=False)
    command = [sys.executable, "-c", REACH_OUT + offline.LOOPBACK_WORKS]

    alone = offline.around(command)
    ran = subprocess.run(alone, capture_output=True, text=True, check=False, timeout=120)

    assert ran.returncode == 0, ran.stderr
    assert alone == command or ran.stdout == "ENETUNREACH\n"


def test_where_it_cannot_be_the_command_runs_as_it_is(monkeypatch, capfd):
    monkeypatch.delenv(offline.MARK, raising=False)
    monkeypatch.setattr(offline, "LOOPBACK_WORKS", "raise SystemExit(1)")

    assert offline.around(["true"]) == ["true"]
    assert suite.run(["--version", "-p", "no:cacheprovider"]) == 0
    assert "không cho lập mạng riêng" in capfd.readouterr().err
