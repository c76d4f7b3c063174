"""An outline from a form of last year: a file is read, a person confirms line by line."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from haidang import clock
from haidang.activities.models import Indicator
from haidang.documents.commands import note_secret_file
from haidang.documents.stamps import about_file_name
from haidang.errors import Incomplete, Issue
from haidang.orgs.naming import name_key
from haidang.reporting import commands
from haidang.reporting.last_form import of_document, of_workbook
from haidang.reporting.proposed import Proposal, ProposedLine, ProposedSection
from haidang.text.reading.apart import read_apart
from haidang.text.reading.unreadable import Unreadable
from haidang.text.reading.workbooks import read_workbook
from haidang.text.understanding.secrecy import secrecy_mark
from haidang.web import turns
from haidang.web.request import Request
from haidang.web.views.reporting.regime_editing import settable
from haidang.web.views.reporting.regimes import regime_page

PATIENCE = 5.0  # seconds of waiting for a turn
MOST = 500  # sections of a form, and lines of a section; the reader finds far fewer
LONGEST_KEY = 18
MACRO = "Tệp có macro (.xlsm). Lưu lại thành .xlsx không macro rồi nạp lại."
NOTHING = "Không thấy bảng “STT | Nội dung, chỉ tiêu | Đơn vị tính” nào trong tệp này."
Given = Mapping[str, str]


@require_http_methods(["GET", "HEAD", "POST"])
def read_form(request: Request, pk: int) -> HttpResponse:
    """Ask for a file, show what it proposes, take what was confirmed."""
    found = settable(request.user, pk)
    may_outline = regime_page(found, request.user)["may_outline"]
    page: dict[str, Any] = {"regime": found, "may_outline": may_outline}
    try:
        if "sections" in request.POST:
            page["proposal"] = proposal = confirmed(request.POST)
            commands.read_form(regime=found, proposal=proposal, by=request.user)
            messages.success(request, "Đã lấy đề cương từ biểu mẫu. Xem lại từng mục.")
            return redirect("regime", found.pk)
        if request.method == "POST":
            page["proposal"] = _proposed(request, request.FILES.get("file"))
    except Incomplete as refusal:
        page["issues"] = refusal.issues
    page["indicators"] = list(Indicator.objects.in_use()) if page.get("proposal") else []
    status = 422 if page.get("issues") else 200
    return render(request, "regimes/read_form.html", page, status=status)


def _proposed(request: Request, file: UploadedFile[bytes] | None) -> Proposal:
    if file is None:
        raise Incomplete([Issue("no_file", "Chọn tệp biểu mẫu .xlsx hoặc .docx.", "file")])
    if (file.size or 0) > settings.DOCUMENT_LIMIT:
        words = f"Tệp lớn hơn {settings.DOCUMENT_LIMIT // 2**20} MB."
        raise Incomplete([Issue("too_large", words, "file")])
    name = file.name or ""
    if issues := about_file_name(name, "file"):
        raise Incomplete(issues)
    try:
        with turns.turn_at("reading", PATIENCE):
            proposal = _read(request, name.lower(), file.read())
    except turns.Busy:
        words = "Máy đang bận đọc tệp của người khác. Hãy nạp lại sau ít phút."
        raise Incomplete([Issue("busy", words, "file")]) from None
    except Unreadable as error:
        raise Incomplete([Issue(error.code, error.message, "file")]) from error
    if not proposal.sections:
        raise Incomplete([Issue("no_table", " ".join([NOTHING, *proposal.remarks]), "file")])
    return proposal


def _read(request: Request, name: str, content: bytes) -> Proposal:
    known = {name_key(row.name): row.pk for row in Indicator.objects.in_use()}
    year = clock.today().year
    if name.endswith(".xlsm"):
        raise Unreadable("macro", MACRO)
    if name.endswith(".docx"):
        reading, mark = read_apart(content)
        if mark:
            raise note_secret_file(content=content, unit=request.user.seat, by=request.user)
        return of_document(reading, known, year)
    if not name.endswith((".xlsx", ".xls")):
        raise Unreadable("no-form", "Biểu mẫu phải là tệp .xlsx hoặc .docx.")
    sheets = read_workbook(content)
    said = (cell.text for sheet in sheets for row in sheet.rows for cell in row if cell.text)
    if secrecy_mark("\n".join(said)):
        raise note_secret_file(content=content, unit=request.user.seat, by=request.user)
    return of_workbook(sheets, known, year)


def confirmed(given: Given) -> Proposal:
    """What a person left ticked, with the words as they stand now."""
    sections = []
    for place in range(min(_whole(given.get("sections", "")), MOST)):
        at = f"s{place}"
        if f"{at}-take" not in given:
            continue
        lines = tuple(
            ProposedLine(
                name=given.get(f"{at}-{line}-name", "").strip(),
                unit_name=given.get(f"{at}-{line}-unit", "").strip(),
                indicator=_whole(given.get(f"{at}-{line}-indicator", "")) or None,
            )
            for line in range(min(_whole(given.get(f"{at}-lines", "")), MOST))
            if f"{at}-{line}-take" in given
        )
        title = given.get(f"{at}-title", "").strip()
        sections.append(ProposedSection(title, given.get(f"{at}-kind", ""), lines))
    return Proposal(tuple(sections))


def _whole(typed: str) -> int:
    return int(typed) if typed.isdecimal() and len(typed) <= LONGEST_KEY else 0
