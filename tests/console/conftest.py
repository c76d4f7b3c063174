import os
import shutil
import socket
import subprocess
import sys

import pytest

from haidang.console.installation import ROOT
from tests.database import sqlite_template


@pytest.fixture
def place(tmp_path):
    """An installation of its own; what a command puts into the environment is taken out again."""
    before = dict(os.environ)
    for name in list(os.environ):
        if name.startswith("HAIDANG_"):
            del os.environ[name]
    os.environ["HAIDANG_DATA"] = str(tmp_path)
    yield tmp_path
    os.environ.clear()
    os.environ.update(before)


@pytest.fixture
def made(place):
    """An installation whose keys and tables are there, so that a start takes seconds."""
    (place / "installation.env").write_text("HAIDANG_SECRET_KEY=s\nHAIDANG_LEDGER_KEY=l\n")
    shutil.copy(sqlite_template(), place / "haidang.sqlite3")
    return place


@pytest.fixture
def port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return str(probe.getsockname()[1])


@pytest.fixture
def terminal(place):
    """Runs `haidang` as a person would, in a process of its own."""

    def run(*arguments, **environment):
        return subprocess.run(
            [sys.executable, "-P", "-m", "haidang", *arguments],
            env={**os.environ, "PYTHONPATH": str(ROOT / "src"), **environment},
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )

    return run


@pytest.fixture(scope="session")
def elsewhere():
    """What makes pytest treat tests in another folder as ours; the folder follows."""
    plugins = ["-p", "no:cacheprovider", "-p", "tests.conftest", "-n", "0"]
    return [*plugins, "-c", str(ROOT / "pyproject.toml")]
