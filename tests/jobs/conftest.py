import socket

import pytest

from haidang.jobs.worker import Worker
from tests.jobs import samples


@pytest.fixture(autouse=True)
def said():
    samples.said.clear()
    return samples.said


@pytest.fixture
def worker(db):
    return Worker("here")


@pytest.fixture
def port_of_nobody():
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))  # nobody listens, and nobody else may
        yield holder.getsockname()[1]
