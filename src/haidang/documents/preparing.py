"""What is to be issued, drawn and checked before anybody holds the number: it takes seconds."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from django.utils import timezone

from haidang import clock
from haidang.documents import checks, rules
from haidang.documents.drawing import Drawn, pages_of
from haidang.documents.enums import EditionStatus
from haidang.documents.models import Edition, Number, Slip, Template
from haidang.documents.queries.numbering import about_day, next_number, series_of
from haidang.documents.queries.templates import current_template
from haidang.documents.register import Line, line_of
from haidang.documents.stamps import about_words
from haidang.documents.trial import drawn_whole
from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.errors import Issue as Missing
from haidang.orgs.models import User
from haidang.text.blocks import Document
from haidang.text.checking import Finding, Severity, check
from haidang.text.layout import Margins
from haidang.text.stored import from_json


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


@dataclass(frozen=True, slots=True)
class Terms:
    """What the files depend on; where one of it changed meanwhile, they are drawn again."""

    slip: Slip
    day: dt.date
    value: int
    template: Template | None


@dataclass(frozen=True, slots=True)
class Prepared:
    """Both files under the number and the day that were due when they were drawn."""

    terms: Terms
    line: Line
    document: Document
    files: Drawn
    explained: list[dict[str, str]]


def prepare(edition: Edition, wish: Wish, by: User) -> Prepared:
    """Draw and check an agreed draft under the number that is due. Refuses as `issue_document`."""
    terms = terms_of(edition, wish, by)
    agreed = from_json(terms.slip.revision.source)
    header = replace(agreed.header, number=str(terms.value), date=terms.day.isoformat())
    document = replace(agreed, header=header)
    files = drawn_whole(document, wish.margins, terms.template)
    line = line_of(agreed, copies=wish.copies, pages=pages_of(files.pdf), note=wish.note)
    return Prepared(terms, line, document, files, _explained_faults(files, wish))


def terms_of(edition: Edition, wish: Wish, by: User) -> Terms:
    """What an edition would be issued under now. Refuses as `issue_document`, but for its looks."""
    if not edition.can_become(EditionStatus.ISSUED):
        raise WrongState(f"Văn bản này đã ban hành, số {edition}.")
    if not rules.may_issue(by, edition):
        raise NotAllowed("Chỉ văn thư của cơ quan mới được ban hành văn bản.")
    slip = checks.agreed_slip(edition)
    issues = [*checks.before_issuing(edition), *_about_wish(wish)]
    if slip is None or issues:
        raise Incomplete(issues)
    # As the agreed text has it: it may have become another type since the draft was entered.
    kind = line_of(from_json(slip.revision.source)).document_type
    unit, day = edition.document.unit, _day(slip, wish)
    value = wish.number.value if wish.number else wish.value or next_number(unit, kind, day.year)
    series = series_of(unit, kind, day.year)
    if issues := about_day(series, value, day) if series else []:
        raise Incomplete(issues)
    return Terms(slip, day, value, current_template(unit, kind))


def _explained_faults(files: Drawn, wish: Wish) -> list[dict[str, str]]:
    faults = [one for one in check(files.docx) if one.severity is Severity.FAULT]
    reasons = {rule: why.strip() for rule, why in wish.explanations.items() if why.strip()}
    if issues := [_unexplained(one) for one in faults if one.rule not in reasons]:
        raise Incomplete(issues)
    return [_explained(one, reasons[one.rule]) for one in faults]


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
