"""The log of a month on its page: seen, printed, drawn up for signing."""

import datetime as dt
from uuid import uuid4

import pytest
from django.urls import reverse

from haidang import clock
from haidang.activities.commands import load_catalogue
from haidang.broadcast.commands import tick
from haidang.broadcast.models import MonthLog
from haidang.orgs.enums import Role
from tests.makers.airing import MONDAY, a_part, a_release, a_station
from tests.makers.orgs import make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def month(client):
    load_catalogue(by=None)
    station = a_station()
    slot = station.slots.get(name="Sáng")
    a_release(station, [a_part(slot, number=1), a_part(slot, number=2, after=900, language="km")])
    person = make_user(Role.REPORTER, unit=station.unit)
    client.force_login(person)
    with clock.as_if(clock.at(MONDAY, 12)):
        facts = {"station": station, "slot": slot, "on": MONDAY, "by": person}
        tick(id=uuid4(), parts=["p1"], **facts)
        tick(id=uuid4(), parts=["p2"], missed="power", **facts)
    with clock.as_if(clock.at(dt.date(2026, 12, 1), 8)):
        yield station, slot, person


def test_month_log_shows_rows_sums_and_hours(client, month):
    page = client.get(reverse("month-log"), {"thang": "2026-11"}).content.decode()

    assert "Không phát: mất điện" in page
    assert "Giờ phát thanh theo tháng" in page
    assert "Lập văn bản trình ký" in page
    assert client.get(reverse("month-log"), {"thang": "xưa"}).status_code == 200


def test_hours_are_drawn_in_proportion_and_another_station_can_be_chosen(client, month):
    station, *_ = month
    assert "<select" not in client.get(reverse("month-log"), {"thang": "2026-11"}).content.decode()
    other = a_station(station.unit, name="Trạm ấp Hai")

    answer = client.get(reverse("month-log"), {"thang": "2026-11", "dai": other.pk})

    page = answer.content.decode()
    assert f'<option value="{other.pk}" selected>Trạm ấp Hai</option>' in page
    assert '<input type="hidden" name="thang" value="2026-11">' in page
    assert answer.context["most"] == max(sum(values) for _, values in answer.context["hours"])


def test_close_month_draws_up_once_and_a_later_word_is_told(client, month):
    station, slot, person = month
    act = f"{reverse('draw-up-month')}?dai={station.pk}&thang=2026-11"

    page = client.post(act, follow=True).content.decode()
    assert "Báo cáo nhật ký phát sóng" in page
    assert "Lập văn bản trình ký" not in page

    tick(id=uuid4(), station=station, slot=slot, on=MONDAY, by=person)
    page = client.get(reverse("month-log"), {"thang": "2026-11"}).content.decode()
    assert "có lời ghi mới sau khi lập văn bản" in page
    assert MonthLog.objects.count() == 1


def test_a_month_that_goes_on_is_not_drawn_up(client, month):
    page = client.get(reverse("month-log"), {"thang": "2026-12"}).content.decode()

    assert "Lập được khi hết tháng" in page


def test_without_a_station_there_is_no_month(client):
    client.force_login(make_user(Role.REPORTER))

    assert client.get(reverse("month-log")).status_code == 404
    assert client.post(reverse("draw-up-month")).status_code == 404
