"""The clerk's pages: a number and a day for what was agreed, numbers held and given up."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from haidang import clock
from haidang.documents import commands
from haidang.documents.enums import EditionStatus, NumberStatus
from haidang.documents.models import Document, Edition, Number
from haidang.documents.queries import step_due
from haidang.errors import NotAllowed
from haidang.ledger.models import Entry
from haidang.orgs.enums import Role
from haidang.text.writing import write_docx
from haidang.web import turns
from haidang.web.views.documents import drafting
from tests.makers import make_user
from tests.makers.documents import letter, make_agreed, make_bureau, make_draft
from tests.makers.plans import PLAN

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]
TODAY = {"issued_on_day": "25", "issued_on_month": "11", "issued_on_year": "2024"}
NEXT = {"number": "next", **TODAY, "copies": "5", "note": "Hỏa tốc"}


@pytest.fixture
def bureau():
    return make_bureau()


@pytest.fixture
def clerk(client, bureau):
    client.force_login(bureau.clerk)
    return client


def issue_page(edition):
    return f"/van-ban/{edition.document_id}/ban-hanh/"


def test_an_agreed_draft_gets_the_next_number_and_stands_in_the_register(clerk, bureau):
    edition = make_agreed(bureau)
    form = clerk.get(issue_page(edition)).text

    page = clerk.post(issue_page(edition), NEXT, follow=True)

    assert "Số tiếp theo của sổ: 01" in form
    assert "Đã ban hành Báo cáo số 01/BC-UBND." in page.text
    assert "Số 01/BC-UBND" in page.text
    assert (page.context["issue"].number.copies, page.context["issue"].number.note) == (
        5,
        "Hỏa tốc",
    )
    assert "01/BC-UBND" in clerk.get("/van-ban/di/").text


def test_a_number_that_was_held_may_be_used(clerk, bureau):
    held = commands.reserve_number(
        unit=bureau.district, document_type="báo cáo", purpose="Báo cáo năm", by=bureau.clerk
    )
    edition = make_agreed(bureau)
    form = clerk.get(issue_page(edition)).text

    clerk.post(issue_page(edition), {**NEXT, "number": str(held.pk), "copies": ""})

    assert "01: Báo cáo năm" in form
    assert "Số tiếp theo của sổ: 02" in form
    assert Edition.objects.get(pk=edition.pk).number == "01"


def test_a_fault_that_nobody_explained_is_asked_about_and_then_let_through(clerk, bureau):
    edition = make_agreed(bureau, symbol="KH-UBND")

    refused = clerk.post(issue_page(edition), NEXT)
    again = {**NEXT, "why-number-type": "Theo mẫu của tỉnh."}
    page = clerk.post(issue_page(edition), again, follow=True).text

    assert refused.status_code == 422
    assert "Giải trình" in refused.text
    assert 'name="why-number-type"' in refused.text
    assert "Giải trình: Theo mẫu của tỉnh." in page


def test_what_is_not_agreed_or_not_in_order_is_not_issued(clerk, bureau):
    draft, agreed = make_draft(bureau).edition, make_agreed(bureau)

    early = clerk.post(issue_page(agreed), {**NEXT, "issued_on_day": "1"})

    assert "chưa được lãnh đạo duyệt ký" in clerk.get(issue_page(draft)).text
    assert clerk.post(issue_page(draft), NEXT).status_code == 422
    assert "ngày ban hành không được sớm hơn" in early.text
    assert not Edition.objects.filter(status=EditionStatus.ISSUED).exists()


def test_issuing_and_numbers_are_the_clerks(client, bureau):
    edition = make_agreed(bureau)
    held = commands.reserve_number(
        unit=bureau.district, document_type="báo cáo", purpose="x", by=bureau.clerk
    )
    client.force_login(bureau.drafter)

    assert client.get(issue_page(edition)).status_code == 403
    assert client.post(issue_page(edition), NEXT).status_code == 403
    assert client.get("/van-ban/di/giu-so/").status_code == 403
    cancel = f"/van-ban/di/so/{held.pk}/huy/"
    assert client.post(cancel, {"reason": "Nhầm"}).status_code == 403
    client.force_login(bureau.stranger)
    assert client.get(cancel).status_code == 404


def test_a_number_is_held_and_given_up_with_a_reason(clerk):
    nothing = clerk.post("/van-ban/di/giu-so/", {"document_type": "kế hoạch", "purpose": ""})
    held = {"document_type": "kế hoạch", "purpose": "Kế hoạch Tết"}
    register = clerk.post("/van-ban/di/giu-so/", held, follow=True).text
    number = Number.objects.get()
    cancel = f"/van-ban/di/so/{number.pk}/huy/"

    form = clerk.get(cancel).text
    silent = clerk.post(cancel, {"reason": " "})
    gone = clerk.post(cancel, {"reason": "Không ban hành"}, follow=True).text

    assert "Ghi văn bản sẽ dùng số này." in nothing.text
    assert "Đang giữ số: Kế hoạch Tết" in register
    assert "Kế hoạch Tết" in form
    assert "Ghi lý do hủy số." in silent.text
    assert "Số đã hủy: Không ban hành" in gone
    number.refresh_from_db()
    assert number.status == NumberStatus.CANCELLED


def test_a_number_that_stands_on_paper_is_held_if_it_is_the_next(clerk):
    held = {"document_type": "kế hoạch", "purpose": "Kế hoạch Tết"}
    refused = clerk.post("/van-ban/di/giu-so/", {**held, "number": "3"})
    clerk.post("/van-ban/di/giu-so/", {**held, "number": "1"})

    assert refused.status_code == 422
    assert "Số tiếp theo của sổ KH là 01" in refused.text
    assert Number.objects.get().value == 1


def test_numbers_are_offered_of_the_type_and_the_year_of_the_text(clerk, bureau):
    for kind in ("báo cáo", "kế hoạch"):
        commands.reserve_number(
            unit=bureau.district, document_type=kind, purpose=f"Một {kind}", by=bureau.clerk
        )
    edition = make_draft(bureau).edition
    plan = letter(document_type="Kế hoạch", symbol="KH-UBND")
    commands.redraft_document(edition=edition, document=plan, by=bureau.drafter)
    slip = commands.submit_for_signature(edition=edition, by=bureau.drafter)
    for person in (bureau.head, bureau.clerk, bureau.leader):
        commands.agree_step(step=step_due(slip), by=person)

    page = clerk.get(issue_page(edition)).text
    with clock.as_if(clock.at(dt.date(2025, 1, 2))):
        later = clerk.get(issue_page(edition)).text
        again = clerk.post(issue_page(edition), {**NEXT, "issued_on_day": "1"}).text

    assert "01: Một kế hoạch" in page
    assert "Một báo cáo" not in page
    assert "Số tiếp theo của sổ: 01" in later
    assert "01 (năm 2024): Một kế hoạch" in later
    assert "Số tiếp theo của sổ: 02" in again


def send(client, content, name="du-thao.docx"):
    return client.post(
        "/van-ban/du-thao/", {"file": SimpleUploadedFile(name, content)}, follow=True
    )


def test_a_draft_is_made_of_a_file_with_number_and_day_left_open(client, bureau):
    client.force_login(bureau.drafter)
    form = client.get("/van-ban/du-thao/").text

    page = send(client, write_docx(letter(number="5", date="2024-11-05")))

    assert "Lập dự thảo" in form
    assert "Đã lập dự thảo từ tệp." in page.text
    assert page.context["passed"] == 10
    header = page.context["page"].document.header
    assert (header.number, header.date) == (None, None)


@pytest.mark.promise("N19")
@pytest.mark.parametrize("name", ["du-thao.txt", "Kế hoạch (MẬT).txt"])
def test_a_secret_file_makes_no_draft(client, bureau, name):
    client.force_login(bureau.drafter)
    stamp = "" if "MẬT" in name else "TỐI MẬT\n\n"

    page = send(client, f"{stamp}{PLAN}".encode(), name)

    assert page.status_code == 422
    assert "hệ thống không lưu gì của tệp" in page.text
    assert Entry.objects.latest("seq").event == "refuse_secret_document"
    assert not Edition.objects.exists()


def test_what_is_no_draft_is_said_on_the_form(client, bureau, monkeypatch):
    client.force_login(bureau.drafter)
    pdf = send(client, b"%PDF-1.7")
    monkeypatch.setattr(drafting, "PATIENCE", 0)
    places = [turns.place_at("reading", number) for number in range(1, turns.CORES + 1)]
    try:
        busy = send(client, PLAN.encode())
    finally:
        for place in places:
            turns.leave(place)

    assert "không gửi bản in .pdf" in pdf.text
    assert busy.status_code == 503
    client.force_login(bureau.leader)
    assert client.get("/van-ban/du-thao/").status_code == 403


def test_whoever_reports_for_a_commune_drafts_its_documents_and_no_others(client, bureau):
    client.force_login(bureau.stranger)

    send(client, write_docx(letter()))

    assert Document.objects.get().unit == bureau.stranger.unit
    at_the_office = make_user(Role.REPORTER, unit=bureau.office)
    client.force_login(at_the_office)
    assert client.get("/van-ban/du-thao/").status_code == 403
    for person, unit in ((bureau.stranger, bureau.district), (at_the_office, bureau.district)):
        with pytest.raises(NotAllowed):
            commands.draft_document(document=letter(), unit=unit, by=person)
    assert Document.objects.count() == 1
