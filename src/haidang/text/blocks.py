"""The official document as values: what a reader found in one, and what a writer is given.

No reading, no judging and no layout here. Everything is frozen; offsets count characters of a
text in Unicode NFC.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum


class Bucket(StrEnum):
    """What a stretch of a plan's text is for; every character is in exactly one (promise N1)."""

    BASIS = "basis"
    PURPOSE = "purpose"
    REQUIREMENT = "requirement"
    DIRECTION = "direction"
    TASK = "task"
    TARGET = "target"
    FORMALITY = "formality"
    UNRESOLVED = "unresolved"


class Certainty(StrEnum):
    """How sure the reader is of what it says."""

    HIGH = "high"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a stretch of text stands in the original: a line, a paragraph or cell, a page.

    Of a page one place is one line: `box` is its left, top, right and bottom, as shares of the
    page from its upper left corner.
    """

    start: int
    end: int
    where: str  # "dòng 12", "đoạn 4", "bảng 1, hàng 2, ô 3", "trang 2"
    cell: tuple[int, int, int] | None = None  # table, row and column, from 1
    is_recognised: bool = False  # by a machine, in a picture: it may be wrong
    page: int | None = None  # from 1
    box: tuple[float, float, float, float] | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A file read into plain text, before anything in it was understood."""

    text: str
    format: str  # txt, docx, pdf, html
    places: tuple[Place, ...] = ()
    warnings: tuple[str, ...] = ()
    notes_at: int | None = None  # where the notes of the pages begin, behind the text
    reached: tuple[tuple[int, int, int], ...] = ()  # cells that the cell above them reaches into


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text, from `start` up to but not including `end`, and what it is for.

    `sentence` is true for a sentence of the body (or its part, where a sentence holds two
    duties), false for headings, header, recipients, signature.
    """

    start: int
    end: int
    bucket: Bucket
    sentence: bool = False


@dataclass(frozen=True, slots=True)
class Header:
    """The boxes above the body (NĐ 30/2020, Phụ lục I: ô số 1 to 5). Absent ones are None."""

    superior: str | None = None
    issuer: str | None = None
    number: str | None = None
    symbol: str | None = None
    place: str | None = None
    date: str | None = None  # ISO; "2026-06" or "2026" where the rest is blank
    document_type: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class LegalBasis:
    """A document that the opening cites."""

    kind: str
    number: str | None
    date: str | None = None
    issuer: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """A place that cites a document; a whole one gives its number and symbol, or its full name."""

    start: int
    end: int
    is_whole: bool = True


@dataclass(frozen=True, slots=True)
class Reference:
    """A document that the text cites, wherever it does: the first time in full, later in short.

    `code` is number and symbol as printed ("30/2020/NĐ-CP"), `number` and `symbol` are its parts
    ("30", "NĐ-CP"); a law cited by name has none of them. `title` is a law's name or else the
    subject (trích yếu). `is_basis` is true where the opening cites it.
    """

    kind: str
    code: str | None = None
    number: str | None = None
    symbol: str | None = None
    date: str | None = None
    issuer: str | None = None
    title: str | None = None
    is_basis: bool = False
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A heading: its label without closing mark ("III", "2", "a"), its level from 1, its title."""

    label: str
    level: int
    title: str | None
    start: int = 0
    end: int = 0


