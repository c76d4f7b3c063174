"""The screens of rounds of every kind: opened, a deadline moved; and of flash reports."""

import datetime as dt
from uuid import uuid4

import pytest

from haidang.chasing.models import Notice
from haidang.orgs.enums import Role
from haidang.plans.enums import TaskStatus
from haidang.reporting import commands
from haidang.reporting.due import DueRule
from haidang.reporting.models import Flash, Regime, Round
from tests.makers import make_user
from tests.makers.activities import make_adopted_plan, make_adopted_task
from tests.makers.regimes import make_flash, make_flash_regime, make_office
from tests.makers.reporting import make_season

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]


@pytest.fixture
def office():
    return make_office()


@pytest.fixture
def drafter(client, office):
    client.force_login(office.drafter)
    return client


def test_a_month_is_opened_from_the_list_and_again_leads_to_it(drafter, office):
    regime = office.make(due=DueRule(day=28))
    page = drafter.get("/bao-cao/").text
    assert "Đến lúc mở kỳ" in page
    assert "Báo cáo tháng, tháng 11 năm 2024" in page
    form = drafter.get(f"/bao-cao/mo-ky/?che-do={regime.pk}&year=2024&ordinal=11").text
    assert '<option value="11" selected>tháng 11' in form
    data = {"regime": regime.pk, "year": "2024", "ordinal": "11"}

    opened = drafter.post("/bao-cao/mo-ky/", data, follow=True)
    again = drafter.post("/bao-cao/mo-ky/", data, follow=True)

    assert "Đã mở Báo cáo tháng 11 năm 2024 cho 2 đơn vị." in opened.text
    assert "đã mở từ trước; đây là kỳ đó" in again.text
    assert again.redirect_chain[0][0] == f"/bao-cao/{Round.objects.get().pk}/"


def test_one_of_several_regimes_is_chosen_first(drafter, office):
    office.make()
    office.make(name="Chuyên đề biển, đảo", kind="thematic")

    page = drafter.get("/bao-cao/mo-ky/").text
    thematic = Regime.objects.get(kind="thematic").pk

    assert "Chọn chế độ báo cáo" in page
    form = drafter.get(f"/bao-cao/mo-ky/?che-do={thematic}").text
    assert "Số liệu từ ngày" in form
    days = {"data_from": (1, 3), "data_to": (30, 6), "due_on": (29, 11)}
    data = {"regime": thematic, "year": "2024"}
    for name, (day, month) in days.items():
        data |= {f"{name}_day": day, f"{name}_month": month, f"{name}_year": 2024}
    opened = drafter.post("/bao-cao/mo-ky/", data, follow=True).text
    assert "Đã mở Báo cáo Chuyên đề biển, đảo (01/03 – 30/06/2024)" in opened
    assert "Báo cáo năm 2024" not in opened
    make_flash_regime(office.authority)
    assert "Báo cáo nhanh" not in drafter.get("/bao-cao/mo-ky/").text


def test_a_deadline_is_moved_and_the_units_are_told(client):
    season = make_season(2)
    client.force_login(season.drafter)
    at = f"/bao-cao/{season.round.pk}/"
    day = {"due_on_day": "8", "due_on_month": "12", "due_on_year": "2024"}
    assert client.post(f"{at}doi-han/", day).status_code == 422
    assert (
        "Hạn đang là" in client.post(f"{at}doi-han/", {**day, "reason": "Độ mật: TUYỆT MẬT"}).text
    )

    page = client.post(f"{at}doi-han/", {**day, "reason": "Mưa bão"}, follow=True).text

    assert "Đã dời hạn và báo cho 2 đơn vị" in page
    assert "Hạn đã dời từ 29/11/2024. Mưa bão" in page
    assert "Chủ nhật" in page
    assert Notice.objects.count() == 2
    client.force_login(season.authority.leader)
    assert client.post(f"{at}doi-han/", {**day, "reason": "x"}).status_code == 403


