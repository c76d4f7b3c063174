"""Reminding the ticked units: by copied words, inside the system, by official letter."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from haidang import clock
from haidang.chasing import commands
from haidang.chasing.choosing import Reminded, RemindedToday, named
from haidang.chasing.enums import Channel
from haidang.chasing.queries import units_lacking
from haidang.errors import Incomplete
from haidang.orgs.models import Unit
from haidang.web.forms.chasing import Ticked, batch_of, ticked
from haidang.web.posting import posts_from
from haidang.web.request import Request
from haidang.web.views.chasing.chase import chase_page, filter_query


@posts_from()
def remind_units(request: Request) -> HttpResponse:
    marks = ticked(request.POST)
    channel = Channel(marks.channel or Channel.COPIED)
    try:
        done = commands.remind_units(
            units=units_of(request, marks),
            channel=channel,
            by=request.user,
            batch=marks.batch,
            kind=marks.wish.kind,
            again=marks.again,
        )
    except RemindedToday as asked:
        return asked_again(request, asked, marks, "remind-units")
    except Incomplete as refusal:
        return refused(request, refusal)
    say_what_came_of_it(request, done, channel)
    query = filter_query(request.POST)
    copied = f"vua-nhac={done.batch}" if channel == Channel.COPIED else ""
    return redirect(f"{reverse('chase')}?{'&'.join(part for part in (query, copied) if part)}")


@posts_from()
def draft_reminder_letter(request: Request) -> HttpResponse:
    marks = ticked(request.POST)
    try:
        revision = commands.draft_reminder_letter(
            units=units_of(request, marks),
            by=request.user,
            batch=marks.batch,
            kind=marks.wish.kind,
            again=marks.again,
        )
    except RemindedToday as asked:
        return asked_again(request, asked, marks, "draft-reminder-letter")
    except Incomplete as refusal:
        return refused(request, refusal)
    messages.success(
        request,
        "Đã lập dự thảo công văn đôn đốc. Trình ký như mọi văn bản; tính là đã nhắc từ ngày ban "
        "hành.",
    )
    return redirect("document", revision.edition.document_id)


@posts_from()
def take_back_reminders(request: Request) -> HttpResponse:
    batch = batch_of(request.POST.get("batch", ""))
    if batch is None:
        raise Http404
    commands.take_back_reminders(batch=batch, by=request.user)
    messages.success(request, "Đã hoàn tác: không tính là đã nhắc.")
    return redirect("chase")


def units_of(request: Request, marks: Ticked) -> list[Unit]:
    """The ticked units, or all that the filter finds. A unit that does not exist is not found."""
    if marks.every:
        return list(units_lacking(request.user, clock.today(), marks.wish))
    units = list(Unit.objects.filter(pk__in=marks.units))
    if len(units) != len(marks.units):
        raise Http404
    return units


def asked_again(request: Request, asked: RemindedToday, marks: Ticked, act: str) -> HttpResponse:
    context = {"message": asked.message, "marks": marks, "act": reverse(act)}
    return render(request, "chasing/again.html", context, status=409)


def refused(request: Request, refusal: Incomplete) -> HttpResponse:
    page = chase_page(request, refusal.issues)
    return render(request, "chasing/chase.html", page, status=422)


def say_what_came_of_it(request: Request, done: Reminded, channel: Channel) -> None:
    words = {Channel.COPIED: "Đã ghi là đã nhắc"}.get(channel, "Đã gửi lời nhắc cho")
    messages.success(request, f"{words} {len(done.units)} đơn vị.")
    if done.came:
        messages.info(request, f"Không nhắc {named(done.came)}: vừa hoàn thành, không còn thiếu.")
    if done.already:
        messages.info(request, f"Không nhắc lại {named(done.already)}: hôm nay đã nhắc.")
    if done.without_people:
        said = f"Chưa nhắc được {named(done.without_people)}: chưa có tài khoản."
        messages.warning(request, f"{said} Hãy sao chép lời nhắc.")
