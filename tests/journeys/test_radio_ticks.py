"""Saying from a phone, with a line and without one, that a sitting was aired."""

import datetime as dt

import pytest
from playwright.sync_api import expect

from haidang.activities.models import Activity
from haidang.broadcast.models import Aired, Slot, Station
from tests.journeys.conftest import PHONE
from tests.journeys.test_bad_lines import (
    given_the_pages_were_seen_once,
    then_it_says,
    then_nothing_keeps_anybody_out,
)
from tests.system import needs

pytestmark = [pytest.mark.journey, pytest.mark.promise("N28"), needs("chromium", "chromium")]
SAID = "[data-tick-said]:not([hidden])"


def given_a_station(office):
    """A station whose only sitting of a day is over after its first minute."""
    station = Station.objects.create(
        unit=office.persons["longson"].unit, kind="commune", name="Trạm Truyền thanh xã Long Sơn"
    )
    facts = {"name": "Sáng", "starts_at": dt.time(0, 0), "minutes": 1}
    Slot.objects.create(station=station, valid_from=dt.date(2020, 1, 1), **facts)


def test_a_sitting_is_marked_from_the_week_s_list_in_one_press_more(person, office):
    given_a_station(office)
    phone = person("longson", PHONE, bypass_csp=True)

    phone.goes_to("/viec/")
    phone.follows("Buổi sáng")
    then_nothing_keeps_anybody_out(phone)
    phone.presses("Đánh dấu đã phát")

    expect(phone.page.locator(".air-line").first).to_contain_text("người trực ghi")
    assert Activity.objects.get().quantities.get(measure="minutes").amount == 1


def test_a_sitting_marked_without_a_line_is_received_once_later(person, office):
    given_a_station(office)
    phone = person("longson", PHONE, bypass_csp=True)
    given_the_pages_were_seen_once(phone)
    phone.context.set_offline(True)

    phone.goes_to("/phat-thanh/nhat-ky/")
    phone.page.get_by_role("button", name="Đánh dấu đã phát").first.click()
    then_it_says(phone, SAID, "tự gửi khi có mạng")
    phone.goes_to("/cho-gui/")
    then_it_says(phone, "[data-rows]", "Phát thanh: Sáng, 25/11, đã phát")
    assert not Aired.objects.exists()

    phone.context.set_offline(False)
    expect(phone.page.locator("[data-empty]")).to_be_visible()
    assert Aired.objects.get().how == "person"


def test_a_sitting_is_told_of_without_script(person, office):
    given_a_station(office)
    phone = person("longson", PHONE, script=False)

    phone.goes_to("/phat-thanh/nhat-ky/")
    phone.page.get_by_text("Không phát, hoặc phát khác lịch").first.click()
    phone.page.get_by_label("Lý do không phát").first.select_option("power")
    phone.presses("Ghi vào nhật ký")

    phone.sees("mất điện")
    assert Aired.objects.get().missed == "power"