def test_a_day_moved_by_the_plan_is_followed_at_one_press(drafter, office):
    regime = commands.load_regime(
        receiver=office.authority.district, reporters=office.authority.group
    )
    plan = make_adopted_plan(office.authority.district, office.drafter, year=2024)
    old = make_adopted_task(plan, deadline_phrase="cũ", due_on=dt.date(2024, 11, 29))
    new = make_adopted_task(plan, deadline_phrase="trước 6/12", due_on=dt.date(2024, 12, 5))
    round = commands.open_round(regime=regime, year=2024, task=old, by=office.drafter)
    at = f"/bao-cao/{round.pk}/"
    assert drafter.post(f"{at}theo-ke-hoach/").status_code == 409
    old.current, old.status, old.replaced_on = new, TaskStatus.REPLACED, dt.date(2024, 11, 20)
    old.save(update_fields=["current", "status", "replaced_on"])
    assert "trước 6/12" in drafter.get(at).text

    page = drafter.post(f"{at}theo-ke-hoach/", follow=True).text

    assert "Đã dời hạn theo kế hoạch sửa đổi" in page
    round.refresh_from_db()
    assert round.due_on == dt.date(2024, 12, 5)


def test_a_flash_report_reaches_the_leader_at_once(client, office):
    regime = make_flash_regime(office.authority)
    client.force_login(office.authority.reporters[0])
    assert "Gửi ngay" in client.get("/bao-cao/nhanh/").text
    data = {
        "id": str(uuid4()),
        "regime": regime.pk,
        "title": "Tàu vào tránh bão",
        "place": "Cửa sông",
        "happened": "sáng nay",
        "words": "Đã hướng dẫn neo đậu.",
        "no_secret": "on",
    }
    bad = client.post("/bao-cao/nhanh/", data | {"words": "Độ mật: TUYỆT MẬT"})
    assert (bad.status_code, "độ mật" in bad.text) == (422, True)
    assert client.post("/bao-cao/nhanh/", data | {"no_secret": ""}).status_code == 422

    page = client.post("/bao-cao/nhanh/", data, follow=True).text
    client.post("/bao-cao/nhanh/", data)
    client.force_login(make_user(Role.REPORTER, unit=office.authority.reporters[0].unit))
    assert client.post("/bao-cao/nhanh/", data, follow=True).status_code == 200  # a colleague

    assert "BCN-20241125-" in page
    assert "chưa xem" in page
    flash = Flash.objects.get()
    assert Notice.objects.get().user == office.authority.leader
    client.force_login(office.authority.leader)
    for address in ("/viec/", "/mot-trang/", "/bao-cao/"):
        assert "Báo cáo nhanh chưa xem" in client.get(address).text
    seen = client.post(f"/bao-cao/nhanh/{flash.pk}/da-xem/", follow=True).text
    assert "đã xem hôm nay" in seen
    assert "Báo cáo nhanh chưa xem" not in client.get("/viec/").text
    assert "<h2>Đã nhận</h2>" in client.get("/bao-cao/nhanh/").text


def test_a_flash_report_of_another_unit_does_not_exist(client, office):
    flash = make_flash(office.authority)
    client.force_login(office.authority.reporters[1])

    assert client.get(f"/bao-cao/nhanh/{flash.pk}/").status_code == 404
    client.force_login(office.drafter)
    assert client.post(f"/bao-cao/nhanh/{flash.pk}/da-xem/").status_code == 403
    assert 'name="title"' not in client.get("/bao-cao/nhanh/").text


@pytest.mark.parametrize("many", [1, 3])
def test_the_lists_cost_the_same_for_one_and_for_three(
    drafter, office, django_assert_max_num_queries, many
):
    for place in range(many):
        regime = office.make(name=f"Báo cáo {place}", due=DueRule(day=28))
        commands.open_round(regime=regime, year=2024, ordinal=12, by=office.drafter)

    with django_assert_max_num_queries(9):
        drafter.get("/che-do/")
    with django_assert_max_num_queries(22):
        drafter.get("/bao-cao/")