class Every(StrEnum):
    """The periods in which something comes back."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half-year"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Recurrence:
    """How often: so many `times` in every `interval`-th period, and on which days of it.

    `every` is None where nobody can say ("thường xuyên", "định kỳ"). Each of `days` is a month and
    a day: the month counts within the period (3 is the last of a quarter) and is None for every
    month; the day is None where it is a whole month. `weekday` is 0 for Monday.
    """

    phrase: str
    every: Every | None = None
    interval: int = 1
    times: int = 1
    days: tuple[tuple[int | None, int | None], ...] = ()
    weekday: int | None = None
    is_before: bool = False  # done before that day: "trước ngày 20"


class Anchor(StrEnum):
    """What a time limit was read against, so that a person can see where its day comes from."""

    WRITTEN = "written"  # the day or the year stands in the phrase itself
    PLAN_YEAR = "plan-year"
    SIGNING_YEAR = "signing-year"
    SIGNING_DAY = "signing-day"
    EVENT = "event"  # "sau khi …", "kể từ ngày nhận được …": no day can be known


@dataclass(frozen=True, slots=True)
class Deadline:
    """A time limit as written, the rule that read it and, where it can be known, the date.

    `due_on` is the last ISO day on which the act is still in time, `year_from` says where a
    missing year came from ("plan" or "signing"), None where the phrase has its own.
    `written_on` is the ISO date that stands in the phrase, None where it is not whole.
    `from_on` and `until_on` are the first and the last ISO day of the time that the phrase names,
    None where it is open; a vague phrase ("cuối quý") has them and no `due_on` (promise N3).
    `or_on` is the last day by the signing year, where the phrase may mean that as well.
    """

    phrase: str
    start: int
    end: int
    rule: str
    due_on: str | None = None
    year_from: str | None = None
    written_on: str | None = None
    from_on: str | None = None
    until_on: str | None = None
    or_on: str | None = None
    counted_from: Anchor | None = None
    recurrence: Recurrence | None = None
    certainty: Certainty = Certainty.HIGH


class Bound(StrEnum):
    """How a quantity bounds what is to be reached."""

    EXACTLY = "exactly"
    AT_LEAST = "at-least"
    AT_MOST = "at-most"
    ABOVE = "above"
    BELOW = "below"
    CHANGE = "change"  # "tăng 10 %": by how much it is to change, below zero where it is to fall


@dataclass(frozen=True, slots=True)
class Target:
    """A quantity that the text wants reached, with the words that say it.

    `upper` is the other end of "từ 3 đến 5 mô hình". `measure` is the unit of measure ("%",
    "lượt người", "lần/năm"), `scope` what a share is a share of, or what a change is against.
    """

    text: str
    start: int
    end: int
    quantity: Decimal
    upper: Decimal | None = None
    measure: str | None = None
    bound: Bound = Bound.EXACTLY
    scope: str | None = None
    year: int | None = None  # by the end of which it is to be reached
    certainty: Certainty = Certainty.HIGH


@dataclass(frozen=True, slots=True)
class Duty:
    """Something that somebody is to do, as one stretch of text.

    `unit` is None where the text names nobody (a direction). Names of units stay as written.
    `repeats` is what the words of `recurrence`, or of the deadline, say of how often.
    """

    text: str
    start: int
    end: int
    label: str  # "III.4.c": section labels, then a letter for the duty within it
    unit: str | None = None
    lead: str | None = None
    coordinate: tuple[str, ...] = ()
    deadline: Deadline | None = None
    recurrence: str | None = None
    certainty: Certainty = Certainty.HIGH
    repeats: Recurrence | None = None


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs: authority lines ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"), title, name."""

    authority: tuple[str, ...] = ()
    title: str | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was understood of one document. `spans` cover `text` with no gap and no overlap."""

    text: str
    header: Header
    spans: tuple[Span, ...]
    legal_bases: tuple[LegalBasis, ...] = ()
    references: tuple[Reference, ...] = ()
    sections: tuple[Section, ...] = ()
    duties: tuple[Duty, ...] = ()
    targets: tuple[Target, ...] = ()
    addressees: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    signature: Signature = Signature()
    year: int | None = None  # the year that the plan is for
    warnings: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()

    def places_between(self, start: int, end: int) -> tuple[Place, ...]:
        """The places in the original that a stretch of the text touches, in their order."""
        first = bisect_right(self.places, start, key=lambda place: place.end)
        last = bisect_left(self.places, end, key=lambda place: place.start)
        return self.places[first:last]


# What a writer is given ---------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the body; its label says how it looks: "Chương I", "Điều 1", "I", "1", "a".

    One without a label looks as its level says; at level 0 it is a line of capitals in the middle,
    "QUYẾT ĐỊNH:".
    """

    level: int
    label: str
    title: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Body text; `bullet` puts "- " before it.

    Two marks may stand in the text here as in headings and in cells of tables: `**words**` is
    bold, and `[[412|/so/7]]` is a figure that leads to its records. The preview makes a link
    of it, .docx and plain text print the figure alone; an address that does not begin with
    one "/" is not followed.
    """

    text: str
    bullet: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one header row. `numeric` names the columns (from 0) that align right.

    Line breaks in a cell part its paragraphs. Of `whole_rows` the first cell takes all columns.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: frozenset[int] = frozenset()
    widths: tuple[int, ...] = ()  # relative; all alike where empty
    strong_rows: frozenset[int] = frozenset()
    whole_rows: frozenset[int] = frozenset()


Block = Heading | Paragraph | Table


@dataclass(frozen=True, slots=True)
class Appendix:
    """An appendix: label ("Phụ lục"), title, the line "(Kèm theo …)", its blocks, its page."""

    label: str
    title: str
    attached_to: str
    blocks: tuple[Block, ...]
    landscape: bool = False
    stamp: str | None = None  # ô số 14: symbol and time of signing, where it is a file of its own


@dataclass(frozen=True, slots=True)
class Document:
    """An official document to be written. A blank number or date is left open for the clerk.

    `acting` is who acts in a decision, above its bases, or who calls in a công điện ("… điện:").
    `cosigners` sign beside `signature`: the secretary of minutes, the first party of a contract.
    """

    header: Header
    blocks: tuple[Block, ...]
    recipients: tuple[str, ...]
    signature: Signature
    addressees: tuple[str, ...] = ()
    legal_bases: tuple[str, ...] = ()
    appendices: tuple[Appendix, ...] = field(default=())
    drafter: str | None = None  # ô số 12: the drafter's sign and the number of copies, "PL.(300)"
    acting: str | None = None
    urgency: str | None = None  # ô số 10b: "KHẨN", "THƯỢNG KHẨN", "HỎA TỐC"
    circulation: str | None = None  # ô số 11: "LƯU HÀNH NỘI BỘ", "XEM XONG TRẢ LẠI"
    contact: tuple[str, ...] = ()  # ô số 13: lines at the foot of the first page
    cosigners: tuple[Signature, ...] = ()
    below: tuple[Block, ...] = ()  # under the signature: what another body confirms
