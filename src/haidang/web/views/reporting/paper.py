"""The consolidated report as an official document: written, previewed beside a list, downloaded."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_POST

from haidang.reporting import commands
from haidang.reporting.document import document_of
from haidang.reporting.facts import facts_of
from haidang.reporting.models import Consolidation
from haidang.reporting.sheet import Sheet, fingerprint
from haidang.text.writing import write_html
from haidang.web.request import Request
from haidang.web.views.reporting.sums import received_round

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def frozen_at(request: Request, pk: int, ordinal: int) -> Consolidation:
    found = received_round(request, pk)
    rows = found.consolidations.select_related("revision__edition", "revision__file")
    return get_object_or_404(rows, ordinal=ordinal)


def report_paper(request: Request, pk: int, ordinal: int) -> HttpResponse:
    frozen = frozen_at(request, pk, ordinal)
    return render(request, "reporting/paper.html", paper_page(frozen))


def paper_page(frozen: Consolidation) -> dict[str, Any]:
    document = document_of(frozen.content)
    facts = facts_of(document, Sheet(frozen.content))
    return {
        "round": frozen.round,
        "frozen": frozen,
        "is_whole": fingerprint(frozen.content) == frozen.sha256,
        # The writer escapes all that came from people; a test of its own says so.
        "paper": mark_safe(write_html(document)),  # noqa: S308
        "facts": facts,
        "passed": sum(fact.kind == "ok" for fact in facts),
    }


@require_POST
def write_consolidated_report(request: Request, pk: int, ordinal: int) -> HttpResponse:
    frozen = frozen_at(request, pk, ordinal)
    commands.write_consolidated_report(consolidation=frozen, by=request.user)
    messages.success(request, "Đã lập văn bản từ số liệu đã chốt.")
    return redirect("report-paper", pk, ordinal)


def report_file(request: Request, pk: int, ordinal: int) -> HttpResponse:
    revision = frozen_at(request, pk, ordinal).revision
    if revision is None or revision.file is None:
        raise Http404
    response = HttpResponse(revision.file.read(), content_type=DOCX)
    response["Content-Disposition"] = f'attachment; filename="{revision.file_name}"'
    return response
