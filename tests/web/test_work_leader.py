"""The one page of a leader: three sentences, four numbers, what waits for a decision."""

import datetime as dt

import pytest

from haidang import clock
from haidang.activities.models import Indicator
from haidang.documents.commands import agree_step, redraft_document, submit_for_signature
from haidang.orgs.enums import Role
from haidang.plans.enums import TaskKind
from haidang.reporting import commands
from haidang.text.stored import from_json
from haidang.web.kept import forget_sums
from tests.makers import make_authority, make_user
from tests.makers.activities import make_activity, make_adopted_plan, make_adopted_task
from tests.makers.reporting import (
    make_accepted,
    make_consolidation,
    make_returned,
    make_season,
    make_sent,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]
MONDAY = dt.date(2024, 11, 25)


def home(client, user):
    client.force_login(user)
    return client.get("/viec/")


def glance(page):
    return page.context["glance"]


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
    numbers = [(float(number.value), number.words) for number in glance(page).numbers]
    assert numbers == [(85, "lượt người"), (1.5, "giờ"), (0, "tin, bài"), (1, "việc quá hạn")]
    assert page.context["loose"][0] == (1, "phương hướng chưa có đơn vị", "directions")
    assert "Hướng chung" in client.get("/chua-ai-lam/").text
    assert f'action="/nv/{direction.pk}/giao/"' in client.get("/chua-ai-lam/").text
    (late_unit,) = page.context["late"]
    assert (late_unit.name, late_unit.words) == (
        "xã Thử 2",
        "báo cáo chưa có mục nào · 1 việc quá hạn",
    )


def test_numbers_of_the_leader_open_to_entries_that_add_up(client):
    season = make_season(communes=2)
    one, two = season.authority.communes
    for unit, reporter in zip((one, two), season.authority.reporters, strict=True):
        make_activity(unit, reporter, on=MONDAY, together=[one] if unit == two else [])
        make_activity(unit, reporter, on=dt.date(2023, 12, 1))
        make_activity(unit, reporter, kind="contest", on=MONDAY)

    number = glance(home(client, season.authority.leader)).numbers[0]
    opened = client.get(number.url)

    assert (number.value, number.before) == (170, None)
    assert sum(entry.added for entry in opened.context["rows"]) == 170
    assert opened.context["total"] == 170


def test_numbers_stand_beside_those_of_the_year_before(client):
    season = make_season()
    unit, reporter = season.authority.communes[0], season.authority.reporters[0]
    make_activity(
        unit, reporter, on=dt.date(2023, 3, 1), quantities={"sessions": 1, "attendances": 31}
    )

    page = home(client, season.authority.leader)

    assert [number.before for number in glance(page).numbers] == [31, None, None, None]
    assert "năm trước: 31" in page.text


def test_an_authority_chooses_its_numbers(client):
    season = make_season()
    leader = season.authority.leader
    client.force_login(leader)
    codes = {row.code: row.pk for row in Indicator.objects.all()}

    answer = client.post("/mot-trang/con-so/", {"first": codes["4.1"], "second": codes["6.2"]})

    assert answer.url == "/mot-trang/"
    numbers = glance(home(client, leader)).numbers
    assert [number.words for number in numbers] == ["cuộc", "lượt người", "việc quá hạn"]
    twice = client.post("/mot-trang/con-so/", {"first": codes["4.1"], "second": codes["4.1"]})
    assert twice.status_code == 422
    assert "mỗi chỉ tiêu một lần" in twice.text


def test_an_authority_of_many_units_reads_sums_of_a_minute_ago(client, monkeypatch):
    monkeypatch.setattr("haidang.web.kept.FEW", 1)
    forget_sums()
    season = make_season()
    unit, reporter = season.authority.communes[0], season.authority.reporters[0]
    make_activity(unit, reporter, on=MONDAY)
    assert glance(home(client, season.authority.leader)).numbers[0].value == 85
    make_activity(unit, reporter, on=MONDAY)

    page = home(client, season.authority.leader)

    assert glance(page).numbers[0].value == 85
    assert "tính hôm nay" in page.text
    forget_sums()
    assert glance(home(client, season.authority.leader)).numbers[0].value == 170


def test_the_office_reads_the_page_and_a_commune_does_not(client):
    season = make_season()
    client.force_login(season.drafter)
    page = client.get("/mot-trang/")

    assert page.context["sentences"][1].startswith("1/1 đơn vị chưa gửi")
    assert "Người lập: " in page.text
    client.force_login(season.reporter)
    assert client.get("/mot-trang/").status_code == 403


def test_leader_answers_a_slip_from_the_page(client):
    season = make_season()
    make_user(Role.CLERK, unit=season.authority.district)
    frozen = make_consolidation(season)
    revision = commands.write_consolidated_report(consolidation=frozen, by=season.drafter)
    document = from_json(revision.source.replace("…", "Tiếp tục thực hiện."))
    redraft_document(edition=revision.edition, document=document, by=season.drafter)
    slip = submit_for_signature(edition=revision.edition, by=season.drafter)

    page = home(client, season.authority.leader)

    (decision,) = page.context["decisions"]
    assert decision.step == slip.steps.order_by("ordinal")[0]
    assert f'action="/van-ban/buoc/{decision.step.pk}/dong-y/"' in page.text
    client.post(f"/van-ban/buoc/{decision.step.pk}/dong-y/", {"remark": ""})
    decision.step.refresh_from_db()
    assert decision.step.status == "agreed"


def test_the_office_reads_as_waiting_what_waits_for_a_leader_and_nothing_else(client):
    season = make_season()
    make_user(Role.CLERK, unit=season.authority.district)
    frozen = make_consolidation(season)
    revision = commands.write_consolidated_report(consolidation=frozen, by=season.drafter)
    document = from_json(revision.source.replace("…", "Tiếp tục thực hiện."))
    redraft_document(edition=revision.edition, document=document, by=season.drafter)
    slip = submit_for_signature(edition=revision.edition, by=season.drafter)
    client.force_login(season.drafter)

    (decision,) = client.get("/mot-trang/").context["decisions"]
    assert (decision.slip, decision.form) == (slip, None)
    step = slip.steps.order_by("ordinal")[0]
    agree_step(step=step, by=season.authority.leader)

    assert client.get("/mot-trang/").context["decisions"] == []  # it is the clerk's turn


def test_leader_of_a_quiet_year_has_nothing_to_decide(client):
    page = home(client, make_authority(communes=1).leader)

    assert page.context["sentences"] == [
        "Chưa có phần việc nào được giao cho đơn vị trong năm nay.",
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

    assert late[0].words == "đang sửa báo cáo theo góp ý, chậm nhất 29/11"
