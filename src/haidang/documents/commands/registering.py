"""Registering a document, and revising the text of a draft."""

import datetime as dt

from django.db import transaction

from haidang.documents import rules
from haidang.documents.enums import EditionStatus
from haidang.documents.models import Document, Edition, Revision, StoredFile
from haidang.documents.numbered import about_number
from haidang.documents.revising import Explained, Written, add_revision, void_slips, written
from haidang.documents.stamps import about_file_name, about_words, words_in
from haidang.errors import Incomplete, Issue, NotAllowed, WrongState
from haidang.ledger.commands import record
from haidang.orgs.models import Unit, User
from haidang.text import blocks


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
    source: str = "",
) -> Revision:
    """Enter a document with the text of its first revision.

    Refuses with NotAllowed, and with Incomplete what bears a secrecy mark (Luật Bảo vệ bí mật nhà
    nước 117/2025/QH15), and a number that the register here holds for another text.
    `unit` is the issuing body; a document with `issued_on` enters as issued, else as a draft.
    `source` is what it can be written from again, as `text.stored` keeps it.
    """
    if not rules.may_register(by, unit):
        raise NotAllowed("Chỉ chuyên viên hoặc văn thư của cơ quan mới được đưa văn bản vào.")
    named = "\n".join([document_type, title, number, symbol])
    issues = [*_about_words(text, named, source), *about_file_name(file_name, "file")]
    if number and issued_on:
        issues += about_number(
            unit=unit, document_type=document_type, number=number, issued_on=issued_on, text=text
        )
    if issues:
        raise Incomplete(issues)
    document = Document.objects.create(document_type=document_type, title=title, unit=unit)
    edition = Edition.objects.create(
        document=document,
        status=EditionStatus.ISSUED if issued_on else EditionStatus.DRAFT,
        number=number,
        symbol=symbol,
        issued_on=issued_on,
    )
    revision = add_revision(edition, Written(text, source, file), by, file_name=file_name)
    record("register_document", target=document, by=by, title=title, sha256=revision.sha256)
    return revision


@transaction.atomic
def revise_document(
    *,
    edition: Edition,
    text: str,
    by: User,
    file: StoredFile | None = None,
    file_name: str = "",
    source: str = "",
    explained: Explained = (),
) -> Revision:
    """Add a later text to a draft; the earlier ones stay. A slip of an earlier text is void.

    `explained` is what was changed by hand, and why. Refuses with WrongState where the edition
    was issued, with NotAllowed, and with Incomplete what bears a secrecy mark.
    """
    edition = Edition.objects.select_for_update(no_key=True).get(pk=edition.pk)
    if not edition.can_become(EditionStatus.ISSUED):
        raise WrongState("Văn bản đã ban hành thì không sửa được; hãy lập bản mới.")
    if not rules.may_register(by, edition.document.unit):
        raise NotAllowed("Chỉ chuyên viên hoặc văn thư của cơ quan mới được sửa văn bản này.")
    said = "\n".join(word for change in explained for word in change.values())
    if issues := [*_about_words(text, said, source), *about_file_name(file_name, "file")]:
        raise Incomplete(issues)
    voided = void_slips(edition)
    content = Written(text, source, file)
    revision = add_revision(edition, content, by, file_name=file_name, explained=explained)
    record(
        "revise_document",
        target=edition.document,
        by=by,
        sha256=revision.sha256,
        voided=voided,
        explained=len(explained),
    )
    return revision


@transaction.atomic
def draft_document(
    *, document: blocks.Document, unit: Unit, by: User, file_name: str = ""
) -> Revision:
    """Enter a draft written from its blocks: as .docx, as text, and as what it is written from.

    Refuses with NotAllowed, and with Incomplete what bears a secrecy mark or cannot be drawn.
    """
    content = written(document)
    return register_document(
        document_type=_type_of(document),
        title=_title_of(document),
        unit=unit,
        symbol=_symbol_of(document),
        by=by,
        file_name=file_name,
        text=content.text,
        source=content.source,
        file=content.file,
    )


@transaction.atomic
def redraft_document(
    *,
    edition: Edition,
    document: blocks.Document,
    by: User,
    file_name: str = "",
    explained: Explained = (),
) -> Revision:
    """Add a later text of a draft, written from its blocks.

    Refuses as `revise_document`, and with Incomplete what bears a secrecy mark or cannot be drawn.
    """
    content = written(document)
    revision = revise_document(
        edition=edition,
        by=by,
        file_name=file_name,
        text=content.text,
        source=content.source,
        file=content.file,
        explained=explained,
    )
    _name_anew(revision.edition, document)
    return revision


def _about_words(text: str, said: str, source: str) -> list[Issue]:
    """A secrecy mark in a text, in what is said of it, or in words of its source that it lacks."""
    unprinted = "\n".join(one for one in words_in(source) if one not in text)
    return about_words(text, "text") or about_words(f"{said}\n\n{unprinted}", "text")


def _name_anew(edition: Edition, document: blocks.Document) -> None:
    """The type decides the series, so it follows the text; a text without a title keeps the old."""
    kept, edition.symbol = edition.document, _symbol_of(document)
    kept.document_type, kept.title = _type_of(document), _title_of(document) or kept.title
    kept.save(update_fields=["document_type", "title"])
    edition.save(update_fields=["symbol"])


def _type_of(document: blocks.Document) -> str:
    return (document.header.document_type or "công văn").capitalize()[:60]


def _title_of(document: blocks.Document) -> str:
    return (document.header.title or "")[:500]


def _symbol_of(document: blocks.Document) -> str:
    return (document.header.symbol or "")[:60]
