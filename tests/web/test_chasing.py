"""Đôn đốc: who lacks what, the words to copy, reminding fifteen units in a few clicks."""

import datetime as dt
import re
from uuid import uuid4

import pytest
from django.test import Client

from haidang import clock
from haidang.chasing.enums import Channel
from haidang.chasing.models import Reminder
from haidang.documents.models import Document
from haidang.orgs.commands import replace_units
from haidang.orgs.enums import Change, Role
from haidang.orgs.models import Unit
from tests.makers import make_authority, make_user
from tests.makers.chasing import make_reminded
from tests.makers.reporting import make_returned, make_season, make_sent

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]
TICK = re.compile(r'name="don-vi" value="(\d+)"( checked)?')


@pytest.fixture
def season():
    return make_season(3)


@pytest.fixture
def page(client, season):
    client.force_login(season.drafter)
    return client


def ticks(answer):
    return {int(pk): bool(on) for pk, on in TICK.findall(answer.text)}


def keys(season):
    return [unit.pk for unit in season.authority.communes]


def posted(season, **more):
    return {"don-vi": keys(season), "da-chon": "1", "batch": str(uuid4()), **more}


def test_everybody_who_lacks_something_is_listed_with_why_and_by_when(page, season):
    make_returned(season)

    text = page.get("/don-doc/").text

    assert "Bổ sung báo cáo năm 2024" in text
    assert "1 góp ý chưa sửa" in text
    assert "Báo cáo năm 2024" in text
    assert "chậm nhất 24 giờ ngày 29/11/2024" in text
    assert "chưa có đầu mối" in text


def test_a_telephone_is_a_link(page, season):
    Unit.objects.filter(pk=keys(season)[0]).update(contact="Bộ phận VH-XH, 0294 382 5000")

    assert '<a href="tel:02943825000">' in page.get("/don-doc/").text


def test_all_that_press_are_ticked_but_who_was_reminded_today(page, season):
    first, second, third = keys(season)
    make_reminded(season, Unit.objects.get(pk=second))

    assert ticks(page.get("/don-doc/")) == {first: True, second: False, third: True}


def test_the_filter_keeps_who_was_never_reminded(page, season):
    first, second, third = keys(season)
    make_reminded(season, Unit.objects.get(pk=second))

    assert ticks(page.get("/don-doc/?nhac=chua")).keys() == {first, third}
    assert ticks(page.get("/don-doc/?thieu=task")) == {}
    assert "Không có đơn vị nào khớp bộ lọc" in page.get("/don-doc/?han=qua-han").text


def test_one_unit_can_be_asked_for_from_elsewhere(page, season):
    second = keys(season)[1]

    assert ticks(page.get(f"/don-doc/?don-vi={second}")) == {second: True}


def test_when_nobody_lacks_anything_the_page_says_so(page, season):
    for report in season.reports:
        make_sent(season, report)

    assert "Tất cả đã gửi" in page.get("/don-doc/").text


def test_words_follow_the_ticks_without_a_script_and_with_it(page, season):
    sent = posted(season) | {"don-vi": keys(season)[:1]}

    whole, part = (
        page.post("/don-doc/", sent),
        page.post("/don-doc/", sent, headers={"HX-Request": "true"}),
    )

    for answer in (whole, part):
        assert "[TTĐN 2024] Xã Thử 1 còn thiếu: báo cáo năm 2024" in answer.text
        assert "Mở: http://testserver/bc/" in answer.text
    assert "<table" in whole.text
    assert "<table" not in part.text


def test_chasing_fifteen_units_takes_one_page_and_one_click(client):
    season = make_season(15)
    client.force_login(season.drafter)

    answer = client.get("/don-doc/")  # all are ticked, the words for the group stand there
    assert list(ticks(answer).values()) == [True] * 15
    assert "xã Thử 1, xã Thử 2" in answer.text
    done = client.post("/don-doc/nhac/", posted(season, channel="copied"), follow=True)

    assert "Đã ghi là đã nhắc 15 đơn vị." in done.text
    assert Reminder.objects.filter(channel=Channel.COPIED).count() == 15


def test_copying_can_be_undone(page, season):
    sent = posted(season, channel="copied")
    answer = page.post("/don-doc/nhac/", sent, follow=True)
    assert "Hoàn tác" in answer.text

    undone = page.post("/don-doc/hoan-tac/", {"batch": sent["batch"]}, follow=True)

    assert "Đã hoàn tác" in undone.text
    assert "Hoàn tác</button>" not in undone.text
    assert not Reminder.objects.standing().exists()


def test_undoing_what_is_none_is_not_found(page):
    assert page.post("/don-doc/hoan-tac/", {"batch": "x"}).status_code == 404
    assert page.get("/don-doc/?vua-nhac=x").status_code == 200


def test_a_double_click_reminds_once(page, season):
    sent = posted(season, channel="notice")

    page.post("/don-doc/nhac/", sent), page.post("/don-doc/nhac/", sent)

    assert Reminder.objects.count() == 3


def test_a_second_reminder_on_one_day_is_asked_about(page, season):
    page.post("/don-doc/nhac/", posted(season, channel="notice"))

    asked = page.post("/don-doc/nhac/", posted(season, channel="copied"))
    assert asked.status_code == 409
    assert "Vẫn nhắc" in asked.text
    page.post("/don-doc/nhac/", posted(season, channel="copied", again="1"))

    assert Reminder.objects.count() == 6


