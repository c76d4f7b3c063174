"""Each figure of a report opens to its entries before it is accepted, too."""

import pytest

from haidang.activities.commands import withdraw_activity
from haidang.activities.models import Activity
from haidang.orgs.enums import Role
from haidang.reporting.models import Regime
from tests.makers import make_unit, make_user
from tests.makers.levels import accept, make_province, make_talk, send_up
from tests.makers.reporting import make_accepted, make_begun, make_season, make_sent

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]


@pytest.fixture
def season():
    season = make_season(2)
    make_talk(season.report.unit, season.reporter, 85)
    return season


@pytest.fixture
def drafter(client, season):
    client.force_login(season.drafter)
    return client


@pytest.mark.promise("N8")
def test_a_figure_under_review_opens_to_the_entries_that_were_sent(drafter, season):
    report, sent = make_sent(season), Activity.objects.get()
    assert f'href="/bc/{report.pk}/so/3.2/"' in drafter.get(f"/bc/{report.pk}/xem-xet/").text
    make_talk(season.report.unit, season.reporter, 15)  # later: not among what was sent

    page = drafter.get(f"/bc/{report.pk}/so/3.2/").text

    assert "85 ở đâu ra?" in page
    assert f'href="/n/{sent.pk}"' in page
    assert "1 hoạt động, chưa có ảnh, như lúc đơn vị gửi" in page


def test_what_was_taken_back_since_is_said(drafter, season):
    report = make_sent(season)
    activity = Activity.objects.get()
    withdraw_activity(activity=activity, reason="ghi hai lần", by=season.drafter)

    assert "đã rút lại" in drafter.get(f"/bc/{report.pk}/so/3.2/").text


def test_a_report_that_is_being_written_is_told_by_the_log_of_this_moment(drafter, season):
    report = make_begun(season)
    make_talk(season.report.unit, season.reporter, 15)

    assert "2 hoạt động, chưa có ảnh, như nhật ký lúc này" in (
        drafter.get(f"/bc/{report.pk}/so/3.2/").text
    )
    assert drafter.get(f"/bc/{report.pk}/so/9.9/").status_code == 404
    empty = drafter.get(f"/bc/{report.pk}/so/1.1/").text
    assert "Nhật ký không có hoạt động nào cho số này." in empty


def test_an_accepted_report_opens_as_well(drafter, season):
    report = make_accepted(season)
    assert "85 ở đâu ra?" in drafter.get(f"/bc/{report.pk}/so/3.2/").text


def test_another_unit_sees_no_figure_and_a_body_outside_no_log(client, season):
    guard = make_unit("Đồn Thử", kind="don-bien-phong")
    Regime.objects.update(reviewer=guard)
    report = make_sent(season)
    client.force_login(make_user(Role.REPORTER, unit=season.reports[1].unit))
    assert client.get(f"/bc/{report.pk}/so/3.2/").status_code == 404

    client.force_login(make_user(Role.REPORTER, unit=guard))
    page = client.get(f"/bc/{report.pk}/so/3.2/").text

    assert "85 ở đâu ra?" in page
    assert "/n/" not in page.partition('<main class="page"')[2]


def test_a_figure_of_a_district_leads_to_the_sum_that_fills_it(client):
    province = make_province(districts=1, communes=1, sections=(3,))
    district = province.districts[0]
    commune = district.communes[0]
    make_talk(commune, district.reporter_of(commune), 40)
    accept(send_up(district.report_of(commune), district.reporter_of(commune)), district.drafter)
    client.force_login(district.drafter)
    client.post(f"/bao-cao/{district.round.pk}/chot/")
    report = send_up(province.report_of(district), district.drafter)

    client.force_login(province.drafter)
    page = client.get(f"/bc/{report.pk}/so/3.2/").text

    assert f'href="/so/{district.round.pk}/3.2/?lan=1"' in page


def test_its_page_costs_the_same_for_one_entry_and_for_three(
    drafter, season, django_assert_num_queries
):
    report = make_sent(season)
    with django_assert_num_queries(10):
        drafter.get(f"/bc/{report.pk}/so/3.2/")
    other = season.reports[1]
    for amount in (5, 6, 7):
        make_talk(other.unit, season.reporter_of(other), amount)
    other = make_sent(season, other)
    with django_assert_num_queries(10):
        drafter.get(f"/bc/{other.pk}/so/3.2/")
