import datetime as dt
from dataclasses import replace

import pytest
import time_machine

from haidang import clock
from haidang.documents import commands
from haidang.documents.enums import SignedState
from haidang.documents.models import SignedCopy, Slip, StoredFile
from haidang.documents.queries.signed import of_text_sent, revision_sent, signed_copies
from haidang.documents.signatures.report import report_from
from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.ledger.models import Entry
from haidang.orgs.enums import Role
from haidang.text.blocks import Paragraph, Table
from haidang.text.stored import as_json, from_json
from haidang.text.writing.pdf import write_pdf
from tests.makers import make_unit, make_user, signing
from tests.makers.documents import letter
from tests.makers.signed import make_agreed, make_draft

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("day_after_signing"),
]


@pytest.fixture
def day_after_signing():
    with time_machine.travel(signing.SIGNED_AT + dt.timedelta(days=1), tick=False):
        yield


@pytest.fixture
def agreed():
    return make_agreed()


def attach(agreed, content, *, name="99-ky.pdf", by=None):
    return commands.attach_signed_copy(
        edition=agreed.edition, content=content, name=name, by=by or agreed.clerk
    )


def signed_by_both(pdf):
    box = (300, 100, 480, 160)
    return signing.sign(
        signing.sign(pdf, signing.officer(), box=box), signing.seal(), field="Chuky2"
    )


def test_attach_signed_copy_keeps_it_unchanged_with_what_was_found(agreed):
    commands.trust_root(content=signing.root().pem, by=agreed.administrator)
    content = signed_by_both(agreed.pdf)

    copy = attach(agreed, content)

    report = report_from(copy.report)
    assert copy.state == SignedState.VALID
    assert (copy.file.read(), copy.file_name) == (content, "99-ky.pdf")
    assert copy.revision == agreed.edition.revisions.get()
    assert [one.certificate.subject for one in report.verification.signatures] == [
        "Phó Chủ tịch",
        "Ủy ban nhân dân huyện Thử",
    ]
    assert (report.comparison.is_same, report.comparison.moved) == (True, ())
    entry = Entry.objects.get(event="attach_signed_copy")
    assert copy.file_id in entry.details
    assert '"state": "valid"' in entry.details


def test_without_roots_the_chain_is_unknown_until_it_is_checked_again(agreed):
    copy = attach(agreed, signing.sign(agreed.pdf, signing.officer()))
    commands.trust_root(content=signing.root().der, by=agreed.administrator)

    again = commands.recheck_signed_copy(edition=agreed.edition, by=agreed.clerk)

    assert (copy.state, again.state) == (SignedState.UNKNOWN_CHAIN, SignedState.VALID)
    assert again.file == copy.file
    assert signed_copies(agreed.edition) == [again, copy]


def test_words_that_differ_from_those_sent_are_named_with_old_and_new(agreed):
    other = _with_word(agreed, "trước ngày 30 tháng 11", "trước ngày 20 tháng 11")

    copy = attach(agreed, signing.sign(other, signing.officer()))

    (change,) = report_from(copy.report).comparison.changes
    assert copy.state == SignedState.OTHER_TEXT
    assert (change.old, change.new) == ("30", "20")
    assert change.before.endswith("trước ngày")


def _with_word(agreed, old, new):
    assert old in agreed.source
    return write_pdf(from_json(agreed.source.replace(old, new)))


def test_another_document_is_refused_with_both_titles(agreed):
    document = from_json(agreed.source)
    words = "Một văn bản khác hẳn về việc phòng cháy, chữa cháy rừng mùa khô."
    header = replace(document.header, title="Phòng cháy, chữa cháy rừng")
    blocks = tuple(Paragraph(words) for _ in range(40))
    other = write_pdf(replace(document, header=header, blocks=blocks))

    with pytest.raises(Incomplete) as refused:
        attach(agreed, signing.sign(other, signing.officer()))

    (issue,) = refused.value.issues
    assert issue.name == "other-document"
    assert "Phòng cháy, chữa cháy rừng" in issue.message
    assert agreed.edition.document.title in issue.message
    assert not SignedCopy.objects.exists()


