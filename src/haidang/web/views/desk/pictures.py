"""The library of pictures: finding, adding, one picture with the stories that show it."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from haidang.errors import Incomplete, NotAllowed
from haidang.newsroom import picture_rules as rules
from haidang.newsroom.commands import pictures as commands
from haidang.newsroom.models import Picture
from haidang.newsroom.queries import media
from haidang.plans.overtaking import Overtaken
from haidang.web.forms.desk.pictures import FindPicturesForm, KnownPictureForm, NewPicturesForm
from haidang.web.forms.plans import show_refusal
from haidang.web.request import Request

PAGE = 24


@require_safe
def pictures(request: Request) -> HttpResponse:
    form = FindPicturesForm(request.GET)
    asked = form.cleaned_data if form.is_valid() else {}
    found = media.found(
        request.user,
        asked.get("tim", ""),
        consent=asked.get("nguoi", ""),
        lacking=asked.get("thieu", ""),
    )
    query = request.GET.copy()
    query.pop("trang", None)
    page = Paginator(found, PAGE).get_page(request.GET.get("trang"))
    may_add = request.user.unit_id and rules.may_add_picture(request.user, request.user.seat)
    context = {"form": form, "page": page, "query": query.urlencode(), "may_add": may_add}
    return render(request, "desk/pictures.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def add_picture(request: Request) -> HttpResponse:
    if request.user.unit is None or not rules.may_add_picture(request.user, request.user.seat):
        raise NotAllowed("Chỉ người viết của đơn vị mới thêm được ảnh.")
    form = NewPicturesForm(request.POST or None, request.FILES or None)
    added = _added(request, form) if request.method == "POST" and form.is_valid() else []
    if added:
        messages.success(request, f"Đã thêm {len(added)} ảnh.")
    if added and not form.errors:
        return redirect("picture", added[0].pk) if len(added) == 1 else redirect("pictures")
    status = 422 if form.errors else 200
    return render(request, "desk/add_picture.html", {"form": form}, status=status)


def _added(request: Request, form: NewPicturesForm) -> list[Picture]:
    """The pictures that were taken; the form says what is wrong with the others."""
    added = []
    for file in form.cleaned_data["photos"]:
        try:
            picture = commands.add_picture(
                unit=request.user.seat,
                content=file.read(),
                name=file.name or "",
                facts=form.facts(),
                by=request.user,
            )
            added.append(picture)
        except Incomplete as error:
            show_refusal(form, error)
    return added


@require_http_methods(["GET", "HEAD", "POST"])
def picture(request: Request, pk: int) -> HttpResponse:
    found = get_object_or_404(media.pictures_for(request.user), pk=pk)
    form = KnownPictureForm(request.POST or None, picture=found)
    if request.method == "POST" and form.is_valid() and _edited(request, found, form):
        messages.success(request, "Đã lưu. Bài đã dùng ảnh này giữ chữ đang có của bài.")
        return redirect("picture", pk)
    context = {
        "picture": found,
        "form": form,
        "uses": media.uses_of(request.user, found),
        "like": media.like(request.user, found),
        "may_edit": rules.may_edit_picture(request.user, found),
    }
    return render(request, "desk/picture.html", context, status=422 if form.errors else 200)


def _edited(request: Request, found: Picture, form: KnownPictureForm) -> bool:
    seen = form.cleaned_data["seen"]
    try:
        commands.edit_picture(
            picture=found,
            seen=-1 if seen is None else seen,
            facts=form.facts(),
            by=request.user,
        )
    except Overtaken as error:
        form.seen_now(error)
    except Incomplete as error:
        show_refusal(form, error)
    return not form.errors
