"""Stories whose day comes, in the list of the week and in the calendar of a phone."""

import datetime as dt

import pytest

from haidang import clock
from haidang.web.views.occasions.events import entries_of
from tests.makers.planning import MONDAY, make_newsroom, make_planned, make_written
from tests.makers.publishing import make_clarification
from tests.makers.publishing import make_newsroom as make_room

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _on_monday(settings):
    settings.AS_OF = MONDAY


def week_of(client, person):
    client.force_login(person)
    return client.get("/viec/").text


def test_the_week_warns_of_stories_that_are_not_there(client):
    newsroom = make_newsroom()
    make_planned(newsroom, title="Hôm qua", on=MONDAY - dt.timedelta(1))
    make_planned(newsroom, title="Hôm nay")
    make_written(newsroom, title="Đang viết dở", on=MONDAY + dt.timedelta(3))
    make_planned(newsroom, title="Của đồn", writer=newsroom.officer)

    editors, officers = week_of(client, newsroom.editor), week_of(client, newsroom.officer)

    assert "Tin, bài đến ngày" in editors
    assert "Quá hạn 1 ngày" in editors
    assert "Đang viết dở" in editors
    assert "chưa có người viết" in editors
    assert ("Của đồn" in officers, "Hôm nay" in officers) == (True, False)


def test_who_has_no_stories_has_no_such_group(client):
    newsroom = make_newsroom()
    make_planned(newsroom)

    assert "Tin, bài đến ngày" not in week_of(client, newsroom.authority.reporters[0])


@pytest.mark.promise("N17")
def test_the_calendar_of_a_phone_says_how_many_and_no_title(client):
    newsroom = make_newsroom()
    make_planned(newsroom, title="Chưa ai duyệt", writer=newsroom.officer)
    make_planned(newsroom, title="Chưa ai duyệt")

    for unit, number in ((newsroom.centre, 2), (newsroom.post, 1)):
        told = [entry for entry in entries_of(unit, MONDAY) if entry.key == "tin-bai/2024-11-25"]
        assert [entry.title for entry in told] == [f"Tin, bài đến ngày: {number} bài"]


@pytest.mark.parametrize(("hours", "said"), [(20, "Còn 4 giờ"), (30, "Quá 6 giờ")])
def test_the_week_says_how_long_there_is_for_a_first_statement(client, hours, said):
    room = make_room()
    make_clarification(room, clock.now() - dt.timedelta(hours=hours, minutes=-1))

    page = week_of(client, room.editor)

    assert "Chờ phát ngôn đầu tiên" in page
    assert said in page
