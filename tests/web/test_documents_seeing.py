"""What officers of other authorities get of a document: what was issued, and nothing else."""

import dataclasses

import pytest

from haidang.documents import commands
from haidang.documents.models import Edition, Slip
from haidang.documents.queries import step_due
from haidang.orgs.enums import Role
from tests.makers import make_user
from tests.makers.documents import letter, make_arrival, make_bureau, make_draft

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]
NOTE, REMARK = "Xin ý kiến riêng.", "Câu này yếu quá."


@pytest.fixture
def bureau():
    return make_bureau()


@pytest.fixture
def issued(bureau):
    """A document whose first draft was sent back with a remark, then written anew and issued."""
    edition = make_draft(bureau, title="Bản nháp đầu").edition
    slip = commands.submit_for_signature(edition=edition, by=bureau.drafter, note=NOTE)
    commands.send_back_step(step=step_due(slip), remark=REMARK, by=bureau.head)
    final = dataclasses.replace(letter("Bản cuối"), recipients=("UBND tỉnh", "Lưu: VT (05 bản)"))
    commands.redraft_document(edition=edition, document=final, by=bureau.drafter)
    slip = commands.submit_for_signature(edition=edition, by=bureau.drafter)
    for person in (bureau.head, bureau.clerk, bureau.leader):
        commands.agree_step(step=step_due(slip), by=person, remark=REMARK)
    return commands.issue_document(edition=Edition.objects.get(pk=edition.pk), by=bureau.clerk)


@pytest.fixture
def opened(client, issued):
    """Call with a person and the rest of the address: what that person gets of the document."""

    def open_as(user, rest=""):
        client.force_login(user)
        return client.get(f"/van-ban/{issued.edition.document_id}/{rest}")

    return open_as


def test_the_slips_of_an_issued_document_are_not_shown_elsewhere(opened, bureau, client):
    assert REMARK in opened(bureau.drafter, "trinh/").text
    assert NOTE in opened(bureau.auditor, "trinh/").text

    assert opened(bureau.stranger, "trinh/").status_code == 404
    assert "/trinh/" not in opened(bureau.stranger).text
    slip = Slip.objects.latest("pk")
    assert client.post(f"/van-ban/phieu/{slip.pk}/rut/").status_code == 404
    assert client.post(f"/van-ban/buoc/{slip.steps.first().pk}/dong-y/").status_code == 404


@pytest.mark.parametrize("rest", ["", "?ban=1", "?ban=2"])
def test_elsewhere_only_the_issued_text_is_shown(opened, bureau, issued, rest):
    page = opened(bureau.stranger, rest)

    assert page.context["revision"] == issued.revision
    assert page.context["revisions"] == [issued.revision]
    assert "So với bản" not in page.text
    assert opened(bureau.drafter, "?ban=1").context["revision"].ordinal == 1


def test_elsewhere_old_drafts_are_neither_given_nor_compared(opened, bureau, issued):
    first = issued.edition.revisions.earliest("ordinal")
    inside = opened(bureau.drafter, "tep-goc/?ban=1")
    outside = opened(bureau.stranger, "tep-goc/?ban=1")

    assert inside.content == first.file.read()
    assert outside.content != inside.content
    assert opened(bureau.stranger, "tai/docx/?ban=1").content == issued.docx.read()
    assert opened(bureau.stranger, "so-sanh/?ban=2&voi=1").status_code == 404
    assert opened(bureau.drafter, "so-sanh/?ban=2&voi=1").status_code == 200


def test_a_commune_does_not_read_the_titles_of_drafts_on_what_was_handed_to_it(
    client, bureau, issued
):
    arrival = make_arrival(bureau)
    draft = make_draft(bureau, title="Việc chưa công bố").edition
    for edition in (draft, issued.edition):
        commands.answer_arrival(arrival=arrival, edition=edition, by=bureau.drafter)
    commands.hand_over(arrival=arrival, to=bureau.stranger.unit, by=bureau.clerk)

    def answers_to(person):
        client.force_login(person)
        page = client.get(f"/van-ban/den/{arrival.pk}/")
        return [answer.edition for answer in page.context["answers"]], page.text

    assert answers_to(bureau.drafter)[0] == [draft, issued.edition]
    found, page = answers_to(bureau.stranger)
    assert found == [issued.edition]
    assert "Việc chưa công bố" not in page


def test_the_administrator_of_a_commune_sees_what_others_of_it_see(client, bureau, opened):
    arrival, draft = make_arrival(bureau), make_draft(bureau).edition
    administrator = make_user(Role.ADMINISTRATOR, unit=bureau.stranger.unit)

    assert opened(administrator).status_code == 200
    assert opened(administrator, "trinh/").status_code == 404
    assert client.get(f"/van-ban/{draft.document_id}/").status_code == 404
    assert client.get(f"/van-ban/den/{arrival.pk}/").status_code == 404
    assert client.get("/van-ban/chung-thu-goc/").status_code == 403
    assert "/van-ban/chung-thu-goc/" not in client.get("/van-ban/").text
    assert client.get("/viec/").templates[0].name == "work/office.html"
    assert opened(bureau.administrator, "trinh/").status_code == 200
