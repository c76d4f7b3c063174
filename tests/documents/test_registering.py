"""Registering documents and revising drafts."""

import datetime as dt
import unicodedata
from dataclasses import replace

import pytest
from django.db import DatabaseError, connection, transaction

from haidang.documents import commands
from haidang.documents.enums import EditionStatus
from haidang.documents.models import Document, Revision, StoredFile
from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.ledger.queries import history_of
from haidang.text.stored import from_json
from haidang.text.writing import write_docx, write_plain
from tests.makers import make_authority
from tests.makers.documents import letter

pytestmark = pytest.mark.django_db


@pytest.fixture
def authority():
    return make_authority(communes=1)


def register(authority, by=None, **fields):
    return commands.register_document(
        document_type="Kế hoạch",
        title="Công tác năm 2024",
        unit=authority.district,
        text="Nội dung",
        by=by or authority.drafter,
        **fields,
    )


def test_register_document_with_a_date_is_issued(authority):
    revision = register(authority, number="9", symbol="KH-UBND", issued_on=dt.date(2023, 10, 12))

    assert revision.edition.status == EditionStatus.ISSUED
    assert str(revision.edition) == "9/KH-UBND"
    assert str(revision) == "9/KH-UBND, lần sửa 1"
    assert [entry.event for entry in history_of(revision.edition.document)] == ["register_document"]


def test_a_draft_shows_where_its_number_will_stand(authority):
    assert str(register(authority, symbol="KH-UBND").edition) == "…/KH-UBND"


def test_register_document_keeps_its_text_composed(authority):
    revision = commands.register_document(
        document_type="Báo cáo",
        title="x",
        unit=authority.district,
        text=unicodedata.normalize("NFD", "Tiếng Việt"),
        by=authority.drafter,
    )

    assert revision.text == "Tiếng Việt"
    assert str(revision.edition) == "Báo cáo x"


def test_register_document_refuses_a_commune(authority):
    with pytest.raises(NotAllowed):
        register(authority, by=authority.reporters[0])

    assert not Document.objects.exists()


def test_revise_document_adds_a_text_and_keeps_the_earlier(authority):
    first = register(authority)

    second = commands.revise_document(edition=first.edition, text="Mới", by=authority.drafter)

    texts = first.edition.revisions.order_by("ordinal").values_list("ordinal", "text")
    assert list(texts) == [(1, "Nội dung"), (2, "Mới")]
    assert first.sha256 != second.sha256


def test_revise_document_refuses_an_issued_one(authority):
    revision = register(authority, issued_on=dt.date(2023, 10, 12))

    with pytest.raises(WrongState, match="đã ban hành"):
        commands.revise_document(edition=revision.edition, text="Mới", by=authority.drafter)


def test_revise_document_refuses_a_commune(authority):
    revision = register(authority)

    with pytest.raises(NotAllowed):
        commands.revise_document(edition=revision.edition, text="Mới", by=authority.reporters[0])


def test_a_revision_cannot_be_changed_even_in_the_database(authority):
    revision = register(authority)

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Revision.objects.filter(pk=revision.pk).update(text="khác")


@pytest.mark.parametrize(
    ("issued_on", "is_seen_below"), [(dt.date(2023, 10, 12), True), (None, False)]
)
def test_documents_are_seen_by_their_authority_and_below_once_they_are_issued(
    authority, issued_on, is_seen_below
):
    document = register(authority, issued_on=issued_on).edition.document
    stranger = make_authority(communes=1)

    seen = {
        name: document in Document.objects.visible_to(person)
        for name, person in {
            "drafter": authority.drafter,
            "commune": authority.reporters[0],
            "auditor": stranger.auditor,
            "elsewhere": stranger.reporters[0],
        }.items()
    }

    assert seen == {
        "drafter": True,
        "commune": is_seen_below,
        "auditor": True,
        "elsewhere": False,
    }


def test_a_revision_cannot_be_replaced_either(authority):
    revision = register(authority)
    columns = ", ".join(field.column for field in Revision._meta.concrete_fields)
    row = f"SELECT {columns} FROM documents_revision WHERE id = {revision.pk}"
    replace = {
        "sqlite": f"INSERT OR REPLACE INTO documents_revision ({columns}) {row}",
        "postgresql": f"INSERT INTO documents_revision ({columns}) {row}"
        " ON CONFLICT (id) DO UPDATE SET text = 'khác'",
    }

    with pytest.raises(DatabaseError, match="append-only"), connection.cursor() as cursor:
        cursor.execute(replace[connection.vendor])


