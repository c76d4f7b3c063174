"""The administrator says how the authority reads "trước ngày …"."""

import datetime as dt

import pytest

from haidang.orgs.enums import Role
from haidang.plans.queries import habits_of
from haidang.text.habits import USUAL, BeforeDay, Habits
from tests.makers import make_unit, make_user

pytestmark = pytest.mark.django_db
PAGE = "/ke-hoach/cach-hieu/"


@pytest.fixture
def administrator(client):
    user = make_user(Role.ADMINISTRATOR, unit=make_unit())
    client.force_login(user)
    return user


def test_administrator_sets_how_words_are_meant(client, administrator):
    assert PAGE in client.get("/ke-hoach/").text
    typed = {"before_day": "same", "days_off": "02/01/2026\n\n 3/1/2026", "workdays": "10/01/2026"}

    assert client.post(PAGE, typed).url == PAGE

    assert habits_of(administrator.seat) == Habits(
        before_day_is=BeforeDay.SAME_DAY,
        days_off=frozenset({dt.date(2026, 1, 2), dt.date(2026, 1, 3)}),
        workdays=frozenset({dt.date(2026, 1, 10)}),
    )
    page = client.get(PAGE).text
    assert "02/01/2026\n03/01/2026" in page
    assert client.post(PAGE, {"before_day": "previous"}).url == PAGE
    assert habits_of(administrator.seat) == USUAL


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"days_off": "31/02/2026"}, "“31/02/2026” không phải là ngày"),
        ({"days_off": "10/01/26"}, "“10/01/26” không phải là ngày"),
        ({"workdays": "mai"}, "“mai” không phải là ngày"),
        ({"days_off": "02/01/2026", "workdays": "02/01/2026"}, "không thể vừa nghỉ vừa làm bù"),
        ({"before_day": "lạ"}, "lạ"),
    ],
)
def test_what_cannot_be_is_said_and_stays_typed(client, administrator, typed, words):
    answer = client.post(PAGE, {"before_day": "previous"} | typed)

    assert answer.status_code == 422
    assert words in answer.text
    assert habits_of(administrator.seat) == USUAL


def test_nobody_else_sees_the_page(client):
    client.force_login(make_user(Role.DRAFTER, unit=make_unit()))

    assert client.get(PAGE).status_code == 404
    assert PAGE not in client.get("/ke-hoach/").text
