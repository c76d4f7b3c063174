"""Incoming documents as pages: received, checked, handed over, and what is refused."""

import datetime as dt
import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from haidang.documents import commands
from haidang.documents.models import Arrival
from haidang.ledger.models import Entry
from haidang.web import turns
from haidang.web.views.documents import arriving
from tests.makers.documents import make_arrival, make_bureau, make_issued
from tests.makers.plans import PLAN

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]
RECEIVE = "/van-ban/den/vao-so/"
TYPED = {
    "issuer": "UBND tỉnh Thử",
    "number_symbol": "1466/QĐ-UBND",
    "issued_on_day": "29",
    "issued_on_month": "9",
    "issued_on_year": "2024",
    "document_type": "Quyết định",
    "subject": "Kế hoạch năm 2025",
    "signer": "",
    "signer_post": "Chủ tịch",
    "pages": "3",
    "priority": "1",
    "note": "",
}


@pytest.fixture
def bureau():
    return make_bureau()


@pytest.fixture
def clerk(client, bureau, monkeypatch):
    monkeypatch.setattr(arriving, "PATIENCE", 60)
    client.force_login(bureau.clerk)
    return client


def upload(client, content=PLAN, name="kế hoạch.txt", **more):
    content = content if isinstance(content, bytes) else content.encode()
    return client.post(RECEIVE, {"file": SimpleUploadedFile(name, content), **more})


def text_of(response):
    return b"".join(response.streaming_content).decode()


def test_the_metadata_of_an_arrival_is_given_to_who_may_see_it(clerk, bureau):
    arrival = make_arrival(bureau, number_symbol="12/STTTT-VP")
    address = f"/van-ban/den/{arrival.pk}/sieu-du-lieu/"

    page = clerk.get(f"/van-ban/den/{arrival.pk}/").text
    given = clerk.get(address)
    clerk.force_login(bureau.stranger)

    assert f'href="{address}"' in page
    assert given["Content-Type"] == "application/json"
    fields = json.loads(given.content)
    assert (fields["CodeNumber"], fields["CodeNotation"]) == ("12", "STTTT-VP")
    assert fields["ArrivalNumber"] == str(arrival.number)
    assert clerk.get(address).status_code == 404


def test_a_file_is_read_kept_whole_and_its_fields_are_offered_for_checking(clerk):
    response = upload(clerk)
    arrival = Arrival.objects.get()
    form = clerk.get(response.url).text
    saved = clerk.post(response.url, TYPED, follow=True).text
    file = clerk.get(f"/van-ban/den/{arrival.pk}/tep/")

    assert response.url == f"/van-ban/den/{arrival.pk}/sua/"
    assert "số đến 1/2024" in form
    assert f'value="{arrival.number_symbol}"' in form
    assert "Quyết định 1466/QĐ-UBND" in saved
    assert "Kế hoạch năm 2025" in saved
    assert "29/09/2024" in saved
    assert "khẩn" in saved
    assert b"".join(file.streaming_content) == PLAN.encode()


def test_a_long_reading_is_shown_and_leads_to_the_fields(clerk, monkeypatch):
    monkeypatch.setattr(arriving, "PATIENCE", 0)

    page = text_of(upload(clerk))

    arrival = Arrival.objects.get()
    assert "Đang mở tệp" in page
    assert f'content="0; url=/van-ban/den/{arrival.pk}/sua/"' in page


@pytest.mark.promise("N19")
def test_a_secret_file_is_not_received_also_where_it_takes_long(clerk, monkeypatch):
    at_once = upload(clerk, f"MẬT\n\n{PLAN}")
    monkeypatch.setattr(arriving, "PATIENCE", 0)
    long = text_of(upload(clerk, f"TỐI MẬT\n\n{PLAN}"))

    assert at_once.status_code == 422
    for page in (at_once.text, long):
        assert "hệ thống không lưu gì của tệp" in page
    assert "Quay lại, chọn tệp khác" in long
    assert not Arrival.objects.exists()
    assert Entry.objects.latest("seq").event == "refuse_secret_document"


def test_what_came_before_is_received_only_as_a_second_copy(clerk):
    upload(clerk)

    again = upload(clerk)
    second = upload(clerk, second="on")

    assert "đã vào sổ: số đến 1/2024" in again.text
    assert "bản thứ hai của" in clerk.get(second.url.replace("sua/", "")).text


def test_who_comes_while_every_place_is_taken_is_asked_to_wait(clerk):
    places = [turns.place_at("reading", number) for number in range(turns.CORES + 1)]
    try:
        page = upload(clerk)
    finally:
        for place in places:
            turns.leave(place)

    assert page.status_code == 503
    assert "hãy gửi lại sau ít phút" in page.text
    assert not Arrival.objects.exists()


