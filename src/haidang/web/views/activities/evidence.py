"""The page of one entry: facts, photos, the sentence it answers to, and what was changed."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render

from haidang.activities import rules
from haidang.activities.models import Activity, Evidence, Measure
from haidang.activities.queries import indicators_of
from haidang.documents.models import FileFault
from haidang.ledger.models import Entry
from haidang.ledger.queries import history_of
from haidang.web import wording
from haidang.web.forms.activities import PhotoButton
from haidang.web.request import Request

NAMES = {
    "kind": "Loại",
    "title": "Nội dung",
    "on": "Ngày",
    "language": "Ngôn ngữ",
    "task": "Nhiệm vụ",
    "link": "Đường dẫn",
}
CAMERA = PhotoButton("Chụp ảnh", "camera", capture="environment")
LIBRARY = PhotoButton("Chọn ảnh", "upload", multiple="")


@dataclass(frozen=True, slots=True)
class Act:
    """One act on an entry, in words, with each change as name, old and new."""

    words: str
    by: str
    at: dt.datetime
    changes: list[tuple[str, str, str]]


def activity(request: Request, pk: UUID) -> HttpResponse:
    seen = Activity.objects.visible_to(request.user).select_related(
        "unit", "kind", "logged_by__unit", "task__plan__revision__edition__document"
    )
    entry = get_object_or_404(seen.prefetch_related("quantities__measure", "evidence"), pk=pk)
    names = NAMES | dict(Measure.objects.values_list("code", "name"))
    context = {
        "activity": entry,
        "indicators": indicators_of(entry),
        "acts": [_act(row, names) for row in history_of(entry).select_related("by__unit")],
        "may_correct": rules.may_correct(request.user, entry),
        "buttons": [CAMERA.render("camera", None), LIBRARY.render("photos", None)],
    }
    return render(request, "activities/activity.html", context)


def activity_photo(request: Request, pk: UUID, evidence: int) -> HttpResponse:
    entry = get_object_or_404(Activity.objects.visible_to(request.user), pk=pk)
    found = get_object_or_404(Evidence.objects.select_related("file"), pk=evidence, activity=entry)
    try:
        content = found.file.read()
    except FileFault as lost:
        raise Http404 from lost
    response = HttpResponse(content, content_type=found.file.content_type)
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Disposition"] = "inline"
    # A photo under its hash never changes; only this person's browser may keep it.
    response["Cache-Control"] = "private, max-age=86400, immutable"
    return response


def _act(entry: Entry, names: Mapping[str, str]) -> Act:
    facts = entry.get_details()
    words = {
        "log_activity": "Ghi vào nhật ký",
        "attach_photo": f"Thêm ảnh {facts.get('name', '')}",
        "correct_activity": "Sửa",
    }
    return Act(
        words=words.get(entry.event, entry.event),
        by=str(entry.by) if entry.by else "hệ thống",
        at=entry.at,
        changes=[
            (names.get(name, name), _said(name, old), _said(name, new))
            for name, (old, new) in facts.get("changes", {}).items()
        ],
    )


def _said(name: str, value: object) -> str:
    if value == "":
        return "chưa có"
    if name == "on":
        return wording.day(dt.date.fromisoformat(str(value)))
    return wording.number(value) if isinstance(value, int) else str(value)
