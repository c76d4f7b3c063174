"""The sum of a round, the source of its figures, and the official report."""

import datetime as dt
import io
import re

import docx
import pytest

from haidang.activities.commands import correct_activity
from haidang.activities.facts import Facts, facts_of
from haidang.reporting import commands
from haidang.reporting.entered import Entered
from haidang.reporting.enums import DifferenceReason
from haidang.reporting.models import Consolidation
from haidang.reporting.queries.sums import frame_of
from tests.makers.activities import make_activity
from tests.makers.reporting import (
    make_accepted,
    make_consolidation,
    make_returned,
    make_season,
    make_sent,
    make_year_of_work,
)
from tests.makers.tampering import take_guards_away

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]


@pytest.fixture
def season():
    return make_season(2)


@pytest.fixture
def drafter(client, season):
    client.force_login(season.drafter)
    return client


def sums(season):
    return f"/bao-cao/{season.round.pk}/tong-hop/"


def plain(page):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", page))


def test_consolidation_says_when_nothing_was_accepted(drafter, season):
    page = drafter.get(sums(season)).text

    assert "Chưa có báo cáo được tiếp nhận" in page
    assert "Chốt số liệu" not in page


def test_consolidation_shows_figures_totals_and_the_missing(drafter, season):
    make_year_of_work(season, times=2)
    make_accepted(season)

    page = drafter.get(sums(season)).text

    assert "<b>1/2</b> đơn vị đã tiếp nhận" in page
    assert page.count('<td class="missing">chưa có</td>') == 14
    assert f'id="so-3.2-{season.report.unit_id}"' in page
    assert "Chốt số liệu" in page


def test_consolidation_shows_estimates_apart(drafter, season):
    make_year_of_work(season, times=12)
    make_accepted(season)

    page = drafter.get(f"{sums(season)}?xem=uoc").text

    # Twelve talks of 85 people each; the thirteenth is expected.
    unit = season.report.unit_id
    assert re.search(rf'id="so-3.2-{unit}"[^>]*>1.105<', page)
    assert re.search(r'id="so-3.2"[^>]*>1.105<', page)


def test_an_estimate_opens_to_who_expects_it_and_not_to_what_was_done(drafter, season):
    make_year_of_work(season, times=11)
    make_accepted(season)
    pk, unit = season.round.pk, season.report.unit_id
    address = f"/so/{pk}/3.2/uoc/?lan=0"

    page = drafter.get(f"{sums(season)}?xem=uoc").text
    total = drafter.get(f"/so/{pk}/3.2/?lan=0").text
    told = drafter.get(address).text

    assert f'id="so-3.2-{unit}" href="{address}#don-vi-{unit}" hx-boost="false"' in page
    assert f'id="so-3.2" href="{address}" hx-boost="false"' in page
    assert f'<a class="row" href="{address}"' in page
    assert f'ước thực hiện cả năm <a href="{address}"' in total
    assert f'<li id="don-vi-{unit}">' in told


@pytest.mark.parametrize("units", [1, 3])
def test_consolidation_costs_the_same_for_one_unit_and_for_three(
    client, django_assert_num_queries, units
):
    season = make_season(units)
    for report in season.reports:
        make_year_of_work(season, report)
        make_accepted(season, report)
    client.force_login(season.drafter)

    with django_assert_num_queries(17):
        client.get(sums(season))


def test_consolidation_is_closed_to_units_and_to_others(client, season):
    make_accepted(season)
    client.force_login(season.reporter)

    assert client.get(sums(season)).status_code == 404
    assert client.post(f"/bao-cao/{season.round.pk}/chot/").status_code == 404
    client.force_login(season.authority.leader)
    assert "Chốt số liệu" not in client.get(sums(season)).text
    assert client.post(f"/bao-cao/{season.round.pk}/chot/").status_code == 403


def test_a_total_opens_to_its_units_and_a_unit_to_its_activities(drafter, season):
    make_year_of_work(season, times=3)
    make_accepted(season)
    unit = season.report.unit_id

    total = drafter.get(f"{sums(season)}?so=3.2").text
    figure = drafter.get(f"{sums(season)}?so=3.2/{unit}").text

    assert "255 ở đâu ra?" in total
    assert f"so=3.2/{unit}" in total
    assert "255 = tổng “Số lượt người” của 3 hoạt động" in plain(figure)
    assert figure.count('href="/n/') == 3
    assert 'aria-current="true">255' in figure


