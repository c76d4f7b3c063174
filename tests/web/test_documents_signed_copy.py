"""The signed copy of a document, and the roots that it is traced to, through the client."""

import datetime as dt

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile

from haidang.documents import commands
from haidang.documents.models import SignedCopy, TrustedRoot
from haidang.orgs.enums import Role
from haidang.text.stored import from_json
from haidang.web import turns
from tests.makers import make_user, signing
from tests.makers.signed import make_agreed, make_draft

pytestmark = pytest.mark.django_db
QUERIES = 9
FOUND = [
    "Chữ ký 1: Phó Chủ tịch",
    "Ủy ban nhân dân huyện Thử",
    "14:30:00, 25/11/2024",
    "Không có dấu thời gian",
    "SHA-256, ECDSA · PAdES B-B",
    "Hệ thống không ra mạng",
    "Mới có một chữ ký số",
    "Giống bản trình ký",
    "Chưa rõ chuỗi chứng thư",
]
ROOTS = "/van-ban/chung-thu-goc/"


@pytest.fixture(autouse=True)
def day_after_signing():
    with time_machine.travel(signing.SIGNED_AT + dt.timedelta(days=1), tick=False):
        yield


@pytest.fixture
def agreed(client):
    made = make_agreed()
    client.force_login(made.clerk)
    return made


def address(made):
    return f"/van-ban/{made.edition.document_id}/ban-ky/"


def upload(client, made, content, name="99-ky.pdf", **more):
    return client.post(address(made), {"file": SimpleUploadedFile(name, content), **more})


def test_a_file_without_a_signature_is_kept_only_where_somebody_says_so(client, agreed):
    refused = upload(client, agreed, agreed.pdf)

    assert refused.status_code == 422
    assert "Tệp PDF này không có chữ ký số nào" in refused.text
    assert not SignedCopy.objects.exists()

    assert upload(client, agreed, agreed.pdf, unsigned="on").status_code == 302
    page = client.get(address(agreed)).text
    assert "Đã lưu tệp, nhưng tệp không có chữ ký số nào" in page
    assert "<h1>Bản đã ký số" not in page
    assert "Bản lưu không có chữ ký số" in page
    assert client.post(f"{address(agreed)}kiem-tra-lai/").status_code == 302


def test_a_signed_copy_is_taken_in_told_and_checked_again(
    client, agreed, django_assert_num_queries
):
    content = signing.sign(agreed.pdf, signing.officer())

    assert upload(client, agreed, content).url == address(agreed)

    assert "Đã kiểm tra bản ký số: nguyên vẹn, chưa rõ" in client.get(address(agreed)).text
    first = SignedCopy.objects.get()
    with django_assert_num_queries(QUERIES):
        assert_told(client.get(address(agreed)).text, FOUND)
    commands.trust_root(content=signing.root().pem, by=agreed.administrator)
    assert client.post(f"{address(agreed)}kiem-tra-lai/").url == address(agreed)
    assert "Đã kiểm tra bản ký số: hợp lệ." in client.get(address(agreed)).text
    with django_assert_num_queries(QUERIES):
        page = client.get(address(agreed)).text
    assert_told(page, ["Hợp lệ", "CA Thử gốc → CA Thử cấp dưới → Phó Chủ tịch"])
    assert page.count("99-ky.pdf, bản trình 1") == 2
    earlier = client.get(f"{address(agreed)}?ban={first.pk}").text
    assert "Quản trị chưa đưa vào chứng thư gốc dẫn tới “CA Thử cấp dưới”." in earlier
    kept = client.get(f"{address(agreed)}{first.pk}/")
    assert (kept.content, kept["Content-Type"]) == (content, "application/pdf")
    assert "99-ky.pdf" in kept["Content-Disposition"]


def assert_told(page, found):
    assert [words for words in found if words not in page] == []


