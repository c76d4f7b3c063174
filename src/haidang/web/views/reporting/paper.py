"""The consolidated report as an official document: written here, shown with the documents."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from haidang.reporting import commands
from haidang.web.request import Request
from haidang.web.views.reporting.sums import received_round


@require_POST
def write_consolidated_report(request: Request, pk: int, ordinal: int) -> HttpResponse:
    """Write the official report of what was frozen, and go to the document."""
    rows = received_round(request, pk).consolidations
    frozen = get_object_or_404(rows, ordinal=ordinal)
    revision = commands.write_consolidated_report(consolidation=frozen, by=request.user)
    messages.success(request, "Đã lập văn bản từ số liệu đã chốt.")
    return redirect("document", revision.edition.document_id)
