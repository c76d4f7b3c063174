"""Planning one story: adding it, its page, moving it, giving it to a writer, beginning it."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from haidang.errors import NotAllowed
from haidang.newsroom.commands import planning
from haidang.newsroom.models import PlannedStory
from haidang.newsroom.planned_facts import facts_of
from haidang.newsroom.queries.calendar import planned_for
from haidang.newsroom.queries.writers import newsrooms_of
from haidang.orgs.models import Unit, User
from haidang.web.acting import done
from haidang.web.forms.desk.planning import MoveForm, PlanForm, WriterForm
from haidang.web.posting import posts_from
from haidang.web.request import Request
from haidang.web.views.desk.planned import planned_page, rules
from haidang.web.views.desk.starting_points import asked_for


@require_http_methods(["GET", "HEAD", "POST"])
def plan_story(request: Request) -> HttpResponse:
    unit = _newsroom(request.user)
    form = PlanForm(request.POST or None, unit=unit, initial=asked_for(request, unit))

    def add() -> PlannedStory:
        return planning.plan_story(unit=unit, facts=form.given(), by=request.user)

    if request.method == "POST" and (planned := done(form, add)):
        messages.success(request, f"Đã lên lịch “{planned.title}”.")
        return redirect("planned-story", planned.pk)
    context = {"form": form, "unit": unit}
    return render(request, "desk/plan_story.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD"])
def planned_story(request: Request, pk: int) -> HttpResponse:
    planned = _planned(request.user, pk)
    return render(request, "desk/planned.html", planned_page(planned, request.user))


@require_http_methods(["GET", "HEAD", "POST"])
def change_planned(request: Request, pk: int) -> HttpResponse:
    planned = _planned(request.user, pk)
    if not rules.may_plan(request.user, planned.unit):
        raise NotAllowed("Chỉ người làm nội dung của đơn vị mới được sửa lịch tin, bài.")
    form = PlanForm(request.POST or None, unit=planned.unit, initial=_standing(planned))

    def change() -> PlannedStory:
        seen = form.cleaned_data["seen"]
        return planning.change_plan(planned=planned, facts=form.given(), seen=seen, by=request.user)

    if request.method == "POST" and done(form, change) is not None:
        messages.success(request, "Đã sửa lịch.")
        return redirect("planned-story", pk)
    context = {"form": form, "planned": planned}
    return render(request, "desk/change_planned.html", context, status=422 if form.errors else 200)


@posts_from("../")
def move_planned(request: Request, pk: int) -> HttpResponse:
    planned = _planned(request.user, pk)
    form = MoveForm(request.POST)

    def move() -> PlannedStory:
        return planning.move_plan(planned=planned, by=request.user, **form.cleaned_data)

    if moved := done(form, move):
        messages.success(request, f"Đã chuyển sang ngày {moved.on:%d/%m/%Y}.")
        return redirect("planned-story", pk)
    return _again(request, planned, move_form=form)


@posts_from("../")
def assign_planned(request: Request, pk: int) -> HttpResponse:
    planned = _planned(request.user, pk)
    form = WriterForm(request.POST, unit=planned.unit)

    def assign() -> PlannedStory:
        return planning.assign_writer(planned=planned, by=request.user, **form.cleaned_data)

    if given := done(form, assign):
        who = f"Đã giao cho {given.writer}." if given.writer else "Bài này chưa có người viết."
        messages.success(request, who)
        return redirect("planned-story", pk)
    return _again(request, planned, writer_form=form)


@posts_from("../")
def start_planned(request: Request, pk: int) -> HttpResponse:
    story = planning.start_from_plan(planned=_planned(request.user, pk), by=request.user)
    return redirect("edit-story", story.pk)


@posts_from("../")
def drop_planned(request: Request, pk: int) -> HttpResponse:
    planned = _planned(request.user, pk)
    seen = request.POST.get("seen", "")
    planning.drop_plan(
        planned=planned, by=request.user, seen=int(seen) if seen.isdecimal() else None
    )
    messages.success(request, f"Đã bỏ “{planned.title}” khỏi lịch.")
    return redirect("editorial-calendar")


def _again(request: Request, planned: PlannedStory, **forms: Any) -> HttpResponse:
    page = planned_page(planned, request.user) | forms
    return render(request, "desk/planned.html", page, status=422)


def _newsroom(user: User) -> Unit:
    """The unit for which a person plans. Refuses with NotAllowed who plans for none."""
    rooms = newsrooms_of(user)
    if not rooms or not rules.may_plan(user, rooms[0]):
        raise NotAllowed("Chỉ người làm nội dung của đơn vị mới được lên lịch tin, bài.")
    return rooms[0]


def _planned(user: User, pk: int) -> PlannedStory:
    rows = planned_for(user).select_related(
        "unit__acts_for", "writer__unit", "task__plan", "occasion", "made_by__unit", "story"
    )
    planned = rows.filter(pk=pk).first()
    if planned is None:
        raise Http404
    return planned


def _standing(planned: PlannedStory) -> dict[str, Any]:
    facts = facts_of(planned)
    names = type(facts).__dataclass_fields__
    return {name: getattr(facts, name) for name in names} | {"seen": planned.version}
