"""The core of the day's work with JavaScript off, on a phone."""

import pytest

from haidang.activities.models import Activity
from haidang.demonstration.plan import adopt
from haidang.plans.queries import report_task
from haidang.reporting import commands as reporting
from haidang.reporting.enums import ReportStatus
from tests.journeys.conftest import PHONE
from tests.journeys.story import given_a_regime, report_of
from tests.system import needs

pytestmark = [pytest.mark.journey, needs("chromium", "chromium")]


def test_a_commune_logs_and_opens_its_report_without_script(person, office, photo):
    plan = adopt(office.district, office.persons)
    reporting.open_round(
        regime=given_a_regime(office),
        year=plan.year,
        by=office.persons["chuyenvien"],
        task=report_task(plan),
    )
    commune = person("longson", PHONE, script=False)

    when_a_talk_is_logged(commune, photo)
    when_the_report_is_opened(commune, report_of(office, "longson"))

    assert Activity.objects.get().evidence.count() == 1
    report = report_of(office, "longson")
    assert report.status == ReportStatus.DRAFT
    assert report.figures.get(indicator__code="3.2").value == 64


def when_a_talk_is_logged(commune, photo):
    commune.goes_to("/ghi/?loai=talk")
    commune.fills("Nội dung", "Luật Biên phòng Việt Nam tại ấp")
    commune.page.locator("[name=amount_attendances], [name$=attendances]").first.fill("64")
    commune.page.locator("input[type=file]").last.set_input_files(photo)
    commune.presses("Lưu hoạt động")
    commune.sees("Đã lưu")


def when_the_report_is_opened(commune, report):
    commune.goes_to(f"/bc/{report.pk}/")
    commune.presses("Mở báo cáo, điền từ nhật ký")
    commune.goes_to(f"/bc/{report.pk}/3/")
    commune.sees("64")
    commune.presses("Lưu và tiếp tục")
    commune.sees("4. Văn nghệ, hội thi")