def test_the_part_of_the_page_is_the_same_as_in_the_page(drafter, season):
    make_year_of_work(season)
    make_accepted(season)
    address = f"{sums(season)}?so=3.2"

    page = drafter.get(address).text
    part = drafter.get(address, headers={"HX-Request": "true"}).text

    assert part.strip() in page
    assert part.strip().startswith('<div id="sums"')


@pytest.mark.parametrize("asked", ["9.9", "3.2/999", "9.9/1", "3.2/x", "<b>"])
def test_a_source_that_does_not_exist_shows_no_panel(drafter, season, asked):
    make_accepted(season)

    page = drafter.get(sums(season), {"so": asked})

    assert page.status_code == 200
    assert "ở đâu ra?" not in page.text


def test_source_pages_have_addresses_of_their_own(drafter, season):
    make_year_of_work(season, times=2)
    make_accepted(season)
    unit, base = season.report.unit_id, f"/so/{season.round.pk}"

    total, figure = drafter.get(f"{base}/1.2/"), drafter.get(f"{base}/1.2/{unit}/")

    assert "tổng “Giờ phát thanh” trong báo cáo của 1/2 đơn vị" in plain(total.text)
    assert "0,5 = tổng “Tổng thời lượng” của 2 hoạt động: 30 phút ÷ 60" in plain(figure.text)
    for wrong in ("9.9/", f"9.9/{unit}/", "1.2/999/"):
        assert drafter.get(f"{base}/{wrong}").status_code == 404


def test_a_unit_reads_the_source_of_its_own_figures_only(client, season):
    for report in season.reports:
        make_year_of_work(season, report)
        make_accepted(season, report)
    own, other = (report.unit_id for report in season.reports)
    client.force_login(season.reporter)
    base = f"/so/{season.round.pk}/3.2"

    assert client.get(f"{base}/{own}/").status_code == 200
    assert client.get(f"{base}/{other}/").status_code == 404
    assert client.get(f"{base}/").status_code == 404


def test_a_source_tells_reasons_earlier_attempts_and_corrections(drafter, season):
    (activity,) = [one for one in make_year_of_work(season) if one.kind_id == "talk"]
    report = make_returned(season)
    given = {"report": report, "by": season.reporter}
    mended = {"3.2": Entered("80", reason=DifferenceReason.COUNTED_TWICE, note="trùng 5 người")}
    commands.save_figures(**given, section=season.section(3), figures=mended)
    commands.submit_report(**given, no_secret=True)
    commands.begin_review(report=report, by=season.drafter)
    commands.accept_report(report=report, by=season.drafter)
    facts = facts_of(activity)
    changed = Facts(facts.kind, "Tên mới", facts.on, {"sessions": 1, "attendances": 95})
    why = {"by": season.reporter, "reason": "đếm lại sổ ký nhận"}
    correct_activity(activity=activity, facts=changed, **why)

    page = plain(drafter.get(f"/so/{season.round.pk}/3.2/{season.report.unit_id}/").text)

    assert "80 = 85 theo nhật ký, khác -5: nhật ký ghi trùng, trùng 5 người" in page
    assert "Lần 1 báo 85. Góp ý 25/11/2024: thiếu minh chứng. Bổ sung ảnh buổi 14/11." in page
    assert "sửa 1 lần" in page
    assert "Sau khi gửi: nhật ký tăng 10 lượt người; số đã gửi không đổi." in page
    grid = drafter.get(sums(season)).text
    assert '>80<span class="star">*</span>' in grid


def test_an_activity_that_is_gone_is_said(drafter, season):
    (activity,) = [one for one in make_year_of_work(season) if one.kind_id == "talk"]
    make_accepted(season)
    activity.quantities.all().delete()
    activity.delete()

    page = plain(drafter.get(f"/so/{season.round.pk}/3.2/{season.report.unit_id}/").text)

    assert "1 hoạt động không còn trong nhật ký." in page
    assert "nhật ký đổi -85 lượt người" in page


def test_consolidate_round_freezes_and_offers_the_document(drafter, season):
    make_year_of_work(season)
    make_accepted(season)

    page = drafter.post(f"/bao-cao/{season.round.pk}/chot/", {"chac": "1"}, follow=True).text

    assert "Đã chốt số liệu, lần 1." in page
    assert "Lập báo cáo" in page
    assert "đã chốt lần 1" in page


