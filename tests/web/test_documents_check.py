"""The checker as a page: any file is checked, nothing of it is kept."""

import base64
import io
import re

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from haidang.documents.models import StoredFile
from haidang.ledger.models import Entry
from haidang.text.checking import check
from haidang.web import turns
from haidang.web.views.documents import checking
from tests.makers import make_user
from tests.text.flawed import LOOKS, good_docx

pytestmark = pytest.mark.django_db


@pytest.fixture
def somebody(client):
    client.force_login(make_user())
    return client


def send(client, content, name="văn bản.docx", **more):
    return client.post("/van-ban/soat/", {"file": SimpleUploadedFile(name, content), **more})


def flawed():
    return LOOKS[0].planted(good_docx())


def test_the_form_is_open_to_everybody_with_an_account(somebody):
    page = somebody.get("/van-ban/soat/").text

    assert "Tệp được soát rồi bỏ đi ngay, không lưu lại gì." in page
    assert 'accept=".docx,.pdf"' in page


def test_a_good_document_has_nothing_to_mend(somebody):
    page = send(somebody, good_docx())

    assert "Không thấy chỗ nào sai thể thức" in page.text
    assert page.context["passed"] == 12
    assert "data:" not in page.text.split("<main")[1]


@pytest.mark.promise("N13")
def test_a_fault_is_named_with_place_rule_and_article(somebody):
    page = send(somebody, flawed()).text

    assert "<b>1</b> lỗi" in page
    assert "<code>" not in page  # names of rules belong to programs
    assert "Phụ lục I, Phần I, mục II.1.a" in page
    assert "“CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM”" in page
    assert "máy sửa được" in page
    assert not StoredFile.objects.exists()


def test_the_mended_file_is_in_the_page_itself(somebody):
    page = send(somebody, flawed()).text

    link = re.search(r'href="data:[^;]+;base64,([^"]+)"', page)
    mended = base64.b64decode(link[1])
    assert docx.Document(io.BytesIO(mended)).paragraphs
    assert 'download="da-sua-văn bản.docx"' in page
    assert check(mended) == ()


def test_a_mended_file_too_large_for_a_link_is_asked_for_again(somebody, monkeypatch):
    monkeypatch.setattr(checking, "MOST_IN_A_LINK", 10)

    page = send(somebody, flawed()).text
    mended = send(somebody, flawed(), sua="1")

    assert "hãy chọn lại tệp rồi bấm “Tải bản đã sửa”" in page
    assert mended.headers["Content-Type"].endswith("wordprocessingml.document")
    assert check(mended.content) == ()


def test_what_cannot_be_mended_or_read_is_said(somebody, settings):
    good = send(somebody, good_docx(), sua="1")
    text = send(somebody, b"KE HOACH", "a.txt")
    nothing = somebody.post("/van-ban/soat/", {})
    settings.DOCUMENT_LIMIT = 10
    large = send(somebody, flawed())

    assert "Tệp này không có chỗ nào máy sửa được." in good.text
    assert "Chỉ kiểm tra được tệp .docx và .pdf." in text.text
    assert "Chọn tệp cần soát." in nothing.text
    assert "Tệp lớn hơn 0 MB." in large.text
    assert {page.status_code for page in (good, text, nothing, large)} == {422}


@pytest.mark.promise("N19")
def test_a_secret_file_is_refused_and_only_a_receipt_stays(somebody):
    buffer = io.BytesIO()
    secret = docx.Document()
    secret.add_paragraph("TỐI MẬT")
    secret.add_paragraph("KẾ HOẠCH")
    secret.save(buffer)

    page = send(somebody, buffer.getvalue())

    assert page.status_code == 422
    assert "mang dấu chỉ độ mật nên không được soát ở đây" in page.text
    assert "Thể thức văn bản" not in page.text.split("<main")[1].split("Tệp cần soát")[0]
    assert Entry.objects.latest("seq").event == "refuse_secret_document"
    assert not StoredFile.objects.exists()


def test_who_comes_while_every_place_is_taken_is_asked_to_wait(somebody, monkeypatch):
    monkeypatch.setattr(checking, "PATIENCE", 0)
    places = [turns.place_at("reading", number) for number in range(1, turns.CORES + 1)]
    try:
        page = send(somebody, flawed())
    finally:
        for place in places:
            turns.leave(place)

    assert page.status_code == 503
    assert "không có gì được lưu" in page.text
