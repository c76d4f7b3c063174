"""What a screen says, said once and early, and where it leads the person who reads it."""

import pytest
from django.urls import reverse

from haidang import clock
from haidang.occasions import queries as occasions
from haidang.orgs.enums import Role
from haidang.plans import commands
from haidang.plans.models import Detailed, Task
from haidang.reporting.models import Round
from tests.makers import make_user
from tests.makers.cascade import IN_2024, make_cascade
from tests.makers.occasions import load, occasion
from tests.makers.plans import make_adopted
from tests.makers.reporting import make_accepted, make_season

pytestmark = pytest.mark.django_db


@pytest.fixture
def cascade():
    with clock.as_if(IN_2024):
        yield make_cascade()


def begun(cascade):
    """A detailed plan of which one item is answered."""
    detailed = cascade.start()
    cascade.answer(detailed, "II.1")
    return detailed


@pytest.mark.parametrize("page", ["document", "document-slip"])
def test_a_draft_says_early_why_it_cannot_be_issued(cascade, client, page):
    begun(cascade)
    client.force_login(cascade.officer)
    written = {"signer_post": "CHỦ TỊCH", "signer_name": "Người Ký Mẫu"}
    client.post(reverse("write-detailed-plan", args=[cascade.plan.pk]), written)

    address = reverse(page, args=[Detailed.objects.get().edition.document_id])

    assert "Chưa ban hành được: Còn 4 mục" in client.get(address).text


def test_the_reason_that_is_asked_is_not_called_optional(cascade, client):
    cascade.start()
    client.force_login(cascade.officer)

    address = reverse("detailed-plan", args=[cascade.plan.pk])
    page = client.get(address, {"cach": "waived"}).text

    assert "Lý do không triển khai</label>" in page


def test_the_coverage_leads_who_may_remind_to_the_silent_units(cascade, client):
    begun(cascade)
    address = reverse("coverage", args=[cascade.plan.pk])
    link = "/don-doc/?thieu=cascade"
    client.force_login(cascade.authority.drafter)
    assert link in client.get(address).text
    assert [row.lacking.unit for row in client.get(link).context["rows"]]

    client.force_login(cascade.authority.auditor)

    assert link not in client.get(address).text


@pytest.mark.usefixtures("monday")
def test_only_who_may_remind_is_asked_to(client):
    town = make_season(communes=2).authority
    clerk = make_user(Role.CLERK, unit=town.district, post="Văn thư")
    for person, is_asked in ((town.drafter, True), (town.auditor, False), (clerk, False)):
        client.force_login(person)
        assert ('class="btn main" href="/don-doc/"' in client.get("/viec/").text) is is_asked


def test_the_week_of_a_unit_leads_to_what_its_menu_does_not_hold(cascade, client):
    begun(cascade)
    client.force_login(cascade.officer)

    page = client.get("/viec/").text

    own = reverse("detailed-plan", args=[cascade.plan.pk])
    foot = page.split("Trang khác</h2>")[1]
    assert all(f'href="{to}"' in foot for to in ("/thong-bao/", own, "/chi-tieu/", "/nhiem-vu/"))


def test_the_calendar_is_reached_where_no_day_is_near(cascade, client):
    for person in (cascade.authority.drafter, cascade.authority.leader):
        client.force_login(person)
        assert 'href="/lich/"' in client.get("/viec/").text.split("<main")[1]


def test_a_unit_without_notices_is_told_so_once(cascade, client):
    client.force_login(cascade.officer)

    page = client.get("/thong-bao/").text

    assert "Chưa có thông báo nào" in page
    assert "Đã đọc hết" not in page


@pytest.mark.usefixtures("monday")
def test_a_task_that_a_report_answers_says_so_where_nothing_was_logged(client):
    season = make_season(communes=2)
    plan = make_adopted(season.authority)
    task = Task.objects.get(plan=plan, label="III.2.b")
    Round.objects.update(task=task)
    make_accepted(season, season.reports[0])
    client.force_login(season.drafter)

    page = client.get(reverse("task", args=[task.pk])).text

    assert page.count("báo cáo đã tiếp nhận") == 1
    assert "ký tự" not in page


def test_a_task_of_an_occasion_is_told_from_the_item_it_rests_on(cascade, client):
    load()
    town, ground = cascade.authority, cascade.task("II.2")
    commands.start_from_occasion(
        day=occasions.day_of(town.district, occasion("bien-phong-toan-dan"), 2024),
        direction=ground,
        title="Tuyên truyền Ngày Biên phòng toàn dân",
        owners=[town.office],
        due_on=IN_2024.date().replace(month=3, day=3),
        by=town.drafter,
    )
    client.force_login(town.drafter)

    page = client.get("/nhiem-vu/").text

    assert page.count('class="no">II.2</span>') == page.count('class="no">II.2 · Dịp</span>') == 1
