"""The checker as a screen: any .docx or .pdf is compared with the decree, and nothing is kept."""

from base64 import b64encode
from collections.abc import Mapping
from itertools import groupby

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from haidang.documents.commands import note_secret_file
from haidang.documents.content_types import WORD
from haidang.text.checking.apart import Checked, check_apart
from haidang.text.reading.unreadable import Unreadable
from haidang.web import turns
from haidang.web.forms.documents import CheckForm
from haidang.web.request import Request
from haidang.web.views.documents.checklist import (
    Numbered,
    checklist_of,
    numbered,
    parts_of,
    passed,
)
from haidang.web.views.documents.files import attachment
from haidang.web.watching import asked_to_retry

MOST_IN_A_LINK = 2**20  # bytes: Chrome takes links of two megabytes
PATIENCE = 10.0  # seconds of waiting for a place to check at
BUSY = "Máy đang đọc các văn bản khác. Hãy gửi lại sau ít phút; không có gì được lưu."
STAMPED = (
    "Văn bản này mang dấu chỉ độ mật nên không được soát ở đây; hệ thống không lưu gì của tệp. "
    "Hãy dùng đường văn bản giấy hoặc mạng độc lập dành cho tài liệu mật."
)


@require_http_methods(["GET", "HEAD", "POST"])
def check_document(request: Request) -> HttpResponse:
    """Check the file that is sent, or send it back mended."""
    if request.method != "POST":
        return render(request, "documents/check.html", {"form": CheckForm()})
    form = CheckForm(request.POST, request.FILES)
    try:
        found = _answer(request, form) if form.is_valid() else None
    except turns.Busy:
        form.add_error(None, BUSY)
        return asked_to_retry(_page(request, form, {}))
    return found if isinstance(found, HttpResponse) else _page(request, form, found or {})


def _page(request: Request, form: CheckForm, found: Mapping[str, object]) -> HttpResponse:
    status = 422 if form.errors else 200
    return render(request, "documents/check.html", {"form": form, **found}, status=status)


def _answer(request: Request, form: CheckForm) -> dict[str, object] | HttpResponse | None:
    file = form.cleaned_data["file"]
    if file.size > settings.DOCUMENT_LIMIT:
        form.add_error("file", f"Tệp lớn hơn {settings.DOCUMENT_LIMIT // 2**20} MB.")
        return None
    content = file.read()
    try:
        with turns.turn_at("reading", PATIENCE):
            checked = check_apart(content, mend=True)
    except Unreadable as error:
        form.add_error("file", error.message)
        return None
    if checked.mark:
        if request.user.unit_id:
            note_secret_file(content=content, unit=request.user.seat, by=request.user)
        form.add_error(None, STAMPED)
        return None
    if "sua" in request.POST:
        return _mended(form, checked, file.name)
    return _shown(checked, file.name)


def _mended(form: CheckForm, checked: Checked, name: str) -> HttpResponse | None:
    if not checked.mended:
        form.add_error("file", "Tệp này không có chỗ nào máy sửa được.")
        return None
    return attachment(checked.mended, WORD, f"da-sua-{name}")


def _shown(checked: Checked, name: str) -> dict[str, object]:
    found = numbered(checked.found)
    checks = checklist_of(found)
    return {
        "name": name,
        "checks": checks,
        "passed": passed(checks),
        "parts": parts_of(checks),
        "places": by_place(found),
        "faults": sum(row.is_fault for row in found),
        "advice": sum(not row.is_fault for row in found),
        "mendable": sum(row.finding.repairable for row in found),
        "mended": _link(checked.mended),
    }


def _link(docx: bytes) -> str:
    """The mended file inside a link, so that it is kept nowhere and need not be sent again."""
    is_small = 0 < len(docx) <= MOST_IN_A_LINK
    return f"data:{WORD};base64,{b64encode(docx).decode()}" if is_small else ""


def by_place(found: list[Numbered]) -> list[tuple[str, list[Numbered]]]:
    """The findings under the place where each stands, in the order of the text."""
    placed = groupby(found, key=lambda row: row.finding.place)
    return [(f"{place[:1].upper()}{place[1:]}", list(rows)) for place, rows in placed]
