"""One document: its pages, its checklist, its revisions, its files, how it went out."""

import dataclasses
import io
import json

import docx
import pytest

from haidang.documents import commands
from haidang.documents.content_types import WORD
from haidang.documents.storage import keep
from haidang.orgs.enums import Role
from haidang.text.blocks import Paragraph, Table
from haidang.text.reading import read
from haidang.text.stored import as_json
from haidang.text.writing import write_docx
from haidang.web import turns
from haidang.web.views.documents import downloads, preview
from tests.makers import make_unit, make_user
from tests.makers.documents import letter, make_agreed, make_bureau, make_draft, make_issued
from tests.text.flawed import LOOKS, good_docx

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]


@pytest.fixture
def bureau():
    return make_bureau()


@pytest.fixture
def drafter(client, bureau):
    client.force_login(bureau.drafter)
    return client


def address(revision, rest=""):
    return f"/van-ban/{revision.edition.document_id}/{rest}"


def register_file(bureau, content, name="tu-nha.docx"):
    """A draft that came as a file, of which only the words are known."""
    return commands.register_document(
        document_type="Báo cáo",
        title="Từ một tệp",
        unit=bureau.district,
        text=read(content).text,
        file=keep(content, WORD),
        file_name=name,
        by=bureau.drafter,
    )


def test_a_draft_shows_its_pages_and_what_waits_for_the_clerk(drafter, bureau):
    page = drafter.get(address(make_draft(bureau)))

    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in page.text
    assert 'class="paper"' in page.text
    assert page.context["passed"] == 10
    assert "<b>10/12</b>" in page.text
    assert page.text.count("Văn thư cấp khi phát hành.") == 2
    assert "dự thảo, bản 1 · 1 trang A4" in page.text
    assert "Trình ký" in page.text


def test_a_draft_with_a_fault_has_a_pin_on_its_line(drafter, bureau):
    document = letter()
    wrong = dataclasses.replace(
        document, blocks=(*document.blocks[:-1], Paragraph("Theo quyết định ,  của tỉnh."))
    )

    page = drafter.get(address(make_draft(bureau, wrong))).text

    assert "nên xem lại" in page
    assert 'href="#loi-1"' in page
    assert 'id="loi-1"' in page
    assert 'id="cho-1"' in page


def test_a_revision_may_be_asked_for_and_compared_with_the_one_before(drafter, bureau):
    first = make_draft(bureau)
    changed = dataclasses.replace(letter(), recipients=("UBND tỉnh", "Lưu: VT"))
    commands.redraft_document(edition=first.edition, document=changed, by=bureau.drafter)

    newest = drafter.get(address(first)).text
    older = drafter.get(address(first, "?ban=1")).text
    compared = drafter.get(address(first, "so-sanh/")).text

    assert "So với bản 1" in newest
    assert "dự thảo, bản 1 ·" in older
    assert "Trình ký</a>" not in older
    assert "So bản 2 với bản 1" in compared
    assert "<ins>" in compared
    assert drafter.get(address(first, "so-sanh/?ban=1")).status_code == 404
    assert drafter.get(address(first, "so-sanh/?ban=2&voi=9")).status_code == 404


def test_two_revisions_that_say_the_same_have_no_difference(drafter, bureau):
    first = make_draft(bureau)
    commands.redraft_document(edition=first.edition, document=letter(), by=bureau.drafter)

    assert "Không có chỗ nào khác" in drafter.get(address(first, "so-sanh/")).text


def test_a_draft_is_downloaded_as_docx_and_pdf(drafter, bureau):
    revision = make_draft(bureau)

    file = drafter.get(address(revision, "tai/docx/"))
    pdf = drafter.get(address(revision, "tai/pdf/"))

    words = "\n".join(row.text for row in docx.Document(io.BytesIO(file.content)).paragraphs)
    assert "PHƯƠNG HƯỚNG" in words
    assert "attachment" in file["Content-Disposition"]
    assert pdf.content.startswith(b"%PDF-")
    assert drafter.get(address(revision, "tai/exe/")).status_code == 404
    assert drafter.get(address(revision, "tep-da-sua/")).status_code == 404
    assert drafter.get(address(revision, "sieu-du-lieu/")).status_code == 404


def test_a_file_is_checked_as_it_came_and_given_back_whole_or_mended(drafter, bureau):
    content = LOOKS[0].planted(good_docx())
    revision = register_file(bureau, content)

    page = drafter.get(address(revision))
    original = drafter.get(address(revision, "tep-goc/"))
    mended = drafter.get(address(revision, "tep-da-sua/"))

    assert "tệp gốc là bản đúng." in page.text
    assert page.context["mendable"] > 0
    assert "Tải tệp đã sửa" in page.text
    assert original.content == content
    assert mended.content != content
    assert docx.Document(io.BytesIO(mended.content)).paragraphs
    assert drafter.get(address(revision, "tai/docx/")).content == content
    assert "PDF (viết lại)" in page.text
    assert drafter.get(address(revision, "tai/pdf/")).content.startswith(b"%PDF-")


def test_a_file_in_which_nothing_is_to_be_mended_offers_nothing(drafter, bureau):
    revision = register_file(bureau, write_docx(letter()))

    assert "Tải tệp đã sửa" not in drafter.get(address(revision)).text
    assert drafter.get(address(revision, "tep-da-sua/")).status_code == 404


def test_words_without_a_file_are_checked_as_they_are_drawn(drafter, bureau):
    revision = commands.register_document(
        document_type="Kế hoạch",
        title="Chỉ có chữ",
        unit=bureau.district,
        text="KẾ HOẠCH\nThông tin đối ngoại\n\nTriển khai công tác.",
        by=bureau.drafter,
    )

    page = drafter.get(address(revision))

    assert page.context["checks"]
    assert drafter.get(address(revision, "tep-goc/")).status_code == 404


