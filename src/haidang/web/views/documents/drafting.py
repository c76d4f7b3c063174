"""A draft out of a file: what it says becomes a document of our own, to be written and signed."""

from dataclasses import replace

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.views.decorators.http import require_http_methods

from haidang.documents import commands, rules
from haidang.documents.coming_back import document_of, read_back
from haidang.documents.models import Revision
from haidang.errors import Incomplete, NotAllowed
from haidang.orgs.models import Unit
from haidang.text.blocks import Document
from haidang.text.reading import secrecy_mark_of_name
from haidang.text.writing import UnevenTableError
from haidang.web import turns, wording
from haidang.web.forms.documents import DraftFileForm
from haidang.web.forms.plans import show_refusal
from haidang.web.posting import posts_from
from haidang.web.request import Request
from haidang.web.views.documents.seen import edition_at, editions_seen
from haidang.web.watching import BUSY, asked_to_retry

PATIENCE = 10.0  # seconds of waiting for a place to read at
ONLY_DRAFTERS = "Chỉ chuyên viên hoặc văn thư của cơ quan mới được đưa dự thảo vào."
UNEVEN = "Tệp có bảng không đều cột nên chưa lập được dự thảo; hãy sửa bảng trong tệp."


@require_http_methods(["GET", "HEAD", "POST"])
def draft_document(request: Request) -> HttpResponse:
    """Make a draft of what an uploaded file says; number and day are left for the clerk."""
    unit = request.user.seat if request.user.unit_id else None
    if unit is None or not rules.may_register(request.user, unit):
        raise NotAllowed(ONLY_DRAFTERS)
    form = DraftFileForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        try:
            revision = _drafted(request, unit, form)
        except turns.Busy:
            form.add_error(None, BUSY)
            return asked_to_retry(_page(request, form))
        except UnevenTableError:
            form.add_error("file", UNEVEN)
        except Incomplete as error:
            show_refusal(form, error)
        else:
            messages.success(request, "Đã lập dự thảo từ tệp. Xem lại từng trang trước khi trình.")
            _tell_of_same(request, revision)
            return redirect("document", revision.edition.document_id)
    return _page(request, form)


@posts_from()
def redraft_document(request: Request, pk: int) -> HttpResponse:
    """Write a draft that is only a file anew from its words, so that it can be signed."""
    edition = edition_at(request.user, pk)
    newest = edition.revisions.latest("ordinal")
    draft = _open(document_of(newest))
    commands.redraft_document(
        edition=edition, document=draft, by=request.user, file_name=newest.file_name
    )
    messages.success(request, "Đã lập dự thảo từ tệp. So với bản trước rồi trình.")
    return redirect("document", pk)


def _drafted(request: Request, unit: Unit, form: DraftFileForm) -> Revision:
    file = form.cleaned_data["file"]
    content, by = file.read(), request.user
    with turns.turn_at("reading", PATIENCE):
        found = None if secrecy_mark_of_name(file.name) else read_back(content)
    if found is None or found.document is None:
        raise commands.note_secret_file(content=content, unit=unit, by=by)
    return commands.draft_document(
        document=_open(found.document), unit=unit, by=by, file_name=file.name
    )


def _tell_of_same(request: Request, revision: Revision) -> None:
    """Warn of the first draft of the authority that says the same, word for word."""
    document = revision.edition.document
    same = Revision.objects.filter(
        edition__in=editions_seen(request.user),
        edition__document__unit=document.unit_id,
        edition__document__title=document.title,
        source=revision.source,
    )
    earlier = same.exclude(edition=revision.edition_id).select_related("edition").first()
    if earlier:
        url = reverse("document", args=[earlier.edition.document_id])
        words = (
            'Cơ quan đã có văn bản cùng nội dung, đưa vào ngày {}: <a href="{}">xem văn bản ấy</a>.'
        )
        messages.warning(request, format_html(words, wording.day(earlier.created_at), url))


def _open(document: Document) -> Document:
    """The same with a blank number and day: the clerk gives them at issue."""
    return replace(document, header=replace(document.header, number=None, date=None))


def _page(request: Request, form: DraftFileForm) -> HttpResponse:
    status = 422 if form.errors else 200
    return render(request, "documents/draft.html", {"form": form}, status=status)
