"""The screens of the authority that receives: rounds, review."""

import datetime as dt

import pytest

from haidang.orgs.enums import Role
from haidang.reporting import commands
from haidang.reporting.entered import Entered
from haidang.reporting.enums import ReportStatus
from haidang.reporting.models import Report, Round
from tests.makers import make_unit, make_user
from tests.makers.activities import make_activity, make_adopted_plan, make_adopted_task
from tests.makers.reporting import (
    make_accepted,
    make_begun,
    make_in_review,
    make_returned,
    make_season,
    make_sent,
    make_year_of_work,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]


@pytest.fixture
def season():
    return make_season(3)


@pytest.fixture
def drafter(client, season):
    client.force_login(season.drafter)
    return client


def test_reports_shows_rounds_with_their_states(drafter, season):
    make_sent(season)

    page = drafter.get("/bao-cao/").text

    assert "Báo cáo năm 2024 của 3 đơn vị" in page
    assert "0/3 đã tiếp nhận · 1 chờ xem xét · 0 trả lại · 2 chưa gửi" in page
    assert "Mở kỳ báo cáo" in page


def test_reports_says_when_there_is_none(client):
    client.force_login(make_user(Role.DRAFTER))

    assert "Chưa có kỳ báo cáo nào" in client.get("/bao-cao/").text


def test_rounds_cost_the_same_for_one_and_for_three(drafter, season, django_assert_num_queries):
    def costs():
        with django_assert_num_queries(15):
            drafter.get("/bao-cao/")

    costs()
    for year in (2022, 2023):
        commands.open_round(
            regime=season.round.regime, year=year, due_on=dt.date(year, 11, 29), by=season.drafter
        )
    costs()


def test_open_round_offers_the_task_with_both_readings_of_its_deadline(drafter, season):
    plan = make_adopted_plan(season.authority.district, season.drafter, year=2025)
    make_adopted_task(
        plan,
        text="thực hiện báo cáo kết quả",
        deadline_phrase="trước ngày 30 tháng 11",
        due_on=dt.date(2025, 11, 29),
    )

    page = drafter.get("/bao-cao/mo-ky/").text

    assert "“trước ngày 30 tháng 11”: chậm nhất 29/11/2025" in page
    assert "chậm nhất 24 giờ, thứ Bảy 29/11/2025" in page


def test_open_round_opens_and_shows_the_units(drafter, season):
    data = {
        "regime": season.round.regime_id,
        "year": "2025",
        "due_on_day": "28",
        "due_on_month": "11",
        "due_on_year": "2025",
    }

    page = drafter.post("/bao-cao/mo-ky/", data, follow=True).text

    assert "Đã mở Báo cáo năm 2025 cho 3 đơn vị." in page
    assert Round.objects.get(period__ends_on__year=2025).due_on == dt.date(2025, 11, 28)


def test_open_round_says_on_the_form_what_is_missing(drafter, season):
    regime = season.round.regime
    regime.due_rule = {}
    regime.save(update_fields=["due_rule"])
    data = {"regime": regime.pk, "year": "2025"}

    page = drafter.post("/bao-cao/mo-ky/", data).text

    assert "Chưa biết hạn gửi" in page
    assert 'value="2025"' in page


def test_open_round_is_refused_to_a_leader(client, season):
    client.force_login(season.authority.leader)
    data = {"regime": season.round.regime_id, "year": "2025"}

    assert client.post("/bao-cao/mo-ky/", data).status_code == 403
    assert client.get("/bao-cao/mo-ky/").status_code == 403


def test_round_shows_each_unit_in_its_state(drafter, season, settings):
    first, second, _ = season.reports
    make_returned(season, first)
    make_begun(season, second)
    settings.AS_OF = dt.date(2024, 12, 2)

    page = drafter.get(f"/bao-cao/{season.round.pk}/").text

    assert "bổ sung đến hết 29/11" in page
    assert "Đang soạn" in page
    assert "Quá hạn 3 ngày" in page
    assert "Đã qua hạn" in page


def test_a_report_that_came_late_says_so(drafter, season, settings):
    settings.AS_OF = dt.date(2024, 12, 2)
    make_sent(season)

    assert "Nộp muộn" in drafter.get(f"/bao-cao/{season.round.pk}/").text


def test_round_leads_a_unit_to_its_own_report(client, season):
    client.force_login(season.reporter)

    answer = client.get(f"/bao-cao/{season.round.pk}/")

    assert answer.url == f"/bc/{season.report.pk}/"


def test_round_of_another_authority_does_not_exist(client, season):
    client.force_login(make_user(Role.DRAFTER, unit=make_unit("huyện Khác", kind="huyen")))

    assert client.get(f"/bao-cao/{season.round.pk}/").status_code == 404


@pytest.mark.parametrize("units", [1, 3])
def test_round_costs_the_same_for_one_unit_and_for_three(client, django_assert_num_queries, units):
    season = make_season(units)
    for report in season.reports:
        make_sent(season, report)
    client.force_login(season.drafter)

    with django_assert_num_queries(9):
        client.get(f"/bao-cao/{season.round.pk}/")


def test_review_of_a_report_that_was_not_begun_says_so(drafter, season):
    page = drafter.get(f"/bc/{season.report.pk}/", follow=True).text

    assert "Đơn vị chưa mở báo cáo" in page


def test_review_of_a_draft_says_that_it_still_moves(drafter, season):
    make_begun(season)

    page = drafter.get(f"/bc/{season.report.pk}/xem-xet/").text

    assert "Đơn vị đang soạn, chưa gửi." in page
    assert "Khóa trong khi xem xét" not in page