def test_attach_signed_copy_refuses_what_is_no_pdf(agreed):
    with pytest.raises(Incomplete) as refused:
        attach(agreed, b"PK\x03\x04 a .docx that was renamed")

    assert [issue.name for issue in refused.value.issues] == ["not-pdf"]


def test_attach_signed_copy_refuses_what_is_too_large(agreed, settings):
    settings.DOCUMENT_LIMIT = 1024

    with pytest.raises(Incomplete, match="lớn hơn"):
        attach(agreed, bytes(2048))


def test_attach_signed_copy_refuses_strangers(agreed):
    with pytest.raises(NotAllowed):
        attach(agreed, agreed.pdf, by=make_user())


def test_attach_signed_copy_waits_until_a_leader_agreed():
    draft = make_draft()

    with pytest.raises(WrongState, match="chưa có bản nào được duyệt ký"):
        attach(draft, draft.pdf)


def test_attach_and_recheck_refuse_a_leader_and_the_drafter_of_another_authority(agreed):
    attach(agreed, signing.sign(agreed.pdf, signing.officer()))
    unit = agreed.edition.document.unit
    people = [
        make_user(),
        make_user(Role.LEADER, unit=unit),
        make_user(Role.DRAFTER, unit=make_unit("huyện Khác", kind="huyen")),
    ]

    for person in people:
        with pytest.raises(NotAllowed):
            attach(agreed, agreed.pdf, by=person)
        with pytest.raises(NotAllowed):
            commands.recheck_signed_copy(edition=agreed.edition, by=person)
    assert SignedCopy.objects.count() == 1


def test_a_copy_of_a_text_that_was_replaced_does_not_count_any_more(agreed):
    copy = attach(agreed, signing.sign(agreed.pdf, signing.officer()))
    before = of_text_sent(revision_sent(agreed.edition), signed_copies(agreed.edition))

    commands.redraft_document(
        edition=agreed.edition, document=from_json(agreed.source), by=agreed.drafter
    )

    assert (before, signed_copies(agreed.edition)) == ([copy], [copy])
    assert of_text_sent(revision_sent(agreed.edition), [copy]) == []


def test_what_cannot_be_drawn_any_more_is_refused_in_words(agreed):
    uneven = replace(from_json(agreed.source), blocks=(Table(("A", "B"), (("1", "2", "3"),)),))
    revision = commands.revise_document(
        edition=agreed.edition, text="x", source=as_json(uneven), by=agreed.drafter
    )
    at = clock.now()
    Slip.objects.create(
        revision=revision, status="agreed", opened_at=at, closed_at=at, opened_by=agreed.drafter
    )

    with pytest.raises(Incomplete) as refused:
        attach(agreed, signing.sign(write_pdf(letter()), signing.officer()))

    assert [issue.name for issue in refused.value.issues] == ["not-drawn"]


def test_recheck_signed_copy_needs_one(agreed):
    with pytest.raises(WrongState, match="chưa có bản đã ký"):
        commands.recheck_signed_copy(edition=agreed.edition, by=agreed.clerk)


@pytest.mark.promise("N19")
@pytest.mark.parametrize("name", ["TUYET MAT - 99.pdf", "99-ky.pdf"])
def test_a_signed_secret_is_refused_and_only_a_receipt_stays(agreed, name):
    """A signed PDF that bears a secrecy mark, or whose name does, is refused before storage."""
    files = StoredFile.objects.count()
    document = from_json(agreed.source)
    stamped = write_pdf(replace(document, circulation="TỐI MẬT"))
    content = signing.sign(stamped, signing.officer())

    with pytest.raises(Incomplete, match="dấu chỉ độ mật"):
        attach(agreed, content, name=name)

    entry = Entry.objects.get(event="refuse_secret_document")
    assert str(len(content)) in entry.details
    assert (StoredFile.objects.count(), SignedCopy.objects.count()) == (files, 0)
