"""The screens of regimes and rounds: set up, outline, opening, moving a deadline, flash reports."""

import datetime as dt
from io import BytesIO

import pytest
from docx import Document
from openpyxl import Workbook

from haidang.activities.models import Indicator
from haidang.orgs.enums import Role
from haidang.reporting import commands
from haidang.reporting.models import Regime
from tests.makers import make_unit, make_user
from tests.makers.levels import make_province
from tests.makers.regimes import make_office

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]


@pytest.fixture
def office():
    return make_office()


@pytest.fixture
def admin(client, office):
    client.force_login(office.administrator)
    return client


def filled(office, **other):
    return {
        "name": "Báo cáo quý",
        "title": "Kết quả quý",
        "kind": "periodic",
        "frequency": "quarter",
        "content_kind": "both",
        "reporters": office.authority.group.pk,
        "receiver": office.authority.district.pk,
        "through": office.authority.office.pk,
        "preset": "B",
        "data_to": "14/12",
        "due_day": "25",
        "due_month": "0",
    } | other


def test_a_regime_is_made_and_shows_the_fields_of_the_decree(admin, office):
    page = admin.post("/che-do/lap/", filled(office), follow=True).text

    for words in (
        "Đối tượng báo cáo",
        "Phương thức gửi",
        "Thời hạn gửi",
        "chậm nhất ngày 25 của tháng cuối kỳ",
        "Thời gian chốt số liệu",
        "từ ngày 15 của tháng trước quý đến hết ngày 14 của tháng cuối quý",
        "Mẫu đề cương, biểu số liệu",
        "Thêm mục",
    ):
        assert words in page
    assert "Báo cáo quý" in admin.get("/che-do/").text


def test_what_is_wrong_in_a_regime_stands_on_the_form(admin, office):
    data = filled(office, frequency="year", due_day="1", data_to="xyz")

    answer = admin.post("/che-do/lap/", data)

    assert answer.status_code == 422
    assert "Ghi ngày và tháng, ví dụ 14/12" in answer.text
    assert 'value="Kết quả quý"' in answer.text


def test_a_province_chooses_who_is_asked_and_what_feeds_its_regime(client):
    province = make_province(2, 1, sections=(3,))
    regime, guard = province.round.regime, make_unit("Đồn Biên phòng", kind="don")
    client.force_login(make_user(Role.ADMINISTRATOR, unit=province.unit, post="Quản trị"))
    page = client.get(f"/che-do/{regime.pk}/sua/").context["form"]
    offered = [choice.pk for choice in page.fields["fed_by"].queryset]
    assert offered == [regime.fed_by_id]  # the same for each district: told once
    assert list(page.fields["reviewer"].queryset) == [guard]

    said = {name: page[name].value() for name in page.fields}
    kept = {name: value for name, value in said.items() if value not in (None, False)}
    client.post(f"/che-do/{regime.pk}/sua/", kept | {"upper": [], "reviewer": guard.pk})

    regime.refresh_from_db()
    assert (regime.reviewer, regime.fed_by_id) == (guard, offered[0])
    shown = client.get(f"/che-do/{regime.pk}/").text
    assert "Xin ý kiến" in shown
    assert "Lấy số cấp dưới" in shown


def test_a_district_may_ask_its_border_guard_and_no_sister_district(client):
    province = make_province(2, 1, sections=(3,))
    beside = make_unit("Sở Văn hóa", kind="phong", parent=province.unit, acts_for=province.unit)
    guard, here = make_unit("Đồn Biên phòng", kind="don"), province.districts[0]
    client.force_login(make_user(Role.ADMINISTRATOR, unit=here.office, post="Quản trị"))

    form = client.get(f"/che-do/{here.round.regime_id}/sua/").context["form"]

    assert set(form.fields["reviewer"].queryset) == {guard, beside}
    assert not form.fields["fed_by"].queryset.exists()


