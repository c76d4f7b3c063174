"""The pages that say “không phát sinh” for all figures that are still empty."""

import pytest

from haidang.reporting import commands
from haidang.reporting.entered import Entered
from tests.makers.reporting import make_begun, make_season, make_sent, make_year_of_work

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]


@pytest.fixture
def season():
    return make_season()


@pytest.fixture
def reporter(client, season):
    client.force_login(season.reporter)
    return client


def test_the_check_offers_to_confirm_all_empty_figures_by_name(reporter, season):
    report = make_begun(season)
    address = f"/bc/{report.pk}/khong-phat-sinh/"
    empty = report.figures.filter(value=None).select_related("indicator")
    assert f'href="{address}"' in reporter.get(f"/bc/{report.pk}/gui/").text

    page = reporter.get(address).text
    for row in empty:
        assert f'value="{row.indicator.code}" checked> {row.indicator}' in page
    codes = [row.indicator.code for row in empty]
    answer = reporter.post(address, {"code": codes}, follow=True)

    assert answer.redirect_chain[-1][0] == f"/bc/{report.pk}/gui/"
    assert f"Đã ghi “Không phát sinh” cho {len(codes)} chỉ tiêu." in answer.text
    assert "còn trống" not in answer.text
    assert not report.figures.filter(value=None).exists()


def test_a_section_offers_its_own_empty_figures_and_is_shown_again(reporter, season):
    report = make_begun(season)
    address = f"/bc/{report.pk}/khong-phat-sinh/"
    assert f'href="{address}?muc=3"' in reporter.get(f"/bc/{report.pk}/3/").text

    page = reporter.get(f"{address}?muc=3").text
    assert 'value="3.1" checked' in page
    assert 'value="4.1"' not in page
    answer = reporter.post(address, {"muc": "3", "code": ["3.1", "3.2"]})

    assert answer["Location"] == f"/bc/{report.pk}/3/"
    assert report.figures.filter(is_none=True).count() == 2


def test_where_nothing_is_empty_the_pages_say_so(reporter, season):
    make_year_of_work(season)
    report = make_sent(season)
    address = f"/bc/{report.pk}/khong-phat-sinh/"

    assert "Không còn chỉ tiêu nào để trống." in reporter.get(address, follow=True).text


def test_what_the_log_knows_is_not_offered_as_what_never_happened(reporter, season):
    make_year_of_work(season)
    report = make_begun(season)
    commands.save_figures(
        report=report,
        section=season.section(3),
        figures={"3.1": Entered(value="")},
        by=season.reporter,
    )
    assert report.figures.get(indicator__code="3.1").value is None

    page = reporter.get(f"/bc/{report.pk}/khong-phat-sinh/?muc=3").text

    assert 'value="3.3" checked' in page
    assert 'value="3.1"' not in page


def test_nothing_left_of_what_was_ticked_is_told(reporter, season):
    report = make_begun(season)
    page = reporter.post(f"/bc/{report.pk}/khong-phat-sinh/", {}, follow=True).text
    assert "Không còn chỉ tiêu nào trống trong số đã chọn." in page


def test_other_units_do_not_find_the_page(client):
    season = make_season(2)
    mine, other = season.reports
    make_begun(season, mine)
    client.force_login(season.reporter_of(other))
    assert client.get(f"/bc/{mine.pk}/khong-phat-sinh/").status_code == 404
