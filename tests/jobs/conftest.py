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