def test_begin_review_locks_and_shows_the_checks(drafter, season):
    make_year_of_work(season)
    make_sent(season)
    pk = season.report.pk
    assert "Khóa trong khi xem xét" in drafter.get(f"/bc/{pk}/xem-xet/").text

    page = drafter.post(f"/bc/{pk}/xem-xet/nhan/", follow=True).text

    assert "Khóa trong khi xem xét" not in page
    assert "14/14 số khớp nhật ký" in page
    assert "1/1 hoạt động chưa có ảnh" in page
    assert "Mục 7 viết rất ngắn" in page
    assert "Có xác nhận không chứa bí mật nhà nước" in page


def test_review_shows_differences_and_last_year(drafter, season):
    make_year_of_work(season)
    report = make_begun(season)
    figures = {"3.2": Entered("93", reason="not_logged", note="buổi 14/11")}
    commands.save_figures(
        report=report, section=season.section(3), figures=figures, by=season.reporter
    )
    commands.save_figures(
        report=report,
        section=season.section(1),
        figures={"1.1": Entered("2", reason="other_source")},
        by=season.reporter,
    )
    Report.objects.filter(pk=report.pk).update(status=ReportStatus.SUBMITTED, attempt=1)

    page = drafter.get(f"/bc/{report.pk}/xem-xet/").text

    assert "12/14 số khớp nhật ký" in page
    assert "3.2 khác nhật ký +8" in page
    assert "hoạt động chưa ghi nhật ký: buổi 14/11" in page


def test_return_report_sends_pinned_remarks(drafter, season):
    make_in_review(season)
    pk = season.report.pk
    data = {
        "kind-3-3.2": "no_evidence",
        "remark-3-3.2": "Bổ sung ảnh.",
        "kind-8": "missing",
        "remark-8": "Nêu nguyên nhân.",
        "remark-9": "không có loại",
        "mend_by_day": "27",
        "mend_by_month": "11",
        "mend_by_year": "2024",
    }

    page = drafter.post(f"/bc/{pk}/xem-xet/tra-lai/", data, follow=True).text

    assert "với 3 góp ý." in page
    report = season.report
    assert (report.status, report.mend_by) == (ReportStatus.RETURNED, dt.date(2024, 11, 27))
    assert "3.2, thiếu minh chứng: Bổ sung ảnh." in drafter.get(f"/bc/{pk}/xem-xet/").text


def test_return_report_keeps_what_was_typed_where_it_is_refused(drafter, season):
    make_in_review(season)
    data = {"kind-8": "missing", "remark-8": "Nêu nguyên nhân.", "mend_by_day": "45"}
    data |= {"mend_by_month": "11", "mend_by_year": "2024"}

    page = drafter.post(f"/bc/{season.report.pk}/xem-xet/tra-lai/", data).text

    assert "Ngày này không có trong lịch" in page
    assert "Ghi ngày đơn vị phải bổ sung xong" not in page
    assert "Hôm qua" not in page
    assert "Nêu nguyên nhân." in page
    assert season.report.status == ReportStatus.IN_REVIEW


def test_accept_report_leads_back_to_the_round(drafter, season):
    make_in_review(season)

    answer = drafter.post(f"/bc/{season.report.pk}/xem-xet/tiep-nhan/")

    assert answer.url == f"/bao-cao/{season.round.pk}/"
    assert season.report.status == ReportStatus.ACCEPTED


def test_a_leader_and_an_auditor_read_without_buttons(client, season):
    make_in_review(season)
    for person in (season.authority.leader, season.authority.auditor):
        client.force_login(person)

        page = client.get(f"/bc/{season.report.pk}/xem-xet/").text

        assert "Phát thanh" in page
        assert "Quyết định" not in page


def test_review_leads_a_unit_to_its_own_page(client, season):
    client.force_login(season.reporter)

    assert client.get(f"/bc/{season.report.pk}/xem-xet/").url == f"/bc/{season.report.pk}/"


def test_a_figure_far_from_last_years_is_worth_a_look(client, settings):
    season = make_season(year=2023)
    settings.AS_OF = dt.date(2023, 11, 25)
    make_activity(season.report.unit, season.reporter, on=dt.date(2023, 5, 1))
    make_accepted(season)
    settings.AS_OF = dt.date(2024, 11, 25)
    commands.open_round(
        regime=season.round.regime, year=2024, due_on=dt.date(2024, 11, 29), by=season.drafter
    )
    report = Report.objects.get(round__period__ends_on__year=2024)
    make_year_of_work(season, report, times=4)
    make_sent(season, report)
    client.force_login(season.drafter)

    page = client.get(f"/bc/{report.pk}/xem-xet/").text

    assert "năm trước 85, năm nay 340, khác nhau hơn ba lần." in page


def test_an_authority_above_is_told_whose_rounds_it_sees(client, drafter, season):
    assert "của 3 đơn vị, gửi" not in drafter.get("/bao-cao/").text
    above = make_unit("tỉnh Thử trên", kind="tinh")
    season.authority.district.parent = above
    season.authority.district.path = f"{above.path}{season.authority.district.path.lstrip('/')}"
    season.authority.district.save()
    client.force_login(make_user(Role.DRAFTER, unit=above))

    page = client.get("/bao-cao/").text

    assert f"Báo cáo năm 2024 của 3 đơn vị, gửi {season.authority.district}" in page
