"""Incoming documents: received as a file or on paper, checked, handed over."""

from io import BytesIO
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from haidang import clock
from haidang.documents import commands, rules
from haidang.documents.authority import of_own
from haidang.documents.commands import Come
from haidang.documents.commands.receiving import CameBefore
from haidang.documents.incoming import Facts
from haidang.documents.models import Answer, Arrival, Edition
from haidang.documents.plain_names import in_text
from haidang.errors import Incomplete, NotAllowed
from haidang.orgs.models import Unit, User
from haidang.web import turns
from haidang.web.forms.documents import (
    ArrivalFileForm,
    ArrivalForm,
    HandOverForm,
    LedToForm,
    PaperArrivalForm,
)
from haidang.web.forms.plans import show_refusal
from haidang.web.posting import posts_from
from haidang.web.request import Request
from haidang.web.views.documents.seen import editions_seen
from haidang.web.views.documents.slip import done
from haidang.web.watching import BUSY, Ends, Watched, asked_to_retry, in_turn, streamed

PATIENCE = 2.0  # seconds until a page says that it takes longer
ONLY_CLERK = "Chỉ văn thư của cơ quan mới được vào sổ văn bản đến."


@require_http_methods(["GET", "HEAD", "POST"])
def receive_document(request: Request) -> HttpResponse | StreamingHttpResponse:
    """Receive a document that came as a file; a long reading is shown while it goes on."""
    unit = _registers_of(request)
    form = ArrivalFileForm(request.POST or None, request.FILES or None)
    if not form.is_valid():
        return _received_page(request, form)
    file = form.cleaned_data["file"]
    come = Come(file.read(), file.name, is_second_copy=form.cleaned_data["second"])
    reading = Watched(
        in_turn(lambda: commands.receive_by_steps(unit=unit, come=come, by=request.user))
    )
    try:
        reading.wait(PATIENCE)
    except turns.Busy:
        form.add_error(None, BUSY)
        return asked_to_retry(_received_page(request, form))
    except Incomplete as error:
        show_refusal(form, error)
        return _received_page(request, form, error)
    if reading.made:
        return redirect("correct-arrival", reading.made.pk)
    return streamed(request, reading, _ends())


@require_http_methods(["GET", "HEAD", "POST"])
def receive_paper(request: Request) -> HttpResponse:
    """Enter a document that came on paper."""
    unit = _registers_of(request)
    form = PaperArrivalForm(
        request.POST or None, initial={"arrived_on": clock.today(), "priority": 0}
    )
    if form.is_valid():
        facts = dict(form.cleaned_data)
        come = Come(arrived_on=facts.pop("arrived_on"), facts=_facts(facts))
        made: list[Arrival] = []
        if done(
            form,
            lambda: made.append(commands.receive_document(unit=unit, come=come, by=request.user)),
        ):
            messages.success(request, f"Đã vào sổ, {made[0]}.")
            return redirect("document-arrival", made[0].pk)
    context = {"form": form, "unit": unit}
    status = 422 if form.errors else 200
    return render(request, "documents/receive_paper.html", context, status=status)


@require_safe
def arrival(request: Request, pk: int) -> HttpResponse:
    """Show one incoming document: what it is, its file, who deals with it, what came of it."""
    return _arrival_page(request, _seen(request, pk), None)


@require_http_methods(["GET", "HEAD", "POST"])
def correct_arrival(request: Request, pk: int) -> HttpResponse:
    """Check what the reader guessed, and correct it."""
    found = _seen(request, pk)
    if not rules.may_receive(request.user, found.unit):
        raise NotAllowed(ONLY_CLERK)
    form = ArrivalForm(request.POST or None, initial=_typed(found))
    if form.is_valid() and done(
        form,
        lambda: commands.correct_arrival(
            arrival=found, facts=_facts(form.cleaned_data), by=request.user
        ),
    ):
        messages.success(request, f"Đã lưu {found}.")
        return redirect("document-arrival", pk)
    context = {"arrival": found, "form": form}
    status = 422 if form.errors else 200
    return render(request, "documents/correct_arrival.html", context, status=status)


