import socket

import pytest

from haidang.jobs import periodic
from haidang.jobs.worker import Worker
from tests.jobs import samples


@pytest.fixture(autouse=True)
def said():
    samples.said.clear()
    return samples.said


@pytest.fixture(autouse=True)
def nothing_due(monkeypatch):
    """No work at set times, or a test that stands on the hour would find more than it asked for."""
    monkeypatch.setattr(periodic, "registry", {})


@pytest.fixture
def worker(db):
    return Worker("here")


@pytest.fixture
def port_of_nobody():
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))  # nobody listens, and nobody else may
        yield holder.getsockname()[1]
