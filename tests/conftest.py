"""What every test stands on: a folder and a database of its own, and quick passwords."""

import gc
import os
import shutil
import tempfile
from pathlib import Path

import hypothesis
import pytest
from django.conf import settings
from django.db import connection
from django.test import TransactionTestCase, override_settings

from tests.database import database

pytest_plugins = ["tests.proofs", "tests.order", "tests.kept"]

IN_CI = os.environ.get("CI") == "true"

# How long an example takes says how busy the machine is, and nothing of the law.
UNTIMED = {"deadline": None, "suppress_health_check": [hypothesis.HealthCheck.too_slow]}
hypothesis.settings.register_profile("house", **UNTIMED, max_examples=60, derandomize=IN_CI)
hypothesis.settings.register_profile("prove", **UNTIMED, max_examples=300, print_blob=True)
hypothesis.settings.load_profile("house")


def pytest_addoption(parser):
    parser.addoption("--with-database", action="store_true", help="only what meets the database")


def pytest_configure(config):
    config.data = Path(tempfile.mkdtemp(prefix="haidang-test-"))
    (config.data / "static").mkdir()
    # Nothing is gathered for tests: pages name the files as they lie in the rooms.
    plain = "django.contrib.staticfiles.storage.StaticFilesStorage"
    override_settings(
        DATA=config.data,
        FILES=config.data / "files",
        MEDIA_ROOT=str(config.data / "media"),
        STATIC_ROOT=str(config.data / "static"),
        STORAGES=settings.STORAGES | {"staticfiles": {"BACKEND": plain}},
        CACHES=settings.CACHES
        | {"sums": settings.CACHES["sums"] | {"LOCATION": config.data / "sums"}},
        AS_OF=None,
        # Argon2 takes a tenth of a second on purpose; one test of signing in uses it by name.
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
    ).enable()


def pytest_unconfigure(config):
    shutil.rmtree(config.data, ignore_errors=True)


def pytest_collection_modifyitems(config, items):
    if config.getoption("--with-database"):
        config.hook.pytest_deselected(items=[item for item in items if not meets_database(item)])
        items[:] = [item for item in items if meets_database(item)]


def pytest_collection_finish():
    gc.freeze()  # what all tests stand on is not looked through again for each


def meets_database(item):
    asked = {"db", "transactional_db", "django_db_setup"} & set(item.fixturenames)
    return bool(asked) or item.get_closest_marker("django_db") is not None


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    if IN_CI and report.skipped and not hasattr(report, "wasxfail"):
        if "HAIDANG_CORPUS" in report.longrepr[2]:
            return report  # found documents are not ours to hand on, so nobody can install them
        report.outcome = "failed"
        report.longrepr = f"CI=true: nothing may be skipped — {report.longrepr[2]}"
    return report


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item):
    # Laying a database anew ends every connection to the one before it, ours too if one was kept.
    kept = connection.connection is not None and not connection.in_atomic_block
    if kept and connection.vendor == "postgresql" and not connection.is_usable():
        connection.close()


@pytest.fixture(autouse=True)
def heard(monkeypatch):
    """Processes that read the same bytes over and over are heard once: see heard.py."""
    from tests.heard import lines_once  # not before what it loads is measured

    monkeypatch.setattr("haidang.text.reading.apart.lines_of", lines_once)


@pytest.fixture(scope="session")
def django_db_setup(request, django_test_environment, django_db_blocker):
    """In place of pytest-django's: see database.py."""
    worker = getattr(request.config, "workerinput", {}).get("workerid", "main")
    with django_db_blocker.unblock():
        copy = database(request.config.data, worker)
        copy.make()
    TransactionTestCase._fixture_teardown = lambda test: copy.lay()
    yield
    with django_db_blocker.unblock():
        copy.remove()
