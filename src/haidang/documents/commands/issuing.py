"""Issuing: an agreed draft gets its number and its day, both files are drawn, all of it is frozen.

One transaction: files lie under the hash of their bytes, so one that a cut left over harms nobody.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from threading import Lock

from django.db import transaction
from django.utils import timezone

from haidang import clock
from haidang.documents import checks, rules
from haidang.documents.commands.numbering import use_number
from haidang.documents.content_types import WORD
from haidang.documents.drawing import PDF, Drawn, drawn, layout_version, pages_of
from haidang.documents.enums import EditionStatus
from haidang.documents.models import Edition, Issue, Number, Slip, Template
from haidang.documents.queries.templates import current_template
from haidang.documents.register import line_of
from haidang.documents.revising import Written, add_revision
from haidang.documents.stamps import about_words
from haidang.documents.storage import keep
from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.errors import Issue as Missing
from haidang.ledger.commands import record
from haidang.orgs.models import User
from haidang.text import Unreadable
from haidang.text.blocks import Document
from haidang.text.checking import Finding, Severity, check
from haidang.text.layout import DateError, Margins
from haidang.text.stored import as_json, from_json
from haidang.text.writing import UnevenTableError, write_plain
from haidang.text.writing.pdf import NotDrawnError, letters_missing_in

# Both files are drawn while the number is held. Who waits here waits in turn; of those who wait for
# SQLite, anybody may be next, and give up after a time.
_TURN = Lock()


@dataclass(frozen=True, slots=True)
class Wish:
    """What the clerk says when issuing; a number that was held, or one given on paper.

    `explanations` gives, for the name of a checker's rule, why the fault may stay.
    """

    issued_on: dt.date | None = None
    number: Number | None = None
    value: int | None = None
    copies: int = 0
    note: str = ""
    explanations: Mapping[str, str] = field(default_factory=dict)
    margins: Margins = field(default_factory=Margins)


def issue_document(*, edition: Edition, by: User, wish: Wish = Wish()) -> Issue:
    """Issue a draft that its leader agreed to: number, day, .docx and PDF, all or nothing.

    Refuses with NotAllowed, with WrongState what was issued, and with Incomplete a draft that was
    not agreed in its newest text, a number or day out of order, and faults of layout that nobody
    explained (NĐ 30/2020, Điều 14 to 18).
    """
    with _TURN:
        return _issue(edition, wish, by)


@transaction.atomic
def _issue(edition: Edition, wish: Wish, by: User) -> Issue:
    edition = Edition.objects.select_for_update().get(pk=edition.pk)
    if edition.status == EditionStatus.ISSUED:
        raise WrongState(f"Văn bản này đã ban hành, số {edition}.")
    if not rules.may_issue(by, edition):
        raise NotAllowed("Chỉ văn thư của cơ quan mới được ban hành văn bản.")
    slip = checks.agreed_slip(edition)
    issues = [*checks.before_issuing(edition), *_about_wish(wish)]
    if slip is None or issues:
        raise Incomplete(issues)
    day = _day(slip, wish)
    document = from_json(slip.revision.source)
    number = use_number(
        edition=edition,
        line=line_of(document, copies=wish.copies, note=wish.note),
        issued_on=day,
        by=by,
        number=wish.number,
        value=wish.value,
    )
    header = replace(document.header, number=str(number.value), date=day.isoformat())
    return _freeze(edition, slip, number, day, replace(document, header=header), wish, by)


def _freeze(
    edition: Edition,
    slip: Slip,
    number: Number,
    day: dt.date,
    document: Document,
    wish: Wish,
    by: User,
) -> Issue:
    template = current_template(edition.document.unit, edition.document.document_type)
    files, explained = _files(document, template, wish)
    docx = keep(files.docx, WORD)
    content = Written(write_plain(document), as_json(document), docx)
    revision = add_revision(edition, content, by, file_name=f"{_file_name(number)}.docx")
    issue = Issue.objects.create(
        edition=edition,
        revision=revision,
        slip=slip,
        number=number,
        issued_on=day,
        docx=docx,
        pdf=keep(files.pdf, PDF),
        template=template,
        layout=layout_version(),
        margins=asdict(wish.margins),
        explained=explained,
        at=clock.now(),
        by=by,
    )
    number.pages = pages_of(files.pdf)
    number.save(update_fields=["pages"])
    edition.status, edition.issued_on = EditionStatus.ISSUED, day
    edition.number, edition.symbol = number.written, number.symbol
    edition.save(update_fields=["status", "issued_on", "number", "symbol"])
    facts = {"number": str(number), "docx": issue.docx_id, "pdf": issue.pdf_id}
    record("issue_document", target=edition.document, by=by, explained=len(explained), **facts)
    return issue


def _files(
    document: Document, template: Template | None, wish: Wish
) -> tuple[Drawn, list[dict[str, str]]]:
    try:
        if lacking := letters_missing_in(document):
            words = f"Bản PDF không in được các ký tự: {' '.join(lacking)}"
            raise Incomplete([Missing("letters", words)])
        files = drawn(document, wish.margins, template.file.read() if template else None)
    except Unreadable as error:
        words = f"{error.message} Hãy sửa mẫu của loại này, hoặc thôi dùng mẫu."
        raise Incomplete([Missing(error.code, words)]) from error
    except (UnevenTableError, DateError, NotDrawnError) as error:
        raise Incomplete([Missing("not-drawn", f"Không dựng được tệp: {error}")]) from error
    faults = [one for one in check(files.docx) if one.severity is Severity.FAULT]
    reasons = {rule: why.strip() for rule, why in wish.explanations.items() if why.strip()}
    if issues := [_unexplained(one) for one in faults if one.rule not in reasons]:
        raise Incomplete(issues)
    return files, [_explained(one, reasons[one.rule]) for one in faults]


def _unexplained(finding: Finding) -> Missing:
    words = f"{finding.place}: có “{finding.found}”, cần “{finding.due}” ({finding.article})."
    return Missing(finding.rule, words, "explanations")


def _explained(finding: Finding, why: str) -> dict[str, str]:
    return {
        "rule": finding.rule,
        "place": finding.place,
        "found": finding.found,
        "due": finding.due,
        "why": why,
    }


def _about_wish(wish: Wish) -> Sequence[Missing]:
    said = "\n".join([wish.note, *wish.explanations.values()])
    return about_words(said, "note")


def _day(slip: Slip, wish: Wish) -> dt.date:
    day = wish.issued_on or clock.today()
    agreed_on = timezone.localtime(slip.closed_at).date()
    if day < agreed_on:
        words = f"Lãnh đạo duyệt ký ngày {agreed_on:%d/%m/%Y}; ngày ban hành không được sớm hơn."
        raise Incomplete([Missing("day-before-signing", words, "issued_on")])
    return day


def _file_name(number: Number) -> str:
    return f"{number.written}-{number.symbol}".replace("/", "-")
