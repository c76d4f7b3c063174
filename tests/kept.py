"""What many tests stand on is made once, in a transaction around theirs, and gone with the last.

A maker with `@kept` is called before the first test that calls it without arguments, itself or in a
fixture; until a test comes that does not, each of them works inside that transaction, takes back
what it did, and is given a copy. Whoever calls the maker a second time makes a second one.
"""

import inspect
from copy import deepcopy
from functools import cache, wraps
from types import FunctionType

import pytest
from django.db import connection, transaction
from pytest_django.plugin import blocking_manager_key

from haidang import clock


def kept(make):
    """Let what a maker makes stand for all the tests in a row that ask for it."""

    @wraps(make)
    def made_or_kept(*given, **facts):
        handed = None if given or facts else STANDING.handed(make)
        return handed or make(*given, **facts)

    made_or_kept.kept = make
    return made_or_kept


class Standing:
    """What stands now: the maker, its day, what it made, the transaction that takes it back."""

    def __init__(self):
        self.make = self.day = self.made = self.around = None
        self.is_free = False  # to be handed to the test that runs

    def lay(self, make):
        stands = self.make is make and self.day == clock.today() and connection.in_atomic_block
        if not stands:
            self.take_back()
            self.around = transaction.atomic()
            self.around.__enter__()
            self.make, self.day, self.made = make, clock.today(), make()
        self.is_free = True

    def handed(self, make):
        if self.make is not make or not self.is_free:
            return None
        self.is_free = False
        return deepcopy(self.made)

    def take_back(self):
        if self.around is not None and connection.in_atomic_block:
            transaction.set_rollback(True)
            self.around.__exit__(None, None, None)
        self.make = self.day = self.made = self.around = None
        self.is_free = False


STANDING = Standing()


def maker_for(item):
    """The first maker that a test or a fixture of its own names; none where it commits."""
    marker = item.get_closest_marker("django_db")
    commits = {"transactional_db", "live_server"} & set(item.fixturenames)
    if commits or marker is None or marker.kwargs.get("transaction"):
        return None
    fixtures = [item._fixtureinfo.name2fixturedefs.get(name) for name in item.fixturenames]
    functions = [*(found[-1].func for found in fixtures if found), item.obj]
    return next((make for function in functions for make in named_by(function)), None)


@cache
def named_by(function):
    """The kept makers that a function calls as they are, in the order of their names."""
    named = [function.__globals__.get(name) for name in names_in(function)]
    makers = [one for one in named if isinstance(one, FunctionType) and hasattr(one, "kept")]
    words = inspect.getsource(function) if makers else ""
    return [one.kept for one in makers if f"{one.__name__}()" in words]


def days_of(item):
    """The fixtures that set the day of all tests around this one; what is kept was made on it."""
    for name in item.session._fixturemanager._getautousenames(item):
        function = item._fixtureinfo.name2fixturedefs[name][-1].func
        if {"AS_OF", "as_if"} & set(names_in(function)):
            yield name


def names_in(function):
    code = getattr(function, "__code__", None)
    return code.co_names if code else ()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item):
    if STANDING.around is not None and STANDING.make is not maker_for(item):
        with item.config.stash[blocking_manager_key].unblock():
            STANDING.take_back()


@pytest.hookimpl(tryfirst=True)
def pytest_fixture_setup(fixturedef, request):
    if fixturedef.argname == "_django_db_helper" and (make := maker_for(request.node)):
        for name in days_of(request.node):
            request.node._request.getfixturevalue(name)
        with request.config.stash[blocking_manager_key].unblock():
            STANDING.lay(make)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item, nextitem):
    STANDING.is_free = False
    if nextitem is None:
        with item.config.stash[blocking_manager_key].unblock():
            STANDING.take_back()
    return (yield)
