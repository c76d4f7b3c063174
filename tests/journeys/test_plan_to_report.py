"""The whole loop: the founding plan is read in, worked on, reported on, consolidated, written."""

import re
import subprocess

import pytest

from haidang.plans.models import Assignment, Plan
from haidang.reporting.enums import ReportStatus
from tests.journeys.conftest import PHONE, SAMPLES
from tests.journeys.story import (
    given_a_regime,
    given_a_year_of_work,
    report_of,
    when_the_others_report,
)
from tests.system import needs

pytestmark = [
    pytest.mark.journey,
    needs("chromium", "chromium"),
    needs("soffice", "libreoffice-writer-nogui"),
]
THE_TWO = ("mylongnam", "vinhkim")


def test_the_founding_plan_becomes_an_official_report(person, office, photo, tmp_path):
    specialist = person("chuyenvien")
    when_the_plan_is_read_and_adopted(specialist, SAMPLES / "99-KH-UBND.docx")
    assert Assignment.objects.filter(task__label="III.4.c").count() == 15

    commune = person("vinhkim", PHONE)
    when_an_activity_is_logged(commune, photo)

    given_a_year_of_work(office, but=["vinhkim"])
    given_a_regime(office)
    when_the_round_is_opened(specialist)
    when_a_report_is_filled(commune, report_of(office, "vinhkim"))
    when_it_is_returned_and_mended(specialist, commune, report_of(office, "vinhkim"))
    when_the_others_report(office, but=["vinhkim"])

    totals = then_fifteen_are_consolidated(specialist)
    then_a_total_opens_to_its_activities(specialist)
    then_the_document_says_the_totals(specialist, totals, tmp_path)


def when_the_plan_is_read_and_adopted(specialist, file):
    specialist.goes_to("/ke-hoach/")
    specialist.page.locator("input[type=file]").set_input_files(file)
    specialist.presses("Đọc văn bản")
    specialist.sees("30/30 câu đã xếp")
    specialist.sees("17 nhiệm vụ")

    for accepted in range(1, 18):
        specialist.page.get_by_role("button", name="Nhận").first.click()
        specialist.sees(re.compile(rf"đã xem: {accepted} đã nhận"))
    specialist.presses(re.compile("vào ma trận"))

    assert Plan.objects.get().status == "adopted"


def when_an_activity_is_logged(commune, photo):
    commune.goes_to("/viec/")
    commune.sees("Đến hạn tuần này")
    commune.sees("29/11")
    commune.follows("Ghi hoạt động")
    commune.page.locator("label", has_text="Tuyên truyền trực tiếp").click()
    commune.fills("Nội dung", "Luật Biên phòng Việt Nam tại ấp")
    commune.page.get_by_role("textbox", name="Số lượt người").fill("64")
    commune.page.locator("input[type=file]").last.set_input_files(photo)
    commune.presses("Lưu hoạt động")
    commune.sees("Mã biên nhận")
    commune.goes_to("/nhat-ky/")
    commune.sees("Luật Biên phòng Việt Nam tại ấp")
    commune.sees("64")


def when_the_round_is_opened(specialist):
    specialist.goes_to("/bao-cao/")
    specialist.follows("Mở kỳ báo cáo")
    specialist.presses("Mở kỳ báo cáo")
    specialist.sees("15 đơn vị")
    specialist.sees("“trước ngày 30 tháng 11”")


def when_a_report_is_filled(commune, report):
    commune.goes_to("/bao-cao/")
    commune.goes_to(f"/bc/{report.pk}/")
    commune.presses("Mở báo cáo, điền từ nhật ký")
    for section in range(1, 7):
        commune.goes_to(f"/bc/{report.pk}/{section}/")
        for box in commune.page.get_by_role("checkbox", name="Không phát sinh").all():
            box.check()
        if section == 3:
            assert commune.page.locator("[name='3.2-value']").input_value() == "64"
            commune.page.locator("[name='3.2-value']").fill("72")
            commune.page.locator("[name='3.2-estimate']").fill("80")
            commune.presses("Lưu và tiếp tục")
            commune.sees("Khác nhật ký")
            commune.page.get_by_label("Lý do khác nhật ký").select_option("not_logged")
        commune.presses("Lưu và tiếp tục")
    for section in (7, 8, 9):
        commune.goes_to(f"/bc/{report.pk}/{section}/")
        if section != 7:
            commune.fills("Nội dung", "Cụm loa gần biển xuống cấp nhanh.")
        commune.presses("Lưu và tiếp tục")
    then_it_is_sent(commune, report, attempt=1)


