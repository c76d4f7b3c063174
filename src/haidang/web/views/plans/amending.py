"""Comparing an amending document with a plan, correcting the matches, putting it into force."""

import datetime as dt

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from haidang.chasing.commands import tell_of_amendment
from haidang.errors import Incomplete
from haidang.orgs.models import User
from haidang.plans import commands, queries
from haidang.plans.models import Amendment, Item, Plan, Task
from haidang.plans.overtaking import Overtaken
from haidang.web import turns
from haidang.web.forms.amendment import AmendmentFileForm, AmendmentPlanForm
from haidang.web.forms.amendment_answers import AnswerByForm
from haidang.web.forms.amendment_matching import MatchForm
from haidang.web.forms.plans import show_refusal
from haidang.web.posting import posts_from
from haidang.web.request import Request
from haidang.web.views.plans.amendment import amendment_page, overview, waiting_links
from haidang.web.views.plans.reading_in import PATIENCE
from haidang.web.views.plans.review import visible_plans
from haidang.web.watching import BUSY, Ends, Steps, Watched, asked_to_retry, in_turn, streamed


@require_POST
def begin_amendment(request: Request, pk: int) -> HttpResponse | StreamingHttpResponse:
    """Read an amending document in and compare it with a plan in force."""
    old = get_object_or_404(visible_plans(request.user), pk=pk)
    form = AmendmentFileForm(request.POST, request.FILES)
    if not form.is_valid():
        return _overview_again(request, old, form)
    reading = Watched(in_turn(lambda: _steps(request, old, form)))
    try:
        reading.wait(PATIENCE)
    except turns.Busy:
        form.add_error(None, BUSY)
        return asked_to_retry(_overview_again(request, old, form))
    except Incomplete as error:
        show_refusal(form, error)
        return _overview_again(request, old, form)
    if reading.made:
        return redirect("amendment", reading.made.pk)
    return streamed(request, reading, _ends(old))


@posts_from("../")
def compare_again(request: Request, pk: int) -> HttpResponse:
    """Compare a plan that is in review already, with a plan in force, or once more with its own."""
    plan = get_object_or_404(visible_plans(request.user), pk=pk)
    if plan.amends is not None:
        is_partial = Amendment.objects.filter(plan=plan, is_partial=True).exists()
        commands.begin_amendment(
            plan=plan, amends=plan.amends, is_partial=is_partial, by=request.user
        )
        messages.success(request, "Đã so sánh lại. Chỗ đã ghép bằng tay vẫn giữ.")
        return redirect("amendment", plan.pk)
    waiting = overview(plan, request.user)["plan_form"]
    form = AmendmentPlanForm(request.POST, plans=waiting.plans.values() if waiting else ())
    if not form.is_valid():
        page = overview(plan, request.user, plan_form=form)
        return render(request, "plans/amendments.html", page, status=422)
    new = form.plans[form.cleaned_data["plan"]]
    commands.begin_amendment(plan=new, amends=plan, is_partial=form.is_partial, by=request.user)
    return redirect("amendment", new.pk)


@require_http_methods(["GET", "HEAD", "POST"])
def match_items(request: Request, pk: int, task: int) -> HttpResponse:
    """Say which item of the new document an old one became."""
    plan = get_object_or_404(visible_plans(request.user), pk=pk)
    amendment = get_object_or_404(Amendment.objects.select_related("plan__amends"), plan=plan)
    before = get_object_or_404(Task, pk=task, amended_in__amendment=amendment)
    form = _match_form(request, amendment, before)
    if request.method == "POST" and form.is_valid():
        try:
            _match(request, plan, before, form)
            messages.success(request, f"Đã ghép mục {before.label}.")
            return redirect(f"{reverse('amendment', args=[pk])}#muc-{before.pk}")
        except Overtaken as error:
            form = form.seen_now(error)
        except Incomplete as error:
            show_refusal(form, error)
    context = {"plan": plan, "before": before, "form": form, "amendment": amendment}
    return render(request, "plans/match_items.html", context, status=form.status)


