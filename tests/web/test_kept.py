"""Sums that are kept: one worker process adds up for all, and a full disk takes no page away."""

import os
import subprocess
import sys

import pytest

from haidang.ledger.models import Entry
from haidang.web.kept import as_it_stands, forget_sums, remember
from tests.makers import make_authority

READ = "from django.core.cache import caches; print(caches['sums'].get('one'))"


def read_elsewhere(settings):
    around = {**os.environ, "HAIDANG_DATA": str(settings.DATA)}
    around["DJANGO_SETTINGS_MODULE"] = "haidang.settings"
    asked = subprocess.run(
        [sys.executable, "-c", READ], env=around, capture_output=True, text=True, check=True
    )
    return asked.stdout.strip()


def test_what_one_process_kept_another_reads_until_it_is_forgotten(settings):
    remember("one", 7)

    assert read_elsewhere(settings) == "7"
    forget_sums()
    assert read_elsewhere(settings) == "None"


@pytest.mark.django_db
def test_a_sum_that_cannot_be_kept_is_given_all_the_same(settings):
    user = make_authority().leader
    assert Entry.objects.exists()
    sums = settings.CACHES["sums"] | {"LOCATION": "/proc/sums"}
    settings.CACHES = settings.CACHES | {"sums": sums}
    numbers = iter((1, 2))

    assert [as_it_stands(user, "turn", lambda: next(numbers)) for _ in "ab"] == [1, 2]
