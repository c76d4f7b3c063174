"""What tests of pages share."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.makers import make_authority


@pytest.fixture
def count_queries():
    """How many queries a page takes: ask before and after there are more rows, and compare."""

    def count(client, path):
        with CaptureQueriesContext(connection) as queries:
            assert client.get(path).status_code == 200
        return len(queries)

    return count


@pytest.fixture
def monday(settings):
    """The day that the demonstration stands on, as the day of the test."""
    settings.AS_OF = dt.date(2024, 11, 25)
    return settings.AS_OF


@pytest.fixture
def authority():
    """A made-up authority: its office, its communes, its people."""
    return make_authority()


@pytest.fixture
def drafter(client, authority):
    """The browser of the authority's specialist."""
    client.force_login(authority.drafter)
    return client
