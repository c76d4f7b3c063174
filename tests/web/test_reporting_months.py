"""The screens of a report of each month: its own period in words, and no estimate of a year.

And reports of one period that are told apart by their regimes.
"""

import datetime as dt
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import load_workbook

from haidang import clock
from haidang.reporting import commands
from haidang.reporting.due import DueRule
from haidang.reporting.entered import Entered
from haidang.reporting.models import Figure, Regime, Report, Round
from haidang.reporting.queries.suggestion import suggestions_of
from haidang.reporting.ready import PRESS
from tests.makers.activities import make_activity
from tests.makers.regimes import make_office
from tests.makers.reporting import make_season

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]
RADIO = {"kind": "radio", "quantities": {"sessions": 1, "minutes": 30}}


class Months:
    """A commune that reports each month what it broadcast."""

    def __init__(self):
        self.office = make_office(1)
        self.regime = self.office.make(due=DueRule(day=25))
        self.reporter = self.office.authority.reporters[0]

    def open(self, year, month):
        round = commands.open_round(
            regime=self.regime, year=year, ordinal=month, by=self.office.drafter
        )
        return Report.objects.select_related("round__regime", "unit").get(round=round)

    def broadcast(self, on, times=1):
        for _ in range(times):
            make_activity(self.reporter.unit, self.reporter, on=on, **RADIO)

    def begin(self, report):
        return commands.start_report(report=report, by=self.reporter)

    def write(self, report, words):
        section = self.regime.sections.get(kind="prose")
        commands.save_prose(report=report, section=section, text=words, by=self.reporter)

    def accept(self, report, words="Không có khó khăn gì."):
        self.write(report, words)
        commands.submit_report(report=report, by=self.reporter, no_secret=True)
        held = commands.begin_review(report=report, by=self.office.drafter)
        return commands.accept_report(report=held, by=self.office.drafter)


@pytest.fixture
def months():
    return Months()


@pytest.fixture
def reporter(client, months):
    client.force_login(months.reporter)
    return client


def test_a_month_asks_for_no_estimate_and_says_none(reporter, months):
    months.broadcast(dt.date(2024, 11, 5), times=2)
    report = months.begin(months.open(2024, 11))

    page = reporter.get(f"/bc/{report.pk}/gui/").text

    assert "<b>2</b> buổi" in page
    assert "ước cả năm" not in page
    assert set(Figure.objects.filter(report=report).values_list("estimate", flat=True)) == {None}


def test_the_form_of_a_month_has_no_place_for_an_estimate_and_an_older_one_gives_none(
    reporter, months
):
    months.broadcast(dt.date(2024, 11, 5), times=2)
    report = months.begin(months.open(2024, 11))
    address = f"/bc/{report.pk}/xlsx/"
    book = load_workbook(io.BytesIO(reporter.get(f"{address}?tai=1").content))
    row = next(row for row in book.active.iter_rows() if row[0].value == "1.1")
    assert (row[4].value, row[4].protection.locked) == (2, False)
    assert (row[5].value, row[5].protection.locked) == (None, True)
    row[5].value = 40
    file = io.BytesIO()
    book.save(file)

    page = reporter.post(address, {"file": SimpleUploadedFile("bieu.xlsx", file.getvalue())})

    assert "Biểu giống hệt báo cáo đang có" in page.text


def test_the_report_of_each_month_stands_ready(client):
    office = make_office(1)
    client.force_login(office.administrator)
    group = office.authority.group.pk

    page = client.post("/che-do/san/thang/", {"nhom": group}, follow=True).text
    regime = Regime.objects.get()
    with clock.as_if(clock.at(dt.date(2024, 11, 15))):
        round = commands.open_round(regime=regime, year=2024, ordinal=11, by=office.drafter)

    assert "Báo cáo công tác thông tin đối ngoại hằng tháng" in page
    assert (round.data_from, round.data_to) == (dt.date(2024, 10, 15), dt.date(2024, 11, 14))
    assert round.due_on == dt.date(2024, 11, 17)
    assert not round.has_estimate
    hints = " ".join(regime.sections.values_list("hint", flat=True))
    assert "trong tháng" in hints
    assert "trong năm" not in hints


def test_a_month_that_is_over_is_filled_to_its_last_day(reporter, months):
    over, running = months.open(2024, 11), months.open(2024, 12)

    assert "từ ngày 15/10/2024 đến hết ngày 14/11/2024" in reporter.get(f"/bc/{over.pk}/").text
    assert "từ ngày 15/11/2024 đến nay" in reporter.get(f"/bc/{running.pk}/").text


