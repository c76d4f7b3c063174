import datetime as dt
from dataclasses import replace

import pytest

from haidang.activities.commands import correct_activity
from haidang.activities.facts import facts_of
from haidang.documents.commands import agree_step, redraft_document, submit_for_signature
from haidang.orgs.enums import Role
from haidang.plans.enums import Part, TaskKind
from haidang.reporting import commands
from haidang.reporting.enums import RemarkKind
from haidang.reporting.remarked import Remarked
from haidang.text.stored import from_json
from tests.makers import make_authority, make_unit, make_user
from tests.makers.activities import make_activity, make_adopted_plan, make_adopted_task
from tests.makers.reporting import (
    make_accepted,
    make_begun,
    make_consolidation,
    make_in_review,
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


def test_front_door_leads_to_the_week(client, db):
    assert client.get("/").url == "/dang-nhap/?next=/"
    client.force_login(make_user(Role.REPORTER))
    assert client.get("/").url == "/viec/"


def test_unit_sees_its_tasks_by_how_they_press(client):
    town = make_authority(communes=1)
    unit, reporter = town.communes[0], town.reporters[0]
    plan = make_adopted_plan(town.district, town.drafter)

    def task(title, due_on=None, part=Part.DOES):
        return make_adopted_task(plan, unit, title=title, due_on=due_on, part=part)

    task("Quá hạn", dt.date(2024, 11, 20), Part.LEAD)
    done_late = task("Đã làm", dt.date(2024, 11, 20))
    task("Tuần này", dt.date(2024, 11, 28))
    begun = task("Đang làm", dt.date(2024, 12, 1))
    task("Sau này", dt.date(2024, 12, 2))
    steady, idle = task("Thường xuyên"), task("Chưa làm")
    for row in (done_late, begun, steady, steady):
        make_activity(unit, reporter, task=row)

    page = home(client, reporter)

    assert told(page) == {
        "Quá hạn": [("Quá hạn", "Quá hạn 5 ngày")],
        "Đến hạn tuần này": [("Tuần này", "Sắp đến hạn"), ("Đang làm", "Đang thực hiện")],
        "Sắp tới": [("Sau này", "Chưa thực hiện")],
        "Việc thường xuyên": [("Thường xuyên", "Đang thực hiện"), ("Chưa làm", "Chưa thực hiện")],
    }
    assert "Hạn 20/11 · III.1 · Chủ trì" in page.text
    assert "2 hoạt động, lần cuối 25/11" in page.text
    assert f'href="/nv/{idle.pk}"' in page.text
    assert "Thứ Hai, 25/11/2024 · tuần 48 (25/11 – 01/12)" in page.text


def test_what_is_late_or_due_soon_is_not_lost_at_the_turn_of_the_year(client, settings):
    authority = make_authority(communes=1)
    plan = make_adopted_plan(authority.district, authority.drafter)
    for at, due_on in enumerate((dt.date(2024, 12, 27), dt.date(2025, 1, 10))):
        make_adopted_task(
            plan, *authority.communes, title=f"Việc {due_on:%d/%m}", due_on=due_on, start=at
        )
    settings.AS_OF = dt.date(2025, 1, 6)

    page = home(client, authority.reporters[0])

    groups = {group.title: [row.title for row in group.rows] for group in page.context["groups"]}
    assert groups["Quá hạn"] == ["Việc 27/12"]
    assert groups["Đến hạn tuần này"] == ["Việc 10/01"]


def test_unit_sees_its_report_with_both_readings_of_the_deadline(client):
    season = make_season()
    season.round.due_phrase = "trước ngày 30 tháng 11"
    season.round.save()

    page = home(client, season.reporter)

    assert told(page) == {"Đến hạn tuần này": [("Gửi báo cáo năm 2024", "Chưa mở")]}
    assert "Báo cáo năm 2024: còn 4 ngày" in page.text
    assert "“trước ngày 30 tháng 11”" in page.text
    assert "chậm nhất 24 giờ, thứ Sáu 29/11" in page.text
    assert 'class="due' in page.text
    assert 'href="/ghi/"' in page.text


@pytest.mark.parametrize(
    ("make", "group", "title", "word"),
    [
        (make_begun, "Đến hạn tuần này", "Gửi báo cáo năm 2024", "Đang soạn"),
        (make_sent, "Đến hạn tuần này", "Báo cáo năm 2024", "Đã gửi"),
        (make_in_review, "Đến hạn tuần này", "Báo cáo năm 2024", "Đang xem xét"),
        (make_returned, "Bị trả lại", "Sửa 1 chỗ trong báo cáo năm 2024", "Trả lại để bổ sung"),
        (make_accepted, "Báo cáo đã tiếp nhận", "Báo cáo năm 2024", "Tiếp nhận"),
    ],
)
def test_unit_sees_where_its_report_stands(client, make, group, title, word):
    season = make_season()
    make(season)

    page = home(client, season.reporter)

    assert told(page) == {group: [(title, word)]}
    assert ("còn 4 ngày" in page.text) == (word in {"Đang soạn", "Trả lại để bổ sung"})


@pytest.mark.parametrize(
    ("today", "group", "word", "deadline"),
    [
        (dt.date(2024, 11, 18), "Sắp tới", "Chưa mở", "còn 11 ngày"),
        (dt.date(2024, 11, 29), "Đến hạn tuần này", "Chưa mở", "hôm nay là ngày cuối"),
        (dt.date(2024, 12, 2), "Quá hạn", "Quá hạn 3 ngày", "quá hạn 3 ngày"),
    ],
)
def test_report_presses_more_as_days_go(client, settings, today, group, word, deadline):
    season = make_season()
    settings.AS_OF = today

    page = home(client, season.reporter)

    assert told(page) == {group: [("Gửi báo cáo năm 2024", word)]}
    assert deadline in page.text


def test_task_that_asks_for_the_report_is_not_shown_twice(client):
    season = make_season()
    town = season.authority
    plan = make_adopted_plan(town.district, town.drafter)
    season.round.task = make_adopted_task(plan, town.communes[0], due_on=season.round.due_on)
    season.round.save()

    assert told(home(client, season.reporter)) == {
        "Đến hạn tuần này": [("Gửi báo cáo năm 2024", "Chưa mở")]
    }


def test_task_of_a_report_that_was_accepted_is_not_due_again(client):
    season = make_season()
    town = season.authority
    plan = make_adopted_plan(town.district, town.drafter)
    season.round.task = make_adopted_task(plan, town.communes[0], due_on=season.round.due_on)
    season.round.save()
    make_consolidation(season)

    assert told(home(client, season.reporter)) == {}


def test_quiet_week_says_that_it_is_fine(client):
    editor = make_user(Role.EDITOR, unit=make_unit("Trung tâm", kind="phong"))

    page = home(client, editor)

    assert "Không có việc đến hạn tuần này" in page.text
    assert 'href="/ghi/"' in page.text
    assert told(page) == {}


def test_account_without_a_unit_has_a_page(client):
    nobody = make_user()
    nobody.unit = None
    nobody.save()

    assert "Không có việc đến hạn tuần này" in home(client, nobody).text


@pytest.mark.parametrize("role", [Role.LEADER, Role.DRAFTER, Role.ADMINISTRATOR, Role.AUDITOR])
def test_account_without_a_unit_has_a_page_in_any_role(client, role):
    make_season()
    nobody = make_user(role)
    nobody.unit = None
    nobody.save()

    assert home(client, nobody).status_code == 200
    assert client.get("/bao-cao/mo-ky/").status_code == 403


def test_more_than_ten_rows_lead_to_the_whole_list(client):
    town = make_authority(communes=1)
    plan = make_adopted_plan(town.district, town.drafter)
    for n in range(12):
        make_adopted_task(plan, town.communes[0], title=f"Việc {n:02}", due_on=MONDAY)

    page = home(client, town.reporters[0]).text
    whole = client.get("/viec/?nhom=den-han-tuan-nay").text

    assert 'href="/viec/?nhom=den-han-tuan-nay">Xem tất cả (12)</a>' in page
    assert "Việc 09" in page
    assert "Việc 10" not in page
    assert "Việc 11" in whole
    assert "Xem tất cả" not in whole
    assert "Không còn việc nào" in client.get("/viec/?nhom=khong-co").text


def test_office_sees_the_round_unit_by_unit(client):
    season = make_season(communes=6)
    begun, sent, reading, returned, accepted, _ = season.reports
    make_begun(season, begun)
    make_sent(season, sent)
    make_in_review(season, reading)
    make_returned(season, returned)
    make_accepted(season, accepted)

    page = home(client, season.drafter)

    strip = [(word, [u.name for u in units]) for _, _, word, units in page.context["season"].strip]
    assert strip == [
        ("Tiếp nhận", ["Thử 5"]),
        ("Chờ xem xét", ["Thử 2", "Thử 3"]),
        ("Đang soạn", ["Thử 1"]),
        ("Trả lại", ["Thử 4"]),
        ("Chưa mở", ["Thử 6"]),
    ]
    assert page.context["season"].counts == {"accepted": 1, "waiting": 2, "open": 3, "all": 6}
    assert told(page) == {
        "Chờ tôi duyệt": [
            ("Xem xét báo cáo năm 2024: xã Thử 2", "Đã gửi"),
            ("Xem xét báo cáo năm 2024: xã Thử 3", "Đang xem xét"),
        ],
        "Đến hạn tuần này": [("Tổng hợp báo cáo năm 2024", "Sắp đến hạn")],
        "Đơn vị chưa gửi": [
            ("Xã Thử 1: đang soạn báo cáo năm 2024", "Đang soạn"),
            ("Xã Thử 4: đang sửa báo cáo năm 2024 theo góp ý", "Trả lại"),
            ("Xã Thử 6: chưa mở báo cáo năm 2024", "Chưa mở"),
        ],
    }


def test_office_sees_who_is_late_first(client, settings):
    season = make_season(communes=2)
    make_accepted(season, season.reports[0])
    settings.AS_OF = dt.date(2024, 12, 1)

    page = home(client, season.drafter)

    assert told(page) == {"Quá hạn": [("Xã Thử 2: chưa mở báo cáo năm 2024", "Quá hạn 2 ngày")]}
    assert [kind for kind, *_ in page.context["season"].strip] == ["ok", "late"]


def test_office_is_not_pressed_before_the_week_of_the_deadline(client, settings):
    season = make_season()
    settings.AS_OF = dt.date(2024, 11, 18)

    assert list(told(home(client, season.drafter))) == ["Đơn vị chưa gửi"]


def test_office_sees_a_second_sending_and_plans_to_review(client):
    season = make_season()
    words = Remarked(section=8, kind=RemarkKind.MISSING, text="Nêu rõ nguyên nhân.")
    returned = make_returned(season, remarks=[words])
    mended = {"section": season.section(8), "text": "Do loa hỏng.", "by": season.reporter}
    commands.save_prose(report=returned, **mended)
    commands.submit_report(report=returned, by=season.reporter, no_secret=True)
    plan = make_adopted_plan(season.authority.district, season.drafter)
    plan.status, plan.adopted_at, plan.adopted_by = "in_review", None, None
    plan.save()

    page = home(client, season.drafter)

    rows = [row for group in page.context["groups"] for row in group.rows]
    assert "lần 2" in rows[0].why
    assert rows[1].word == "Đang rà soát"


def test_office_without_a_round_has_a_quiet_page(client):
    page = home(client, make_authority(communes=1).drafter)

    assert page.context["season"] is None
    assert "Không có việc đến hạn tuần này" in page.text


def test_office_sees_what_happened_lately(client):
    season = make_season(communes=2)
    first, second = season.reports
    make_accepted(season, first)
    make_returned(season, second)
    activity = make_activity(first.unit, season.reporter_of(first), on=MONDAY)
    facts = facts_of(activity)
    fewer = replace(facts, quantities={**facts.quantities, "attendances": 80})
    said = {"by": season.reporter_of(first), "reason": "Ghi nhầm số người."}
    correct_activity(activity=activity, facts=fewer, **said)
    other = replace(fewer, title="Tên khác", language="km")
    correct_activity(activity=activity, facts=other, **said)

    acts = home(client, season.drafter).context["acts"]

    assert [f"{act.before} {act.unit} {act.after}".strip() for act in acts] == [
        "Xã Thử 1 đính chính một hoạt động trong nhật ký",
        "Xã Thử 1 đính chính 85 → 80 trong nhật ký",
        "Trả lại báo cáo xã Thử 2 1 góp ý",
        "Xã Thử 2 gửi báo cáo năm 2024, lần 1",
        "Tiếp nhận báo cáo xã Thử 1",
        "Xã Thử 1 gửi báo cáo năm 2024, lần 1",
    ]


def test_auditor_sees_the_same_without_a_button_to_write(client):
    season = make_season()
    make_sent(season)

    page = home(client, season.authority.auditor)

    assert "Chờ xem xét" in told(page)
    assert 'href="/ghi/"' not in page.text


@pytest.mark.parametrize(("role", "most"), [("reporter", 30), ("drafter", 32), ("leader", 28)])
def test_home_takes_the_same_queries_for_any_number(client, role, most, count_queries):
    season = make_season(communes=3)
    town = season.authority
    plan = make_adopted_plan(town.district, town.drafter)
    client.force_login({"reporter": season.reporter}.get(role) or getattr(town, role))

    def queries_after(reports):
        for report in reports:
            make_sent(season, report)
            task = make_adopted_task(plan, *town.communes, start=report.pk, end=report.pk + 9)
            make_adopted_task(plan, kind=TaskKind.DIRECTION, start=report.pk, end=report.pk + 9)
            make_activity(report.unit, season.reporter_of(report), task=task, on=MONDAY)
        return count_queries(client, "/viec/")

    assert queries_after(season.reports[:1]) == queries_after(season.reports[1:]) <= most


def test_a_round_frozen_early_still_waits_for_the_units_that_did_not_report(client):
    season = make_season(communes=2)
    make_accepted(season, season.reports[0])
    commands.consolidate_round(round=season.round, by=season.drafter)

    late = home(client, season.reporter_of(season.reports[1]))
    office = home(client, season.drafter)

    assert told(late)["Đến hạn tuần này"] == [("Gửi báo cáo năm 2024", "Chưa mở")]
    assert late.context["deadline"].due_on == season.round.due_on
    assert office.context["season"].round == season.round


def test_clerk_sees_what_waits_for_a_word_and_for_a_number(client):
    season = make_season()
    frozen = make_consolidation(season)
    clerk = make_user(Role.CLERK, unit=season.authority.district, post="Văn thư")
    revision = commands.write_consolidated_report(consolidation=frozen, by=season.drafter)
    assert "Văn bản chờ cấp số" not in told(home(client, clerk))
    document = from_json(revision.source.replace("…", "Tiếp tục thực hiện."))
    redraft_document(edition=revision.edition, document=document, by=season.drafter)
    slip = submit_for_signature(edition=revision.edition, by=season.drafter)
    first, second, last = slip.steps.order_by("ordinal")
    title = "Báo cáo Kết quả công tác thông tin đối ngoại năm 2024"

    leader = home(client, season.authority.leader)
    assert [row.title for row in leader.context["decisions"]] == [title]
    assert "Cần quyết định: cho ý kiến 1 văn bản." in leader.text
    agree_step(step=first, by=season.authority.leader)
    assert told(home(client, clerk))["Văn bản chờ tôi cho ý kiến"] == [(title, "Chờ ý kiến")]
    agree_step(step=second, by=clerk)
    agree_step(step=last, by=season.authority.leader)

    page = home(client, clerk)
    assert told(page)["Văn bản chờ cấp số"] == [(f"Cấp số, ngày cho {title}", "Chờ số")]
    assert f'href="/van-ban/{revision.edition.document_id}/trinh/"' in page.text
    assert 'href="/ghi/"' not in page.text
