"""The routing slip as a document to print and sign on paper, as offices still do."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.timezone import localtime
from django.views.decorators.http import require_safe

from haidang.documents.content_types import WORD
from haidang.documents.models import Slip, Step
from haidang.text.blocks import Document, Header, Signature
from haidang.text.drafting.slip import Desk, slip_document
from haidang.text.stored import from_json
from haidang.text.writing import write_docx
from haidang.web.request import Request
from haidang.web.views.documents.files import attachment


@require_safe
def slip_file(request: Request, pk: int) -> HttpResponse:
    """Give a slip as .docx, with what each post has said so far."""
    slips = Slip.objects.visible_to(request.user).select_related(
        "opened_by__unit", "revision__edition__document"
    )
    slip = get_object_or_404(slips, pk=pk)
    if not slip.revision.source:
        raise Http404
    return attachment(write_docx(_written(slip)), WORD, f"phieu-trinh-{slip.pk}.docx")


def _written(slip: Slip) -> Document:
    header = from_json(slip.revision.source).header
    document = slip.revision.edition.document
    steps = list(slip.steps.order_by("ordinal").select_related("by"))
    return slip_document(
        Header(
            superior=header.superior,
            issuer=header.issuer,
            place=header.place,
            title=document.title,
        ),
        submitted_by=str(slip.opened_by.unit or slip.opened_by.post),
        submitted_to=steps[-1].post if steps else "",
        enclosed=[f"Dự thảo {document}, bản {slip.revision.ordinal}"],
        desks=[_desk(step) for step in steps],
        signature=Signature(title=slip.opened_by.post),
    )


def _desk(step: Step) -> Desk:
    if step.at is None:
        return Desk(step.post)
    return Desk(
        step.post, step.remark, step.get_status_display(), f"{localtime(step.at):%H:%M %d/%m/%Y}"
    )
