"""Addresses opened again, things brought in twice, and what stands in another's register."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from haidang.documents import commands
from haidang.documents.commands import Come
from haidang.documents.models import Arrival, Edition
from haidang.web.views.documents import arriving, registers
from tests.makers.documents import make_arrival, make_bureau, make_draft, make_issued
from tests.makers.plans import FOUNDING_PLAN, PLAN

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]
ROOTS = "/van-ban/chung-thu-goc/"


@pytest.fixture
def bureau():
    return make_bureau()


@pytest.fixture
def drafter(client, bureau):
    client.force_login(bureau.drafter)
    return client


def upload(client, address, content=PLAN, name="tep.txt", **more):
    content = content if isinstance(content, bytes) else content.encode()
    return client.post(address, {"file": SimpleUploadedFile(name, content), **more})


def test_an_address_that_only_takes_in_leads_back_to_its_page(drafter, bureau):
    edition = make_draft(bureau).edition
    slip = commands.submit_for_signature(edition=edition, by=bureau.drafter)
    draft, step = f"/van-ban/{edition.document_id}/", slip.steps.first()
    pages = {
        f"{draft}trinh/gui/": f"{draft}trinh/",
        f"{draft}tai-lai/nhan/?tep=abc": f"{draft}tai-lai/",
        f"{draft}lap-du-thao/": draft,
        f"{draft}ban-ky/kiem-tra-lai/": f"{draft}ban-ky/",
        f"/van-ban/buoc/{step.pk}/dong-y/": f"{draft}trinh/",
        f"/van-ban/buoc/{step.pk}/chuyen-lai/": f"{draft}trinh/",
        f"/van-ban/phieu/{slip.pk}/rut/": f"{draft}trinh/",
    }

    for address, page in pages.items():
        answer = drafter.get(address, follow=True)
        assert (answer.status_code, answer.request["PATH_INFO"]) == (200, page)


def test_pages_of_incoming_documents_are_reached_again(client, bureau):
    client.force_login(bureau.clerk)
    page = f"/van-ban/den/{make_arrival(bureau).pk}/"

    for last in ("chuyen/", "noi/"):
        answer = client.get(page + last, follow=True)
        assert (answer.status_code, answer.request["PATH_INFO"]) == (200, page)


def test_a_method_that_is_not_taken_is_answered_in_words(drafter):
    answer = drafter.get("/giao-dien/")

    assert (answer.status_code, answer["Allow"]) == (405, "POST")
    assert "Địa chỉ này chỉ nhận biểu mẫu gửi lên" in answer.text


def test_what_came_before_is_linked(client, bureau, monkeypatch):
    monkeypatch.setattr(arriving, "PATIENCE", 60)
    client.force_login(bureau.clerk)
    upload(client, "/van-ban/den/vao-so/")
    first = Arrival.objects.get()

    again = upload(client, "/van-ban/den/vao-so/")

    assert again.status_code == 422
    assert f'href="/van-ban/den/{first.pk}/"' in again.text


def test_a_draft_brought_in_twice_is_told_of_with_the_first(drafter):
    first = upload(drafter, "/van-ban/du-thao/").url
    assert "cùng nội dung" not in drafter.get(first).text

    again = drafter.get(upload(drafter, "/van-ban/du-thao/").url).text

    assert "Cơ quan đã có văn bản cùng nội dung, đưa vào ngày 25/11/2024" in again
    assert f'<a href="{first}">' in again
    assert Edition.objects.count() == 2


def test_what_another_authority_handed_over_stands_apart_from_the_own_register(client, bureau):
    theirs = make_arrival(bureau, subject="Việc của huyện")
    commands.hand_over(arrival=theirs, to=bureau.stranger.unit, by=bureau.clerk)
    client.force_login(bureau.stranger)

    page = client.get("/van-ban/den/").text
    own, _, handed = page.partition("Văn bản được chuyển đến")

    assert "Việc của huyện" not in own
    assert f"Sổ của {bureau.district}: số đến {theirs.number}/2024" in handed
    assert "Việc của huyện" in handed
    assert "Việc của huyện" not in client.get("/van-ban/den/?in=1").text
    assert "Việc của huyện" not in client.get("/van-ban/den/?tim=khac").text


def test_what_was_handed_over_without_a_day_waits_on_the_work_page(client, bureau):
    unit = bureau.stranger.unit
    dated, undated = make_arrival(bureau, number_symbol=""), make_arrival(bureau)
    due_on = dt.date(2024, 12, 5)
    commands.hand_over(arrival=dated, to=unit, by=bureau.clerk, due_on=due_on)
    commands.hand_over(arrival=undated, to=unit, by=bureau.clerk)
    client.force_login(bureau.stranger)

    page = client.get("/viec/").text

    assert "Không ghi hạn" in page
    assert page.index(dated.subject) < page.index(undated.subject)


def test_a_type_without_a_number_has_no_blank_before_the_colon(client, bureau):
    paper = make_arrival(bureau, number_symbol="", document_type="Công văn", subject="Báo cáo")
    commands.hand_over(arrival=paper, to=bureau.stranger.unit, by=bureau.clerk)
    client.force_login(bureau.stranger)

    assert "Công văn: Báo cáo" in client.get("/viec/").text


def test_capitals_of_a_letterhead_do_not_reach_the_registers(client, bureau):
    facts = {"issuer": "ỦY BAN NHÂN DÂN HUYỆN CẦU NGANG", "signer_post": "PHÓ CHỦ TỊCH"}
    arrival = make_arrival(bureau, **facts)
    number = make_issued(bureau).number
    client.force_login(bureau.clerk)

    incoming = client.get("/van-ban/den/").text
    number.signer = ""
    outgoing = registers.outgoing_line(number).cells[3]
    told = client.get(f"/van-ban/den/{arrival.pk}/").text
    data = client.get(f"/van-ban/den/{arrival.pk}/sieu-du-lieu/").content.decode()

    assert "Ủy ban nhân dân huyện Cầu Ngang" in incoming
    assert outgoing == "Phó Chủ tịch (chưa ghi tên)"
    assert "Phó Chủ tịch" in told
    for words in (incoming, told, data):
        assert "ỦY BAN NHÂN DÂN HUYỆN" not in words
        assert "PHÓ CHỦ TỊCH" not in words


def test_a_reader_writes_names_as_in_text(bureau):
    come = Come(FOUNDING_PLAN.read_bytes(), "tep.txt")

    arrival = commands.receive_document(unit=bureau.district, come=come, by=bureau.clerk)

    assert arrival.issuer == "Ủy ban nhân dân huyện Cầu Ngang"


def test_an_auditor_reads_the_trusted_roots_and_has_no_form(client, bureau):
    client.force_login(bureau.auditor)

    page = client.get(ROOTS)

    assert page.status_code == 200
    assert 'type="file"' not in page.text
    assert ROOTS in client.get("/van-ban/").text
    assert client.post(ROOTS).status_code == 403