@posts_from("../")
def adopt_amendment(request: Request, pk: int) -> HttpResponse:
    """Put an amendment into force and ask the units; what is missing stands beside the form."""
    plan = get_object_or_404(visible_plans(request.user), pk=pk)
    amendment = get_object_or_404(Amendment, plan=plan)
    form, issues = AnswerByForm(request.POST), []
    if form.is_valid():
        try:
            answer_by = form.cleaned_data["answer_by"]
            told = _adopt(plan, answer_by, request.user)
            words = f"Đã báo {told} đơn vị trả lời từng mục đã đổi." if told else ""
            messages.success(request, f"Đã áp dụng {plan}. {words}".strip())
            return redirect("amendment", plan.pk)
        except Incomplete as error:
            issues = waiting_links(plan, [i for i in error.issues if i.field != "answer_by"])
            show_refusal(form, Incomplete([i for i in error.issues if i.field == "answer_by"]))
    amendment.plan = plan
    page = amendment_page(amendment, request.user) | {"form": form, "issues": issues}
    return render(request, "plans/amendment.html", page, status=422)


@transaction.atomic
def _adopt(plan: Plan, answer_by: dt.date | None, by: User) -> int:
    """Put it into force and tell whoever is asked; how many units were told."""
    return tell_of_amendment(
        plan=commands.adopt_amendment(plan=plan, answer_by=answer_by, by=by), by=by
    )


def _steps(request: Request, old: Plan, form: AmendmentFileForm) -> Steps[Plan]:
    file = form.cleaned_data["file"]
    plan = yield from commands.read_in_by_steps(
        content=file.read(), file_name=file.name, unit=request.user.seat, by=request.user
    )
    commands.begin_amendment(plan=plan, amends=old, is_partial=form.is_partial, by=request.user)
    return plan


def _overview_again(request: Request, old: Plan, form: AmendmentFileForm) -> HttpResponse:
    page = overview(old, request.user, form=form)
    return render(request, "plans/amendments.html", page, status=422)


def _ends(old: Plan) -> Ends[Plan]:
    here = reverse("amendment", args=[old.pk])
    return Ends(
        "Sửa đổi kế hoạch",
        here,
        "đang so sánh",
        lambda plan: render_to_string("plans/amendment_end.html", {"plan": plan}),
        lambda words: render_to_string("plans/amendment_end.html", {"words": words, "old": old}),
    )


def _match_form(request: Request, amendment: Amendment, before: Task) -> MatchForm:
    items = queries.comparison_of(amendment)
    mine = next((item for item in items if item.before == before), None)
    stands = f"t{mine.after.pk}" if mine and mine.after else (mine.kind if mine else "")
    return MatchForm(
        request.POST if request.method == "POST" else None,
        items=items,
        sentences=_free_sentences(amendment.plan),
        is_partial=amendment.is_partial,
        initial={"becomes": stands, "seen": amendment.version},
    )


def _free_sentences(plan: Plan) -> list[tuple[Item, str]]:
    """The sentences of the new document on which no task rests."""
    text, taken = plan.revision.text, list(plan.tasks.values_list("start", "end"))
    return [
        (item, " ".join(text[item.start : item.end].split()))
        for item in plan.items.filter(is_sentence=True)
        if not any(item.start < end and item.end > start for start, end in taken)
    ]


def _match(request: Request, plan: Plan, before: Task, form: MatchForm) -> None:
    seen, by = form.cleaned_data["seen"], request.user
    if form.sentence is not None:
        commands.amend_by_sentence(
            plan=plan, before=before, sentence=form.sentence, by=by, seen=seen
        )
        return
    commands.match_items(
        plan=plan, before=before, after=form.after, kind=form.kind, by=by, seen=seen
    )