def test_draft_document_keeps_what_it_can_be_written_from(authority):
    revision = commands.draft_document(
        document=letter(), unit=authority.district, by=authority.drafter
    )

    assert from_json(revision.source) == letter()
    assert revision.file.read() == write_docx(letter())
    assert (revision.text, revision.edition.symbol) == (write_plain(letter()), "BC-UBND")
    assert str(revision.edition.document) == "Báo cáo Tăng cường thông tin đối ngoại"


def test_draft_document_refuses_a_commune_and_a_secret(authority):
    with pytest.raises(NotAllowed):
        commands.draft_document(
            document=letter(), unit=authority.district, by=authority.reporters[0]
        )
    with pytest.raises(Incomplete):
        commands.draft_document(
            document=letter("TUYỆT MẬT"), unit=authority.district, by=authority.drafter
        )
    assert not StoredFile.objects.exists()


def test_redraft_document_keeps_what_was_explained(authority):
    first = commands.draft_document(
        document=letter(), unit=authority.district, by=authority.drafter
    )

    second = commands.redraft_document(
        edition=first.edition,
        document=letter("Khác"),
        explained=[{"old": "412", "new": "420", "why": "Số của xã"}],
        by=authority.drafter,
    )

    assert (second.ordinal, from_json(second.source).header.title) == (2, "Khác")
    assert second.explained[0]["why"] == "Số của xã"


def test_redraft_document_refuses_a_secret(authority):
    first = commands.draft_document(
        document=letter(), unit=authority.district, by=authority.drafter
    )

    with pytest.raises(Incomplete):
        commands.redraft_document(
            edition=first.edition, document=letter("TUYỆT MẬT"), by=authority.drafter
        )


def test_redraft_document_carries_type_title_and_symbol_over(authority):
    first = commands.draft_document(
        document=letter(), unit=authority.district, by=authority.drafter
    )
    plan = letter("Việc mới", document_type="Kế hoạch", symbol="KH-UBND")

    commands.redraft_document(edition=first.edition, document=plan, by=authority.drafter)
    document = Document.objects.get()
    untitled = letter(title=None, document_type=None)
    commands.redraft_document(edition=first.edition, document=untitled, by=authority.drafter)

    assert str(document) == "Kế hoạch Việc mới"
    assert document.editions.get().symbol == "BC-UBND"
    assert str(Document.objects.get()) == "Công văn Việc mới"


STAMPED = [
    {"title": "TUYỆT MẬT"},
    {"text": "Kế hoạch\nTỐI MẬT\nNội dung"},
    {"document_type": "TỐI MẬT"},
    {"file_name": "TUYET MAT - ke hoach.docx"},
    {"source": '{"version": 1, "notes": ["TỐI MẬT"]}'},
    {"source": "TỐI MẬT"},
]


@pytest.mark.promise("N19")
@pytest.mark.parametrize("stamped", STAMPED)
def test_register_document_refuses_a_secrecy_mark_whoever_calls_it(authority, stamped):
    """What bears a secrecy stamp enters by no command, whatever its caller looked at."""
    plain = {"document_type": "Kế hoạch", "title": "Việc thử", "text": "Nội dung"}

    with pytest.raises(Incomplete) as refusal:
        commands.register_document(
            unit=authority.district, by=authority.drafter, **{**plain, **stamped}
        )

    assert [issue.name for issue in refusal.value.issues] == ["secrecy_mark"]
    assert not Document.objects.exists()


@pytest.mark.promise("N19")
@pytest.mark.parametrize(
    "stamped",
    [
        {"text": "TỐI MẬT"},
        {"file_name": "TUYET MAT.docx"},
        {"explained": [{"old": "1", "new": "2", "reason": "TỐI MẬT"}]},
    ],
)
def test_revise_document_refuses_a_secrecy_mark_whoever_calls_it(authority, stamped):
    """A later text, its file's name and the reasons of its changes bear no stamp."""
    edition = register(authority).edition

    with pytest.raises(Incomplete) as refusal:
        commands.revise_document(edition=edition, by=authority.drafter, **{"text": "x", **stamped})

    assert [issue.name for issue in refusal.value.issues] == ["secrecy_mark"]
    assert edition.revisions.count() == 1


@pytest.mark.promise("N19")
def test_draft_document_refuses_a_secret_name_and_recipient(authority):
    """The name of the file and box 9 are stored too."""
    secret = replace(letter(), recipients=("TUYỆT MẬT", "Lưu: VT"))
    for wanted in ({"document": letter(), "file_name": "TUYET MAT.docx"}, {"document": secret}):
        with pytest.raises(Incomplete):
            commands.draft_document(unit=authority.district, by=authority.drafter, **wanted)

    assert not Document.objects.exists()
