"""What readers say of pages: one number for a page, a day and an answer."""

import datetime as dt

import pytest

from haidang import clock
from haidang.ledger.models import Entry
from haidang.newsroom.commands.portals import open_portal
from haidang.newsroom.commands.rating import rate_page
from haidang.newsroom.enums import Answer
from haidang.newsroom.models import Rating
from tests.makers import make_unit

pytestmark = pytest.mark.django_db


@pytest.fixture
def page():
    return open_portal(unit=make_unit("huyện Thử", kind="huyen"), by=None)[1]


def test_rate_page_counts_one_number_for_a_day_and_an_answer(page):
    entries = Entry.objects.count()
    for answer in (Answer.USEFUL, Answer.USEFUL, Answer.USELESS):
        rate_page(page=page, answer=answer)
    with clock.as_if(clock.now() + dt.timedelta(days=1)):
        rate_page(page=page, answer=Answer.USEFUL)

    told = Rating.objects.order_by("pk").values_list("answer", "times")
    assert list(told) == [("useful", 2), ("useless", 1), ("useful", 1)]
    assert Entry.objects.count() == entries