def test_a_month_is_held_against_the_same_month_and_leads_there(client, months, settings):
    settings.AS_OF = dt.date(2023, 11, 25)
    months.broadcast(dt.date(2023, 11, 5), times=2)
    before = months.begin(months.open(2023, 11))
    months.accept(before, "Loa ở ấp hỏng.")
    settings.AS_OF = dt.date(2023, 12, 25)
    months.broadcast(dt.date(2023, 12, 5))
    months.accept(months.begin(months.open(2023, 12)), "Thiếu người.")
    settings.AS_OF = dt.date(2024, 11, 25)
    months.broadcast(dt.date(2024, 11, 5), times=8)
    report = months.begin(months.open(2024, 11))
    client.force_login(months.reporter)

    page = client.get(f"/bc/{report.pk}/1/").text
    section = months.regime.sections.get(kind="prose")
    offered = [one.text for one in suggestions_of(report, section)]
    months.write(report, "Không có.")
    commands.submit_report(report=report, by=months.reporter, no_secret=True)
    client.force_login(months.office.drafter)
    review = client.get(f"/bc/{report.pk}/xem-xet/").text

    assert offered == ["Loa ở ấp hỏng."]
    assert "cùng kỳ năm trước 2, kỳ này 8, khác nhau hơn ba lần" in page
    assert "năm nay" not in page
    link = f'<a href="/bc/{before.pk}/so/1.1/"'
    assert link in page
    assert link in review
    assert "Tháng 11 năm 2023" in review
    assert client.get(f"/bc/{before.pk}/so/1.1/").status_code == 200


def test_the_workbook_of_a_month_names_it_and_has_no_estimate(client, months):
    months.broadcast(dt.date(2024, 11, 5), times=2)
    report = months.begin(months.open(2024, 11))
    months.accept(report)
    client.force_login(months.office.drafter)

    answer = client.get(f"/bao-cao/{report.round_id}/tong-hop/xlsx/")

    sheet = load_workbook(io.BytesIO(answer.content)).active
    said = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert "Tổng hợp kết quả tháng tháng 11 năm 2024" in said
    assert not [one for one in said if one.startswith("Ước")]


def test_a_thousand_with_a_dot_is_still_asked_for_its_reason(reporter, months):
    months.broadcast(dt.date(2024, 11, 5), times=2)
    report = months.begin(months.open(2024, 11))

    page = reporter.post(f"/bc/{report.pk}/1/", {"1.1-value": "1.234", "1.2-value": "1"}).text

    assert "khác nhật ký +1.232 buổi, hãy chọn lý do" in page
    assert 'id="1.1-reason"' in page


def test_a_thousand_with_a_dot_does_not_fall_over_what_a_colleague_saved(reporter, months):
    months.broadcast(dt.date(2024, 11, 5), times=2)
    report = months.begin(months.open(2024, 11))
    section = months.regime.sections.get(kind="figures")
    hours = {"1.2-value": "1"}
    seen = "2024-11-25T00:00:00+07:00"
    commands.save_figures(
        report=report,
        section=section,
        figures={"1.1": Entered("3", reason="not_logged")},
        by=months.reporter,
    )
    typed = {"1.1-value": "1.234", "1.1-reason": "not_logged", "seen": seen} | hours

    page = reporter.post(f"/bc/{report.pk}/1/", typed)

    assert page.status_code == 200
    assert "người khác của đơn vị vừa lưu" in page.text
    assert Figure.objects.get(report=report, indicator__code="1.1").value == 3


def test_two_reports_of_one_period_are_told_apart(client):
    season = make_season()
    press = commands.load_regime(
        receiver=season.authority.district, reporters=season.authority.group, ready=PRESS
    )
    commands.open_round(regime=press, year=2024, by=season.drafter)

    client.force_login(season.reporter)
    page = client.get("/viec/").text
    listed = client.get("/bao-cao/").text

    client.force_login(season.drafter)
    rounds = "".join(
        client.get(f"/bao-cao/{pk}/").text for pk in Round.objects.values_list("pk", flat=True)
    )

    for said in (page, listed, rounds):
        assert "Báo cáo công tác thông tin đối ngoại" in said
        assert "Báo cáo phát ngôn và cung cấp thông tin cho báo chí" in said