def test_a_document_on_paper_is_entered_by_hand(clerk):
    day = {"arrived_on_day": "25", "arrived_on_month": "11", "arrived_on_year": "2024"}
    form = clerk.get("/van-ban/den/vao-so-giay/").text
    nothing = clerk.post("/van-ban/den/vao-so-giay/", {**TYPED, **day, "subject": ""})
    early = clerk.post("/van-ban/den/vao-so-giay/", {**TYPED, **day, "arrived_on_year": "2025"})

    saved = clerk.post("/van-ban/den/vao-so-giay/", {**TYPED, **day}, follow=True).text

    assert "Ngày đến" in form
    assert "Ghi trích yếu" in nothing.text
    assert "Ngày đến ở sau hôm nay." in early.text
    assert "Đã vào sổ, số đến 1/2024." in saved
    assert clerk.get(f"/van-ban/den/{Arrival.objects.get().pk}/tep/").status_code == 404


def test_a_document_is_handed_over_with_a_day(client, clerk, bureau):
    arrival = make_arrival(bureau)
    path = f"/van-ban/den/{arrival.pk}/chuyen/"
    day = {"due_on_day": "29", "due_on_month": "11", "due_on_year": "2024"}

    nobody = clerk.post(path, {"to": "", **day})
    past = clerk.post(path, {"to": bureau.office.pk, **day, "due_on_day": "1"})
    done = clerk.post(path, {"to": bureau.office.pk, **day}, follow=True).text
    client.force_login(bureau.drafter)
    seen = client.get(f"/van-ban/den/{arrival.pk}/").text

    assert "Chọn đơn vị nhận xử lý." in nobody.text
    assert "Thời hạn đã qua." in past.text
    assert f"Đã chuyển cho {bureau.office}." in done
    assert "hạn <b>29/11/2024</b>" in done
    assert "Chuyển lại cho đơn vị khác" in done
    assert "Chuyển lại" not in seen
    assert client.post(path, {"to": bureau.office.pk}).status_code == 403


def test_what_a_document_led_to_is_listed(clerk, bureau):
    arrival, issue = make_arrival(bureau), make_issued(bureau, on=dt.date(2024, 11, 25))
    commands.answer_arrival(arrival=arrival, edition=issue.edition, by=bureau.drafter)

    page = clerk.get(f"/van-ban/den/{arrival.pk}/").text

    assert "Văn bản của cơ quan làm theo" in page
    assert f'href="/van-ban/{issue.edition.document_id}/"' in page


def test_a_document_is_tied_to_what_it_led_to(client, clerk, bureau):
    arrival, issue = make_arrival(bureau), make_issued(bureau)
    foreign = make_issued(make_bureau())
    path = f"/van-ban/den/{arrival.pk}/noi/"

    nothing = clerk.post(path, {"edition": ""})
    another = clerk.post(path, {"edition": foreign.edition_id})
    tied = clerk.post(path, {"edition": issue.edition_id}, follow=True).text
    client.force_login(bureau.leader)

    assert "Chọn văn bản của cơ quan." in nothing.text
    assert another.status_code == 422
    assert "Đã nối hai văn bản." in tied
    assert "01/BC-UBND" in tied
    assert "Nối</button>" not in client.get(f"/van-ban/den/{arrival.pk}/").text


def test_what_was_handed_over_waits_on_the_page_of_the_unit(client, bureau):
    late, near = make_arrival(bureau, subject="Gấp"), make_arrival(bureau, subject="Xa")
    for arrival, day in ((late, 25), (near, 29)):
        due_on = dt.date(2024, 11, day)
        commands.hand_over(arrival=arrival, to=bureau.office, due_on=due_on, by=bureau.clerk)
    Arrival.objects.filter(pk=late.pk).update(due_on=dt.date(2024, 11, 20))
    client.force_login(bureau.drafter)

    page = client.get("/viec/")

    (group,) = [g for g in page.context["groups"] if g.title == "Văn bản đến chờ xử lý"]
    assert [(row.word, row.date) for row in group.rows] == [
        ("Quá hạn 5 ngày", "20/11"),
        ("Chờ xử lý", "29/11"),
    ]


def test_the_registers_are_the_clerks(client, bureau):
    arrival = make_arrival(bureau)
    client.force_login(bureau.drafter)
    for path in (RECEIVE, "/van-ban/den/vao-so-giay/", f"/van-ban/den/{arrival.pk}/sua/"):
        assert client.get(path).status_code == 403
    client.force_login(bureau.stranger)
    assert client.get(f"/van-ban/den/{arrival.pk}/").status_code == 404
    assert client.get(f"/van-ban/den/{arrival.pk}/tep/").status_code == 404


def test_a_correction_without_a_subject_stays_on_the_form(clerk, bureau):
    arrival = make_arrival(bureau)

    page = clerk.post(f"/van-ban/den/{arrival.pk}/sua/", {**TYPED, "subject": ""})

    assert page.status_code == 422
    assert "Ghi trích yếu" in page.text
    assert 'value="UBND tỉnh Thử"' in page.text
