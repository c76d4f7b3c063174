"""The clerk's acts on numbers: issuing what was agreed, holding a number, giving one up."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from haidang import clock
from haidang.documents import checks, commands, rules
from haidang.documents.enums import NumberStatus
from haidang.documents.models import Edition, Number
from haidang.documents.queries import next_number, reserved_numbers
from haidang.documents.queries.numbering import holder_of
from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.orgs.models import Unit
from haidang.web.forms.issuing import NEXT, IssueForm
from haidang.web.forms.numbers import CancelForm, ReserveForm
from haidang.web.forms.plans import show_refusal
from haidang.web.request import Request, number_asked
from haidang.web.views.documents.seen import edition_at
from haidang.web.views.documents.slip import done

ONLY_CLERK = "Chỉ văn thư của cơ quan mới được giữ, cấp và hủy số văn bản."


@require_http_methods(["GET", "HEAD", "POST"])
def issue_document(request: Request, pk: int) -> HttpResponse:
    """Give an agreed draft its number and day; both files are drawn and kept."""
    edition = edition_at(request.user, pk)
    if request.method != "POST" and not rules.may_issue(request.user, edition):
        raise NotAllowed(ONLY_CLERK)
    form = _issue_form(request, edition)
    if request.method == "POST" and form.is_valid() and _issued(request, edition, form):
        edition.refresh_from_db()
        messages.success(request, f"Đã ban hành {edition.document.document_type} số {edition}.")
        return redirect("document", pk)
    context = {
        "edition": edition,
        "document": edition.document,
        "form": form,
        "missing": checks.before_issuing(edition),
    }
    return render(request, "documents/issue.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def reserve_number(request: Request) -> HttpResponse:
    """Hold the next number of a series for a document that is still to come."""
    unit = request.user.seat if request.user.unit_id else None
    if unit is None or not rules.may_number(request.user, unit):
        raise NotAllowed(ONLY_CLERK)
    form = ReserveForm(request.POST or None)
    if form.is_valid() and _reserved(request, form, unit):
        return redirect("documents-outgoing")
    context = {"form": form, "unit": unit}
    return render(request, "documents/reserve.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def cancel_number(request: Request, pk: int) -> HttpResponse:
    """Give up a number that was held, with the reason; it stays in the register."""
    rows = Number.objects.visible_to(request.user).select_related("series__unit", "reserved_by")
    number = get_object_or_404(rows, pk=pk)
    if not rules.may_number(request.user, number.series.unit):
        raise NotAllowed(ONLY_CLERK)
    if not number.can_become(NumberStatus.CANCELLED):
        raise WrongState(f"Số {number} {holder_of(number)}, nên không hủy được.")
    form = CancelForm(request.POST or None)
    if form.is_valid() and done(
        form,
        lambda: commands.cancel_number(
            number=number, reason=form.cleaned_data["reason"], by=request.user
        ),
    ):
        messages.success(request, f"Đã hủy số {number.written}.")
        return redirect("documents-outgoing")
    context = {"form": form, "number": number}
    return render(request, "documents/cancel.html", context, status=422 if form.errors else 200)


def _issue_form(request: Request, edition: Edition) -> IssueForm:
    unit, kind = edition.document.unit, edition.document.document_type
    today = clock.today()
    # A number that was held in December may still go to a letter that bears a day of December.
    held = [
        *reserved_numbers(unit, kind, today.year),
        *reserved_numbers(unit, kind, today.year - 1),
    ]
    return IssueForm(
        request.POST or None,
        next_number=next_number(unit, kind, _year_typed(request) or today.year),
        held=held,
        initial={"number": NEXT, "issued_on": today},
    )


def _year_typed(request: Request) -> int | None:
    """The year of the day that was typed: its series is the one that counts."""
    typed = number_asked(request.POST.get("issued_on_year", ""))
    return typed + 2000 if typed and typed < 100 else typed


def _reserved(request: Request, form: ReserveForm, unit: Unit) -> bool:
    """Whether a number is held; one that is held for the same purpose gets a tick to ask by."""
    typed = form.cleaned_data
    try:
        number = commands.reserve_number(
            unit=unit,
            document_type=typed["document_type"],
            purpose=typed["purpose"],
            value=typed["number"],
            again=typed.get("again", False),
            by=request.user,
        )
    except Incomplete as error:
        if any(issue.field == "again" for issue in error.issues):
            form.ask_again()
        show_refusal(form, error)
        return False
    words = f"Đã giữ số {number} ({number.series.code}) cho {number.purpose}."
    messages.success(request, words)
    return True


def _issued(request: Request, edition: Edition, form: IssueForm) -> bool:
    """Whether it was issued; a fault that nobody explained gets a place for the reason."""
    try:
        commands.issue_document(edition=edition, by=request.user, wish=form.wish())
    except Incomplete as error:
        unexplained = [issue for issue in error.issues if issue.field == "explanations"]
        for issue in unexplained:
            form.ask_why(issue.name, issue.message)
        show_refusal(form, error)
        return False
    return True
