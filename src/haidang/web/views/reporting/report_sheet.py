"""A unit's form as a workbook: taken away, filled without a network, looked at and taken back."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core import signing
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import redirect, render

from haidang import clock
from haidang.errors import Incomplete, Issue
from haidang.reporting import rules
from haidang.reporting.commands import take_form
from haidang.reporting.entered import Entered, Given
from haidang.reporting.models import Report
from haidang.reporting.queries.filling import Step, steps_of
from haidang.reporting.queries.returned import changes_of, what_is_wrong
from haidang.reporting.returned_form import YES, Filled, read_form
from haidang.text.reading.unreadable import Unreadable
from haidang.text.reading.workbooks import read_workbook
from haidang.web import turns
from haidang.web.report_form import form_of
from haidang.web.request import Request
from haidang.web.sheets import XLSX
from haidang.web.views.reporting.filling import own_report

PATIENCE = 5.0  # seconds of waiting for a turn
A_DAY = 24 * 60 * 60  # seconds that what was shown may wait
BUSY = "Máy đang bận đọc tệp của người khác. Hãy nạp lại sau ít phút."


def report_sheet(request: Request, pk: int) -> HttpResponse:
    """Give the form, show what a filled one would change, or take what was shown."""
    found = own_report(request, pk)
    steps = [step for step in steps_of(found) if step.rows]
    if "tai" in request.GET:
        return _download(found, steps)
    if "filled" in request.POST:
        return _take(request, found)
    page: dict[str, Any] = {
        "report": found,
        "may_fill": rules.may_fill(request.user, found) and any(step.is_open for step in steps),
    }
    if request.method == "POST":
        page |= _looked_at(found, steps, request.FILES.get("file"))
    status = 422 if page.get("issues") else 200
    return render(request, "reporting/report_sheet.html", page, status=status)


def salt_of(found: Report) -> str:
    """What was shown of one report is not taken for another."""
    return f"report-form-{found.pk}"


def _download(found: Report, steps: list[Step]) -> HttpResponse:
    answer = HttpResponse(form_of(found, steps), content_type=XLSX)
    name = f"bieu-bao-cao-{found.round.period.year}-{found.pk}.xlsx"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _looked_at(
    found: Report, steps: list[Step], file: UploadedFile[bytes] | None
) -> dict[str, Any]:
    """What a filled form would change, or what is wrong with it."""
    seen = clock.now()
    filled, issues = _read(found, steps, file)
    issues = issues or [filled.at(one) for one in what_is_wrong(found, steps, filled.figures)]
    if issues:
        return {"issues": issues}
    kept = {"figures": _plain(filled.figures), "seen": seen.isoformat()}
    return {
        "changes": changes_of(steps, filled.figures),
        "filled": signing.dumps(kept, salt=salt_of(found), compress=True),
    }


def _read(
    found: Report, steps: list[Step], file: UploadedFile[bytes] | None
) -> tuple[Filled, list[Issue]]:
    nothing = Filled({}, {})
    if file is None:
        return nothing, [Issue("no_file", "Chọn tệp biểu đã điền.", "file")]
    if (file.size or 0) > settings.DOCUMENT_LIMIT:
        words = f"Tệp lớn hơn {settings.DOCUMENT_LIMIT // 2**20} MB."
        return nothing, [Issue("too_large", words, "file")]
    try:
        with turns.turn_at("reading", PATIENCE):
            sheets = read_workbook(file.read())
    except turns.Busy:
        return nothing, [Issue("busy", BUSY, "file")]
    except Unreadable as error:
        return nothing, [Issue(error.code, error.message, "file")]
    return read_form(sheets, found, [row for step in steps for row in step.rows])


def _plain(figures: Mapping[str, Entered]) -> dict[str, list[str]]:
    return {
        code: [_typed(one.value), _typed(one.estimate), YES * one.is_none, one.reason, one.note]
        for code, one in figures.items()
    }


def _typed(given: Given) -> str:
    """A number of a cell as it would be typed: without dots, so that it has one reading."""
    if given is None or isinstance(given, str):
        return given or ""
    return f"{Decimal(given):f}".replace(".", ",")


def _take(request: Request, found: Report) -> HttpResponse:
    try:
        kept = signing.loads(request.POST["filled"], salt=salt_of(found), max_age=A_DAY)
    except signing.BadSignature:
        messages.error(request, "Bản xem trước đã cũ. Hãy nạp lại tệp.")
        return redirect("report-sheet", found.pk)
    figures = {
        code: Entered(value, estimate, bool(none), reason, note)
        for code, (value, estimate, none, reason, note) in kept["figures"].items()
    }
    seen = dt.datetime.fromisoformat(kept["seen"])
    try:
        take_form(report=found, figures=figures, by=request.user, seen=seen)
    except Incomplete as refusal:
        page = {"report": found, "may_fill": True, "issues": refusal.issues}
        return render(request, "reporting/report_sheet.html", page, status=422)
    messages.success(request, f"Đã nhận biểu: {len(figures)} chỉ tiêu.")
    return redirect("report", found.pk)
