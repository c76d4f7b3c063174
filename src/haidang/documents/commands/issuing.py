"""Issuing: an agreed draft gets its number and its day, both files are drawn, all of it is frozen.

The files are drawn first and written in one transaction, under the number that they bear. They lie
under the hash of their bytes, so one that a cut left over harms nobody.
"""

from contextlib import suppress
from dataclasses import asdict
from threading import Lock

from django.db import transaction

from haidang import clock
from haidang.documents.commands.numbering import use_number
from haidang.documents.content_types import WORD
from haidang.documents.drawing import PDF, layout_version
from haidang.documents.enums import EditionStatus
from haidang.documents.models import Edition, Issue, Number
from haidang.documents.preparing import Prepared, Wish, prepare, terms_of
from haidang.documents.revising import Written, add_revision
from haidang.documents.storage import keep
from haidang.errors import WrongState
from haidang.ledger.commands import record
from haidang.orgs.models import Unit, User
from haidang.text.stored import as_json
from haidang.text.writing import write_plain

AS_DUE = Wish()
FREE_TRIES = 3
BUSY = "Mẫu hoặc phiếu trình vừa đổi trong lúc ban hành. Chưa có gì được ghi; hãy bấm lại."

# In one process they come in turn, so that one does not take the number that another drew for.
_TURN = Lock()


class _MovedError(Exception):
    """The number, the day, the slip or the template is not the one that was drawn."""


def issue_document(*, edition: Edition, by: User, wish: Wish = AS_DUE) -> Issue:
    """Issue a draft that its leader agreed to: number, day, .docx and PDF, all or nothing.

    Refuses with NotAllowed, with WrongState what was issued, and with Incomplete a draft that was
    not agreed in its newest text, a number or day out of order, and faults of layout that nobody
    explained (NĐ 30/2020, Điều 14 to 18).
    """
    with _TURN:
        for _ in range(FREE_TRIES):
            edition = Edition.objects.select_related("document__unit").get(pk=edition.pk)
            prepared = prepare(edition, wish, by)  # seconds, in no transaction
            with suppress(_MovedError):
                return _issue(edition, prepared, wish, by)
        return _issue_at_once(edition, wish, by)


@transaction.atomic
def _issue_at_once(edition: Edition, wish: Wish, by: User) -> Issue:
    """For whom other processes outran again and again: draw while nobody else gets a number."""
    edition = Edition.objects.select_for_update(no_key=True, of=("self",)).get(pk=edition.pk)
    Unit.objects.select_for_update(no_key=True).get(pk=edition.document.unit_id)
    try:
        return _issue(edition, prepare(edition, wish, by), wish, by)
    except _MovedError as error:
        raise WrongState(BUSY) from error


@transaction.atomic
def _issue(edition: Edition, prepared: Prepared, wish: Wish, by: User) -> Issue:
    edition = Edition.objects.select_for_update(no_key=True).get(pk=edition.pk)
    terms = prepared.terms
    now = terms_of(edition, wish, by)
    # The number is not compared yet: only `use_number` knows it for sure.
    if (now.slip, now.day, now.template) != (terms.slip, terms.day, terms.template):
        raise _MovedError
    number = use_number(
        edition=edition,
        line=prepared.line,
        issued_on=terms.day,
        by=by,
        number=wish.number,
        value=wish.value,
    )
    if number.value != terms.value:
        raise _MovedError
    return _freeze(edition, number, prepared, wish, by)


def _freeze(edition: Edition, number: Number, prepared: Prepared, wish: Wish, by: User) -> Issue:
    document, files, terms = prepared.document, prepared.files, prepared.terms
    docx = keep(files.docx, WORD)
    content = Written(write_plain(document), as_json(document), docx)
    revision = add_revision(edition, content, by, file_name=f"{_file_name(number)}.docx")
    issue = Issue.objects.create(
        edition=edition,
        revision=revision,
        slip=terms.slip,
        number=number,
        issued_on=terms.day,
        docx=docx,
        pdf=keep(files.pdf, PDF),
        template=terms.template,
        layout=layout_version(),
        margins=asdict(wish.margins),
        explained=prepared.explained,
        at=clock.now(),
        by=by,
    )
    edition.status, edition.issued_on = EditionStatus.ISSUED, terms.day
    edition.number, edition.symbol = number.written, number.symbol
    edition.save(update_fields=["status", "issued_on", "number", "symbol"])
    facts = {"number": str(number), "docx": issue.docx_id, "pdf": issue.pdf_id}
    explained = len(prepared.explained)
    record("issue_document", target=edition.document, by=by, explained=explained, **facts)
    return issue


def _file_name(number: Number) -> str:
    return f"{number.written}-{number.symbol}".replace("/", "-")
