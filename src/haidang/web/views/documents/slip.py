"""The routing slip of a document (S9): who has to agree, what they said, and what I can do."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from haidang.documents import checks, commands, rules
from haidang.documents.enums import EditionStatus, SlipStatus
from haidang.documents.gates import issues_at_gates
from haidang.documents.models import Edition, Slip, Step
from haidang.documents.queries import step_due
from haidang.documents.queries.handmade import figures_by_hand
from haidang.documents.queries.slips import refusal_of
from haidang.documents.route import route_of
from haidang.documents.unwritten import UNNAMED
from haidang.errors import Incomplete, Issue
from haidang.orgs.models import User
from haidang.web.forms.plans import show_refusal
from haidang.web.forms.slips import AnswerForm, SubmitForm
from haidang.web.posting import posts_from
from haidang.web.request import Request
from haidang.web.views.documents.listing import DRAFT, SLIPS
from haidang.web.views.documents.paper import checked, shown
from haidang.web.views.documents.seen import edition_inside


def _slip_of_step(request: Request, pk: int) -> HttpResponse:
    return redirect("document-slip", _step_seen(request, pk).slip.revision.edition.document_id)


def _slip_page(request: Request, pk: int) -> HttpResponse:
    return redirect("document-slip", _slip_seen(request, pk).revision.edition.document_id)


@require_safe
def document_slip(request: Request, pk: int) -> HttpResponse:
    """Show the slip of a document with what the person may do on it."""
    return _page(request, edition_inside(request.user, pk), SubmitForm(), AnswerForm())


@posts_from()
def submit_for_signature(request: Request, pk: int) -> HttpResponse:
    """Send the newest text of a draft on its way."""
    edition, form = edition_inside(request.user, pk), SubmitForm(request.POST)
    if form.is_valid() and done(
        form,
        lambda: commands.submit_for_signature(
            edition=edition, note=form.cleaned_data["note"], by=request.user
        ),
    ):
        messages.success(request, "Đã trình. Người giữ bước đầu thấy phiếu ở “Việc của tôi”.")
        return redirect("document-slip", pk)
    return _page(request, edition, form, AnswerForm())


@posts_from(_slip_of_step)
def agree_step(request: Request, pk: int) -> HttpResponse:
    """Agree at one step."""
    return _answer(request, pk, commands.agree_step, "Đã ghi ý kiến đồng ý.")


@posts_from(_slip_of_step)
def send_back_step(request: Request, pk: int) -> HttpResponse:
    """Send the draft back at one step, with the reason."""
    return _answer(request, pk, commands.send_back_step, "Đã chuyển lại cho người soạn.")


@posts_from(_slip_page)
def recall_slip(request: Request, pk: int) -> HttpResponse:
    """Take back a draft that one has sent on its way."""
    slip = _slip_seen(request, pk)
    commands.recall_slip(slip=slip, by=request.user)
    messages.success(request, "Đã rút phiếu trình; dự thảo sửa tiếp được.")
    return redirect("document-slip", slip.revision.edition.document_id)


def slip_page(user: User, edition: Edition) -> dict[str, Any]:
    """The slips of an edition, newest first, and what a person may do."""
    newest = edition.revisions.order_by("-ordinal").values_list("pk", "ordinal").first()
    slips = list(
        Slip.objects.visible_to(user)
        .filter(revision__edition=edition)
        .select_related("revision", "opened_by__unit")
        .prefetch_related("steps__unit", "steps__by__unit")
        .order_by("-pk")
    )
    current = next((slip for slip in slips if newest and slip.revision_id == newest[0]), None)
    due = step_due(current) if current else None
    is_open = current is not None and current.status in {SlipStatus.OPEN, SlipStatus.AGREED}
    may_submit = rules.may_submit(user, edition) and not is_open
    is_agreed = current is not None and current.status == SlipStatus.AGREED
    return {
        "edition": edition,
        "document": edition.document,
        "ordinal": newest[1] if newest else 0,
        "slips": slips,
        "slip": current,
        "tag": _tag(edition, current),
        "route": route_of(edition.document.unit) if may_submit else (),
        "due": due,
        "may_answer": due is not None and rules.may_answer(user, due),
        "may_submit": may_submit,
        "missing": checks.before_submitting(edition) if may_submit else [],
        "refusal": refusal_of(current.revision) if may_submit and current else None,
        "may_recall": current is not None and rules.may_recall(user, current),
        "may_issue": is_agreed and rules.may_issue(user, edition),
    }


def not_yet(edition: Edition) -> list[Issue]:
    """What will keep a draft from being issued, told long before anybody tries."""
    return issues_at_gates(edition) if edition.status == EditionStatus.DRAFT else []


def summary_of(edition: Edition) -> dict[str, Any]:
    """What the newest text is like: its pages, its checklist, and which one came before."""
    revision = edition.revisions.select_related("file").latest("ordinal")
    page = shown(revision)
    is_draft = edition.status == EditionStatus.DRAFT
    earlier = revision.ordinal - 1
    return {"pages": page.pages, "earlier": earlier, **checked(page, is_draft=is_draft)}


def _slip_seen(request: Request, pk: int) -> Slip:
    rows = Slip.objects.visible_to(request.user).select_related("revision__edition")
    return get_object_or_404(rows, pk=pk)


def _step_seen(request: Request, pk: int) -> Step:
    rows = Step.objects.filter(slip__in=Slip.objects.visible_to(request.user))
    return get_object_or_404(rows.select_related("slip__revision__edition", "unit"), pk=pk)


def _tag(edition: Edition, slip: Slip | None) -> tuple[str, str, str]:
    if edition.status == EditionStatus.ISSUED:
        return "ok", f"Đã ban hành, số {edition}", "check-check"
    return SLIPS[SlipStatus(slip.status)] if slip else DRAFT


def _page(
    request: Request, edition: Edition, submit: SubmitForm, answer: AnswerForm
) -> HttpResponse:
    page = slip_page(request.user, edition)
    page |= {"submit_form": submit, "answer_form": answer, "summary": summary_of(edition)}
    page |= {"by_hand": figures_by_hand(edition), "not_yet": not_yet(edition)}
    if edition.status == EditionStatus.DRAFT and checks.lacks_signer(edition):
        page["unnamed"] = UNNAMED
    status = 422 if submit.errors or answer.errors else 200
    return render(request, "documents/slip.html", page, status=status)


def _answer(request: Request, pk: int, command: Callable[..., Step], words: str) -> HttpResponse:
    step = _step_seen(request, pk)
    editions = Edition.objects.internal_to(request.user).select_related("document__unit")
    edition = get_object_or_404(editions, pk=step.slip.revision.edition_id)
    form = AnswerForm(request.POST)
    if form.is_valid() and done(
        form, lambda: command(step=step, remark=form.cleaned_data["remark"], by=request.user)
    ):
        messages.success(request, words)
        return redirect("document-slip", edition.document_id)
    return _page(request, edition, SubmitForm(), form)


def done(form: forms.Form, act: Callable[[], object]) -> bool:
    """Whether the act was done; what it missed stands on the form."""
    try:
        act()
    except Incomplete as error:
        show_refusal(form, error)
        return False
    return True
