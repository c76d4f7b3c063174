"""The as-run log of a day (S24): seen, ticked in one press, sent by a telephone later."""

import json
from uuid import uuid4

import pytest
from django.urls import reverse

from haidang import clock
from haidang.activities.commands import load_catalogue
from haidang.activities.models import Activity
from haidang.broadcast.models import Aired, Release
from haidang.orgs.enums import Role
from tests.makers.airing import MONDAY, a_part, a_release, a_station
from tests.makers.orgs import make_unit, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _noon():
    load_catalogue(by=None)
    with clock.as_if(clock.at(MONDAY, 12)):
        yield


def a_day(client):
    station = a_station()
    slot = station.slots.get(name="Sáng")
    a_release(station, [a_part(slot, title="Bản tin sáng")])
    person = make_user(Role.REPORTER, unit=station.unit)
    client.force_login(person)
    return station, slot, person


def facts(station, slot, **more):
    said = {"id": str(uuid4()), "station": station.pk, "slot": slot.pk, "on": MONDAY.isoformat()}
    return said | more


def by_script(client, person, said):
    body = {"unit": "", "fields": [[name, str(value)] for name, value in said.items()]}
    return client.post(
        f"{reverse('send-activity')}?phat-thanh=1",
        json.dumps(body),
        content_type="application/json",
        headers={"Haidang-Person": str(person.pk)},
    )


def test_the_log_of_today_offers_one_press_a_sitting(client):
    a_day(client)

    page = client.get(reverse("as-run")).content.decode()

    assert "Bản tin sáng" in page
    assert "Chưa có nhật ký" in page
    assert "Đánh dấu đã phát" in page


def order_of(page):
    return [one.name for one in page.context["sittings"]]


def test_what_waits_for_a_word_stands_first_for_whoever_may_say_it(client):
    station, slot, _ = a_day(client)
    evening = station.slots.get(name="Chiều")
    parts = [a_part(slot, number=1), a_part(evening, number=2)]
    a_release(station, parts, number=2)

    with clock.as_if(clock.at(MONDAY, 18)):
        client.post(reverse("tick"), facts(station, slot))
        assert order_of(client.get(reverse("as-run"))) == ["Chiều", "Sáng"]
        client.force_login(make_user(Role.AUDITOR, unit=station.unit))
        assert order_of(client.get(reverse("as-run"))) == ["Sáng", "Chiều"]


def test_the_log_names_other_stations_of_the_unit_that_wait(client):
    station, *_ = a_day(client)
    other = a_station(station.unit, name="Trạm Ấp Hai")
    a_release(other, [a_part(other.slots.get(name="Sáng"), number=3)])

    here = client.get(reverse("as-run"), {"dai": station.pk}).content.decode()
    there = client.get(reverse("as-run"), {"dai": other.pk, "ngay": "2026-11-22"})

    assert "Trạm Ấp Hai</a>: 1 buổi" in here
    assert "còn chờ đánh dấu" not in there.content.decode()  # of another day it says nothing


@pytest.mark.parametrize("role", [Role.REPORTER, Role.CLERK, Role.DRAFTER])
def test_the_week_of_whoever_keeps_a_station_has_what_is_to_be_ticked(client, role):
    station, *_ = a_day(client)
    client.force_login(make_user(role, unit=station.unit))

    groups = client.get(reverse("work")).context["groups"]

    ticks = [group for group in groups if group.title == "Đánh dấu đã phát"]
    assert [row.title for row in ticks[0].rows] == ["Sáng 5h00: Bản tin sáng"]


def test_the_log_says_what_the_released_week_went_without(client):
    station, slot, _ = a_day(client)
    other = station.slots.get(name="Chiều")
    words = {"on": MONDAY.isoformat(), "why": "bản tin chưa được duyệt"}
    release = a_release(station, [a_part(slot)], number=2)
    release.content["left_out"] = [
        {"id": "p8", "slot": slot.pk, "title": "Tin trưa", **words},
        {"id": "p9", "slot": other.pk, "title": "Tin chiều", **words},
    ]
    again = {"content": release.content, "at": release.at, "sha256": "f" * 64}
    Release.objects.create(station=station, monday=MONDAY, number=3, **again)

    page = client.get(reverse("as-run")).content.decode()

    assert page.count("Không đưa vào lịch") == 2
    assert page.count("bản tin chưa được duyệt") == 2
    assert "Tin trưa" in page
    assert "Tin chiều" in page


def test_tick_marks_a_sitting_and_the_day_shows_it(client):
    station, slot, _ = a_day(client)

    page = client.post(reverse("tick"), facts(station, slot), follow=True).content.decode()

    assert "Đã ghi “Đã phát”: 1 chương trình." in page
    assert "người trực ghi" in page
    assert Activity.objects.get().on == MONDAY


def test_tick_says_what_is_wrong_and_keeps_nothing(client):
    station, slot, _ = a_day(client)

    page = client.post(reverse("tick"), facts(station, slot, missed="other"), follow=True)

    assert "Ghi lý do vào ô ghi chú" in page.content.decode()
    assert client.post(reverse("tick"), facts(station, slot) | {"on": "x"}).status_code == 422
    assert Aired.objects.count() == 0


def test_a_word_that_waited_on_a_telephone_is_received_once(client):
    station, slot, person = a_day(client)
    said = facts(station, slot, missed="power")

    answers = [by_script(client, person, said).json() for _ in range(2)]

    assert answers[0] == answers[1]
    assert (answers[0]["state"], len(answers[0]["code"])) == ("received", 6)
    assert Aired.objects.get().missed == "power"


def test_a_word_from_a_telephone_is_refused_in_words(client):
    station, slot, person = a_day(client)

    answer = by_script(client, person, facts(station, slot, missed="other"))

    assert (answer.status_code, answer.json()["state"]) == (422, "refused")


def test_whoever_does_not_see_a_station_finds_none_of_it(client):
    station, slot, _ = a_day(client)
    client.force_login(make_user(Role.REPORTER, unit=make_unit("xã Khác", parent=None)))

    assert client.get(reverse("as-run"), {"dai": station.pk}).status_code == 404
    assert client.post(reverse("tick"), facts(station, slot)).status_code == 404
    assert "Chưa có đài" in client.get(reverse("as-run")).content.decode()


def test_an_auditor_reads_the_log_and_is_given_nothing_to_press(client):
    station, *_ = a_day(client)
    client.force_login(make_user(Role.AUDITOR, unit=station.unit))

    page = client.get(reverse("as-run"), {"ngay": MONDAY.isoformat()}).content.decode()

    assert "Bản tin sáng" in page
    assert "Đánh dấu đã phát" not in page
    assert client.get(reverse("as-run"), {"ngay": "hôm qua"}).status_code == 200
