"""The screens of reviewing: one report after the other, recalls, comparisons, opinions, marks."""

import datetime as dt

import pytest

from haidang.orgs.commands import replace_units
from haidang.orgs.enums import Change, Role
from haidang.reporting import commands
from haidang.reporting.enums import ReportStatus
from haidang.reporting.models import Regime, Remark, Report
from haidang.web.views.reporting import accepting
from tests.makers import make_unit, make_user
from tests.makers.levels import accept, make_province, make_talk, send_up
from tests.makers.reporting import (
    make_in_review,
    make_returned,
    make_season,
    make_sent,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]
LONG = "Đã mở ba lớp học về biển, đảo cho bà con ngư dân."
DAY = {"mend_by_day": "27", "mend_by_month": "11", "mend_by_year": "2024"}


@pytest.fixture
def season():
    return make_season(3)


@pytest.fixture
def drafter(client, season):
    client.force_login(season.drafter)
    return client


def as_person(client, person):
    client.force_login(person)
    return client


def test_deciding_takes_the_report_up_and_leads_to_the_next(drafter, season):
    first, second, third = (make_sent(season, report) for report in season.reports)

    page = drafter.post(f"/bc/{first.pk}/xem-xet/tiep-nhan/", {"seen": first.version}, follow=True)

    assert f"Tiếp theo: {second.unit}." in page.text
    assert page.redirect_chain == [(f"/bc/{second.pk}/xem-xet/", 302)]
    assert f'rel="next" href="/bc/{third.pk}/xem-xet/"' in page.text
    assert [report.status for report in season.reports] == ["accepted", "submitted", "submitted"]


def test_after_the_last_report_comes_the_round(drafter, season):
    report = make_sent(season)

    typed = {"kind-8": "other", "remark-8": "Sửa"}
    page = drafter.post(f"/bc/{report.pk}/xem-xet/tra-lai/", typed | DAY)

    assert page.url == f"/bao-cao/{season.round.pk}/"
    assert season.report.status == ReportStatus.RETURNED


def test_a_mark_can_be_given_with_the_acceptance_and_later(drafter, season):
    report = make_in_review(season)
    drafter.post(f"/bc/{report.pk}/xem-xet/tiep-nhan/", {"mark": "4", "quality": "Đủ, rõ."})
    assert "<b>4/5</b>. Đủ, rõ." in drafter.get(f"/bc/{report.pk}/xem-xet/").text

    drafter.post(f"/bc/{report.pk}/xem-xet/diem/", {"mark": "5"})

    assert "<b>5/5</b>" in drafter.get(f"/bc/{report.pk}/xem-xet/").text


def test_a_remark_on_a_paragraph_quotes_it_to_the_unit(client, drafter, season):
    report = make_sent(season)
    drafter.post(
        f"/bc/{report.pk}/xem-xet/tra-lai/", {"kind-7-d1": "missing", "remark-7-d1": "Nêu số"} | DAY
    )

    page = as_person(client, season.reporter).get(f"/bc/{report.pk}/").text

    assert "đoạn 1</a>: <b>thiếu nội dung</b>. Nêu số" in page
    assert "Đã làm tốt.</q>" in page


def test_a_unit_takes_its_report_back_and_the_receiver_sees_it(client, season):
    report = make_sent(season)
    unit = as_person(client, season.reporter)
    assert f"/bc/{report.pk}/thu-hoi/" in unit.get(f"/bc/{report.pk}/").text
    assert "Ghi lý do" in unit.post(f"/bc/{report.pk}/thu-hoi/", {"reason": ""}).text

    page = unit.post(f"/bc/{report.pk}/thu-hoi/", {"reason": "Nhầm số"}, follow=True).text

    assert "Đã thu hồi lần gửi 1" in page
    assert "/thu-hoi/" not in page
    seen = as_person(client, season.drafter).get(f"/bc/{report.pk}/xem-xet/").text
    assert "Đơn vị đã thu hồi lần gửi 1" in seen
    assert "Nhầm số" in seen
    assert "Quyết định" not in seen


def test_a_report_under_review_is_not_taken_back(client, season):
    report = make_in_review(season)
    unit = as_person(client, season.reporter)

    assert "nhờ trả lại" in unit.get(f"/bc/{report.pk}/thu-hoi/").text
    assert unit.post(f"/bc/{report.pk}/thu-hoi/", {"reason": "x"}).status_code == 409
    other = as_person(client, season.authority.reporters[1])
    assert other.get(f"/bc/{report.pk}/thu-hoi/").status_code == 404


def test_remarks_typed_on_a_report_taken_back_are_not_lost(drafter, season):
    report = make_sent(season)
    commands.recall_report(report=report, reason="Nhầm số", by=season.reporter)
    typed = {"kind-8": "other", "remark-8": "Nêu nguyên nhân.", "seen": report.version}

    page = drafter.post(f"/bc/{report.pk}/xem-xet/tra-lai/", typed | DAY).text

    assert "đã thu hồi báo cáo" in page
    assert "Góp ý đã viết, chưa gửi" in page
    assert "Nêu nguyên nhân." in page
    assert not Remark.objects.exists()


