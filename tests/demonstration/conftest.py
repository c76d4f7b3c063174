"""The demonstration, loaded once for all its tests and gone with them."""

import datetime as dt

import pytest
from django.db import transaction
from django.test import override_settings

from haidang.demonstration import load_demonstration


@pytest.fixture(scope="package")
def accounts(django_db_setup, django_db_blocker):
    """The accounts of a demonstration that runs as of its Monday."""
    with (
        override_settings(AS_OF=dt.date(2024, 11, 25)),
        django_db_blocker.unblock(),
        transaction.atomic(),
    ):
        yield load_demonstration()
        transaction.set_rollback(True)
