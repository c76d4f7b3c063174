"""A draft that came back: its author finds it, reads why, and sends it again on purpose."""

from dataclasses import replace

import pytest

from haidang.documents import commands
from haidang.documents.models import Slip
from haidang.documents.queries import step_due
from tests.makers.documents import letter, make_agreed, make_bureau, make_draft

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]
REMARK = "Thiếu mốc của các xã."


@pytest.fixture
def bureau():
    return make_bureau()


@pytest.fixture
def returned(bureau):
    edition = make_draft(bureau).edition
    slip = commands.submit_for_signature(edition=edition, by=bureau.drafter)
    commands.send_back_step(step=step_due(slip), remark=REMARK, by=bureau.head)
    return edition


@pytest.fixture
def opened(client):
    def open_page(user, path, typed=None):
        client.force_login(user)
        return client.get(path) if typed is None else client.post(path, typed, follow=True)

    return open_page


def test_its_author_finds_it_at_home_until_it_is_sent_again(opened, bureau, returned):
    home = opened(bureau.drafter, "/viec/").text
    others = opened(bureau.clerk, "/viec/").text
    commands.submit_for_signature(edition=returned, note="Đã hỏi các xã.", by=bureau.drafter)

    assert "Văn bản bị chuyển lại" in home
    assert f"Lãnh đạo đơn vị soạn thảo chuyển lại ngày 25/11: {REMARK}" in home
    assert "Văn bản bị chuyển lại" not in others
    assert "Văn bản bị chuyển lại" not in opened(bureau.drafter, "/viec/").text


def test_the_document_and_the_slip_say_who_sent_it_back_and_why(opened, bureau, returned):
    mend = f'href="/van-ban/{returned.document_id}/tai-lai/">Tải bản đã sửa lên'
    document = f"/van-ban/{returned.document_id}/"

    page, slip = opened(bureau.drafter, document).text, opened(bureau.drafter, f"{document}trinh/")

    for text in (page, slip.text):
        assert "Lãnh đạo đơn vị soạn thảo chuyển lại" in text
        assert REMARK in text
        assert mend in text
    assert mend not in opened(bureau.head, document).text
    commands.redraft_document(edition=returned, document=letter("Khác"), by=bureau.drafter)
    assert REMARK not in opened(bureau.drafter, document).text


def test_the_same_text_goes_again_only_with_a_note(opened, bureau, returned):
    path = f"/van-ban/{returned.document_id}/trinh/gui/"

    refused = opened(bureau.drafter, path, {"note": " "})
    commands.redraft_document(edition=returned, document=letter("Khác"), by=bureau.drafter)
    sent = opened(bureau.drafter, path, {"note": ""})

    assert refused.status_code == 422
    assert "đã bị chuyển lại và chưa sửa" in refused.text
    assert "Đã trình." in sent.text
    assert Slip.objects.count() == 2


def test_the_slip_names_the_lacking_signer_and_the_issue_page_refuses(opened, bureau):
    unnamed = replace(letter(), signature=replace(letter().signature, name=None))
    edition = make_agreed(bureau, unnamed)
    page = f"/van-ban/{edition.document_id}/"

    assert "Họ tên người ký còn trống" in opened(bureau.leader, f"{page}trinh/").text
    issue = opened(bureau.clerk, f"{page}ban-hanh/").text
    assert "Họ tên người ký còn trống" in issue
    assert '<form method="post" class="card"' not in issue


def test_the_signer_is_told_of_figures_that_were_changed_by_hand(opened, bureau):
    edition = make_draft(bureau).edition
    told = {"path": "/so/1/7", "place": "mục II", "words": "lượt người", "old": "1.032"}
    commands.redraft_document(
        edition=edition,
        document=letter("Sửa"),
        by=bureau.drafter,
        explained=[{**told, "new": "1.300", "reason": "Xã báo bổ sung."}],
    )
    commands.submit_for_signature(edition=edition, by=bureau.drafter)

    page = opened(bureau.head, f"/van-ban/{edition.document_id}/trinh/").text

    assert "1 con số sửa tay" in page
    assert page.index("1.032 → 1.300") < page.index("Đồng ý</button>")
    assert "lý do: Xã báo bổ sung." in page
    assert "Ý kiến</label>" in page