def test_a_signed_copy_of_an_earlier_text_is_not_shown_as_valid_for_the_new_one(client, agreed):
    commands.trust_root(content=signing.root().pem, by=agreed.administrator)
    upload(client, agreed, signing.sign(agreed.pdf, signing.officer()))
    preview = address(agreed).removesuffix("ban-ky/")
    shown = client.get(preview).context.get("signed_tag")

    document = from_json(agreed.source)
    commands.redraft_document(edition=agreed.edition, document=document, by=agreed.drafter)

    page = client.get(address(agreed))
    assert shown[1] == "Hợp lệ"
    assert "signed_tag" not in client.get(preview).context
    assert page.context["signed_tag"][1] == "Của bản trước"
    assert "ký trên lần sửa 1; kết quả lúc kiểm tra: hợp lệ" in page.text
    assert "Hợp lệ</a> · của bản trước" in page.text


def test_what_is_wrong_with_a_file_stands_beside_the_form(client, agreed):
    answer = upload(client, agreed, b"PK\x03\x04", "99.pdf")

    assert answer.status_code == 422
    assert "Tệp không phải PDF. Hãy tải lên tệp PDF đã ký số." in answer.text
    assert not SignedCopy.objects.exists()


def test_nothing_chosen_is_said(client, agreed):
    answer = client.post(address(agreed), {})

    assert answer.status_code == 422
    assert "Chọn tệp .pdf đã ký số." in answer.text


def test_where_all_are_reading_one_is_asked_to_come_back(client, agreed, monkeypatch):
    monkeypatch.setattr("haidang.web.views.documents.signed_copy.PATIENCE", 0)
    places = [turns.place_at("reading", number) for number in range(1, turns.CORES + 1)]
    try:
        answer = upload(client, agreed, agreed.pdf)
    finally:
        for place in places:
            turns.leave(place)

    assert (answer.status_code, answer["Retry-After"]) == (503, "60")
    assert "Tệp của bạn chưa được nhận" in answer.text


def test_before_a_leader_agreed_there_is_no_form(client):
    draft = make_draft()
    client.force_login(draft.clerk)

    page = client.get(address(draft))

    assert "Chưa đến lúc ký" in page.text
    assert "Đưa bản đã ký vào" not in page.text.replace('aria-label="Đưa bản đã ký vào"', "")
    assert upload(client, draft, draft.pdf).status_code == 409


def test_a_copy_of_another_authority_does_not_exist(client, agreed):
    client.force_login(make_user(Role.CLERK))

    assert client.get(address(agreed)).status_code == 404


def test_an_auditor_looks_and_changes_nothing(client, agreed):
    client.force_login(make_user(Role.AUDITOR))

    assert client.get(address(agreed)).status_code == 200
    assert upload(client, agreed, agreed.pdf).status_code == 403


def test_the_administrator_says_whom_to_trust(client):
    client.force_login(make_user(Role.ADMINISTRATOR))
    assert ROOTS in client.get("/van-ban/").text
    assert "Chưa tin cậy chứng thư gốc nào" in client.get(ROOTS).text

    given = {"file": SimpleUploadedFile("goc.cer", signing.root().der)}
    assert client.post(ROOTS, given).url == ROOTS

    root = TrustedRoot.objects.get()
    page = client.get(ROOTS).text
    assert "Từ nay tin cậy “CA Thử gốc”" in page
    assert root.sha256 in page
    assert client.post(f"{ROOTS}{root.pk}/thoi/").url == ROOTS
    assert "Thôi tin cậy “CA Thử gốc”." in client.get(ROOTS).text
    assert not TrustedRoot.objects.current().exists()


def test_a_certificate_of_a_person_is_no_root(client):
    client.force_login(make_user(Role.ADMINISTRATOR))
    given = {"file": SimpleUploadedFile("nguoi.cer", signing.officer().der)}

    answer = client.post(ROOTS, given)

    assert answer.status_code == 422
    assert "không phải chứng thư của tổ chức chứng thực" in answer.text


def test_nobody_else_sees_whom_we_trust(client, agreed):
    assert client.get(ROOTS).status_code == 403
    assert ROOTS not in client.get("/van-ban/").text