def test_a_broken_file_is_shown_without_a_checklist(drafter, bureau):
    revision = commands.register_document(
        document_type="Kế hoạch",
        title="Hỏng",
        unit=bureau.district,
        text="KẾ HOẠCH",
        file=keep(b"PK\x03\x04 not a package", WORD),
        file_name="hong.docx",
        by=bureau.drafter,
    )

    page = drafter.get(address(revision))

    assert page.status_code == 200
    assert page.context["checks"] is None
    assert page.context["page"].unchecked in page.text


def test_what_cannot_be_laid_out_is_shown_in_its_words(drafter, bureau):
    uneven = Table(("Một", "Hai"), (("chỉ một ô",),))
    revision = commands.register_document(
        document_type="Báo cáo",
        title="Bảng không đều",
        unit=bureau.district,
        text="BÁO CÁO\n<b>Nguyên văn</b>",
        source=as_json(dataclasses.replace(letter(), blocks=(uneven,))),
        by=bureau.drafter,
    )

    page = drafter.get(address(revision)).text

    assert "có bảng không đều cột hoặc ngày không có thật" in page
    assert "&lt;b&gt;Nguyên văn&lt;/b&gt;" in page
    assert drafter.get(address(revision, "tai/docx/")).status_code == 409


@pytest.mark.parametrize("rest", ["tai/docx/", "?dung-lai=1"])
def test_who_comes_while_every_place_is_taken_is_asked_to_wait(drafter, bureau, monkeypatch, rest):
    revision = make_issued(bureau).revision if "dung" in rest else make_draft(bureau)
    monkeypatch.setattr(downloads, "PATIENCE", 0)
    monkeypatch.setattr(preview, "PATIENCE", 0)
    places = [turns.place_at("drawing", number) for number in range(1, turns.CORES + 1)]
    try:
        page = drafter.get(address(revision, rest))
    finally:
        for place in places:
            turns.leave(place)

    assert page.status_code == 503
    assert page.headers["Retry-After"] == "60"
    assert "Tải lại trang sau ít giây." in page.text


@pytest.mark.promise("N9")
def test_an_issued_document_gives_its_files_its_metadata_and_its_replay(drafter, bureau):
    issue = make_issued(bureau)

    page = drafter.get(address(issue.revision)).text
    replayed = drafter.get(address(issue.revision, "?dung-lai=1")).text
    metadata = json.loads(drafter.get(address(issue.revision, "sieu-du-lieu/")).content)

    assert "Báo cáo 01/BC-UBND" in page
    assert "Kiểm tra dựng lại" in page
    assert "Dựng lại: khớp từng byte" in replayed
    assert drafter.get(address(issue.revision, "tai/docx/")).content == issue.docx.read()
    assert drafter.get(address(issue.revision, "tai/pdf/")).content == issue.pdf.read()
    assert (metadata["CodeNumber"], metadata["CodeNotation"]) == ("01", "BC-UBND")
    assert metadata["IssuedDate"] == "2024-11-25"
    assert metadata["SignerInfo"]["FullName"] == "Người Ký"
    assert metadata["To"][0]["OrganName"] == "Ủy ban nhân dân tỉnh Thử"


def test_a_replay_that_differs_says_where(drafter, bureau):
    issue = make_issued(bureau)
    issue.pdf.path.write_bytes(b"%PDF-1.7 something else")

    replayed = drafter.get(address(issue.revision, "?dung-lai=1")).text

    assert "Dựng lại: có chỗ khác" in replayed
    assert "PDF: tệp lưu không còn đúng mã của nó" in replayed


def test_who_may_see_a_draft_and_who_an_issued_document(client, bureau):
    draft, issue = make_draft(bureau, title="Còn soạn"), make_issued(bureau)
    elsewhere = make_user(Role.DRAFTER, unit=make_unit("huyện Khác", kind="huyen"))

    def seen(user, revision):
        client.force_login(user)
        return client.get(address(revision)).status_code

    assert [seen(user, draft) for user in (bureau.leader, bureau.auditor)] == [200, 200]
    assert [seen(user, draft) for user in (bureau.stranger, elsewhere)] == [404, 404]
    assert seen(bureau.stranger, issue.revision) == 200
    assert seen(elsewhere, issue.revision) == 404


def test_the_main_act_is_that_of_the_person(client, bureau):
    edition = make_draft(bureau).edition

    def act(user):
        client.force_login(user)
        return client.get(f"/van-ban/{edition.document_id}/").context["act"][0]

    assert [act(bureau.drafter), act(bureau.leader)] == ["Trình ký", ""]
    commands.submit_for_signature(edition=edition, by=bureau.drafter)
    assert [act(bureau.drafter), act(bureau.head)] == ["Phiếu trình", "Cho ý kiến"]
    agreed = make_agreed(bureau, title="Đã duyệt")
    client.force_login(bureau.clerk)
    assert client.get(f"/van-ban/{agreed.document_id}/").context["act"][0] == "Cấp số, ban hành"


def test_a_document_costs_the_same_with_one_revision_and_with_three(drafter, bureau, count_queries):
    revision = make_draft(bureau)
    one = count_queries(drafter, address(revision, "?ban=1"))
    for _ in range(2):
        commands.redraft_document(edition=revision.edition, document=letter(), by=bureau.drafter)

    assert count_queries(drafter, address(revision, "?ban=1")) == one