def then_it_is_sent(commune, report, attempt):
    commune.goes_to(f"/bc/{report.pk}/gui/")
    commune.page.get_by_role("checkbox", name="Báo cáo không chứa bí mật nhà nước").check()
    commune.presses(re.compile("Gửi báo cáo lên"))
    commune.page.wait_for_url("**/bien-nhan/")
    report.refresh_from_db()
    assert (report.status, report.attempt) == (ReportStatus.SUBMITTED, attempt)
    commune.sees(report.receipt)


def when_it_is_returned_and_mended(specialist, commune, report):
    specialist.goes_to(f"/bc/{report.pk}/xem-xet/")
    specialist.presses("Khóa trong khi xem xét")
    specialist.page.locator("summary", has_text="Góp ý 3.2").click()
    specialist.page.locator('[name="remark-3-3.2"]').fill("Thiếu minh chứng 8 người.")
    specialist.presses("Trả lại để bổ sung")
    specialist.sees("Trả lại để bổ sung")

    commune.goes_to("/viec/")
    commune.sees("Bị trả lại")
    commune.goes_to(f"/bc/{report.pk}/3/")
    commune.sees("Thiếu minh chứng 8 người.")
    commune.page.locator("[name='3.2-value']").fill("64")
    commune.page.locator("[name='3.2-estimate']").fill("70")
    commune.presses("Lưu và tiếp tục")
    then_it_is_sent(commune, report, attempt=2)

    specialist.goes_to(f"/bc/{report.pk}/xem-xet/")
    specialist.presses("Tiếp nhận")


def then_fifteen_are_consolidated(specialist):
    specialist.goes_to("/bao-cao/")
    specialist.follows(re.compile("Báo cáo năm 2024"))
    specialist.follows("Bảng tổng hợp")
    specialist.sees("15/15 đơn vị")
    people = specialist.number("#so-3\\.2")
    assert people == 64 + sum(40 + n for n in range(1, 16) if n != 6)
    specialist.presses("Chốt số liệu")
    return {"3.1": specialist.number("#so-3\\.1"), "3.2": people}


def then_a_total_opens_to_its_activities(specialist):
    specialist.page.locator("#so-3\\.2").click()
    specialist.sees("ở đâu ra?")
    specialist.page.locator("aside .entries a", has_text="Xã Vinh Kim").click()
    specialist.sees("Luật Biên phòng Việt Nam tại ấp")


def then_the_document_says_the_totals(specialist, totals, folder):
    specialist.presses("Lập báo cáo")
    if specialist.page.get_by_role("link", name="Xem văn bản").count():
        specialist.follows("Xem văn bản")
    specialist.sees("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    with specialist.page.expect_download() as download:
        specialist.page.get_by_role("link", name="Tải .docx").click()
    text = read_with_libreoffice(download.value, folder)

    assert "BÁO CÁO" in text
    assert f"{totals['3.1']} buổi tuyên truyền trực tiếp" in text
    assert f"{totals['3.2']} lượt người" in text


def read_with_libreoffice(download, folder):
    download.save_as(folder / "report.docx")
    command = ["soffice", "--headless", "--convert-to", "txt:Text (encoded):UTF8"]
    profile = f"-env:UserInstallation=file://{folder}/profile"
    subprocess.run(
        [*command, profile, "--outdir", str(folder), str(folder / "report.docx")],
        check=True,
        capture_output=True,
        timeout=600,
    )
    return (folder / "report.txt").read_text("utf-8-sig")
