"""How many taps a log with a photo takes; `bench/minute.py` takes the time."""

import pytest

from bench.minute import MOST_TAPS, TITLE, Hand, log_with_a_photo, photo_of_a_phone
from haidang.activities.models import Activity
from tests.journeys.conftest import PHONE
from tests.system import needs

pytestmark = [pytest.mark.journey, pytest.mark.promise("N28"), needs("chromium", "chromium")]


def test_a_log_with_a_photo_takes_no_more_than_twelve_taps(person, tmp_path):
    phone = person("longson", PHONE)
    hand = Hand(phone.page, is_in_a_hurry=True)

    log_with_a_photo(hand, photo_of_a_phone(tmp_path))

    assert hand.taps <= MOST_TAPS
    assert Activity.objects.get().title == TITLE
