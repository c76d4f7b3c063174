"""The screens on which a unit fills and sends its report."""

import datetime as dt

import pytest

from haidang.reporting import commands
from haidang.reporting.entered import Entered
from haidang.reporting.models import Figure, Report
from tests.makers.activities import make_activity
from tests.makers.reporting import (
    make_accepted,
    make_begun,
    make_complete,
    make_returned,
    make_season,
    make_sent,
    make_year_of_work,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]


@pytest.fixture
def season():
    return make_season()


@pytest.fixture
def reporter(client, season):
    client.force_login(season.reporter)
    return client


def test_reports_shows_a_unit_its_own_report(reporter, season):
    page = reporter.get("/bao-cao/").text

    assert "Báo cáo năm 2024, gửi UBND huyện Thử" in page
    assert "Chưa mở" in page
    assert "Mở kỳ báo cáo" not in page


def test_report_that_was_not_begun_offers_to_begin(reporter, season):
    page = reporter.get(f"/bc/{season.report.pk}/").text

    assert "Mở báo cáo, điền từ nhật ký" in page


def test_start_report_says_how_much_was_filled(reporter, season):
    make_year_of_work(season)

    page = reporter.post(f"/bc/{season.report.pk}/bat-dau/", follow=True).text

    assert "Đã điền sẵn 12/14 chỉ tiêu từ nhật ký." in page
    assert "Làm tiếp mục 1" in page
    assert "Bản gợi ý" in page


def test_report_of_a_neighbour_does_not_exist(client):
    season = make_season(2)
    make_begun(season)
    client.force_login(season.authority.reporters[1])
    pk = season.report.pk

    for address in (f"/bc/{pk}/", f"/bc/{pk}/1/", f"/bc/{pk}/gui/", f"/bc/{pk}/xem-xet/"):
        assert client.get(address).status_code == 404


def test_section_shows_the_log_beside_each_figure(reporter, season):
    make_year_of_work(season, times=8)
    make_begun(season)

    page = reporter.get(f"/bc/{season.report.pk}/3/").text

    assert "3.2 Lượt người dự: 8 hoạt động trong nhật ký, chưa có ảnh" in page
    assert "xem 8<span" in page
    assert 'name="3.2-value" type="text" inputmode="decimal" autocomplete="off" value="680"' in page
    assert "3 hoạt động nữa, 255 lượt người" in page
    days = f"since={season.round.data_from}&amp;until={season.report.counted_to}"
    assert f'href="/nhat-ky/?{days}&amp;kind=talk"' in page
    assert "Nhiều nhất là tháng 3/2024, 100%" in page
    assert "Khớp nhật ký" in page


def test_section_shows_the_entries_of_the_figure_that_was_asked_for(reporter, season):
    make_year_of_work(season)
    make_begun(season)

    page = reporter.get(f"/bc/{season.report.pk}/3/?xem=3.1").text

    assert "3.1 Số buổi: 1 hoạt động trong nhật ký" in page


def test_section_that_does_not_exist_is_not_found(reporter, season):
    make_begun(season)

    assert reporter.get(f"/bc/{season.report.pk}/10/").status_code == 404


def test_saving_figures_leads_to_the_next_section(reporter, season):
    make_begun(season)
    data = {"4.1-value": "", "4.1-none": "1", "4.2-value": "", "4.2-none": "1"}

    answer = reporter.post(f"/bc/{season.report.pk}/4/", data)

    assert answer.url == f"/bc/{season.report.pk}/5/"
    assert Figure.objects.filter(is_none=True).count() == 2
    page = reporter.get(f"/bc/{season.report.pk}/4/").text
    assert page.count("checked") == 2


def test_saving_figures_keeps_what_was_typed_and_says_what_is_wrong(reporter, season):
    make_year_of_work(season)
    make_begun(season)
    data = {
        "3.1-value": "bảy",
        "3.2-value": "93",
        "3.2-note": "8 người buổi 14/11",
        "3.3-value": "",
    }

    page = reporter.post(f"/bc/{season.report.pk}/3/", data).text

    assert "Số thực hiện phải là số, ví dụ 85." in page
    assert 'value="bảy"' in page
    assert "Khác nhật ký: +8 lượt người" in page
    assert 'value="8 người buổi 14/11"' in page
    assert "Cần lý do" in page
    assert Figure.objects.get(indicator__code="3.2").value == 85