def test_a_regime_is_edited_renewed_and_retired(admin, office):
    regime = office.make()
    at = f"/che-do/{regime.pk}/"
    assert 'value="14/12"' in admin.get(f"{at}sua/").text
    data = filled(office, name="Báo cáo tháng", frequency="month", guidance="Theo sổ")
    assert "Theo sổ" in admin.post(f"{at}sua/", data, follow=True).text
    commands.open_round(
        regime=regime, year=2024, ordinal=11, due_on=dt.date(2024, 11, 29), by=office.drafter
    )

    refused = admin.post(f"{at}sua/", filled(office))
    assert "lập phiên bản mới" in refused.text
    new = admin.post(f"{at}phien-ban/", follow=True)
    assert "Phiên bản trước" in new.text
    assert "Đã có phiên bản mới" in admin.get(at).text
    pk = Regime.objects.get(replaces=regime).pk
    assert "Ghi lý do thôi dùng" in admin.post(f"/che-do/{pk}/thoi-dung/", follow=True).text
    admin.post(f"/che-do/{pk}/thoi-dung/", {"reason": "Hết hiệu lực"})
    assert "đã thôi dùng" in admin.get(f"/che-do/{pk}/").text
    assert "2 chế độ thôi dùng" in admin.get("/che-do/").text


def test_an_outline_is_built_without_a_script(admin, office):
    regime = office.make(outline=False)
    at = f"/che-do/{regime.pk}/muc/"
    assert admin.post(at, {"title": "", "kind": "prose"}).status_code == 422

    page = admin.post(at, {"title": "Phát thanh", "kind": "figures"}, follow=True).text
    section = regime.sections.get()
    here = f"/che-do/muc/{section.pk}/"
    assert "Thêm chỉ tiêu ghi tay" in page
    indicator = str(page).split('<option value="')[1].split('"')[0]
    admin.post(f"{here}them/", {"indicator": indicator, "words": "{số} buổi"})
    assert (
        "Lời văn phải có chỗ"
        in admin.post(f"{here}them/", {"indicator": str(int(indicator) + 1), "words": "buổi"}).text
    )
    admin.post(f"{here}them-moi/", {"name": "Cuộc họp báo", "unit_name": "cuộc"})
    typed = section.lines.get(indicator__name="Cuộc họp báo")
    admin.post(f"/che-do/dong/{typed.pk}/len/")
    admin.post(f"/che-do/dong/{typed.pk}/loi-van/", {"words": "{số} cuộc"})
    wrong = admin.post(f"/che-do/dong/{typed.pk}/loi-van/", {"words": "cuộc"}, follow=True)
    admin.post(here, {"title": "Phát thanh, họp báo"})

    assert "Lời văn phải có chỗ" in wrong.text
    page = admin.get(f"/che-do/{regime.pk}/").text
    assert page.index("Cuộc họp báo") < page.index("{số} buổi")
    assert "Phát thanh, họp báo" in page
    assert "Cuộc họp báo" in admin.get(f"/che-do/{regime.pk}/xem-truoc/").text
    admin.post(f"/che-do/dong/{typed.pk}/bo/")
    admin.post(f"/che-do/muc/{section.pk}/bo/")
    assert not regime.sections.exists()


def test_others_read_a_regime_and_change_nothing(client, office):
    regime = office.make()
    section = regime.sections.all()[0]
    for person in (office.drafter, office.authority.reporters[0], office.authority.auditor):
        client.force_login(person)
        assert "Phát thanh" in client.get(f"/che-do/{regime.pk}/").text
        assert client.get("/che-do/lap/").status_code == 403
        assert client.get(f"/che-do/muc/{section.pk}/").status_code == 403
        assert (
            client.post(f"/che-do/{regime.pk}/muc/", {"title": "x", "kind": "prose"}).status_code
            == 403
        )
    client.force_login(make_user(Role.REPORTER))
    assert client.get(f"/che-do/{regime.pk}/").status_code == 404


def test_what_stands_ready_is_made_for_a_group(admin, office):
    page = admin.get("/che-do/").text
    assert "Nghị định 244/2026" in page

    made = admin.post("/che-do/san/bao-chi/", {"nhom": office.authority.group.pk}, follow=True)

    assert "Câu hỏi của báo chí đã trả lời" in made.text
    assert admin.post("/che-do/san/la/", {"nhom": 1}).status_code == 404


def workbook(*rows, hidden=False, merged=""):
    book = Workbook()
    sheet = book.active
    sheet.title = "Biểu 01"
    for row in rows:
        sheet.append(row)
    if merged:
        sheet.merge_cells(merged)
    if hidden:
        book.create_sheet("Ẩn").sheet_state = "hidden"
    kept = BytesIO()
    book.save(kept)
    return named("bieu.xlsx", kept.getvalue())