def test_the_second_of_two_reviewers_sees_who_decided(client, drafter, season):
    report = make_in_review(season)
    commands.accept_report(report=report, by=season.drafter)
    other = make_user(Role.DRAFTER, unit=season.authority.office, post="Chuyên viên khác")

    page = as_person(client, other).post(
        f"/bc/{report.pk}/xem-xet/tiep-nhan/", {"seen": report.version}
    )

    assert "Người khác vừa sửa: Chuyên viên, Phòng" in page.text


def mended(season):
    report = make_returned(season)
    remark = report.remarks.get()
    commands.answer_remark(remark=remark, words="Không chụp ảnh.", by=season.reporter)
    return commands.submit_report(report=report, by=season.reporter, no_secret=True)


def test_two_sendings_stand_side_by_side(client, drafter, season):
    report = mended(season)

    page = drafter.get(f"/bc/{report.pk}/so-sanh/").text

    assert "Lần 2 bên lần 1" in page
    assert "Giữ nguyên, có giải trình: Không chụp ảnh." in page
    assert "Không số nào thay đổi." in page
    assert "So với lần 1" in drafter.get(f"/bc/{report.pk}/xem-xet/").text
    own = as_person(client, season.reporter)
    assert own.get(f"/bc/{report.pk}/so-sanh/").status_code == 200
    assert own.get(f"/bc/{report.pk}/so-sanh/?lan=1").status_code == 404


def test_a_unit_answers_a_remark_in_words(client, season):
    report = make_returned(season)
    remark, unit = report.remarks.get(), as_person(client, season.reporter)
    address = f"/bc/{report.pk}/gop-y/{remark.pk}/"
    assert "Ghi rõ vì sao" in unit.post(address, {"words": ""}, follow=True).text

    page = unit.post(address, {"words": "Không chụp ảnh."}, follow=True).text

    assert "Đã giải trình: Không chụp ảnh." in page


@pytest.fixture
def guard(season):
    unit = make_unit("Đồn Biên phòng", kind="don")
    Regime.objects.update(reviewer=unit)
    return make_user(Role.LEADER, unit=unit, post="Đồn trưởng")


def test_a_body_outside_gives_its_opinion_and_sees_only_that_report(client, season, guard):
    sent, other = make_sent(season), season.reports[1]
    body = as_person(client, guard)
    assert "Báo cáo xin ý kiến" in body.get("/bao-cao/").text
    assert body.get(f"/bc/{other.pk}/xem-xet/").status_code == 404
    assert body.get(f"/bao-cao/{season.round.pk}/").status_code == 404
    address = f"/bc/{sent.pk}/y-kien/"
    assert "Chọn đồng ý" in body.post(address, {}).text
    assert "cần sửa gì" in body.post(address, {"agrees": "no"}).text

    page = body.post(address, {"agrees": "no", "words": "Thiếu tuyến biển."}, follow=True).text

    assert "Thiếu tuyến biển." in page
    assert "Quyết định" not in page


def test_accepting_without_the_opinion_asks_for_a_reason(drafter, season, guard):
    report = make_sent(season)
    address = f"/bc/{report.pk}/xem-xet/tiep-nhan/"
    assert "hoặc ghi lý do không chờ" in drafter.post(address).text

    drafter.post(address, {"without_opinion": "Đã quá hạn."})

    assert season.report.status == ReportStatus.ACCEPTED
    assert "tiếp nhận không theo ý kiến" in drafter.get(f"/bc/{report.pk}/xem-xet/").text


def test_many_reports_wait_on_several_pages(drafter, season, monkeypatch):
    monkeypatch.setattr(accepting, "OF_A_PAGE", 2)
    first, second, third = (make_sent(season, report) for report in season.reports)
    where = f"/bao-cao/{season.round.pk}/tiep-nhan/"

    page, last = drafter.get(where), drafter.get(f"{where}?trang=2")

    assert [row[0] for row in page.context["rows"]] == [first, second]
    assert "3 báo cáo chờ, ở trang này" in page.text
    assert [row[0] for row in last.context["rows"]] == [third]


def test_what_is_wrong_is_said_before_the_report_is_taken_up(drafter, season):
    report = make_sent(season)
    at = f"/bc/{report.pk}/xem-xet/"

    stamped = drafter.post(f"{at}tiep-nhan/", {"mark": "4", "quality": "TUYỆT MẬT"})
    empty = drafter.post(f"{at}tra-lai/", DAY)

    assert "dấu chỉ độ mật" in stamped.text
    assert "Ghi ít nhất một góp ý" in empty.text
    assert season.report.status == ReportStatus.SUBMITTED


