"""The calendar as other programs fetch it: RFC 5545, a secret address, days alone."""

import datetime as dt
import logging
import re

import pytest
from django.core.cache import cache
from icalendar import Calendar

from haidang.occasions import commands
from haidang.occasions.models import Feed
from haidang.web.ical import Entry, calendar_of
from haidang.web.quiet import WithoutFeedAddresses
from tests.makers.occasions import load, make_occasion, occasion
from tests.makers.plans import make_adopted
from tests.makers.reporting import make_season

pytestmark = [pytest.mark.promise("N24"), pytest.mark.django_db, pytest.mark.usefixtures("monday")]
MADE = dt.datetime(2024, 11, 25, 1, 0, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def _fresh():
    cache.clear()
    load()


def fetch(client, token, **headers):
    return client.get(f"/lich/{token}.ics", headers=headers)


def events(response):
    """The first event of each name."""
    found = Calendar.from_ical(response.content).walk("VEVENT")
    return {str(event["SUMMARY"]): event for event in reversed(found)}


def test_a_feed_opens_without_a_sign_in_and_holds_whole_days(client, authority):
    _, token = commands.open_feed(by=authority.drafter)
    response = fetch(client, token)

    assert (response.status_code, response["Content-Type"]) == (
        200,
        "text/calendar; charset=utf-8",
    )
    assert "Set-Cookie" not in response
    army = events(response)["Thành lập Quân đội nhân dân Việt Nam – Ngày hội Quốc phòng toàn dân"]
    assert (army.decoded("DTSTART"), army.decoded("DTEND")) == (
        dt.date(2024, 12, 22),
        dt.date(2024, 12, 23),
    )
    assert "80 năm, năm tròn" in army["DESCRIPTION"]
    tet = events(response)["Tết Nguyên đán"]
    assert tet.decoded("DTEND") - tet.decoded("DTSTART") == dt.timedelta(3)


def test_what_is_written_keeps_the_rules_of_the_format(client, authority):
    make_occasion(authority.drafter, "Hội; thi, “biển” \\ đảo " + "dài " * 30, month=12)
    _, token = commands.open_feed(by=authority.drafter)
    raw = fetch(client, token).content

    assert raw.startswith(b"BEGIN:VCALENDAR\r\n")
    assert raw.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert max(len(line) for line in raw.split(b"\r\n")) <= 75
    unfolded = raw.replace(b"\r\n ", b"").decode()
    assert "SUMMARY:Hội\\; thi\\, “biển” \\\\ đảo" in unfolded
    for name in ("UID", "DTSTAMP", "DTSTART;VALUE=DATE", "DTEND;VALUE=DATE"):
        assert unfolded.count(f"\r\n{name}:") == unfolded.count("BEGIN:VEVENT")
    assert set(re.findall(r"DTSTAMP:(\S+)", unfolded)) == {
        Feed.objects.get().made_at.astimezone(dt.UTC).strftime("%Y%m%dT%H%M%SZ")
    }


def test_identifiers_stay_when_days_move_and_differ_between_feeds(client, authority):
    _, mine = commands.open_feed(by=authority.drafter)
    _, other = commands.open_feed(by=authority.leader)

    def uids(token):
        return {name: str(event["UID"]) for name, event in events(fetch(client, token)).items()}

    before = uids(mine)
    commands.confirm_day(
        occasion=occasion("ok-om-bok"), year=2024, on=dt.date(2024, 11, 14), by=authority.leader
    )
    after = uids(mine)

    assert before == after
    assert len(set(after.values())) == len(after)
    assert set(after.values()).isdisjoint(uids(other).values())


def test_it_says_that_nothing_changed(client, authority):
    _, token = commands.open_feed(by=authority.drafter)
    etag = fetch(client, token)["ETag"]

    assert fetch(client, token, if_none_match=etag).status_code == 304
    commands.hide_occasion(occasion=occasion("quan-doi"), by=authority.drafter)
    assert fetch(client, token, if_none_match=etag).status_code == 200


def test_a_revoked_feed_is_gone_and_an_unknown_one_was_never_there(client, authority):
    feed, token = commands.open_feed(by=authority.drafter)
    commands.revoke_feed(feed=feed, by=authority.drafter)

    assert fetch(client, token).status_code == 410
    assert fetch(client, "khong-co").status_code == 404
    assert client.post(f"/lich/{token}.ics").status_code == 405


def test_the_feed_of_someone_who_left_is_gone(client, authority):
    _, token = commands.open_feed(by=authority.drafter)
    authority.drafter.is_active = False
    authority.drafter.save()

    assert fetch(client, token).status_code == 410


def test_a_feed_is_not_fetched_without_end(client, authority):
    _, token = commands.open_feed(by=authority.drafter)
    answers = [fetch(client, token).status_code for _ in range(31)]

    assert answers == [200] * 30 + [429]


def test_guessing_is_bounded_too(client, monkeypatch):
    monkeypatch.setattr("haidang.web.views.occasions.feed.MOST_UNKNOWN", 2)

    assert [fetch(client, f"x{n}").status_code for n in range(4)] == [404, 404, 429, 429]


def test_a_unit_finds_its_own_deadlines_and_nobody_elses(client):
    season = make_season()
    reporter = season.authority.reporters[0]
    _, token = commands.open_feed(by=reporter, for_unit=True)
    response = fetch(client, token)

    due = {name: event for name, event in events(response).items() if name.startswith("Hạn")}
    assert due
    assert any(name.startswith("Hạn gửi: Báo cáo năm 2024") for name in due)
    assert "phương hướng" not in response.content.decode()
    _, office = commands.open_feed(by=season.authority.drafter)
    assert not any("Báo cáo năm" in name for name in events(fetch(client, office)))


def test_a_task_with_a_day_is_a_deadline_of_those_who_carry_it(client, authority):
    make_adopted(authority)
    _, commune = commands.open_feed(by=authority.reporters[0])
    _, office = commands.open_feed(by=authority.drafter)

    def deadlines(token):
        found = events(fetch(client, token))
        return [event.decoded("DTSTART") for name, event in found.items() if "báo cáo" in name]

    assert deadlines(commune) == [dt.date(2024, 11, 29)]
    assert deadlines(office) == []


def test_a_lunar_day_that_comes_twice_in_a_year_is_two_events(client, authority, settings):
    make_occasion(authority.drafter, "Hội làng", calendar="lunar", month=11, day=15)
    _, token = commands.open_feed(by=authority.drafter)

    def told(today):
        settings.AS_OF = today
        found = Calendar.from_ical(fetch(client, token).content).walk("VEVENT")
        same = [event for event in found if event["SUMMARY"] == "Hội làng"]
        return {str(event.decoded("DTSTART")): str(event["UID"]) for event in same}

    early, late = told(dt.date(2026, 1, 20)), told(dt.date(2026, 12, 1))
    assert list(early) == ["2026-01-03", "2026-12-23"]
    assert len(set(early.values())) == 2
    assert late["2026-12-23"] == early["2026-12-23"]  # also once the first is long past


def test_a_feed_takes_the_same_queries_however_many_days(client, authority, count_queries):
    _, token = commands.open_feed(by=authority.drafter)
    before = count_queries(client, f"/lich/{token}.ics")
    for month in (1, 2, 12):
        make_occasion(authority.drafter, f"Ngày {month}", month=month)

    assert count_queries(client, f"/lich/{token}.ics") == before


def test_the_address_is_shown_once_and_revoked_on_its_page(client, authority):
    client.force_login(authority.drafter)
    shown = client.post("/lich/dang-ky/mo/").content.decode()
    token = re.search(r"/lich/([\w-]{43})\.ics", shown).group(1)

    again = client.get("/lich/dang-ky/").content.decode()
    assert "Của riêng tôi" in again
    assert token not in again
    feed = Feed.objects.get()
    client.force_login(authority.leader)
    assert client.post(f"/lich/dang-ky/{feed.pk}/thu-hoi/").status_code == 404
    client.force_login(authority.drafter)
    assert (
        "Đã thu hồi"
        in client.post(f"/lich/dang-ky/{feed.pk}/thu-hoi/", follow=True).content.decode()
    )
    assert fetch(client, token).status_code == 410


def test_a_unit_s_address_is_opened_by_who_works_for_it(client, authority):
    client.force_login(authority.drafter)
    assert "của đơn vị" in client.post("/lich/dang-ky/mo/", {"for_unit": "1"}).content.decode()
    client.force_login(authority.auditor)
    assert client.post("/lich/dang-ky/mo/").status_code == 403
    assert "Tạo địa chỉ mới" not in client.get("/lich/dang-ky/").content.decode()


def test_no_line_of_a_log_keeps_the_address():
    record = logging.makeLogRecord(
        {"msg": "Internal Server Error: %s", "args": ("/lich/bi-mat_1.ics",)}
    )
    plain = logging.makeLogRecord({"msg": "%s lines", "args": (3,)})

    assert WithoutFeedAddresses().filter(record)
    assert record.getMessage() == "Internal Server Error: /lich/….ics"
    assert WithoutFeedAddresses().filter(plain)
    assert plain.getMessage() == "3 lines"


def test_the_same_days_are_written_to_the_same_bytes():
    day = dt.date(2024, 3, 3)
    entry = Entry("dip/1/2024", day, day, "Ngày Biên phòng")

    def write(secret):
        return calendar_of("Lịch", [entry], secret, MADE)

    assert write("a") == write("a")
    assert write("a") != write("b")
    (event,) = Calendar.from_ical(write("a")).walk("VEVENT")
    assert "DESCRIPTION" not in event
