"""The consolidated report as an official document: written here, with the sources beside it."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_POST

from haidang.documents.coming_back import document_of
from haidang.documents.content_types import WORD
from haidang.reporting import commands, rules
from haidang.reporting.carrying import CarriedOver, carried_over
from haidang.reporting.models import Consolidation
from haidang.reporting.official.cited import Kind
from haidang.reporting.official.sources_annex import sources_document
from haidang.reporting.queries.citing import sentences_of, taken_of
from haidang.text.writing import write_docx, write_html
from haidang.web.request import Request
from haidang.web.views.reporting.citing import with_pins
from haidang.web.views.reporting.sums import received_round

WAITING = "cho"
MOST_CLASHES = 6


@require_POST
def write_consolidated_report(request: Request, pk: int, ordinal: int) -> HttpResponse:
    """Write the official report of what was frozen, and go to the document."""
    rows = received_round(request, pk).consolidations
    frozen = get_object_or_404(rows, ordinal=ordinal)
    revision = commands.write_consolidated_report(consolidation=frozen, by=request.user)
    frozen.refresh_from_db()
    _say_what_was_carried(request, carried_over(frozen))
    return redirect("document", revision.edition.document_id)


def _say_what_was_carried(request: Request, carried: CarriedOver) -> None:
    if carried.kept is None:
        messages.success(request, "Đã lập văn bản từ số liệu đã chốt.")
        return
    kept = f"bản {carried.kept.ordinal}"
    said = f"Đã lập văn bản từ số liệu đã chốt; lời viết tay ở {kept} được mang sang."
    messages.success(request, said)
    for one in carried.conflicts[:MOST_CLASHES]:
        there = f"“{one.returned}”" if one.returned else "đã bỏ"
        said = f"{one.place[:1].upper()}{one.place[1:]}: số liệu mới và {kept} cùng đổi, "
        messages.warning(request, f"{said}văn bản theo số liệu mới; ở {kept}: {there}.")
    if (more := len(carried.conflicts) - MOST_CLASHES) > 0:
        messages.warning(request, f"Còn {more} chỗ như vậy; {kept} còn nguyên để đối chiếu.")


def official_report(request: Request, pk: int, ordinal: int) -> HttpResponse:
    """The newest text of the report beside the sources of each of its sentences."""
    frozen = _written(request, pk, ordinal)
    revision, rows = sentences_of(frozen)
    waiting = [one for one in rows if one.kind is Kind.NOBODY]
    only_waiting = request.GET.get("xem") == WAITING
    html = with_pins(
        write_html(document_of(revision)), rows
    )  # the writer escapes what people wrote
    page = {
        "round": frozen.round,
        "frozen": frozen,
        "revision": revision,
        "taken": taken_of(revision.edition),
        "rows": waiting if only_waiting else rows,
        "count": len(rows),
        "waiting": len(waiting),
        "only_waiting": only_waiting,
        "paper": mark_safe(html),  # noqa: S308
        "may_take": rules.may_take_sentence(request.user, revision.edition),
    }
    return render(request, "reporting/official_report.html", page)


def sources_of_sentences(request: Request, pk: int, ordinal: int) -> HttpResponse:
    """The list “Nguồn của từng câu” as a file for the office; it is not issued."""
    frozen = _written(request, pk, ordinal)
    _, rows = sentences_of(frozen)
    content = write_docx(sources_document(rows, frozen.content, _said_by(frozen)))
    name = f"nguon-tung-cau-{frozen.round.period.year}-lan-{frozen.ordinal}.docx"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=WORD, headers=headers)


@require_POST
def take_sentence(request: Request, pk: int, ordinal: int) -> HttpResponse:
    """Take a sentence that has no source in one's own name."""
    frozen = _written(request, pk, ordinal)
    revision, rows = sentences_of(frozen)
    name = request.POST.get("name", "")
    found = next((one for one in rows if one.name == name and one.kind is Kind.NOBODY), None)
    if found is None:
        messages.error(request, "Câu này không còn trong văn bản, hoặc đã có nguồn.")
    else:
        commands.take_sentence(edition=revision.edition, text=found.text, by=request.user)
        messages.success(request, "Đã nhận câu này; tên anh/chị và giờ nhận được ghi lại.")
    return redirect("official-report", pk, ordinal)


def _written(request: Request, pk: int, ordinal: int) -> Consolidation:
    rows = received_round(request, pk).consolidations.select_related(
        "revision__edition__document__unit", "round__period", "round__regime"
    )
    frozen = get_object_or_404(rows, ordinal=ordinal)
    if frozen.revision is None:
        raise Http404
    return frozen


def _said_by(frozen: Consolidation) -> dict[str, str]:
    assert frozen.revision is not None
    rows = taken_of(frozen.revision.edition)
    return {key: f"{row.by} nhận ngày {row.at:%d/%m/%Y}" for key, row in rows.items()}
