"""The one page of a leader: three sentences, four numbers, what waits for a decision."""

import datetime as dt

import pytest

from haidang import clock
from haidang.plans.enums import TaskKind
from tests.makers import make_authority
from tests.makers.activities import make_activity, make_adopted_plan, make_adopted_task
from tests.makers.reporting import (
    make_accepted,
    make_returned,
    make_season,
    make_sent,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]
MONDAY = dt.date(2024, 11, 25)


def home(client, user):
    client.force_login(user)
    return client.get("/viec/")


def told(response):
    return {
        group.title: [(row.title, row.word) for row in group.rows]
        for group in response.context["groups"]
    }


def test_leader_reads_three_sentences_and_four_numbers(client):
    season = make_season(communes=2)
    town = season.authority
    make_accepted(season, season.reports[0])
    plan = make_adopted_plan(town.district, town.drafter)
    direction = make_adopted_task(plan, kind=TaskKind.DIRECTION, title="Hướng chung")
    late = make_adopted_task(plan, *town.communes, title="Việc", due_on=dt.date(2024, 11, 1))
    make_activity(town.communes[0], town.reporters[0], task=late, on=MONDAY)
    radio = {"kind": "radio", "quantities": {"sessions": 3, "minutes": 90}, "on": MONDAY}
    make_activity(town.communes[1], town.reporters[1], **radio)

    page = home(client, town.leader)

    assert page.context["sentences"] == [
        "50% phần việc được giao đã có kết quả (1/2).",
        "1/2 đơn vị chưa gửi báo cáo năm 2024; chậm nhất 24 giờ ngày 29/11/2024.",
        "Cần quyết định: giao 1 phương hướng chưa có đơn vị.",
    ]
    numbers = [(float(number.value), number.words) for number in page.context["numbers"]]
    assert numbers == [
        (85, "lượt người dự tuyên truyền trực tiếp"),
        (1.5, "giờ phát thanh"),
        (0, "tin, bài đăng tải"),
        (1, "việc quá hạn"),
    ]
    assert [row.title for row in page.context["unowned"].rows] == ["III.1 Hướng chung"]
    assert f'href="/nv/{direction.pk}"' in page.text
    assert [row.title for row in page.context["late"].rows] == ["UBND xã Thử 2"]


def test_numbers_of_the_leader_open_to_entries_that_add_up(client):
    season = make_season(communes=2)
    for unit, reporter in zip(season.authority.communes, season.authority.reporters, strict=True):
        make_activity(unit, reporter, on=MONDAY)
        make_activity(unit, reporter, on=dt.date(2023, 12, 1))
        make_activity(unit, reporter, kind="contest", on=MONDAY)

    number = home(client, season.authority.leader).context["numbers"][0]

    assert number.value == 170
    assert ("Số lượt người", "lượt người", 170) in client.get(number.url).context["totals"]


def test_leader_of_a_quiet_year_has_nothing_to_decide(client):
    page = home(client, make_authority(communes=1).leader)

    assert page.context["sentences"] == [
        "0% phần việc được giao đã có kết quả (0/0).",
        "Không có kỳ báo cáo nào đang mở.",
        "Không có việc chờ quyết định.",
    ]


def test_leader_reads_that_all_units_have_sent(client):
    season = make_season()
    make_sent(season)

    sentence = home(client, season.authority.leader).context["sentences"][1]

    assert sentence.startswith("Tất cả đơn vị đã gửi báo cáo năm 2024")
    assert clock.today() == MONDAY


def test_leader_reads_until_when_a_returned_report_is_mended(client):
    season = make_season()
    make_returned(season)

    late = home(client, season.authority.leader).context["late"]

    assert late.rows[0].why == "đang sửa theo góp ý, chậm nhất 29/11"
