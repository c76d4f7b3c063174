"""Runs a command with a PostgreSQL of its own, and removes it afterwards.

    python -m tests.postgres COMMAND …

The cluster lives in a temporary folder, listens on a socket there and on no port of the network,
and is ended by its own process id.
"""

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from tests.system import SERVER

PORT = 54329  # only names the socket; nothing listens on the network
QUICK = ["fsync=off", "full_page_writes=off", "synchronous_commit=off", "max_connections=60"]
QUICK += ["autovacuum=off", "jit=off"]  # what takes the cores of the tests and gives nothing back


@contextmanager
def cluster():
    """Start a new cluster and give its address in the form of HAIDANG_DATABASE_URL."""
    programs = max(Path("/").glob(SERVER)).parent
    folder = Path(tempfile.mkdtemp(prefix="haidang-pg-"))
    owner = hand_over(folder)
    as_owner = {"user": owner.pw_uid, "group": owner.pw_gid, "extra_groups": []} if owner else {}
    try:
        run([programs / "initdb", "-D", folder / "db", "-U", "haidang", "-A", "trust", "-E", "UTF8",
             "--locale=C.UTF-8", "--no-sync"], as_owner)  # fmt: skip
        options = ["listen_addresses=", f"unix_socket_directories={folder}", *QUICK]
        flags = [part for option in options for part in ("-c", option)]
        server = subprocess.Popen(
            [programs / "postgres", "-D", folder / "db", "-p", str(PORT), *flags],
            stdout=(folder / "log").open("wb"), stderr=subprocess.STDOUT, cwd=folder, **as_owner,
        )  # fmt: skip
        try:
            wait(programs, folder, server)
            yield f"postgresql://haidang@{quote(str(folder), safe='')}:{PORT}/postgres"
        finally:
            server.send_signal(2)  # SIGINT: end at once, connections or not
            server.wait(timeout=120)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def hand_over(folder):
    """PostgreSQL refuses to run as root: there, the folder and the server are user postgres's."""
    if os.geteuid() != 0:
        return None
    owner = pwd.getpwnam("postgres")
    os.chown(folder, owner.pw_uid, owner.pw_gid)
    return owner


def wait(programs, folder, server):
    for _ in range(1200):
        asked = subprocess.run(
            [programs / "pg_isready", "-q", "-h", folder, "-p", str(PORT), "-t", "1"], check=False
        )
        if asked.returncode == 0:
            return
        try:
            server.wait(timeout=0.1)
        except subprocess.TimeoutExpired:
            continue
        break
    raise SystemExit(f"PostgreSQL did not start:\n{(folder / 'log').read_text()}")


def run(command, as_owner):
    ran = subprocess.run(command, capture_output=True, text=True, cwd="/", check=False, **as_owner)
    if ran.returncode:
        raise SystemExit(f"{command[0]} failed:\n{ran.stderr}")


if __name__ == "__main__":
    with cluster() as address:
        environment = {**os.environ, "HAIDANG_DATABASE_URL": address}
        sys.exit(subprocess.run(sys.argv[1:], env=environment, check=False).returncode)
