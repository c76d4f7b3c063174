"""The registers of outgoing and incoming documents, with the columns of the decree.

NĐ 30/2020/NĐ-CP, Điều 15, Điều 22 and Phụ lục IV. One page, its print, and its .xlsx are the same
rows.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from haidang.documents import rules
from haidang.documents.enums import NumberStatus
from haidang.documents.models import Arrival, Number
from haidang.documents.plain_names import in_text
from haidang.web import wording
from haidang.web.forms.documents import RegisterFilter
from haidang.web.request import Request
from haidang.web.sheets import XLSX, Value, workbook
from haidang.web.views.documents.files import attachment

PER_PAGE = 50
MOST_PRINTED = 5000  # rows on one page of a browser; the .xlsx has all of them
AT_A_TIME = 1000
OUTGOING = (
    ("Số, ký hiệu", 16),
    ("Ngày tháng", 12),
    ("Tên loại và trích yếu nội dung", 50),
    ("Người ký", 22),
    ("Nơi nhận", 34),
    ("Đơn vị, người nhận bản lưu", 20),
    ("Số lượng bản", 9),
    ("Ngày chuyển", 12),
    ("Ký nhận", 12),
    ("Ghi chú", 24),
)
INCOMING = (
    ("Ngày đến", 12),
    ("Số đến", 8),
    ("Tác giả", 28),
    ("Số, ký hiệu", 16),
    ("Ngày tháng", 12),
    ("Tên loại và trích yếu nội dung", 50),
    ("Đơn vị hoặc người nhận", 24),
    ("Ngày chuyển", 12),
    ("Ký nhận", 12),
    ("Ghi chú", 24),
)
Register = QuerySet[Number] | QuerySet[Arrival]
Rows = TypeVar("Rows", bound=QuerySet[Any])


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a register: what stands in its columns, where it leads, how it stands."""

    cells: tuple[Value, ...]
    url: str = ""
    pk: int = 0
    state: str = ""
    named: tuple[str, str] = ("", "")  # on a phone: the number, and what the document is about
    facts: tuple[tuple[str, Value], ...] = ()  # on a phone: the other columns that say something


@dataclass(frozen=True, slots=True)
class Book:
    """A register: its name, its columns, and how a row of it becomes a line."""

    name: str
    file_name: str
    title: str
    columns: Sequence[tuple[str, int]]
    line_of: Callable[..., Line]
    leads: int = 0  # which column leads to the document


@require_safe
def outgoing(request: Request) -> HttpResponse:
    """The register of outgoing documents of one year: every number, also those cancelled."""
    numbers = Number.objects.visible_to(request.user)
    wanted = _filter(request, numbers, "series__year")
    rows = numbers.filter(series__year=wanted.year).select_related("series", "edition")
    return _answer(request, OUT, rows.order_by("series__code", "-value"), wanted)


@require_safe
def incoming(request: Request) -> HttpResponse:
    """The register of incoming documents of one year, the last that came first.

    What stands in the register of another authority is listed apart, with the name of that one.
    """
    arrivals = Arrival.objects.visible_to(request.user)
    wanted = _filter(request, arrivals, "year")
    rows = arrivals.filter(year=wanted.year).select_related("unit", "handed_to", "handed_to_person")
    rows = rows.defer("text").order_by("-number")
    if request.user.unit_id is None:
        return _answer(request, IN, rows, wanted)
    here = Q(unit__in={request.user.unit_id, request.user.seat.pk})
    elsewhere = _found(rows.exclude(here).order_by("-arrived_on", "-pk"), wanted)
    more = {"elsewhere": elsewhere[: PER_PAGE + 1], "most_elsewhere": PER_PAGE}
    return _answer(request, IN, rows.filter(here), wanted, more)


def outgoing_line(number: Number) -> Line:
    """A number as the register prints it; one that was cancelled says why."""
    note = number.note
    if number.status == NumberStatus.CANCELLED:
        note = f"Số đã hủy: {number.reason}"
    elif number.status == NumberStatus.RESERVED:
        note = f"Đang giữ số: {number.purpose}" if number.purpose else "Đang giữ số"
    cells: tuple[Value, ...] = (
        str(number) if number.symbol else f"{number.written} ({number.series.code})",
        number.issued_on,
        f"{number.document_type} {number.subject}".strip(),
        number.signer or _nameless(number.signer_post),
        number.recipients.replace("\n", "; "),
        number.filed_with,
        (number.copies or "") if number.status == NumberStatus.USED else "",
        number.issued_on,
        "",
        note,
    )
    url = reverse("document", args=[number.edition.document_id]) if number.edition else ""
    named = (str(cells[0]), str(cells[2]))
    return Line(cells, url, number.pk, number.status, named, _facts(OUTGOING, cells, {0, 2}))