def test_a_difference_with_a_reason_is_kept_and_shown(reporter, season):
    make_year_of_work(season)
    make_begun(season)
    data = {"3.1-value": "1", "3.2-value": "93", "3.2-reason": "not_logged", "3.3-none": "1"}

    reporter.post(f"/bc/{season.report.pk}/3/", data)

    page = reporter.get(f"/bc/{season.report.pk}/3/").text
    assert "Có lý do" in page
    assert 'value="not_logged" selected' in page


def test_a_log_that_moved_is_said_and_can_be_taken(reporter, season):
    make_year_of_work(season)
    make_begun(season)
    make_activity(season.report.unit, season.reporter, quantities={"sessions": 1, "attendances": 8})
    pk = season.report.pk

    before = reporter.get(f"/bc/{pk}/3/").text
    after = reporter.post(f"/bc/{pk}/lay-so/", {"muc": "3"}, follow=True).text

    assert "3.2 từ 85 thành <b>93</b>" in before
    assert "Nhật ký đã thay đổi" not in after
    assert reporter.post(f"/bc/{pk}/lay-so/").url == f"/bc/{pk}/"


def test_prose_shows_the_suggestion_and_saving_takes_it(reporter, season):
    make_year_of_work(season)
    make_begun(season)
    pk = season.report.pk

    page = reporter.get(f"/bc/{pk}/7/").text
    answer = reporter.post(f"/bc/{pk}/7/", {"text": "Lời của xã."})

    assert "Bản gợi ý viết từ nhật ký của đơn vị" in page
    assert answer.url == f"/bc/{pk}/8/"
    assert "Lời của xã." in reporter.get(f"/bc/{pk}/7/").text


def test_prose_with_a_secrecy_mark_is_refused_and_kept_in_the_form(reporter, season):
    make_begun(season)

    page = reporter.post(f"/bc/{season.report.pk}/8/", {"text": "TỐI MẬT\nNội dung"}).text

    assert "dấu chỉ độ mật" in page
    assert "TỐI MẬT\nNội dung</textarea>" in page


def test_saving_the_last_section_leads_to_the_check(reporter, season):
    make_begun(season)

    answer = reporter.post(f"/bc/{season.report.pk}/9/", {"text": "Đề nghị thêm loa."})

    assert answer.url == f"/bc/{season.report.pk}/gui/"


def test_check_before_sending_shows_answers(reporter, season):
    make_year_of_work(season)
    make_complete(season)

    page = reporter.get(f"/bc/{season.report.pk}/gui/").text

    assert "Gửi báo cáo lên UBND huyện Thử" in page
    assert "Không phát sinh" in page
    assert "<b>85</b> lượt người, ước cả năm 90" in page


def test_submit_report_lists_what_is_missing(reporter, season):
    make_year_of_work(season)
    make_begun(season)

    page = reporter.post(f"/bc/{season.report.pk}/gui/", {"no_secret": "1"}).text

    assert "Chưa gửi được, còn 5 chỗ" in page
    assert "còn là bản gợi ý" in page


def test_submit_report_shows_the_receipt(reporter, season):
    make_complete(season)
    pk = season.report.pk

    page = reporter.post(f"/bc/{pk}/gui/", {"no_secret": "1"}, follow=True).text

    assert "Biên nhận báo cáo" in page
    assert f"<b>BC-2024-{pk:04d}</b>, gửi lần 1" in page
    assert "UBND huyện Thử, qua Phòng Văn hóa" in page
    assert "trong hạn 29/11/2024" in page
    after = reporter.get(f"/bc/{pk}/").text
    assert after.count("Đã gửi lên UBND huyện Thử") == 1
    assert "Chờ xem xét." in after
    assert "Kiểm tra và gửi" not in after


def test_a_sent_report_can_be_read_but_not_changed(reporter, season):
    make_sent(season)
    pk = season.report.pk

    page = reporter.get(f"/bc/{pk}/3/").text
    answer = reporter.post(f"/bc/{pk}/3/", {"3.1-value": "5"})

    assert "Số liệu hiện ở đây để xem, không sửa được." in page
    assert "Lưu và tiếp tục" not in page
    assert answer.status_code == 409


