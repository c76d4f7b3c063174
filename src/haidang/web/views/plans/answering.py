"""What a person says of the items on the page of the detailed plan: one view for each command."""

from typing import TypeVar

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from haidang.errors import Incomplete, WrongState
from haidang.orgs.models import User
from haidang.plans import commands, queries
from haidang.plans.cascade import items_for
from haidang.plans.models import Detailed
from haidang.plans.overtaking import Overtaken
from haidang.web.forms.cascade import OwnItemForm
from haidang.web.forms.cascade_answers import AnswerForm
from haidang.web.forms.plans import SeenForm, show_refusal
from haidang.web.posting import posts_from
from haidang.web.request import Request, number_asked
from haidang.web.views.plans.detailed import (
    Step,
    detailed_page,
    how_asked,
    own_side,
    page_of,
    steps_of,
    undo_of,
)

Form = TypeVar("Form", bound=SeenForm)
SAID = {"taken_up": "Đã nhận", "adapted": "Đã điều chỉnh", "waived": "Đã ghi không triển khai"}


def _to_item(request: Request, pk: int, task: int) -> HttpResponse:
    return redirect(f"{reverse('detailed-plan', args=[pk])}?muc={task}")


@posts_from(_to_item)
def answer_item(request: Request, pk: int, task: int) -> HttpResponse:
    """Keep an answer, and go on to the next item that is silent; what is wrong keeps the words."""
    detailed = found_for(request.user, pk)
    item = get_object_or_404(items_for(detailed.unit, detailed.plan), pk=task)
    answer = detailed.answers.filter(task=item).first()
    how = how_asked(request.POST, None)
    form = AnswerForm(request.POST, how=how, task=item, answer=answer, owner="")
    if form.is_valid():
        seen, said = form.cleaned_data["seen"], form.said()
        try:
            commands.answer_item(
                detailed=detailed, task=item, said=said, by=request.user, seen=seen
            )
            return _next(request, detailed, f"{SAID[how]} {item.label}.", item.start)
        except Overtaken as error:
            form = form.seen_now(error)
        except Incomplete as error:
            show_refusal(form, error)
        except WrongState as error:
            form = _stopped(form, error)
    page = detailed_page(detailed, {"muc": str(task), "cach": how}, form)
    return render(request, "plans/detailed.html", page, status=form.status)


@require_POST
def take_up_items(request: Request, pk: int) -> HttpResponse:
    """Take up the certain items that the person left ticked; the page offers to take them back."""
    detailed = found_for(request.user, pk)
    ticked = [key for text in request.POST.getlist("muc") if (key := number_asked(text))]
    answers = commands.take_up_items(detailed=detailed, by=request.user, tasks=ticked)
    done = ".".join(f"{one.task_id}-{one.version}" for one in answers)
    return redirect(page_of(detailed.plan, **{"vua-nhan": done}))


@require_POST
def take_back_answers(request: Request, pk: int) -> HttpResponse:
    """Take answers back, as they were when the person saw them."""
    detailed = found_for(request.user, pk)
    seen = dict(undo_of(request.POST.get("seen", "")))
    back = commands.take_back_answers(detailed=detailed, seen=seen, by=request.user)
    left = len(seen) - len(back)
    rest = f" {left} mục người khác vừa sửa, giữ nguyên." if left else ""
    messages.success(request, f"Đã hoàn tác {len(back)} mục.{rest}")
    return redirect(page_of(detailed.plan))


@require_POST
def add_own_item(request: Request, pk: int) -> HttpResponse:
    """Add an item of the unit's own."""
    detailed = found_for(request.user, pk)
    form = OwnItemForm(request.POST)
    if form.is_valid():
        try:
            item = commands.add_own_item(detailed=detailed, by=request.user, **form.given())
            messages.success(request, f"Đã thêm “{item.title}”.")
            return redirect(f"{page_of(detailed.plan)}#muc-rieng")
        except Incomplete as error:
            show_refusal(form, error)
        except WrongState as error:
            form = _stopped(form, error)
    page = detailed_page(detailed, {}) | {"own_form": form}
    return render(request, "plans/detailed.html", page, status=form.status)


@require_POST
def drop_own_item(request: Request, pk: int, item: int) -> HttpResponse:
    """Take an item of the unit's own out again."""
    detailed = found_for(request.user, pk)
    found = get_object_or_404(detailed.own_items, pk=item)
    commands.drop_own_item(item=found, by=request.user)
    messages.success(request, f"Đã bỏ “{found.title}”.")
    return redirect(f"{page_of(detailed.plan)}#muc-rieng")


def found_for(user: User, pk: int) -> Detailed:
    """The detailed plan that a person works at, by the plan above."""
    plan, unit = own_side(user, pk)
    detailed = queries.detailed_of(unit, plan) if unit else None
    if detailed is None:
        raise Http404
    return detailed


def _next(request: Request, detailed: Detailed, said: str, after: int) -> HttpResponse:
    silent: list[Step] = [step for step in steps_of(detailed) if step.answer is None]
    later = [step for step in silent if step.task.start >= after]
    messages.success(request, f"{said} Còn {len(silent)} mục." if silent else f"{said} Đã đủ.")
    following = next(iter([*later, *silent]), None)
    if following is None:
        return redirect(f"{page_of(detailed.plan)}#van-ban")
    return redirect(f"{page_of(detailed.plan, muc=following.task.pk)}#muc")


def _stopped(form: Form, error: WrongState) -> Form:
    """Nothing can be kept any more: say so, and leave the words on the page."""
    form.add_error(None, error.message)
    form.was_overtaken = True
    return form
