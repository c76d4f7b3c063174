"""Registering a document, and revising the text of a draft."""

import datetime as dt
import hashlib
import unicodedata

from django.db import transaction

from haidang import clock
from haidang.documents import rules
from haidang.documents.enums import EditionStatus
from haidang.documents.models import Document, Edition, Revision, StoredFile
from haidang.errors import NotAllowed, WrongState
from haidang.ledger.commands import record
from haidang.orgs.models import Unit, User


@transaction.atomic
def register_document(
    *,
    document_type: str,
    title: str,
    unit: Unit,
    text: str,
    by: User,
    file: StoredFile | None = None,
    file_name: str = "",
    number: str = "",
    symbol: str = "",
    issued_on: dt.date | None = None,
) -> Revision:
    """Enter a document with the text of its first revision. Refuses with NotAllowed.

    `unit` is the issuing body; a document with `issued_on` enters as issued, else as a draft.
    """
    if not rules.may_register(by, unit):
        raise NotAllowed("Chỉ chuyên viên hoặc văn thư của cơ quan mới được đưa văn bản vào.")
    document = Document.objects.create(document_type=document_type, title=title, unit=unit)
    edition = Edition.objects.create(
        document=document,
        status=EditionStatus.ISSUED if issued_on else EditionStatus.DRAFT,
        number=number,
        symbol=symbol,
        issued_on=issued_on,
    )
    revision = _add_revision(edition, 1, text, by, file, file_name)
    record("register_document", target=document, by=by, title=title, sha256=revision.sha256)
    return revision


@transaction.atomic
def revise_document(
    *, edition: Edition, text: str, by: User, file: StoredFile | None = None, file_name: str = ""
) -> Revision:
    """Add a later text to a draft; the earlier ones stay.

    Refuses with WrongState where the edition was issued, and with NotAllowed.
    """
    edition = Edition.objects.select_for_update().get(pk=edition.pk)
    if edition.status == EditionStatus.ISSUED:
        raise WrongState("Văn bản đã ban hành thì không sửa được; hãy lập bản mới.")
    if not rules.may_register(by, edition.document.unit):
        raise NotAllowed("Chỉ chuyên viên hoặc văn thư của cơ quan mới được sửa văn bản này.")
    revision = _add_revision(edition, edition.revisions.count() + 1, text, by, file, file_name)
    record("revise_document", target=edition.document, by=by, sha256=revision.sha256)
    return revision


def _add_revision(
    edition: Edition, ordinal: int, text: str, by: User, file: StoredFile | None, file_name: str
) -> Revision:
    text = unicodedata.normalize("NFC", text)
    return Revision.objects.create(
        edition=edition,
        ordinal=ordinal,
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        file=file,
        file_name=unicodedata.normalize("NFC", file_name),
        created_at=clock.now(),
        created_by=by,
    )
