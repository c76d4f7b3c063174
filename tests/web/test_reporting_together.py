"""What several units did together, in the grid, the panel and on a page of its own."""

import pytest

from haidang.activities.commands import withdraw_activity
from tests.makers.activities import make_activity
from tests.makers.reporting import make_accepted, make_season

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]


@pytest.fixture
def season():
    season = make_season(2)
    make_activity(
        season.authority.communes[0],
        season.authority.reporters[0],
        title="Hội nghị chung",
        quantities={"sessions": 1, "attendances": 120},
        together=[season.authority.communes[1]],
    )
    for report in season.reports:
        make_accepted(season, report)
    return season


@pytest.fixture
def drafter(client, season):
    client.force_login(season.drafter)
    return client


def test_the_grid_and_the_panel_name_what_is_counted_once(drafter, season):
    page = drafter.get(f"/bao-cao/{season.round.pk}/tong-hop/?so=3.2").text

    assert "Hoạt động chung, chỉ tính một lần" in page
    assert f'href="/so/{season.round.pk}/3.2/chung/?lan=0"' in page
    assert "240 cộng lại, trừ 120" in page
    assert "120 ở đâu ra?" in page


def test_figure_shared_opens_to_the_activities_and_is_closed_to_units(drafter, client, season):
    address = f"/so/{season.round.pk}/3.2/chung/"

    page = drafter.get(address).text

    assert "Hội nghị chung" in page
    assert "có trong 2 báo cáo" in page
    assert "Không có hoạt động nào" in drafter.get(f"/so/{season.round.pk}/1.1/chung/").text
    assert drafter.get(f"/so/{season.round.pk}/9.9/chung/").status_code == 404
    client.force_login(season.reporter)
    assert client.get(address).status_code == 404


def test_a_figure_says_what_is_joint_and_what_was_taken_back(drafter, season):
    entry = season.report.unit.activities.get()
    withdraw_activity(activity=entry, reason="ghi nhầm", by=season.reporter)

    page = drafter.get(f"/so/{season.round.pk}/3.2/{season.report.unit_id}/").text

    assert "cùng đơn vị khác, tính một lần" in page
    assert "đã rút lại</b>: ghi nhầm" in page
    assert "1 hoạt động trong số này đơn vị đã rút lại" in page
