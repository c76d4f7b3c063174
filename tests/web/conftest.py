"""What tests of pages share."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext


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
