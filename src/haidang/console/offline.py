"""Runs a command where the machine has no network but itself, if the machine lets us.

    python -P offline.py COMMAND …

The command gets a network namespace of its own in which only the loopback is up: it has no route
out, whatever it tries (promise N29). Linux lets root do so, and most users in a namespace of users
of their own; a container often does not.
"""

import ctypes
import fcntl
import os
import socket
import struct
import subprocess
import sys
from pathlib import Path

MARK = "NO_ROUTE_OUT"  # stands in the environment of what runs there
NEW_USERS, NEW_NETWORK = 0x1000_0000, 0x4000_0000  # CLONE_… of linux/sched.h
SET_FLAGS, UP_AND_RUNNING = 0x8914, 0x41  # SIOCSIFFLAGS; IFF_… of linux/if.h
LOOPBACK_WORKS = """
import socket
with socket.create_server(("127.0.0.1", 0)) as server:
    socket.create_connection(server.getsockname(), timeout=5).close()
"""


def around(command: list[str]) -> list[str]:
    """Return the command that runs this one without a route out; itself where that cannot be."""
    alone = [sys.executable, "-P", str(Path(__file__)), *command]
    return alone if MARK not in os.environ and _is_possible() else command


def is_offline() -> bool:
    """Tell whether this process was started by what `around` gives."""
    return MARK in os.environ


def _is_possible() -> bool:
    tried = [sys.executable, "-P", str(Path(__file__)), sys.executable, "-c", LOOPBACK_WORKS]
    try:
        return subprocess.run(tried, capture_output=True, check=False, timeout=30).returncode == 0
    except subprocess.TimeoutExpired:
        return False


def _leave_the_network() -> None:
    user, group = os.geteuid(), os.getegid()
    # Root stays root of the machine: PostgreSQL is started as another user, whom a namespace of
    # users of our own would not know.
    wanted = NEW_NETWORK if user == 0 else NEW_USERS | NEW_NETWORK
    if ctypes.CDLL(None, use_errno=True).unshare(wanted):
        raise OSError(ctypes.get_errno(), "unshare")
    if wanted & NEW_USERS:
        Path("/proc/self/setgroups").write_text("deny")
        Path("/proc/self/uid_map").write_text(f"{user} {user} 1")
        Path("/proc/self/gid_map").write_text(f"{group} {group} 1")
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as control:
        fcntl.ioctl(control, SET_FLAGS, struct.pack("16sh14x", b"lo", UP_AND_RUNNING))


if __name__ == "__main__":
    _leave_the_network()
    os.environ[MARK] = "1"
    os.execvp(sys.argv[1], sys.argv[1:])  # noqa: S606
