"""Corrections after acceptance on their pages, the grid as a sheet, and a grid of many units."""

import datetime as dt
import io

import openpyxl
import pytest

from haidang.activities.models import Indicator
from haidang.reporting import commands
from haidang.reporting.models import Adjustment, Report, Round, Value
from haidang.web.views.reporting import sums as sums_view
from tests.makers.activities import make_activity
from tests.makers.levels import make_talk
from tests.makers.reporting import make_accepted, make_season

pytestmark = pytest.mark.django_db
MAY = dt.date(2024, 5, 2)


@pytest.fixture
def season(settings):
    settings.AS_OF = dt.date(2024, 11, 25)
    season = make_season(3)
    for report, amount in zip(season.reports[:2], (120, 50), strict=True):
        make_talk(report.unit, season.reporter_of(report), amount)
        make_accepted(season, report)
    return season


@pytest.fixture
def drafter(client, season):
    client.force_login(season.drafter)
    return client


def sums(season):
    return f"/bao-cao/{season.round.pk}/tong-hop/"


def test_adjust_report_is_written_down_on_its_page_and_told_above(drafter, season):
    commands.consolidate_round(round=season.round, by=season.drafter)
    make_talk(season.report.unit, season.reporter, 3, on=MAY)
    path, every = f"/bc/{season.report.pk}/dieu-chinh/", f"/bao-cao/{season.round.pk}/dieu-chinh/"
    assert "chưa ghi điều chỉnh" in drafter.get(every).text

    refused = drafter.post(path, {"reason": " "})
    assert (refused.status_code, Adjustment.objects.count()) == (422, 0)
    assert "Ghi lý do" in refused.text
    done = drafter.post(path, {"reason": "xã ghi sót một buổi"}, follow=True)

    assert "Đã ghi 2 dòng điều chỉnh" in done.text
    assert "Nhật ký khớp" in done.text
    told = drafter.get(every).text
    assert "xã ghi sót một buổi" in told
    assert "+3" in told
    assert "chưa ghi điều chỉnh" not in told
    assert f'<a href="/so/{season.round.pk}/3.2/?lan=1">170' in told
    assert "2 chỉ tiêu có điều chỉnh" in drafter.get(sums(season)).text
    words = " ".join(drafter.get(f"/so/{season.round.pk}/3.2/").text.split())
    assert "đã báo cáo 170" in words
    assert "điều chỉnh +3 (1 dòng)" in words
    assert "hiện nay 173" in words
    unit = " ".join(drafter.get(f"/so/{season.round.pk}/3.2/{season.report.unit_id}/").text.split())
    assert "hiện nay 123" in unit


def test_pages_of_corrections_are_closed_to_others(client, season):
    client.force_login(season.authority.reporters[1])

    assert client.get(f"/bc/{season.report.pk}/dieu-chinh/").status_code == 404
    assert client.get(f"/bao-cao/{season.round.pk}/dieu-chinh/").status_code == 404
    assert client.get(f"{sums(season)}xlsx/").status_code == 404
    client.force_login(season.drafter)
    assert client.get(f"/bc/{season.reports[2].pk}/dieu-chinh/").status_code == 404
    assert "Chưa có điều chỉnh" in client.get(f"/bao-cao/{season.round.pk}/dieu-chinh/").text


def test_consolidation_sheet_holds_every_unit_and_says_who_is_missing(drafter, season):
    answer = drafter.get(f"{sums(season)}xlsx/")

    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    people = next(row for row in rows if row[0] == "3.2")
    assert people[3:8] == [120, 50, "chưa có", 170, 2]
    assert any("không phải bằng không" in str(row[0]) for row in rows)


def test_a_grid_of_many_units_shows_some_and_totals_of_all(drafter, season, monkeypatch):
    monkeypatch.setattr(sums_view, "UNITS_AT_ONCE", 2)

    first, second = drafter.get(sums(season)), drafter.get(f"{sums(season)}?trang=2")

    assert "đơn vị 1–2/3" in first.text
    assert "đơn vị 3–3/3" in second.text
    for page in (first, second):
        assert ">170</a>" in page.text
    assert "1 đơn vị chưa có báo cáo được tiếp nhận" in first.text
    assert "2 gửi đúng hạn" in first.text


def test_units_of_measure_that_do_not_fit_are_told(drafter, season):
    Indicator.objects.filter(code="1.2").update(divisor=1)

    assert "tính bằng giờ nhưng cộng số ghi bằng phút" in drafter.get(sums(season)).text


def test_a_total_shows_the_same_indicator_of_earlier_periods(drafter, season):
    commands.open_round(
        regime=season.round.regime, year=2023, due_on=dt.date(2024, 11, 29), by=season.drafter
    )
    assert "Qua các kỳ" not in drafter.get(f"/so/{season.round.pk}/3.2/").text
    earlier = Round.objects.exclude(pk=season.round.pk).get()
    report = Report.objects.filter(round=earlier).first()
    Value.objects.create(
        round=earlier,
        indicator=Indicator.objects.get(code="3.2"),
        unit=report.unit,
        report=report,
        value=77,
    )

    page = " ".join(drafter.get(f"/so/{season.round.pk}/3.2/").text.split())

    assert "Qua các kỳ" in page
    assert "<b>77</b>" in page
    assert "<b>170</b>" in page


def test_a_figure_is_broken_down_by_language_where_there_are_two(drafter, season):
    report = season.reports[2]
    for language, amount in (("vi", 40), ("km", 25)):
        quantities = {"sessions": 1, "attendances": amount}
        who = season.reporter_of(report)
        make_activity(report.unit, who, on=MAY, quantities=quantities, language=language)
    make_accepted(season, report)

    page = drafter.get(f"/so/{season.round.pk}/3.2/{report.unit_id}/").text
    total = drafter.get(f"/so/{season.round.pk}/3.2/").text

    assert "tiếng Việt 40 · tiếng Khmer 25" in " ".join(page.split())
    assert "tiếng Việt 210 · tiếng Khmer 25" in " ".join(total.split())


def test_the_parts_of_a_total_come_page_by_page_and_split_only_when_asked(
    drafter, season, monkeypatch, django_assert_max_num_queries
):
    """Trang của một tổng chỉ đọc báo cáo của những đơn vị đang hiện, dù kỳ có bao nhiêu đơn vị."""
    monkeypatch.setattr("haidang.reporting.queries.lineage.PARTS_AT_ONCE", 1)
    monkeypatch.setattr("haidang.web.views.reporting.lineage.MOST_SPLIT", 1)
    address, path = f"/so/{season.round.pk}/3.2/", "/so/{}/3.2/{}/"
    shown = [path.format(season.round.pk, report.unit_id) for report in season.reports]

    with django_assert_max_num_queries(40) as asked:
        page = drafter.get(address).text

    read = [one["sql"] for one in asked if '"reporting_submission"."content"' in one["sql"]]
    assert [sql.count(",", sql.index('"id" IN (')) for sql in read] == [0]
    assert [path in page for path in shown] == [True, False, False]
    assert "2/3 đơn vị" in " ".join(page.split())
    second, third = (drafter.get(f"{address}?trang={at}").text for at in (2, 3))
    assert shown[1] in second
    assert "Trang trước" in second
    assert "chưa có" in third
    assert "Trang sau" not in third
    assert "?lan=0&amp;chia=1" in page
    assert "lan=0&amp;chia=1" not in drafter.get(f"{address}?chia=1").text
