"""What tests of chasing share: a round of reports four days before it is due."""

import datetime as dt

import pytest

from tests.makers.reporting import make_season


@pytest.fixture(autouse=True)
def day(settings):
    """Monday, four days before the reports are due."""
    settings.AS_OF = dt.date(2024, 11, 25)
    return settings.AS_OF


@pytest.fixture
def season():
    """An authority with an open round and three communes that have not begun."""
    return make_season(3)
