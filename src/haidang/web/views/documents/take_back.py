"""A draft edited in Word or LibreOffice comes back: uploaded, compared, then taken over.

Between the two steps the file waits a day for its person; nothing is stored until it is taken.
"""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from haidang.documents import commands, rules
from haidang.documents.coming_back import CameBack
from haidang.documents.enums import EditionStatus
from haidang.documents.held import held
from haidang.documents.models import Edition
from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.web import turns
from haidang.web.forms.plans import show_refusal
from haidang.web.forms.take_back import ReturnForm, TakeBackForm
from haidang.web.posting import posts_from
from haidang.web.request import Request
from haidang.web.views.documents.seen import edition_at, revisions_of

PATIENCE = 10.0  # seconds of waiting for a place to read at
BUSY = "Máy đang đọc các văn bản khác. Hãy gửi lại sau ít phút; không có gì được lưu."
GONE = "Tệp chờ nhận đã quá một ngày hoặc đã được nhận. Hãy tải lên lại."
OVERTAKEN = "Dự thảo vừa có bản mới hơn. Phần so sánh dưới đây đã tính lại; hãy xem rồi nhận."


@require_http_methods(["GET", "HEAD", "POST"])
def document_take_back(request: Request, pk: int) -> HttpResponse:
    """Ask for the edited file; with `?tep=` show what it would change."""
    edition = edition_taken_back(request, pk)
    if request.method != "POST" and (digest := request.GET.get("tep", "")):
        return _compared(request, edition, digest)
    form = ReturnForm(request.POST or None, request.FILES or None)
    if form.is_valid() and (digest := _held(request, edition, form)):
        query = urlencode({"tep": digest})
        return redirect(f"{reverse('document-take-back', args=[pk])}?{query}")
    status = 422 if form.errors else 200
    return render(request, "documents/take_back.html", _page(request, edition, form), status=status)


@posts_from()
def take_back_draft(request: Request, pk: int) -> HttpResponse:
    """Take over what the person has seen; figures without a decision are asked for again."""
    edition = edition_taken_back(request, pk)
    digest = request.GET.get("tep", "")
    content = held(edition, request.user, digest)
    if content is None:
        messages.warning(request, GONE)
        return redirect("document-take-back", pk)
    back = _looked_at(request, edition, content)
    form = TakeBackForm(request.POST, newest=back.newest.pk, figures=back.merged.changed)
    if form.is_valid() and _taken(request, edition, content, back, form):
        messages.success(request, "Đã nhận bản sửa thành bản mới của dự thảo.")
        return redirect("document", pk)
    return _shown(request, edition, digest, back, form)


def edition_taken_back(request: Request, pk: int) -> Edition:
    edition = edition_at(request.user, pk)
    if not rules.may_register(request.user, edition.document.unit):
        raise NotAllowed("Chỉ chuyên viên hoặc văn thư của cơ quan mới được nhận bản sửa.")
    if edition.status == EditionStatus.ISSUED:
        raise WrongState("Văn bản đã ban hành thì không nhận bản sửa được; hãy lập bản mới.")
    return edition


def _held(request: Request, edition: Edition, form: ReturnForm) -> str:
    file = form.cleaned_data["file"]
    try:
        with turns.turn_at("reading", PATIENCE):
            return commands.hold_draft(
                edition=edition, content=file.read(), name=file.name, by=request.user
            )
    except turns.Busy:
        form.add_error(None, BUSY)
    except Incomplete as error:
        show_refusal(form, error)
    return ""


def _compared(request: Request, edition: Edition, digest: str) -> HttpResponse:
    content = held(edition, request.user, digest)
    if content is None:
        messages.warning(request, GONE)
        return redirect("document-take-back", edition.document_id)
    back = _looked_at(request, edition, content)
    form = TakeBackForm(newest=back.newest.pk, figures=back.merged.changed)
    return _shown(request, edition, digest, back, form)


def _looked_at(request: Request, edition: Edition, content: bytes) -> CameBack:
    try:
        with turns.turn_at("reading", PATIENCE):
            return commands.look_at_draft(
                edition=edition, content=content, name="", by=request.user
            )
    except turns.Busy as error:
        raise WrongState(BUSY) from error


def _taken(
    request: Request, edition: Edition, content: bytes, back: CameBack, form: TakeBackForm
) -> bool:
    if form.cleaned_data["newest"] != back.newest.pk:
        form.add_error(None, OVERTAKEN)
        return False
    try:
        commands.take_back_draft(
            edition=edition,
            content=content,
            name="",
            by=request.user,
            explanations=form.explanations(),
            newest=back.newest,
        )
    except Incomplete as error:
        show_refusal(form, error)
        return False
    return True


def _shown(
    request: Request, edition: Edition, digest: str, back: CameBack, form: TakeBackForm
) -> HttpResponse:
    context = _page(request, edition, form) | {"back": back, "digest": digest}
    status = 422 if form.errors else 200
    return render(request, "documents/took_back.html", context, status=status)


def _page(request: Request, edition: Edition, form: ReturnForm | TakeBackForm) -> dict[str, Any]:
    newest = revisions_of(edition, request.user)[0]
    return {"edition": edition, "document": edition.document, "newest": newest, "form": form}
