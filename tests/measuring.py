"""What coverage counts: lines that a test goes over itself, not those of what it stands on.

So a line that only set-ups run is not taken for tested; a server and the demonstration are, because
to start them is what their own tests try. Neither counts what goes over the same lines for the
hundredth time: properties, whole stories in a browser, every address as everybody. All this can
only lower the figure that is asked for.
"""

import os
from contextlib import contextmanager
from importlib import import_module

import coverage
import pytest
from django.conf import settings

from tests.order import is_long

TRIED_BY_STARTING = ("tests/console/", "tests/demonstration/")  # what set-ups start is tried
IN_CHILDREN = ("COVERAGE_PROCESS_CONFIG", "COVERAGE_PROCESS_START")


@contextmanager
def unmeasured():
    """Nothing is counted meanwhile, also not in processes that are started."""
    measuring = coverage.Coverage.current()
    if measuring is None:
        yield
        return
    taken = {name: os.environ.pop(name) for name in IN_CHILDREN if name in os.environ}
    measuring.stop()
    try:
        yield
    finally:
        measuring.start()
        os.environ.update(taken)


def pytest_collection_finish():
    import_module(settings.ROOT_URLCONF)  # what the first request loads, also one of a set-up


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup(item):
    if item.nodeid.startswith(TRIED_BY_STARTING):
        return (yield)
    with unmeasured():
        return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item):
    if not is_long(item) and not getattr(item.obj, "is_hypothesis_test", False):
        return (yield)
    with unmeasured():
        return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown():
    with unmeasured():
        return (yield)
