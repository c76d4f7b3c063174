"""The week's list leads to what was to be aired today and nobody said anything of."""

import pytest

from haidang import clock
from haidang.orgs.enums import Role
from tests.makers.airing import MONDAY, a_part, a_release, a_station
from tests.makers.orgs import make_user

pytestmark = pytest.mark.django_db


def given_a_station_with_two_sittings(client):
    station = a_station()
    morning, evening = station.slots.order_by("starts_at")
    a_release(station, [a_part(morning, number=1), a_part(evening, number=2)])
    client.force_login(make_user(Role.REPORTER, unit=station.unit))
    return station


def test_a_sitting_that_is_over_is_one_press_from_the_list(client):
    station = given_a_station_with_two_sittings(client)

    with clock.as_if(clock.at(MONDAY, 12)):
        page = client.get("/viec/").content.decode()

    assert "Đánh dấu đã phát" in page
    assert f"/phat-thanh/nhat-ky/?dai={station.pk}&amp;ngay=2026-11-23" in page
    assert "Sáng 5h00: Bản tin 1" in page
    assert "Chiều 17h00" not in page


def test_nothing_is_asked_for_before_a_sitting_is_over(client):
    given_a_station_with_two_sittings(client)

    with clock.as_if(clock.at(MONDAY, 5, 20)):
        assert "Đánh dấu đã phát" not in client.get("/viec/").content.decode()