def test_what_is_ticked_is_accepted_and_what_moved_meanwhile_is_told(drafter, season):
    first, second, _ = (make_sent(season, report) for report in season.reports)
    page = drafter.get(f"/bao-cao/{season.round.pk}/tiep-nhan/").text
    assert "3 báo cáo chờ" in page
    assert "checked" not in page  # each has very short words
    typed = {"report": [first.pk, second.pk], f"seen-{first.pk}": first.version}
    typed |= {f"seen-{second.pk}": second.version}
    commands.begin_review(report=second, by=season.drafter)

    said = drafter.post(f"/bao-cao/{season.round.pk}/tiep-nhan/", typed, follow=True).text

    assert "Đã tiếp nhận 1 báo cáo." in said
    assert f"{second.unit}: " in said
    assert [row.status for row in season.reports] == ["accepted", "in_review", "submitted"]


def test_a_report_in_which_everything_agrees_is_ticked(drafter, season):
    report = make_sent(season)
    report.prose.update(text=LONG)

    assert "checked" in drafter.get(f"/bao-cao/{season.round.pk}/tiep-nhan/").text


def test_the_list_of_waiting_reports_is_the_drafters(client, season):
    page = as_person(client, season.authority.leader).get(f"/bao-cao/{season.round.pk}/tiep-nhan/")

    assert page.status_code == 403


def test_reviewing_costs_the_same_for_one_waiting_report_and_for_three(
    drafter, season, count_queries
):
    first, *others = season.reports
    make_sent(season, first)
    one = count_queries(drafter, f"/bc/{first.pk}/xem-xet/")
    for report in others:
        make_sent(season, report)

    assert count_queries(drafter, f"/bc/{first.pk}/xem-xet/") == one


def test_a_round_hands_the_reports_of_ended_units_over(drafter, season):
    one, other, _ = season.authority.communes
    heir = make_unit("xã Mới", parent=season.authority.district)
    replace_units(
        predecessors=[one, other],
        successors=[heir],
        on=dt.date(2024, 11, 1),
        how=Change.MERGE,
        by=None,
    )
    address = f"/bao-cao/{season.round.pk}/"
    assert "2 đơn vị đã kết thúc" in drafter.get(address).text

    page = drafter.post(f"{address}ke-thua/", follow=True).text

    assert "Đã chuyển cho đơn vị kế thừa báo cáo: UBND xã Mới." in page
    assert "của 2 đơn vị" in page


def test_a_district_drafts_its_report_from_what_it_froze(client):
    province = make_province(1, 2)
    [district] = province.districts
    first, second = district.communes
    make_talk(first, district.reporter_of(first), 10)
    accept(send_up(district.report_of(first), district.reporter_of(first)), district.drafter)
    commands.consolidate_round(round=district.round, by=district.drafter)
    office = as_person(client, district.drafter)
    report = province.report_of(district)
    assert f"/bc/{report.pk}/" in office.get("/bao-cao/").text
    office.post(f"/bc/{report.pk}/bat-dau/")
    assert "lần chốt 1" in office.get(f"/bc/{report.pk}/").text
    make_talk(second, district.reporter_of(second), 20)
    accept(send_up(district.report_of(second), district.reporter_of(second)), district.drafter)
    commands.consolidate_round(round=district.round, by=district.drafter)
    assert "Đã có lần chốt 2 mới hơn" in office.get(f"/bc/{report.pk}/").text

    page = office.post(f"/bc/{report.pk}/lay-so/", follow=True).text

    assert "mới hơn" not in page
    assert Report.objects.get(pk=report.pk).figures.get(indicator__code="3.2").value == 30


def test_the_province_reviews_its_districts(client):
    province = make_province(1, 1)
    [district] = province.districts
    [commune] = district.communes
    make_talk(commune, district.reporter_of(commune), 10)
    accept(send_up(district.report_of(commune), district.reporter_of(commune)), district.drafter)
    commands.consolidate_round(round=district.round, by=district.drafter)
    report = send_up(province.report_of(district), district.drafter)

    page = as_person(client, province.drafter).get(f"/bc/{report.pk}/xem-xet/").text

    assert "Lấy số từ lần chốt 1, 1/1 đơn vị cấp dưới" in page
    assert "Quyết định" in page


def test_a_figure_of_the_province_opens_down_to_the_entry(client):
    province = make_province(1, 1)
    [district] = province.districts
    [commune] = district.communes
    talk = make_talk(commune, district.reporter_of(commune), 10)
    accept(send_up(district.report_of(commune), district.reporter_of(commune)), district.drafter)
    commands.consolidate_round(round=district.round, by=district.drafter)
    accept(send_up(province.report_of(district), district.drafter), province.drafter)
    above = as_person(client, province.drafter)

    page = above.get(f"/so/{province.round.pk}/3.2/{district.unit.pk}/").text

    below = f"/so/{district.round.pk}/3.2/?lan=1"
    assert "10 từ các đơn vị cấp dưới" in page
    assert "Sau khi gửi: không thay đổi" in page
    assert below in page
    assert f"/so/{district.round.pk}/3.2/{commune.pk}/" in above.get(below).text
    assert str(talk.pk) in above.get(f"/so/{district.round.pk}/3.2/{commune.pk}/?lan=1").text
