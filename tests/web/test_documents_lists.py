"""What is on its way, and the registers: rows, filters, the .xlsx, and their cost."""

import io

import openpyxl
import pytest

from haidang.documents import commands
from haidang.documents.queries import step_due
from haidang.web.views.documents import listing, registers
from tests.makers import make_unit, make_user
from tests.makers.documents import (
    make_agreed,
    make_arrival,
    make_bureau,
    make_draft,
    make_issued,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]


@pytest.fixture
def bureau():
    return make_bureau()


@pytest.fixture
def opened(client, bureau):
    """Call with a person and a path: the page as that person gets it."""

    def open_as(user, path):
        client.force_login(user)
        return client.get(path)

    return open_as


def sheet_of(response):
    rows = openpyxl.load_workbook(io.BytesIO(response.content)).active.iter_rows(values_only=True)
    return [list(row) for row in rows]


def test_drafts_say_how_they_stand_and_what_waits_for_me_comes_first(opened, bureau):
    make_draft(bureau, title="Đang viết")
    sent = make_draft(bureau, title="Đã trình").edition
    slip = commands.submit_for_signature(edition=sent, by=bureau.drafter)
    make_agreed(bureau, title="Đã duyệt")
    back = make_draft(bureau, title="Bị trả").edition
    commands.send_back_step(
        step=step_due(commands.submit_for_signature(edition=back, by=bureau.drafter)),
        remark="Sửa.",
        by=bureau.head,
    )

    mine = opened(bureau.head, "/van-ban/")
    drafter = opened(bureau.drafter, "/van-ban/")

    assert [draft.edition.document.title for draft in mine.context["waiting"]] == ["Đã trình"]
    assert f'href="/van-ban/{sent.document_id}/trinh/"' in mine.text
    tags = {draft.edition.document.title: draft.tag[1] for draft in drafter.context["page"]}
    assert tags == {
        "Đang viết": "Đang soạn",
        "Đã trình": f"Chờ {step_due(slip).post}",
        "Đã duyệt": "Đã duyệt, chờ cấp số",
        "Bị trả": "Chuyển lại",
    }
    assert "Đưa dự thảo vào" in drafter.text
    assert "Đưa dự thảo vào" not in mine.text


def test_no_draft_is_said(opened, bureau):
    page = opened(bureau.clerk, "/van-ban/").text

    assert "Không có văn bản nào đang soạn" in page
    assert [name for name in ("Văn bản đi", "Văn bản đến") if name not in page] == []


def test_drafts_of_others_are_not_listed(opened, bureau):
    make_draft(bureau)
    elsewhere = make_user(unit=make_unit("huyện Khác", kind="huyen"))

    assert not opened(bureau.stranger, "/van-ban/").context["page"].object_list
    assert not opened(elsewhere, "/van-ban/").context["page"].object_list
    assert not opened(make_user_without_unit(), "/van-ban/").context["page"].object_list
    assert opened(bureau.auditor, "/van-ban/").context["page"].object_list


def make_user_without_unit():
    person = make_user()
    person.unit = None
    person.save()
    return person


def test_many_drafts_are_shown_page_by_page(opened, bureau, monkeypatch):
    monkeypatch.setattr(listing, "PER_PAGE", 2)
    for n in range(3):
        make_draft(bureau, title=f"Số {n}")

    page = opened(bureau.drafter, "/van-ban/?trang=2")

    assert [draft.edition.document.title for draft in page.context["page"]] == ["Số 0"]


def test_the_outgoing_register_has_every_number_also_those_given_up(opened, bureau):
    held = commands.reserve_number(
        unit=bureau.district, document_type="báo cáo", purpose="Báo cáo quý", by=bureau.clerk
    )
    gone = commands.reserve_number(
        unit=bureau.district, document_type="báo cáo", purpose="Nhầm", by=bureau.clerk
    )
    commands.cancel_number(number=gone, reason="Giữ nhầm", by=bureau.clerk)
    make_issued(bureau)

    page = opened(bureau.clerk, "/van-ban/di/")

    rows = [line.cells for line in page.context["lines"]]
    assert [row[0] for row in rows] == ["03/BC-UBND", "02 (BC)", "01 (BC)"]
    assert rows[0][2] == "Báo cáo Tăng cường thông tin đối ngoại"
    assert (rows[0][5], rows[0][6]) == ("VT, VHTT (05 bản)", 5)
    assert [row[9] for row in rows[1:]] == ["Số đã hủy: Giữ nhầm", "Đang giữ số: Báo cáo quý"]
    assert f'href="/van-ban/di/so/{held.pk}/huy/"' in page.text
    assert "Hủy số" not in opened(bureau.drafter, "/van-ban/di/").text