def test_a_returned_report_shows_remarks_and_opens_only_their_sections(reporter, season):
    make_year_of_work(season)
    make_returned(season)
    pk = season.report.pk

    page = reporter.get(f"/bc/{pk}/").text

    assert "1 góp ý, bổ sung đến hết thứ Sáu 29/11/2024" in page
    assert "Làm tiếp mục 3" in page
    assert "giữ nguyên như lần gửi trước" in reporter.get(f"/bc/{pk}/1/").text
    assert "Bổ sung ảnh buổi 14/11." in reporter.get(f"/bc/{pk}/3/").text


def test_a_returned_report_asks_for_an_answer_to_each_remark(reporter, season):
    make_year_of_work(season)
    make_returned(season)
    pk = season.report.pk

    refused = reporter.post(f"/bc/{pk}/gui/", {"no_secret": "1"}).text
    data = {"3.1-value": "1", "3.2-value": "85", "3.3-none": "1"}
    mended = reporter.post(f"/bc/{pk}/3/", data)
    page = reporter.post(f"/bc/{pk}/gui/", {"no_secret": "1"}, follow=True).text

    assert "có góp ý mà chưa sửa hay lưu lại" in refused
    assert mended.url == f"/bc/{pk}/gui/"
    assert f"<b>BC-2024-{pk:04d}-2</b>, gửi lần 2" in page


def test_last_years_figures_stand_beside_this_years(client, settings):
    season = make_season(year=2023)
    settings.AS_OF = dt.date(2023, 11, 25)
    make_activity(season.report.unit, season.reporter, on=dt.date(2023, 5, 1))
    make_accepted(season)
    settings.AS_OF = dt.date(2024, 11, 25)
    regime = season.round.regime
    commands.open_round(regime=regime, year=2024, due_on=dt.date(2024, 11, 29), by=season.drafter)
    report = Report.objects.get(round__period__ends_on__year=2024)
    make_year_of_work(season, report, times=3)
    commands.start_report(report=report, by=season.reporter)
    client.force_login(season.reporter)

    page = client.get(f"/bc/{report.pk}/3/").text

    there = f"/bc/{Report.objects.exclude(pk=report.pk).get().pk}/so/3.2/"
    assert f'<span class="only-phone">Năm 2023: </span><a href="{there}">85' in page


def test_section_costs_the_same_for_one_entry_and_for_three(
    reporter, season, django_assert_num_queries
):
    make_year_of_work(season)
    make_begun(season)
    pk = season.report.pk
    reporter.get(f"/bc/{pk}/3/")
    with django_assert_num_queries(26):
        reporter.get(f"/bc/{pk}/3/")
    make_year_of_work(season, times=2)
    commands.refresh_figures(report=season.report, by=season.reporter)

    with django_assert_num_queries(26):
        reporter.get(f"/bc/{pk}/3/")


def test_own_reports_cost_the_same_for_one_and_for_three(
    reporter, season, django_assert_num_queries
):
    def costs():
        with django_assert_num_queries(9):
            reporter.get("/bao-cao/")

    costs()
    for year in (2022, 2023):
        commands.open_round(
            regime=season.round.regime, year=year, due_on=dt.date(year, 11, 29), by=season.drafter
        )
    costs()


def test_a_reason_without_a_difference_is_dropped_and_words_are_kept(reporter, season):
    make_year_of_work(season)
    report = make_begun(season)
    figures = {"3.2": Entered("85", reason="not_logged", note="thừa")}
    commands.save_figures(
        report=report, section=season.section(3), figures=figures, by=season.reporter
    )

    row = Figure.objects.get(indicator__code="3.2")
    assert (row.reason, row.note) == ("", "thừa")


def test_a_number_that_looks_wrong_is_told_once_and_answered(reporter, season):
    make_year_of_work(season)
    make_begun(season)
    address = f"/bc/{season.report.pk}/3/"
    data = {"3.1-value": "1", "3.2-value": "850", "3.2-reason": "not_logged", "3.3-none": "1"}

    first = reporter.post(address, data)
    page = reporter.get(address).text
    then = reporter.post(address, data | {"3.2-note": "có sổ"})

    assert first.url == address
    assert "gấp 10 lần số trong nhật ký, xem có thừa chữ số không." in page
    assert "Giải thích để cấp trên hiểu" in page
    assert then.url == f"/bc/{season.report.pk}/4/"