def grid_name_of(season, report):
    units = frame_of(season.round)["units"]
    return next(unit["grid_name"] for unit in units if unit["id"] == report.unit_id)


def test_freezing_asks_before_it_leaves_a_unit_out_and_names_it(drafter, season):
    first, second = season.reports
    make_accepted(season, first)
    path = f"/bao-cao/{season.round.pk}/chot/"

    asked = drafter.post(path).text

    assert not season.round.consolidations.exists()
    assert "Chốt khi còn 1 đơn vị chưa có số?" in asked
    assert f"<b>{grid_name_of(season, second)}</b>" in asked
    assert "Đã chốt số liệu, lần 1." in drafter.post(path, {"chac": "1"}, follow=True).text


def test_later_reports_are_said_and_can_be_frozen_again(drafter, season):
    first, second = season.reports
    make_accepted(season, first)
    commands.consolidate_round(round=season.round, by=season.drafter)
    make_accepted(season, second)

    frozen = drafter.get(sums(season)).text
    now = drafter.get(f"{sums(season)}?lan=0").text
    again = drafter.post(f"/bao-cao/{season.round.pk}/chot/", follow=True).text

    assert "Từ khi chốt có thêm 1 báo cáo được tiếp nhận." in frozen
    assert "<b>2/2</b> đơn vị đã tiếp nhận" in now
    assert "Đã chốt số liệu, lần 2." in again
    assert "<b>1/2</b> đơn vị" in drafter.get(f"{sums(season)}?lan=1").text
    assert drafter.get(f"{sums(season)}?lan=7").status_code == 404


def test_a_frozen_figure_stays_when_the_log_moves(drafter, season):
    make_year_of_work(season)
    make_accepted(season)
    commands.consolidate_round(round=season.round, by=season.drafter)
    make_activity(season.report.unit, season.reporter, on=dt.date(2024, 5, 5))

    page = plain(drafter.get(f"/so/{season.round.pk}/3.2/{season.report.unit_id}/").text)

    assert "Sau khi chốt: nhật ký tăng 85 lượt người; số đã gửi không đổi." in page


def written(drafter, season, frozen):
    """Write the report of a frozen sum, and open it among the documents."""
    lap = f"/bao-cao/{season.round.pk}/van-ban/{frozen.ordinal}/lap/"
    return drafter.post(lap, follow=True)


def test_the_document_is_written_shown_and_downloaded(drafter, season):
    response = written(drafter, season, make_consolidation(season))
    path = response.redirect_chain[-1][0]
    file = drafter.get(f"{path}tai/docx/")

    assert "Đã lập văn bản từ số liệu đã chốt." in response.text
    assert "con số mở được về nguồn" in response.text
    assert "Khớp mã: số liệu chưa bị sửa từ khi chốt lần 1" in response.text
    body = "\n".join(row.text for row in docx.Document(io.BytesIO(file.content)).paragraphs)
    assert "với 255 lượt người dự" in body
    assert ">255</a> lượt người dự" in response.text
    assert "Xem văn bản" in drafter.get(sums(season)).text


def test_a_frozen_content_that_was_altered_is_said(drafter, season):
    frozen = make_consolidation(season)
    path = written(drafter, season, frozen).redirect_chain[-1][0]
    kept = frozen.kept
    kept["totals"]["3.2"]["value"] = "999"
    take_guards_away("reporting_consolidation")
    Consolidation.objects.filter(pk=frozen.pk).update(kept=kept)

    assert "Không khớp mã" in drafter.get(path).text


def test_the_document_is_closed_to_units_and_writing_to_leaders(client, drafter, season):
    frozen = make_consolidation(season)
    client.force_login(season.authority.leader)
    lap = f"/bao-cao/{season.round.pk}/van-ban/{frozen.ordinal}/lap/"
    assert client.post(lap).status_code == 403
    client.force_login(season.drafter)
    path = written(client, season, frozen).redirect_chain[-1][0]

    client.force_login(season.authority.leader)
    assert client.get(path).status_code == 200
    client.force_login(season.reporter)
    assert client.get(path).status_code == 404
    assert client.post(lap).status_code == 404


def test_a_report_under_review_is_not_in_the_sum(drafter, season):
    make_year_of_work(season)
    make_sent(season)

    assert "Chưa có báo cáo được tiếp nhận" in drafter.get(sums(season)).text