def test_who_has_just_sent_is_named_and_not_reminded(page, season):
    page.get("/don-doc/")
    make_sent(season)

    answer = page.post("/don-doc/nhac/", posted(season, channel="notice"), follow=True)

    assert "Không nhắc UBND xã Thử 1: vừa hoàn thành" in answer.text
    assert Reminder.objects.count() == 2


def test_nobody_ticked_is_said_on_the_page(page, season):
    answer = page.post("/don-doc/nhac/", {"da-chon": "1", "channel": "notice"})

    assert answer.status_code == 422
    assert "Chọn ít nhất một đơn vị" in answer.text


def test_units_of_others_and_none_at_all_are_refused(page, season):
    stranger = make_authority(1).communes[0]

    for pk, status in ((stranger.pk, 403), (10**8, 404)):
        sent = posted(season, channel="notice") | {"don-vi": [pk]}
        assert page.post("/don-doc/nhac/", sent).status_code == status
    assert not Reminder.objects.exists()


def test_five_thousand_ticks_are_answered_in_words(page, season):
    sent = posted(season, channel="notice") | {"don-vi": list(range(1, 5001))}

    assert page.post("/don-doc/nhac/", sent).status_code in {400, 404}
    assert not Reminder.objects.exists()


def test_a_unit_that_has_ended_names_its_heir(page, season, monday):
    first, second, _ = season.authority.communes
    replace_units(predecessors=[first], successors=[second], on=monday, how=Change.MERGE, by=None)

    answer = page.post("/don-doc/nhac/", posted(season, channel="notice"))

    assert answer.status_code == 422
    assert "hãy nhắc UBND xã Thử 2" in answer.text


def test_the_letter_is_drafted_among_the_documents(page, season):
    answer = page.post("/don-doc/cong-van/", posted(season), follow=True)

    document = Document.objects.get(title__startswith="đôn đốc")
    assert answer.redirect_chain[-1][0] == f"/van-ban/{document.pk}/"
    assert "Đã lập dự thảo công văn đôn đốc" in answer.text
    assert "Đang có dự thảo công văn" in page.get("/don-doc/").text
    assert page.post("/don-doc/cong-van/", posted(season)).status_code == 409
    assert page.post("/don-doc/cong-van/", {"da-chon": "1"}).status_code == 422


def test_the_filter_can_be_reminded_as_a_whole(page, season, monkeypatch):
    monkeypatch.setattr("haidang.web.views.chasing.chase.ON_A_PAGE", 2)
    assert "Cả 3 đơn vị theo bộ lọc" in page.get("/don-doc/").text
    sent = posted(season, channel="notice") | {"don-vi": [], "tat-ca": "1"}

    page.post("/don-doc/nhac/", sent)

    assert Reminder.objects.count() == 3


def test_a_leader_reminds_but_writes_no_letter_and_an_auditor_only_looks(client, season):
    client.force_login(season.authority.leader)
    text = client.get("/don-doc/").text
    assert "Sao chép lời nhắc" in text
    assert "Lập công văn đôn đốc" not in text
    client.force_login(season.authority.auditor)
    assert "Sao chép lời nhắc" not in client.get("/don-doc/").text


def test_people_of_a_commune_do_not_chase(client, season):
    client.force_login(season.reporter)

    assert client.get("/don-doc/").status_code == 403


def test_the_number_of_queries_is_the_same_for_one_unit_and_for_many(count_queries):
    one, many = make_season(1), make_season(4)
    for season in (one, many):
        with clock.as_if(clock.at(dt.date(2024, 11, 20), 9, 0)):
            make_reminded(season)
    counted = []
    for season in (one, many):
        browser = Client()
        browser.force_login(season.drafter)
        counted.append(count_queries(browser, "/don-doc/"))

    assert counted[0] == counted[1]


def test_a_notice_is_for_all_of_the_unit_and_read_once(client, season):
    make_reminded(season)
    colleague = make_user(Role.REPORTER, unit=season.report.unit, post="Văn phòng")
    client.force_login(colleague)
    assert "<b>1</b> thông báo chưa đọc" in client.get("/thong-bao/").text

    opened = client.post(f"/thong-bao/{notice_of(client)}/mo/")

    assert opened.url == f"/bc/{season.report.pk}/"
    client.force_login(season.reporter)
    text = client.get("/thong-bao/").text
    assert "Đã đọc hết" in text
    assert "Văn phòng đã đọc hôm nay" in text


def notice_of(client):
    return re.search(r"/thong-bao/(\d+)/mo/", client.get("/thong-bao/").text)[1]


def test_a_notice_of_another_unit_is_not_found(client, season):
    make_reminded(season)
    first, second, _ = season.authority.reporters
    client.force_login(first)
    pk = notice_of(client)
    client.force_login(second)

    assert client.post(f"/thong-bao/{pk}/mo/").status_code == 404
    assert client.get(f"/thong-bao/{pk}/mo/").status_code == 302


def test_who_was_told_nothing_reads_so(page):
    assert "Chưa có thông báo nào" in page.get("/thong-bao/").text
