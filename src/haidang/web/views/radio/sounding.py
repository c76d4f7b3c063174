"""Sound for bulletins and for the library, and the way of a bulletin through those who clear it."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from haidang.broadcast import bulletin_rules as rules
from haidang.broadcast import commands
from haidang.broadcast.models import Bulletin, Recording
from haidang.broadcast.queries import heard
from haidang.broadcast.queries.bulletins import newest_submission
from haidang.broadcast.queries.spoken import spoken_among
from haidang.broadcast.sound import MISSING, is_installed
from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.newsroom.enums import Step
from haidang.plans.overtaking import Overtaken
from haidang.web.forms.plans import show_refusal
from haidang.web.forms.radio.bulletins import (
    DecideBulletinForm,
    RecordingForm,
    SoundForm,
    source_of,
)
from haidang.web.posting import posts_from
from haidang.web.ranges import ranged
from haidang.web.request import Request
from haidang.web.views.radio.bulletins import bulletin_facts, bulletin_page, shown_bulletin


@posts_from("../")
def give_sound(request: Request, pk: int) -> HttpResponse:
    row = shown_bulletin(request, pk)
    recordings = _own(request).filter(language=row.language)
    form = SoundForm(request.POST, request.FILES, recordings=recordings, language=row.language)
    if form.is_valid():
        try:
            recording = form.cleaned_data["recording"] or _taken(request, row, form)
            seen = form.cleaned_data["seen"] or 0
            commands.give_sound(bulletin=row, recording=recording, seen=seen, by=request.user)
        except Overtaken as refusal:
            form.seen_now(refusal)
        except Incomplete as refusal:
            show_refusal(form, refusal)
        else:
            messages.success(request, "Đã nhận bản thu. Nghe lại trước khi gửi duyệt.")
            return redirect("bulletin", pk)
    return bulletin_page(request, row, sound_form=form)


def _taken(request: Request, row: Bulletin, form: SoundForm) -> Recording:
    """What was recorded or chosen here; else the machine speaks, where that was pressed."""
    facts: dict[str, Any] = {
        "unit": row.unit,
        "title": row.title,
        "language": row.language,
        "by": request.user,
    }
    file = form.cleaned_data["file"]
    if "machine" in request.POST:
        return commands.speak_by_machine(words=row.spoken, **facts)
    content, name = (file.read(), file.name) if file else (b"", "")
    return commands.take_recording(content=content, name=name, source=source_of(name), **facts)


@posts_from("../")
def submit_bulletin(request: Request, pk: int) -> HttpResponse:
    row = shown_bulletin(request, pk)
    no_secret = "no_secret" in request.POST
    commands.submit_bulletin(bulletin=row, by=request.user, no_secret=no_secret)
    messages.success(request, "Đã gửi duyệt.")
    return redirect("bulletin", pk)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def clear_bulletin(request: Request, pk: int) -> HttpResponse:
    row = shown_bulletin(request, pk)
    submission, step = newest_submission(row), heard.step_for_bulletin(request.user, row)
    if submission is None:
        raise WrongState("Bản tin này chưa gửi duyệt.")
    asked = request.POST.get("step", "")
    form = DecideBulletinForm(request.POST or None, step=step or Step.EDITOR)
    if request.method == "POST" and form.is_valid():
        chosen = Step(asked) if asked in Step.values else Step.EDITOR
        sent = request.POST.get("submission", "")
        if sent != str(submission.pk):
            raise WrongState("Bản tin đã được sửa trong lúc này. Tải lại trang rồi quyết định.")
        try:
            commands.clear_bulletin(
                submission=submission, step=chosen, by=request.user, **form.given()
            )
        except Incomplete as refusal:
            show_refusal(form, refusal)
        else:
            messages.success(request, "Đã ghi quyết định.")
            return redirect("bulletins")
    page = bulletin_facts(row, heard.expected_seconds(row)) | {"form": form, "step": step}
    page |= {"submission": submission}
    return render(request, "radio/clear_bulletin.html", page, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def recordings(request: Request) -> HttpResponse:
    unit = request.user.unit
    if unit is None:
        raise NotAllowed("Tài khoản này chưa thuộc đơn vị nào.")
    may_make = rules.may_make(request.user, unit)
    form = RecordingForm(request.POST or None, request.FILES or None) if may_make else None
    if request.method == "POST" and form and form.is_valid():
        facts, file = dict(form.cleaned_data), form.cleaned_data["file"]
        facts |= {"content": file.read(), "name": file.name, "source": source_of(file.name)}
        del facts["file"]
        try:
            commands.take_recording(unit=unit, by=request.user, **facts)
        except Incomplete as refusal:
            show_refusal(form, refusal)
        else:
            messages.success(request, "Đã thêm bản thu.")
            return redirect("recordings")
    page: dict[str, Any] = {"recordings": _shown(request), "form": form}
    page |= {"missing": "" if is_installed() else MISSING}
    wrong = form is not None and bool(form.errors)
    return render(request, "radio/recordings.html", page, status=422 if wrong else 200)


@require_safe
def recording_sound(request: Request, pk: int) -> HttpResponseBase:
    row = get_object_or_404(_own(request), pk=pk)
    return ranged(request, row.file)


@posts_from("../../")
def confirm_music(request: Request, pk: int) -> HttpResponse:
    words = "Đã ghi: “{}” là nhạc, không có lời nói."
    return _acted(request, pk, commands.confirm_music, words)


@posts_from("../../")
def retire_recording(request: Request, pk: int) -> HttpResponse:
    return _acted(request, pk, commands.retire_recording, "Đã cất “{}”.")


def _acted(request: Request, pk: int, act: Callable[..., Recording], words: str) -> HttpResponse:
    """Do one thing with a recording; what came too late is said above the list."""
    row = get_object_or_404(_own(request), pk=pk)
    try:
        act(recording=row, by=request.user)
    except WrongState as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, words.format(row))
    return redirect("recordings")


def _shown(request: Request) -> list[tuple[Recording, bool, bool]]:
    """Each with whether it waits for somebody to say that it is music, and whether this one may."""
    rows = list(_own(request)[:60])
    spoken = spoken_among(row.pk for row in rows)
    waits = {row.pk: not row.is_music and row.pk not in spoken for row in rows}
    may = [waits[row.pk] and rules.may_confirm_music(request.user, row) for row in rows]
    return [(row, waits[row.pk], one) for row, one in zip(rows, may, strict=True)]


def _own(request: Request) -> QuerySet[Recording]:
    return heard.visible_recordings(request.user)
