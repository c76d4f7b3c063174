"""The reporting room is tested on Monday 25/11/2024, four days before the plan's deadline."""

import datetime as dt

import pytest


@pytest.fixture(autouse=True)
def today(settings):
    settings.AS_OF = dt.date(2024, 11, 25)
    return settings.AS_OF
