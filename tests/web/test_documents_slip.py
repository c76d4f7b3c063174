"""The routing slip as a page: each post's word, what it may do, and what is refused."""

import io

import docx
import pytest

from haidang.documents import commands
from haidang.documents.enums import SlipStatus
from haidang.documents.models import Slip
from haidang.documents.queries import step_due
from tests.makers.documents import make_agreed, make_bureau, make_draft, make_issued

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]


@pytest.fixture
def bureau():
    return make_bureau()


@pytest.fixture
def acts(client, bureau):
    """Call with a person and a path: what that person gets, or by what is posted."""

    def act(user, path, typed=None):
        client.force_login(user)
        return client.get(path) if typed is None else client.post(path, typed, follow=True)

    return act


def page_of(edition, rest=""):
    return f"/van-ban/{edition.document_id}/trinh/{rest}"


def test_a_draft_goes_from_post_to_post_until_it_is_agreed(acts, bureau):
    edition = make_draft(bureau).edition
    before = acts(bureau.drafter, page_of(edition)).text

    sent = acts(bureau.drafter, page_of(edition, "gui/"), {"note": "Xin ý kiến."}).text
    slip = Slip.objects.get()
    for person in (bureau.head, bureau.clerk, bureau.leader):
        step = step_due(slip)
        assert step.post in acts(person, page_of(edition)).text
        last = acts(person, f"/van-ban/buoc/{step.pk}/dong-y/", {"remark": "Được."}).text
    slip.refresh_from_db()

    assert "Sẽ qua các bước" in before
    assert "10/12 mục đạt" in before
    assert "Đã trình." in sent
    assert "Xin ý kiến." in sent
    assert slip.status == SlipStatus.AGREED
    assert last.count("đồng ý") == 4
    assert "không có lỗi thể thức" in last
    assert "Cấp số, ban hành" not in last
    assert "Cấp số, ban hành" in acts(bureau.clerk, page_of(edition)).text


def test_a_draft_is_sent_back_only_with_a_reason(acts, bureau):
    edition = make_draft(bureau).edition
    slip = commands.submit_for_signature(edition=edition, by=bureau.drafter)
    back = f"/van-ban/buoc/{step_due(slip).pk}/chuyen-lai/"

    silent = acts(bureau.head, back, {"remark": ""})
    said = acts(bureau.head, back, {"remark": "Thiếu phương hướng năm 2025."}).text

    assert silent.status_code == 422
    assert "Hãy ghi lý do chuyển lại." in silent.text
    assert "Đã chuyển lại cho người soạn." in said
    assert "Thiếu phương hướng năm 2025." in said
    assert "không xét" in said
    assert "Trình ký bản 1" in acts(bureau.drafter, page_of(edition)).text


def test_who_sent_a_draft_may_take_it_back(acts, bureau):
    edition = make_draft(bureau).edition
    slip = commands.submit_for_signature(edition=edition, by=bureau.drafter)
    recall = f"/van-ban/phieu/{slip.pk}/rut/"

    assert "Rút phiếu trình" not in acts(bureau.head, page_of(edition)).text
    assert acts(bureau.head, recall, {}).status_code == 403
    assert "Đã rút phiếu trình" in acts(bureau.drafter, recall, {}).text
    assert acts(bureau.drafter, recall, {}).status_code == 409


def test_only_the_post_whose_turn_it_is_is_asked(acts, bureau):
    edition = make_draft(bureau).edition
    slip = commands.submit_for_signature(edition=edition, by=bureau.drafter)
    agree = f"/van-ban/buoc/{step_due(slip).pk}/dong-y/"

    assert "ý kiến của tôi" in acts(bureau.head, page_of(edition)).text
    assert "ý kiến của tôi" not in acts(bureau.leader, page_of(edition)).text
    assert acts(bureau.clerk, agree, {"remark": ""}).status_code == 403
    assert acts(bureau.stranger, agree, {"remark": ""}).status_code == 404
    assert acts(bureau.stranger, page_of(edition)).status_code == 404


def test_a_word_that_bears_a_secrecy_mark_is_refused_on_the_form(acts, bureau):
    edition = make_draft(bureau).edition

    page = acts(bureau.drafter, page_of(edition, "gui/"), {"note": "TỐI MẬT\nNội dung"})

    assert page.status_code == 422
    assert "mang dấu chỉ độ mật" in page.text
    assert not Slip.objects.exists()


def test_a_draft_that_is_only_a_file_is_first_written_anew(acts, bureau):
    revision = commands.register_document(
        document_type="Báo cáo",
        title="Từ chữ",
        unit=bureau.district,
        text="ỦY BAN NHÂN DÂN HUYỆN THỬ\n\nBÁO CÁO\nKết quả năm 2024\n\nĐã làm tốt.",
        by=bureau.drafter,
    )
    page = acts(bureau.drafter, page_of(revision.edition)).text

    again = acts(bureau.drafter, f"/van-ban/{revision.edition.document_id}/lap-du-thao/", {}).text

    assert "hãy lập dự thảo từ tệp trước khi trình" in page
    assert "Đã lập dự thảo từ tệp." in again
    assert "dự thảo, bản 2" in again
    assert revision.edition.revisions.latest("ordinal").source


def test_an_issued_document_shows_how_it_passed(acts, bureau):
    issue = make_issued(bureau)

    page = acts(bureau.drafter, page_of(issue.edition)).text

    assert "Đã ban hành, số 01/BC-UBND" in page
    assert "Trình ký bản" not in page


def test_a_slip_costs_the_same_for_one_passage_and_for_three(client, bureau, count_queries):
    edition = make_draft(bureau).edition
    client.force_login(bureau.drafter)

    def pass_once():
        slip = commands.submit_for_signature(edition=edition, note="Lại.", by=bureau.drafter)
        commands.send_back_step(step=step_due(slip), remark="Sửa.", by=bureau.head)

    pass_once()
    one = count_queries(client, page_of(edition))
    pass_once()
    pass_once()

    assert count_queries(client, page_of(edition)) == one


def test_an_agreed_draft_offers_its_signed_copy(acts, bureau):
    edition = make_agreed(bureau)

    assert "Bản đã ký" in acts(bureau.drafter, page_of(edition)).text


def test_a_slip_is_given_as_a_document_with_what_was_said(acts, bureau):
    edition = make_draft(bureau).edition
    slip = commands.submit_for_signature(edition=edition, by=bureau.drafter)
    step = step_due(slip)
    commands.agree_step(step=step, remark="Đúng thể thức.", by=bureau.head)
    address = f"/van-ban/phieu/{slip.pk}/tai/"

    assert address in acts(bureau.drafter, page_of(edition)).text
    paper = docx.Document(io.BytesIO(acts(bureau.drafter, address).content))

    words = [paragraph.text for paragraph in paper.paragraphs]
    assert "PHIẾU TRÌNH" in [line.upper() for line in words]
    rows = [[cell.text for cell in row.cells] for table in paper.tables for row in table.rows]
    said = next(row for row in rows if step.post in row)
    assert "Đúng thể thức." in said
    assert acts(bureau.stranger, address).status_code == 404