@posts_from()
def hand_over(request: Request, pk: int) -> HttpResponse:
    """Hand an incoming document to who deals with it."""
    found = _seen(request, pk)
    form = HandOverForm(request.POST, units=_units(found))
    if form.is_valid() and done(
        form, lambda: commands.hand_over(arrival=found, by=request.user, **form.cleaned_data)
    ):
        messages.success(request, f"Đã chuyển cho {form.cleaned_data['to']}.")
        return redirect("document-arrival", pk)
    return _arrival_page(request, found, form)


@posts_from()
def answer_arrival(request: Request, pk: int) -> HttpResponse:
    """Say which document of ours came of an incoming one."""
    found = _seen(request, pk)
    form = LedToForm(request.POST, editions=_own_editions(request.user))
    if form.is_valid() and done(
        form,
        lambda: commands.answer_arrival(
            arrival=found, edition=form.cleaned_data["edition"], by=request.user
        ),
    ):
        messages.success(request, "Đã nối hai văn bản.")
        return redirect("document-arrival", pk)
    return _arrival_page(request, found, None, form)


@require_safe
def arrival_file(request: Request, pk: int) -> FileResponse:
    """Give back the file that came, byte for byte, never opened in the browser."""
    found = _seen(request, pk)
    if found.file is None:
        raise Http404
    return FileResponse(
        BytesIO(found.file.read()), as_attachment=True, filename=found.file_name or "van-ban-den"
    )


def _arrival_page(
    request: Request, found: Arrival, form: HandOverForm | None, led_to: LedToForm | None = None
) -> HttpResponse:
    may_hand_over = rules.may_hand_over(request.user, found)
    if form is None and may_hand_over:
        initial = {"to": found.handed_to_id, "due_on": found.due_on}
        form = HandOverForm(units=_units(found), initial=initial)
    context = {
        "arrival": found,
        "issuer": in_text(found.issuer),
        "signer_post": in_text(found.signer_post),
        "answers": _answers(request.user, found),
        "may_correct": rules.may_receive(request.user, found.unit),
        "form": form if may_hand_over else None,
    }
    if rules.may_register(request.user, found.unit):
        context["led_to"] = led_to or LedToForm(editions=_own_editions(request.user))
    status = 422 if (form and form.errors) or (led_to and led_to.errors) else 200
    return render(request, "documents/arrival.html", context, status=status)


def _own_editions(user: User) -> QuerySet[Edition]:
    """The documents of the person's authority, the newest first."""
    return editions_seen(user).filter(of_own(user, "document__unit")).order_by("-pk")


def _answers(user: User, found: Arrival) -> QuerySet[Answer]:
    """What came of an incoming document, as far as the person may see it."""
    rows = found.answers.filter(edition__in=Edition.objects.visible_to(user).values("pk"))
    return rows.select_related("edition__document").order_by("pk")


def _received_page(
    request: Request, form: ArrivalFileForm, error: Incomplete | None = None
) -> HttpResponse:
    status = 422 if form.errors else 200
    context = {"form": form, "earlier": error.earlier if isinstance(error, CameBefore) else None}
    return render(request, "documents/receive.html", context, status=status)


def _ends() -> Ends[Arrival]:
    end = "documents/receive_end.html"
    return Ends(
        "Văn bản đến",
        reverse("documents-incoming"),
        "đang tìm số, ngày, cơ quan, trích yếu",
        lambda made: render_to_string(end, {"arrival": made}),
        lambda words: render_to_string(end, {"words": words}),
    )


def _registers_of(request: Request) -> Unit:
    unit = request.user.seat if request.user.unit_id else None
    if unit is None or not rules.may_receive(request.user, unit):
        raise NotAllowed(ONLY_CLERK)
    return unit


def _seen(request: Request, pk: int) -> Arrival:
    rows = Arrival.objects.visible_to(request.user).defer("text")
    around = ("unit", "handed_to", "handed_to_person", "handed_by", "by", "file", "copy_of")
    return get_object_or_404(rows.select_related(*around), pk=pk)


def _units(found: Arrival) -> QuerySet[Unit]:
    """The offices that work for the authority, and the units below it."""
    return Unit.objects.on(clock.today()).below(found.unit)


def _facts(typed: dict[str, Any]) -> Facts:
    return Facts(**typed)


def _typed(found: Arrival) -> dict[str, Any]:
    return {name: getattr(found, name) for name in Facts().columns()}
