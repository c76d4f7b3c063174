"""Bulletins: their list, a new one, and one with its words and its sound."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from haidang import clock
from haidang.activities.enums import Language
from haidang.broadcast import bulletin_rules as rules
from haidang.broadcast import commands
from haidang.broadcast.models import Bulletin, Part
from haidang.broadcast.queries import heard
from haidang.broadcast.queries.bulletins import is_airable, is_behind, parts_of
from haidang.broadcast.queries.listed import listed
from haidang.broadcast.sound.findings import about_length
from haidang.broadcast.speaking import unsure_of
from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.plans.overtaking import Overtaken
from haidang.web.forms.plans import show_refusal
from haidang.web.forms.radio.bulletins import BulletinForm, DraftBulletinForm, SoundForm
from haidang.web.posting import posts_from
from haidang.web.ranges import ranged
from haidang.web.request import Request, number_asked

LATELY = 60


@require_safe
@never_cache
def bulletins(request: Request) -> HttpResponse:
    user = request.user
    rows = heard.visible_bulletins(user).filter(is_retired=False).distinct()[:LATELY]
    shown = [(one.bulletin, one.state, one.step) for one in listed(user, rows)]
    may_make = user.unit is not None and rules.may_make(user, user.unit)
    return render(request, "radio/bulletins.html", {"bulletins": shown, "may_make": may_make})


@require_http_methods(["GET", "HEAD", "POST"])
def draft_bulletin(request: Request) -> HttpResponse:
    unit = request.user.unit
    if unit is None or not rules.may_make(request.user, unit):
        raise NotAllowed("Chỉ người làm tin, phát thanh của đơn vị mới soạn được bản tin.")
    asked = request.GET.get("tieng", "")
    language = Language(asked) if asked in Language.values else Language.VIETNAMESE
    original = _original(request)
    stories = heard.stories_to_read(unit, language)
    chosen = stories.filter(pk__in=list(stories.values_list("pk", flat=True)[:LATELY]))
    start = {"on": original.on if original else clock.today()}
    form = DraftBulletinForm(request.POST or None, stories=chosen, initial=start)
    if request.method == "POST" and form.is_valid():
        facts = form.cleaned_data | {"language": language, "edition_of": original}
        try:
            made = commands.draft_bulletin(unit=unit, by=request.user, **facts)
        except Incomplete as refusal:
            show_refusal(form, refusal)
        else:
            return redirect("bulletin", made.pk)
    page = {"form": form, "language": language, "languages": Language.choices, "of": original}
    return render(request, "radio/draft_bulletin.html", page, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def bulletin(request: Request, pk: int) -> HttpResponse:
    row = shown_bulletin(request, pk)
    names = ("title", "on", "words", "spoken")
    start = {name: getattr(row, name) for name in names} | {"seen": row.version}
    form = BulletinForm(request.POST or None, initial=start)
    if request.method == "POST" and form.is_valid():
        facts = {name: form.cleaned_data[name] for name in (*names, "seen")}
        try:
            commands.edit_bulletin(bulletin=row, by=request.user, **facts)
        except Overtaken as refusal:
            form.seen_now(refusal)
        except Incomplete as refusal:
            show_refusal(form, refusal)
        else:
            messages.success(request, "Đã lưu bản tin.")
            return redirect("bulletin", pk)
    return bulletin_page(request, row, form=form)


@require_safe
def bulletin_sound(request: Request, pk: int) -> HttpResponseBase:
    row = shown_bulletin(request, pk)
    if row.recording is None:
        raise Http404
    return ranged(request, row.recording.file)


@posts_from("../")
def change_bulletin(request: Request, pk: int) -> HttpResponse:
    """The small acts on a bulletin, by the button that was pressed; what loses work asks first."""
    row, act = shown_bulletin(request, pk), request.POST.get("act", "")
    asks = act in {"renew", "retire"} and rules.may_make(request.user, row.unit)
    if asks and not row.is_retired and "confirmed" not in request.POST:
        return _asked_again(request, row, act)
    try:
        _act(request, row, act)
    except WrongState as refusal:
        messages.error(request, refusal.message)
        return redirect("bulletin", pk)
    messages.success(request, f"Đã cất “{row}”." if act == "retire" else "Đã ghi.")
    return redirect("bulletins") if act == "retire" else redirect("bulletin", pk)


def _act(request: Request, row: Bulletin, act: str) -> None:
    by, seen = request.user, number_asked(request.POST.get("seen", "")) or 0
    match act:
        case "renew":
            commands.renew_bulletin(bulletin=row, seen=seen, by=by)
        case "share" | "unshare":
            commands.share_bulletin(bulletin=row, by=by, is_shared=act == "share")
        case "retire":
            commands.retire_bulletin(bulletin=row, by=by)
        case _:
            raise Http404


def _asked_again(request: Request, row: Bulletin, act: str) -> HttpResponse:
    page = {
        "bulletin": row,
        "act": act,
        "seen": request.POST.get("seen", ""),
        "state": heard.state_of_bulletin(row),
        "gone": [part.story.title for part in parts_of(row) if is_behind(part)],
        "planned": Part.objects.filter(bulletin=row, on__gte=clock.today()).count(),
    }
    return render(request, "radio/confirm_bulletin.html", page)


def shown_bulletin(request: Request, pk: int) -> Bulletin:
    """A bulletin that this person may see. Refuses with 404."""
    row = heard.visible_bulletins(request.user).filter(pk=pk).first()
    if row is None:
        raise Http404
    return row


def bulletin_page(request: Request, row: Bulletin, **forms: Any) -> HttpResponse:
    """The page of one bulletin, with what was typed into its forms."""
    recordings = heard.visible_recordings(request.user).filter(language=row.language)
    expected = heard.expected_seconds(row)
    page = (
        bulletin_facts(row, expected)
        | {
            "form": None,
            "sound_form": SoundForm(
                None, recordings=recordings, language=row.language, initial={"seen": row.version}
            ),
            "may_make": not row.is_retired and rules.may_make(request.user, row.unit),
            "step": heard.step_for_bulletin(request.user, row),
            "state": heard.state_of_bulletin(row),
            "is_airable": is_airable(row),
        }
        | forms
    )
    wrong = any(form.errors for form in forms.values() if form is not None)
    return render(request, "radio/bulletin.html", page, status=422 if wrong else 200)


def bulletin_facts(row: Bulletin, expected: float) -> dict[str, Any]:
    """What is shown of a bulletin to whoever makes it and whoever clears it."""
    sound = row.recording
    wrong = [*sound.findings, *about_length(float(sound.seconds), expected)] if sound else []
    return {
        "bulletin": row,
        "parts": [(part, is_behind(part)) for part in parts_of(row)],
        "expected": round(expected),
        "unsure": unsure_of(row.spoken),
        "findings": [found[2] for found in wrong],
    }


def _original(request: Request) -> Bulletin | None:
    asked = number_asked(request.GET.get("cua", ""))
    return shown_bulletin(request, asked) if asked else None
