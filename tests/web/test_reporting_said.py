"""What the reporting screens say in words: months, reasons, missing fields, nothing ticked."""

import datetime as dt
from uuid import uuid4

import pytest

from haidang.activities.models import Indicator
from haidang.reporting import commands
from haidang.reporting.entered import Entered
from haidang.reporting.enums import DifferenceReason
from haidang.reporting.models import Figure
from haidang.reporting.queries.evidence import Behind
from haidang.web.views.reporting.entries import finding_of
from tests.makers.regimes import make_flash_regime
from tests.makers.reporting import make_returned, make_season, make_sent, make_year_of_work


@pytest.mark.parametrize(
    ("amounts", "said"),
    [
        ({4: 5, 5: 7}, "tháng 5/2024, 58% của số buổi"),
        ({4: 5, 5: 5, 6: 2}, "tháng 4/2024, 5/2024, mỗi tháng 42% của số buổi"),
        ({3: 1, 4: 1, 5: 1, 6: 1}, "4 tháng bằng nhau, mỗi tháng 25% của số buổi"),
    ],
)
def test_the_largest_months_are_all_named_and_their_share_is_rounded(amounts, said):
    behind = [Behind(uuid4(), dt.date(2024, at, 2), amount) for at, amount in amounts.items()]
    row = Figure(indicator=Indicator(name="Số buổi"))

    assert finding_of(behind, row) == f"Nhiều nhất là {said} cả kỳ."


@pytest.mark.django_db
@pytest.mark.usefixtures("monday")
def test_why_a_figure_changed_is_said_in_words(client):
    season = make_season()
    make_year_of_work(season)
    report = make_returned(season)
    given = Entered("93", reason=DifferenceReason.NOT_LOGGED, note="sổ trực")
    section, by = season.section(3), season.reporter
    commands.save_figures(report=report, section=section, figures={"3.2": given}, by=by)
    commands.submit_report(report=report, by=season.reporter, no_secret=True)
    client.force_login(season.drafter)

    page = client.get(f"/bc/{report.pk}/so-sanh/?lan=2").text

    assert "hoạt động chưa ghi nhật ký, sổ trực" in page
    assert "not_logged" not in page


@pytest.mark.django_db
@pytest.mark.usefixtures("monday")
def test_accepting_nothing_says_so_and_stays(client):
    season = make_season()
    make_sent(season)
    client.force_login(season.drafter)
    address = f"/bao-cao/{season.round.pk}/tiep-nhan/"

    page = client.post(address, follow=True)

    assert page.redirect_chain[-1][0] == address
    assert "Chưa đánh dấu báo cáo nào." in page.text


@pytest.mark.django_db
@pytest.mark.usefixtures("monday")
def test_the_summary_of_a_form_names_the_boxes_that_are_empty(client):
    season = make_season()
    make_flash_regime(season.authority)
    client.force_login(season.reporter)

    page = client.post("/bao-cao/nhanh/", {"title": ""}).text

    assert "Việc gì: trường này là bắt buộc." in page
    assert "Ở đâu: trường này là bắt buộc." in page
