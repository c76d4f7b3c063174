"""The signed copy of a document: upload it, see what was found of it, take it away again."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from haidang.documents import commands, rules
from haidang.documents.enums import SignedState
from haidang.documents.models import Edition, SignedCopy, TrustedRoot
from haidang.documents.queries.signed import of_text_sent, revision_sent
from haidang.documents.signatures.report import report_from
from haidang.errors import Incomplete
from haidang.orgs.models import User
from haidang.web import turns
from haidang.web.forms.plans import show_refusal
from haidang.web.forms.signed import SignedCopyForm
from haidang.web.posting import posts_from
from haidang.web.request import Request, number_asked
from haidang.web.views.documents.files import attachment
from haidang.web.views.documents.seen import copies_seen, edition_at
from haidang.web.views.documents.signed_words import about_both, cards_of, stamps_of, tag_of

PATIENCE = 10.0  # seconds of waiting for a place to read at
RETRY = 60
EARLIER = ("none", "Của bản trước", "circle")
BUSY = "Máy đang đọc các văn bản khác. Tệp của bạn chưa được nhận; hãy gửi lại sau ít phút."


@require_http_methods(["GET", "HEAD", "POST"])
def document_signed_copy(request: Request, pk: int) -> HttpResponse:
    """Show the signed copy of a document, or take one in."""
    edition = edition_at(request.user, pk)
    if request.method != "POST":
        return _page(request, edition, SignedCopyForm())
    form = SignedCopyForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, edition, form, 422)
    file = form.cleaned_data["file"]
    return _done(
        request,
        edition,
        form,
        lambda: commands.attach_signed_copy(
            edition=edition,
            content=file.read(),
            name=file.name,
            by=request.user,
            may_be_unsigned=form.cleaned_data["unsigned"],
        ),
    )


@posts_from()
def recheck_signed_copy(request: Request, pk: int) -> HttpResponse:
    """Examine the newest copy again, with the roots that are trusted now."""
    edition = edition_at(request.user, pk)
    return _done(
        request,
        edition,
        SignedCopyForm(),
        lambda: commands.recheck_signed_copy(edition=edition, by=request.user),
    )


@require_safe
def signed_file(request: Request, pk: int, copy: int) -> HttpResponse:
    """Give a signed copy back, byte for byte as it came."""
    rows = SignedCopy.objects.visible_to(request.user).select_related("file")
    found = get_object_or_404(rows, edition=edition_at(request.user, pk), pk=copy)
    return attachment(found.file.read(), found.file.content_type, found.file_name or "da-ky.pdf")


def signed_page(user: User, edition: Edition, asked: int | None = None) -> dict[str, Any]:
    """What came back signed of an edition: the copy asked for, else the one that counts."""
    copies = copies_seen(edition, user)
    sent = revision_sent(edition)
    current = of_text_sent(sent, copies)
    copy = next((row for row in copies if row.pk == asked), next(iter(current or copies), None))
    page: dict[str, Any] = {
        "edition": edition,
        "document": edition.document,
        "copies": copies,
        "current": current,
        "copy": copy,
        "is_newest": copy is not None and copy == copies[0],
        "may_attach": rules.may_attach_signed_copy(user, edition),
        "may_trust": rules.may_trust(user),
        "was_sent": sent is not None,
        "roots": TrustedRoot.objects.current().count(),
    }
    return page | signed_state(copy, is_current=copy in current) if copy else page


def signed_state(copy: SignedCopy, *, is_current: bool = True) -> dict[str, Any]:
    """What was found of one copy, for the pages that tell it; one of an earlier text says so."""
    report = report_from(copy.report)
    return {
        "signed_tag": tag_of(SignedState(copy.state)) if is_current else EARLIER,
        "is_earlier": not is_current,
        "signed_cards": cards_of(report.verification),
        "signed_both": about_both(report.verification),
        "signed_stamps": stamps_of(report.verification),
        "report": report,
    }


def _done(
    request: Request, edition: Edition, form: SignedCopyForm, act: Callable[[], SignedCopy]
) -> HttpResponse:
    try:
        with turns.turn_at("reading", PATIENCE):
            copy = act()
    except turns.Busy:
        form.add_error(None, BUSY)
        response = _page(request, edition, form, 503)
        response["Retry-After"] = str(RETRY)
        return response
    except Incomplete as error:
        show_refusal(form, error)
        return _page(request, edition, form, 422)
    words = f"Đã kiểm tra bản ký số: {copy.get_state_display()}."
    if copy.state == SignedState.UNSIGNED:
        words = "Đã lưu tệp, nhưng tệp không có chữ ký số nào nên không phải bản đã ký."
    (messages.success if copy.state == SignedState.VALID else messages.warning)(request, words)
    return redirect("document-signed-copy", edition.document_id)


def _page(
    request: Request, edition: Edition, form: SignedCopyForm, status: int = 200
) -> HttpResponse:
    asked = number_asked(request.GET.get("ban", ""))
    page = signed_page(request.user, edition, asked) | {"form": form}
    return render(request, "documents/signed_copy.html", page, status=status)
