"""The screens of a draft that comes back: upload, comparison with decisions, taken over."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from haidang.documents.coming_back import document_of
from haidang.documents.models import Edition
from haidang.text.merge.outcome import key_of
from tests.makers.documents import make_bureau, make_draft, make_issued
from tests.text.comparing import REPORT, edited
from tests.text.edits import Edited

pytestmark = pytest.mark.django_db
KEY = key_of("/so/5/3.2/?lan=1", "1.032", "1.320", 0)


@pytest.fixture
def bureau(settings, tmp_path):
    settings.FILES = tmp_path / "files"
    return make_bureau()


@pytest.fixture
def draft(bureau):
    return make_draft(bureau, REPORT)


@pytest.fixture
def drafter(client, bureau):
    client.force_login(bureau.drafter)
    return client


@pytest.fixture
def content(draft):
    edits = Edited(draft.file.read()).swap("1.032 lượt", "1.320 lượt").delete("Phát 120 buổi")
    return edits.swap("thiết thực", "phong phú").save()


def address(draft):
    return reverse("document-take-back", args=[draft.edition.document_id])


def upload(client, draft, content, name="bao-cao.docx"):
    return client.post(address(draft), {"file": SimpleUploadedFile(name, content)})


def take(client, draft, shown, **typed):
    path = shown.replace("/tai-lai/?", "/tai-lai/nhan/?")
    return client.post(path, {"newest": draft.pk, **typed})


@pytest.mark.promise("N8")
def test_document_take_back_shows_figures_first_then_every_change(drafter, draft, content):
    sent = upload(drafter, draft, content)
    page = drafter.get(sent.url).content.decode()

    assert sent.url.startswith(f"{address(draft)}?tep=")
    assert draft.edition.revisions.count() == 1
    assert "Lượt người dự: giữ 1.320 hay khôi phục 1.032?" in page
    assert "Mục I.1, đoạn 1 · sửa" in page
    assert 'href="/so/5/3.2/?lan=1"' in page
    assert "Số này còn đứng ở Phụ lục, bảng 1, hàng 3 “Lượt người dự”" in page
    assert "buổi trên đài truyền thanh không còn trong văn bản" in page
    assert "Chữ đậm “thiết thực” đã viết lại" in page
    assert "<del>thiết thực</del><ins>phong phú</ins>" in page
    assert page.index("so-sua-tay") < page.index("cho-khac")


@pytest.mark.promise("N8")
def test_take_back_draft_asks_for_a_decision_and_keeps_what_was_typed(drafter, draft, content):
    shown = upload(drafter, draft, content).url

    refused = take(drafter, draft, shown, **{f"reason-{KEY}": ""})
    taken = take(
        drafter, draft, shown, **{f"act-{KEY}": "explain", f"reason-{KEY}": "Cộng hội thi"}
    )

    assert refused.status_code == 422
    assert "hãy giải thích hoặc khôi phục số cũ" in refused.content.decode()
    assert taken.url == reverse("document", args=[draft.edition.document_id])
    (_, newer) = draft.edition.revisions.order_by("ordinal")
    assert [(one["old"], one["new"], one["reason"]) for one in newer.explained] == [
        ("1.032", "1.320", "Cộng hội thi")
    ]
    assert "(sửa tay)" not in newer.text


def test_a_restored_figure_stands_as_before(drafter, draft):
    content = Edited(draft.file.read()).swap("1.032 lượt", "1.320 lượt").swap("Các xã", "Mọi xã")
    shown = upload(drafter, draft, content.save()).url

    take(drafter, draft, shown, **{f"act-{KEY}": "restore"})

    newest = draft.edition.revisions.last()
    assert document_of(newest) == edited(REPORT, "Các xã", "Mọi xã")


def test_a_newer_revision_meanwhile_is_shown_and_nothing_is_taken(drafter, draft, bureau):
    file = draft.file.read()
    first = Edited(file).swap("Các xã", "Mọi xã").save()
    shown = upload(drafter, draft, Edited(file).swap("Các xã", "Toàn huyện").save()).url
    take(drafter, draft, upload(drafter, draft, first).url)

    page = take(drafter, draft, shown)

    assert page.status_code == 422
    text = page.content.decode()
    assert "Dự thảo vừa có bản mới hơn" in text
    assert "Tệp sửa từ <b>bản 1</b>, nay dự thảo đã ở <b>bản 2</b>" in text
    assert "Hai bên cùng sửa" in text
    assert draft.edition.revisions.count() == 2


def test_what_is_wrong_with_a_file_stands_beside_the_form(drafter, draft):
    for content, words in ((b"%PDF-1.7", "tệp soạn thảo"), (b"", "Tệp này rỗng")):
        page = upload(drafter, draft, content)
        assert page.status_code == 422
        assert words in page.content.decode()


def test_an_upload_that_is_not_kept_any_more_is_asked_for_again(drafter, draft):
    for page in (
        drafter.get(address(draft), {"tep": "0" * 64}),
        take(drafter, draft, f"{address(draft)}?tep=x"),
    ):
        assert page.url == address(draft)


def test_only_people_of_the_authority_come_here_and_only_for_drafts(client, bureau, draft):
    client.force_login(bureau.auditor)
    assert client.get(address(draft)).status_code == 403
    issued = make_issued(bureau)
    client.force_login(bureau.drafter)
    assert client.get(address(issued.revision)).status_code == 409
    client.force_login(bureau.stranger)
    assert client.get(address(draft)).status_code == 404
    assert Edition.objects.get(pk=draft.edition_id).revisions.count() == 1
