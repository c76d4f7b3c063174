"""A unit's form as a workbook: out, filled, and back; nothing of it is half taken."""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import load_workbook

from haidang.reporting.models import Figure
from tests.makers.reporting import make_begun, make_returned, make_season, make_year_of_work

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]


@pytest.fixture
def season():
    season = make_season()
    make_year_of_work(season)
    return season


@pytest.fixture
def reporter(client, season):
    client.force_login(season.reporter)
    return client


class Form:
    """The form of a report, as a person holds it in a program of tables."""

    def __init__(self, client, report):
        self.client, self.address = client, f"/bc/{report.pk}/xlsx/"
        answer = client.get(f"{self.address}?tai=1")
        assert answer.status_code == 200, answer
        self.book = load_workbook(io.BytesIO(answer.content))
        self.sheet = self.book.active

    def row(self, code):
        return next(row for row in self.sheet.iter_rows() if str(row[0].value) == code)

    def fill(self, code, **parts):
        places = {"value": 4, "estimate": 5, "none": 6, "reason": 7, "note": 8}
        for part, value in parts.items():
            self.row(code)[places[part]].value = value
        return self

    def bytes(self):
        file = io.BytesIO()
        self.book.save(file)
        return file.getvalue()

    def give(self, content=None):
        file = SimpleUploadedFile("bieu.xlsx", content or self.bytes())
        return self.client.post(self.address, {"file": file})

    def take(self, page):
        return self.client.post(self.address, {"filled": page.context["filled"]})


def figure(code):
    return Figure.objects.get(indicator__code=code)


def told(page):
    assert page.status_code == 422
    return " ".join(issue.message for issue in page.context["issues"])


def test_the_form_holds_what_is_known_and_opens_only_what_is_filled(reporter, season):
    report = make_begun(season)
    form = Form(reporter, report)

    row = form.row("3.2")

    assert [cell.value for cell in row[:6]] == ["3.2", "Lượt người dự", "lượt người", 85, 85, 85]
    assert form.sheet.protection.sheet
    assert [cell.protection.locked for cell in row] == [True] * 4 + [False] * 5
    assert form.sheet.freeze_panes


def test_a_filled_form_is_shown_before_it_is_taken(reporter, season):
    report = make_begun(season)
    form = Form(reporter, report)
    reason = "hoạt động chưa ghi nhật ký"
    form.fill("3.2", value=93, estimate="1.000", reason=reason, note="buổi 14/11")
    form.fill("3.3", none="x").fill("1.2", value="0,5", estimate=None, reason=reason)

    page = form.give()

    changed = {one.row.indicator.code for one in page.context["changes"]}
    assert changed == {"1.2", "3.2", "3.3"}
    assert figure("3.2").value == 85
    assert form.take(page).url == f"/bc/{report.pk}/"
    row = figure("3.2")
    assert (row.value, row.estimate, row.reason, row.note) == (93, 1000, "not_logged", "buổi 14/11")
    assert figure("3.3").is_none
    assert str(figure("1.2").value) == "0.50"


def test_a_form_that_changes_nothing_says_so(reporter, season):
    form = Form(reporter, make_begun(season))

    assert "Biểu giống hệt báo cáo đang có" in form.give().text


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ({"value": "khoảng tám chục"}, "phải là số, ví dụ 85"),
        ({"value": -5}, "không được là số âm"),
        ({"value": "-5"}, "không được là số âm"),
        ({"value": 10**12}, "lớn quá mức có thể"),
        ({"value": "1,234.5"}, "phải là số nguyên"),
        ({"value": 85.5}, "phải là số nguyên"),
        ({"value": "1,234"}, "đọc được hai cách"),
        ({"value": "=40+45"}, "là công thức; dán thành giá trị"),
        ({"value": True}, "không phải số"),
        ({"value": 93}, "khác nhật ký +8 lượt người, hãy chọn lý do"),
        ({"value": 1e40}, "lớn quá mức có thể, hãy xem lại"),
        ({"value": 93, "reason": "vì thế"}, "chọn một lý do trong danh sách"),
        ({"none": "có"}, "ghi “x” nếu không phát sinh"),
        ({"estimate": 20}, "không thể ít hơn số thực hiện 85"),
        ({"note": "MẬT"}, "dấu chỉ độ mật"),
    ],
)
def test_one_wrong_cell_keeps_the_whole_form_out_and_is_named(reporter, season, parts, words):
    form = Form(reporter, make_begun(season))
    form.fill("3.3", none="x").fill("3.2", **parts)
    cell = form.row("3.2")[0].row

    said = told(form.give())

    assert words in said
    assert any(f"Ô {letter}{cell}" in said for letter in "EFGHI")
    assert not figure("3.3").is_none


