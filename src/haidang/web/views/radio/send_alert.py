"""Sending an emergency: the form, a second look with the sound, and then it is on the air."""

from django.contrib import messages
from django.db.models import Q
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from haidang.broadcast import alert_checks as checks
from haidang.broadcast import commands
from haidang.broadcast.alert_facts import cleaned
from haidang.broadcast.enums import Source
from haidang.broadcast.giving import reached
from haidang.broadcast.models import Alert, Recording, Station
from haidang.broadcast.queries import alerts as queries
from haidang.broadcast.queries.players import without_player
from haidang.broadcast.speaking.machine import is_there
from haidang.broadcast.switch import halted
from haidang.errors import Incomplete, NotAllowed
from haidang.orgs.enums import Role
from haidang.web.alert_sound import taken_sound
from haidang.web.forms.plans import show_refusal
from haidang.web.forms.radio.alert import AlertForm, from_alert
from haidang.web.ranges import ranged
from haidang.web.request import Request, number_asked

NOT_LEADER = "Chỉ lãnh đạo của cơ quan có đài, hoặc cấp trên, mới được gửi tin khẩn."


@require_http_methods(["GET", "HEAD", "POST"])
def send_alert(request: Request) -> HttpResponse:
    if not request.user.has_role(Role.LEADER):
        raise NotAllowed(NOT_LEADER)
    form = _form(request)
    if request.method != "POST":
        return render(request, "radio/send_alert.html", {"form": form})
    recording = _sound(request, form) if form.is_valid() else None
    if recording is None or "edit" in request.POST:
        context = {"form": form, "recording": recording}
        return render(request, "radio/send_alert.html", context, status=422 if form.errors else 200)
    if "confirmed" in request.POST and (sent := _sent(request, form, recording)):
        _say_sent(request, form)
        return redirect("alert", sent.pk)
    return render(request, "radio/confirm_alert.html", _second_look(form, recording))


@require_safe
def alert_sound(request: Request, pk: int) -> HttpResponseBase:
    user = request.user
    near = Q(made_by=user) | Q(pk__in=queries.alerts_in_sight(user).values("recording"))
    recording = Recording.objects.filter(near, pk=pk).select_related("file").first()
    if recording is None:
        raise Http404
    return ranged(request, recording.file)


def _say_sent(request: Request, form: AlertForm) -> None:
    stations = reached(form.chosen())
    if len(without_player(stations)) == len(stations):
        messages.warning(request, "Đã ghi lệnh, nhưng chưa có máy phát nào nhận: hãy gọi điện.")
    else:
        messages.success(request, "Đã gửi. Máy phát nhận lệnh trong vài giây.")


def _form(request: Request) -> AlertForm:
    stations = queries.stations_to_order(request.user)
    is_sent = request.method == "POST"
    return AlertForm(
        request.POST if is_sent else None,
        request.FILES if is_sent else None,
        initial=None if is_sent else _initial(request),
        stations=stations,
        off=halted(stations),
        has_voice=is_there(),
    )


def _initial(request: Request) -> dict[str, object]:
    """Empty, or what the message says whose place another takes."""
    asked = number_asked(request.GET.get("thay", ""))
    found = queries.alerts_in_sight(request.user).filter(pk=asked).first() if asked else None
    return from_alert(found) if found and queries.is_open(found) else {}


def _sound(request: Request, form: AlertForm) -> Recording | None:
    """The sound that is heard, once the words are good; the form says what is wrong with it."""
    if issues := checks.about_words(cleaned(form.facts())):
        show_refusal(form, Incomplete(issues))
        return None
    try:
        taken = taken_sound(form, request.user)
    except Incomplete as error:
        show_refusal(form, error)
        return None
    if taken is None:
        voice = ", hoặc để giọng máy đọc" if is_there() else ""
        form.add_error("sound", f"Hãy ghi âm hoặc chọn tệp tiếng{voice}.")
    return taken


def _sent(request: Request, form: AlertForm, recording: Recording) -> Alert | None:
    given = form.cleaned_data
    replaced = queries.alerts_in_sight(request.user).filter(pk=given["updates"] or 0).first()
    try:
        return commands.send_alert(
            stations=form.chosen(),
            facts=form.facts(),
            recording=recording,
            by=request.user,
            updates=replaced,
            key=given["key"],
            is_machine_said="machine_said" in request.POST,
        )
    except Incomplete as error:
        form.add_error(None, error.message)
    return None


def _second_look(form: AlertForm, recording: Recording) -> dict[str, object]:
    chosen = form.chosen()
    stations = reached(chosen)
    return {
        "form": form,
        "facts": cleaned(form.facts()),
        "kept": form.given_again(recording),
        "recording": recording,
        "is_machine": recording.source == Source.SPOKEN_BY_MACHINE,
        "chosen": chosen,
        "reached": len(stations),
        "silent": _silent_words(without_player(stations)),
    }


def _silent_words(stations: list[Station]) -> str:
    """Where nobody will hear it; nothing where a player stands at each."""
    named = "; ".join(str(station) for station in stations)
    rest = "Nơi đó không tự phát: hãy gọi điện."
    return f"Chưa có máy phát nào ở: {named}. {rest}" if named else ""