def test_the_incoming_register_has_the_columns_of_the_decree(opened, bureau):
    arrival = make_arrival(bureau, note="Gấp")
    commands.hand_over(arrival=arrival, to=bureau.office, by=bureau.clerk)

    page = opened(bureau.clerk, "/van-ban/den/")

    (line,) = page.context["lines"]
    assert line.cells[2] == "Sở Thông tin và Truyền thông"
    assert str(line.cells[6]) == str(bureau.office)
    assert line.cells[9] == "Gấp"
    assert f'href="/van-ban/den/{arrival.pk}/"' in page.text
    assert "Vào sổ" in page.text
    assert ">Vào sổ</a>" not in opened(bureau.drafter, "/van-ban/den/").text


@pytest.mark.parametrize("words", ["tang cuong", "Tăng CƯỜNG đối", "01/bc"])
def test_a_register_is_searched_without_marks(opened, bureau, words):
    make_issued(bureau)
    make_issued(bureau, title="Chuyện khác")

    page = opened(bureau.clerk, f"/van-ban/di/?tim={words}")

    assert len(page.context["lines"]) == 1
    assert "khớp" in page.text


def test_what_is_not_found_and_what_year_is_empty_are_said(opened, bureau):
    make_issued(bureau)

    assert "Không có văn bản nào khớp" in opened(bureau.clerk, "/van-ban/di/?tim=zzz").text
    assert "Sổ năm này chưa có văn bản nào" in opened(bureau.clerk, "/van-ban/den/").text
    assert opened(bureau.clerk, "/van-ban/di/?nam=1999").context["lines"]
    assert opened(bureau.clerk, "/van-ban/di/?nam=abc&trang=x").status_code == 200


def test_a_register_is_given_as_xlsx_in_the_order_of_the_year(opened, bureau):
    make_issued(bureau, title="=cmd|' /C calc'!A0")
    make_issued(bureau)

    sheet = sheet_of(opened(bureau.clerk, "/van-ban/di/?nam=2024&xlsx=1"))

    assert sheet[0][0].startswith("Sổ đăng ký văn bản đi năm 2024")
    assert sheet[1] == [name for name, _ in registers.OUTGOING]
    assert [row[0] for row in sheet[2:]] == ["01/BC-UBND", "02/BC-UBND"]
    assert sheet[2][2] == "Báo cáo =cmd|' /C calc'!A0"


def test_no_line_is_left_out_of_the_xlsx_and_a_print_says_what_it_lacks(
    opened, bureau, monkeypatch
):
    monkeypatch.setattr(registers, "MOST_PRINTED", 2)
    for _ in range(3):
        make_arrival(bureau)

    sheet = sheet_of(opened(bureau.clerk, "/van-ban/den/?nam=2024&xlsx=1"))
    printed = opened(bureau.clerk, "/van-ban/den/?in=1").text

    assert [row[1] for row in sheet[2:]] == [1, 2, 3]
    assert "Bản in này chỉ có dòng 1 đến 2 trong 3 dòng" in printed
    assert 'rel="next"' not in printed
    assert "Bản in này chỉ có" not in opened(bureau.clerk, "/van-ban/den/").text


def test_a_register_is_printed_whole(opened, bureau, monkeypatch):
    monkeypatch.setattr(registers, "PER_PAGE", 1)
    make_issued(bureau)
    make_issued(bureau)

    printed = opened(bureau.clerk, "/van-ban/di/?in=1")

    assert len(printed.context["lines"]) == 2
    assert "<form" not in printed.text.split("<main")[1]
    assert 'rel="next"' in opened(bureau.clerk, "/van-ban/di/").text


@pytest.mark.parametrize("path", ["/van-ban/", "/van-ban/di/", "/van-ban/den/"])
def test_a_list_costs_the_same_for_one_row_and_for_three(client, bureau, count_queries, path):
    def add():
        make_draft(bureau)
        make_issued(bureau)
        make_arrival(bureau)

    client.force_login(bureau.clerk)
    add()
    one = count_queries(client, path)
    add()
    add()

    assert count_queries(client, path) == one