def test_a_number_with_two_readings_is_asked_back_where_halves_are_possible(reporter, season):
    form = Form(reporter, make_begun(season))

    assert "“1.234” đọc được hai cách: ghi 1234 hoặc 1,23" in told(
        form.fill("1.2", value="1.234", reason="số lấy từ nguồn khác").give()
    )


def test_merged_cells_hidden_sheets_and_strange_rows_are_told(reporter, season):
    form = Form(reporter, make_begun(season))
    last = form.sheet.max_row
    form.sheet.merge_cells(f"E{last - 1}:E{last}")
    form.book.create_sheet("Số cũ").sheet_state = "hidden"
    form.sheet.append(["9.9", "x"])
    form.sheet.append(["3.2"])

    said = told(form.give())

    assert f"Ô E{last - 1}:E{last} đã gộp" in said
    assert "trang tính ẩn “Số cũ”" in said
    assert "không có chỉ tiêu mã “9.9”" in said
    assert "chỉ tiêu 3.2 có hai dòng" in said


def test_a_row_that_is_gone_is_told(reporter, season):
    form = Form(reporter, make_begun(season))
    form.sheet.delete_rows(form.row("4.1")[0].row)

    assert "Biểu thiếu dòng của chỉ tiêu 4.1" in told(form.give())


@pytest.mark.parametrize(
    ("mark", "words"),
    [
        ("BIEU-2023-0001-ABCD", "biểu của năm 2023, báo cáo này của năm 2024"),
        ("BIEU-2024-9999-ABCD", "biểu của đơn vị khác hoặc kỳ khác"),
        (None, "biểu của đơn vị khác hoặc kỳ khác (mã trống"),
    ],
)
def test_a_form_of_another_year_or_unit_is_refused(reporter, season, mark, words):
    form = Form(reporter, make_begun(season))
    form.sheet["B2"].value = mark

    assert words in told(form.give())


def test_another_workbook_and_a_changed_heading_are_refused(reporter, season):
    form = Form(reporter, make_begun(season))
    form.row("Mã")[4].value = "Số liệu"
    changed = told(form.give())
    form.sheet["A2"].value = ""

    assert "Dòng tiêu đề của biểu đã đổi" in changed
    assert "không phải biểu của báo cáo" in told(form.give())


def with_part(content, name, data):
    file = io.BytesIO(content)
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr(name, data)
    return file.getvalue()


def test_macros_old_workbooks_entities_and_other_files_are_refused(reporter, season):
    form = Form(reporter, make_begun(season))
    whole = form.bytes()
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'

    assert "có macro" in told(form.give(with_part(whole, "xl/vbaProject.bin", b"x")))
    assert "hỏng" in told(form.give(with_part(whole, "xl/more.xml", bomb)))
    assert "đời cũ hoặc có mật khẩu" in told(form.give(b"\xd0\xcf\x11\xe0 old"))
    assert "không phải bảng tính" in told(form.give(b"MA;SO"))
    assert "hỏng" in told(form.give(whole[: len(whole) // 2]))
    assert "Chọn tệp" in told(reporter.post(form.address, {}))


def test_a_form_is_not_taken_over_what_somebody_saved_meanwhile(reporter, season):
    report = make_begun(season)
    form = Form(reporter, report)
    page = form.fill("3.3", none="x").fill("3.2", value=85).give()
    data = {"3.1-value": "1", "3.2-value": "90", "3.2-reason": "not_logged", "3.3-none": "1"}
    reporter.post(f"/bc/{report.pk}/3/", data)

    answer = form.take(page)

    assert "3.2 Lượt người dự: người khác của đơn vị vừa lưu" in told(answer)
    assert figure("3.2").value == 90


def test_a_preview_that_is_not_ours_is_not_taken(reporter, season):
    report = make_begun(season)

    answer = reporter.post(f"/bc/{report.pk}/xlsx/", {"filled": "xyz"}, follow=True)

    assert "Bản xem trước đã cũ" in answer.text


def test_a_returned_report_takes_only_what_is_open(reporter, season):
    report = make_returned(season)
    form = Form(reporter, report)
    reason = "nhật ký ghi sai"
    assert form.row("1.1")[4].protection.locked
    closed = told(form.fill("1.1", value=3, reason=reason).give())
    form.fill("1.1", value=1, reason=None).fill("3.2", value=80, reason=reason)

    form.take(form.give())

    assert "1.1 Buổi phát thanh: không có góp ý nên không mở lại" in closed
    assert (figure("1.1").value, figure("3.2").value) == (1, 80)


def test_a_sent_report_takes_no_form(reporter, season):
    report = make_begun(season)
    form = Form(reporter, report)
    page = form.fill("3.3", none="x").give()
    report.status = "submitted"
    report.save()

    assert form.take(page).status_code == 409
    assert "không nạp biểu được" in reporter.get(form.address).text
