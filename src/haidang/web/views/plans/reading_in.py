"""Reading an uploaded document in: at once where that is quick, else shown page by page.

The page of a long reading is sent piece by piece while it goes on; it needs no script. Whoever
closes it ends the reading, and nothing is kept.
"""

import time
from collections.abc import Generator, Iterator
from dataclasses import dataclass

from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.views.decorators.http import require_POST

from haidang.errors import Incomplete, Refused
from haidang.plans import commands, queries
from haidang.plans.models import Plan
from haidang.text.reading.apart import Step
from haidang.text.reading.listening import TICK
from haidang.web import turns
from haidang.web.forms.plans import PlanFileForm, show_refusal
from haidang.web.request import Request
from haidang.web.views.plans.listing import plans_page

PATIENCE = 2.0  # seconds until a page says that it takes longer
PULSE = 1.0  # seconds of silence after which we look whether anybody still listens
RETRY = 60  # seconds
BUSY = "Máy đang đọc các văn bản khác. Tệp của bạn chưa được nhận; hãy gửi lại sau ít phút."
HERE = "<!-- each page -->"

Steps = Generator[Step | None, None, Plan]


@dataclass(slots=True)
class Progress:
    """What a reading has said so far, and in the end its plan."""

    steps: Steps
    step: Step | None = None
    plan: Plan | None = None

    def go_on(self) -> bool:
        """Listen for a moment; whether it goes on."""
        try:
            self.step = next(self.steps) or self.step
        except StopIteration as end:
            self.plan = end.value
        return self.plan is None


@require_POST
def read_in(request: Request) -> HttpResponse | StreamingHttpResponse:
    """Read an uploaded document in; what is wrong with it stands beside the form."""
    form = PlanFileForm(request.POST, request.FILES)
    if not form.is_valid():
        return _form_again(request, form)
    content = form.cleaned_data["file"].read()
    reading = Progress(_in_turn(request, content, form.cleaned_data["file"].name))
    until = time.monotonic() + PATIENCE
    try:
        while reading.go_on() and time.monotonic() < until:
            pass
    except turns.Busy:
        form.add_error(None, BUSY)
        return _form_again(request, form, status=503)
    except Incomplete as error:
        show_refusal(form, error)
        return _form_again(request, form, content)
    if reading.plan:
        return redirect("plan", reading.plan.pk)
    return _watched(request, reading, content)


def _in_turn(request: Request, content: bytes, file_name: str) -> Steps:
    place = yield from turns.in_turn("reading", TICK)
    try:
        return (
            yield from commands.read_in_by_steps(
                content=content, file_name=file_name, unit=request.user.seat, by=request.user
            )
        )
    finally:
        turns.leave(place)


def _form_again(
    request: Request, form: PlanFileForm, content: bytes = b"", status: int = 422
) -> HttpResponse:
    page = plans_page(request.user, form)
    page["read_before"] = queries.plan_of_file(content, request.user.seat) if content else None
    response = render(request, "plans/plans.html", page, status=status)
    if status == 503:
        response["Retry-After"] = str(RETRY)
    return response


def _watched(request: Request, reading: Progress, content: bytes) -> StreamingHttpResponse:
    before, after = render_to_string("plans/reading_in.html", {}, request).split(HERE)
    response = StreamingHttpResponse(_pieces(request, reading, content, before, after))
    response["Content-Encoding"] = "identity"  # packed, it would arrive in one piece at the end
    response["Cache-Control"] = "no-store"
    response["X-Accel-Buffering"] = "no"
    return response


def _pieces(
    request: Request, reading: Progress, content: bytes, before: str, after: str
) -> Iterator[str]:
    yield before
    try:
        yield from _lines(reading)
        yield render_to_string("plans/reading_end.html", {"plan": reading.plan})
    except Refused as error:
        issues = error.issues if isinstance(error, Incomplete) else []
        words = [issue.message for issue in issues] or [error.message]
        twin = queries.plan_of_file(content, request.user.seat)
        yield render_to_string("plans/reading_end.html", {"words": words, "twin": twin})
    finally:
        reading.steps.close()
    yield after


def _lines(reading: Progress) -> Iterator[str]:
    said, at = reading.step, time.monotonic()
    yield _line(said)
    while reading.go_on():
        if reading.step != said:
            said, at = reading.step, time.monotonic()
            yield _line(said)
        elif time.monotonic() - at > PULSE:
            at = time.monotonic()
            yield "\n"


def _line(step: Step | None) -> str:
    done, of = step or (0, 0)
    context = {"waits": step == (0, 0), "done": done, "of": of, "page": min(done + 1, of)}
    return render_to_string("plans/reading_line.html", context)