def _nameless(post: str) -> str:
    return f"{in_text(post)} (chưa ghi tên)" if post else ""


def incoming_line(arrival: Arrival) -> Line:
    """An incoming document as the register prints it."""
    handed = " – ".join(
        str(one) for one in (arrival.handed_to, arrival.handed_to_person) if one is not None
    )
    due = f"Hạn {arrival.due_on:%d/%m/%Y}. " if arrival.due_on else ""
    cells: tuple[Value, ...] = (
        arrival.arrived_on,
        arrival.number,
        in_text(arrival.issuer),
        arrival.number_symbol,
        arrival.issued_on,
        f"{arrival.document_type} {arrival.subject}".strip(),
        handed,
        wording.local_date(arrival.handed_at) if arrival.handed_at else None,
        "",
        f"{due}{arrival.note}".strip(),
    )
    url = reverse("document-arrival", args=[arrival.pk])
    named = (f"Số đến {arrival.number}", str(cells[5]))
    return Line(cells, url, arrival.pk, named=named, facts=_facts(INCOMING, cells, {1, 5}))


def _facts(
    columns: Sequence[tuple[str, int]], cells: Sequence[Value], left_out: set[int]
) -> tuple[tuple[str, Value], ...]:
    shown = (at for at, cell in enumerate(cells) if cell and at not in left_out)
    return tuple((columns[at][0], cells[at]) for at in shown)


OUT = Book("documents-outgoing", "so-van-ban-di", "Sổ đăng ký văn bản đi", OUTGOING, outgoing_line)
IN = Book(
    "documents-incoming", "so-van-ban-den", "Sổ đăng ký văn bản đến", INCOMING, incoming_line, 5
)


def _filter(request: Request, rows: Register, year: str) -> RegisterFilter:
    held = rows.order_by().values_list(year, flat=True).distinct()
    return RegisterFilter(request.GET, years=sorted(held, reverse=True))


def _found(rows: Rows, wanted: RegisterFilter) -> Rows:
    for word in wanted.words:
        rows = rows.filter(folded__contains=word)
    return rows


def _answer(
    request: Request,
    book: Book,
    rows: Register,
    wanted: RegisterFilter,
    more: Mapping[str, object] | None = None,
) -> HttpResponse:
    rows = _found(rows, wanted)
    if "xlsx" in request.GET:
        return _sheet(request, book, rows, wanted)
    context = _page_context(request, book, rows) | {"filter": wanted, **(more or {})}
    return render(request, "documents/register.html", context)


def _page_context(request: Request, book: Book, rows: Rows) -> dict[str, object]:
    user, is_print = request.user, "in" in request.GET
    pages = Paginator(rows, MOST_PRINTED if is_print else PER_PAGE)
    page = pages.get_page(request.GET.get("trang"))
    seat = user.seat if user.unit_id else None
    return {
        "book": book,
        "here": book.name,
        "page": page,
        "lines": [book.line_of(row) for row in page],
        "query": _query(request),
        "is_print": is_print,
        "cut": _cut(page) if is_print else "",
        "unit": seat,
        "is_clerk": seat is not None and rules.may_number(user, seat),
    }


def _cut(page: Page[Any]) -> str:
    """What is said where a print has not every line of the register."""
    if not page.has_other_pages():
        return ""
    first, last = wording.number(page.start_index()), wording.number(page.end_index())
    lines = wording.number(page.paginator.count)
    return (
        f"Bản in này chỉ có dòng {first} đến {last} trong {lines} dòng; tệp .xlsx có đủ mọi dòng."
    )


def _sheet(request: Request, book: Book, rows: Register, wanted: RegisterFilter) -> HttpResponse:
    unit = f", {request.user.seat}" if request.user.unit_id else ""
    # On paper the register begins with the first of the year; all of it, a part at a time.
    lines = (book.line_of(row).cells for row in rows.reverse().iterator(AT_A_TIME))
    content = workbook(f"{book.title} năm {wanted.year}{unit}", book.columns, lines)
    return attachment(content, XLSX, f"{book.file_name}-{wanted.year}.xlsx")


def _query(request: Request) -> str:
    kept = request.GET.copy()
    for name in ("trang", "in", "xlsx"):
        kept.pop(name, None)
    return kept.urlencode()
