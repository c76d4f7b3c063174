"""A new text of an edition: what it keeps, and what becomes of slips of the text before it."""

import hashlib
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from haidang import clock
from haidang.documents.content_types import WORD
from haidang.documents.enums import SlipStatus
from haidang.documents.file_names import kept_name
from haidang.documents.models import Edition, Revision, Slip, StoredFile
from haidang.documents.stamps import about_words
from haidang.documents.storage import keep
from haidang.errors import Incomplete, Issue
from haidang.orgs.models import User
from haidang.text.blocks import Document
from haidang.text.layout import DateError
from haidang.text.stored import as_json
from haidang.text.writing import UnevenTableError, write_docx, write_plain

Explained = Sequence[Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Written:
    """The text of a revision, what it can be written from again, and its file."""

    text: str
    source: str = ""
    file: StoredFile | None = None


def written(document: Document) -> Written:
    """A document as a revision keeps it; its .docx is stored.

    Refuses with Incomplete what bears a secrecy mark and what cannot be drawn.
    """
    try:
        text, docx = write_plain(document), write_docx(document)
    except (UnevenTableError, DateError) as error:
        raise Incomplete([Issue("not-drawn", f"Không dựng được tệp: {error}")]) from error
    # A line of box 9 is printed behind a dash, where no reader takes it for a stamp.
    named = "\n\n".join([*document.recipients, *document.addressees])
    if issues := about_words(text, "text") or about_words(named, "text"):
        raise Incomplete(issues)
    return Written(text, as_json(document), keep(docx, WORD))


def add_revision(
    edition: Edition, content: Written, by: User, *, file_name: str = "", explained: Explained = ()
) -> Revision:
    """Add a text to an edition, behind those that it has."""
    text = unicodedata.normalize("NFC", content.text)
    return Revision.objects.create(
        edition=edition,
        ordinal=edition.revisions.count() + 1,
        text=text,
        source=content.source,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        file=content.file,
        file_name=kept_name(file_name),
        explained=list(explained),
        created_at=clock.now(),
        created_by=by,
    )


def void_slips(edition: Edition) -> int:
    """A slip speaks of one text: those that go on, or were agreed, end with a new one."""
    going = (SlipStatus.OPEN, SlipStatus.AGREED)
    slips = Slip.objects.filter(revision__edition=edition, status__in=going)
    return slips.update(status=SlipStatus.VOIDED, closed_at=clock.now())