def named(name, content):
    file = BytesIO(content)
    file.name = name
    return file


FORM = (
    ["BIỂU SỐ LIỆU NĂM 2023"],
    ["STT", "Nội dung, chỉ tiêu", "ĐVT", "Thực hiện"],
    ["(1)", "(2)", "(3)", "(4)"],
    ["I", "PHÁT THANH", None, "=SUM(D5:D6)"],
    ["1", "Buổi phát thanh", "buổi", 120],
    ["2", "Số cụm loa hoạt động", "cụm", 12],
    ["II. KHEN THƯỞNG"],
    ["1", "Tập thể được khen", "tập thể", 1],
)


def test_a_form_of_last_year_is_read_confirmed_and_taken(admin, office):
    regime = office.make(outline=False)
    at = f"/che-do/{regime.pk}/bieu-mau/"

    page = admin.post(at, {"file": workbook(*FORM, hidden=True, merged="A7:D7")}).text

    assert "Trang ẩn “Ẩn”: không đọc." in page
    assert "1 ô có công thức" in page
    assert "ô gộp" in page
    assert "Biểu mẫu của năm 2023, nay là năm 2024" in page
    assert 'value="Phát thanh"' in page
    assert " selected>1.1 Buổi phát thanh" in page
    assert not regime.sections.exists()

    known = Indicator.objects.get(code="1.1").pk
    data = {
        "sections": "2",
        "s0-take": "on",
        "s0-kind": "figures",
        "s0-title": "Phát thanh",
        "s0-lines": "2",
        "s0-0-take": "on",
        "s0-0-name": "Buổi phát thanh",
        "s0-0-unit": "buổi",
        "s0-0-indicator": str(known),
        "s0-1-take": "on",
        "s0-1-name": "Số cụm loa hoạt động",
        "s0-1-unit": "cụm",
        "s1-kind": "figures",
        "s1-title": "Khen thưởng",
        "s1-lines": "0",
    }
    page = admin.post(at, data, follow=True).text

    assert "Đã lấy đề cương" in page
    (section,) = regime.sections.all()
    names = [line.indicator.name for line in section.lines.all()]
    assert names == ["Buổi phát thanh", "Số cụm loa hoạt động"]


def test_a_word_form_is_read_with_its_headings(admin, office):
    regime = office.make(outline=False)
    paper = Document()
    paper.add_paragraph("Biểu mẫu báo cáo năm 2024")
    table = paper.add_table(rows=0, cols=3)
    for row in (["STT", "Nội dung", "Đơn vị tính"], ["1", "Buổi phát thanh", "buổi"]):
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    paper.add_paragraph("II. Khó khăn, vướng mắc")
    kept = BytesIO()
    paper.save(kept)

    page = admin.post(
        f"/che-do/{regime.pk}/bieu-mau/", {"file": named("bieu.docx", kept.getvalue())}
    ).text

    assert " selected>1.1 Buổi phát thanh" in page
    assert 'value="Khó khăn, vướng mắc"' in page
    assert "nay là năm" not in page


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.xlsm", b"PK", "macro"),
        ("a.pdf", b"%PDF", "phải là tệp .xlsx hoặc .docx"),
        ("a.xlsx", b"la", "không phải bảng tính"),
        ("TUYỆT MẬT.xlsx", b"PK", "độ mật"),
    ],
)
def test_a_file_that_is_no_form_is_answered_in_words(admin, office, name, content, words):
    regime = office.make(outline=False)

    answer = admin.post(f"/che-do/{regime.pk}/bieu-mau/", {"file": named(name, content)})

    assert answer.status_code == 422
    assert words in answer.text


def test_a_form_without_a_table_or_nothing_ticked_is_answered_in_words(admin, office):
    regime = office.make(outline=False)
    at = f"/che-do/{regime.pk}/bieu-mau/"

    assert "Không thấy bảng" in admin.post(at, {"file": workbook(["a", "b"])}).text
    assert "Chưa chọn mục nào" in admin.post(at, {"sections": "1", "s0-title": "x"}).text
    assert "Chọn tệp biểu mẫu" in admin.post(at).text
    assert "Đọc biểu mẫu" in admin.get(at).text
