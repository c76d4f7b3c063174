"""What a person decides on the reading page: one view for each command of the review.

Each form tells the version that its page showed (`seen`): whoever comes second is told what the
first one changed, and keeps what was typed.
"""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from haidang.activities.queries.orphans import orphans_of
from haidang.errors import Incomplete
from haidang.orgs.models import User
from haidang.plans import commands, queries
from haidang.plans.enums import Bucket, TaskStatus
from haidang.plans.models import Item, Owner, Plan, Task
from haidang.plans.overtaking import Overtaken
from haidang.web.forms.plans import BucketForm, OwnerForm, RefusalForm, TaskForm, show_refusal
from haidang.web.request import Request, number_asked
from haidang.web.views.plans.cards import next_waiting
from haidang.web.views.plans.review import address_of, visible_plans
from haidang.web.views.plans.swapping import back, overtaken, seen_of


@require_POST
def accept_task(request: Request, pk: int) -> HttpResponse:
    """Take a task as read, and go on to the next one that waits."""
    task = find_task(request.user, pk)
    try:
        task = commands.accept_task(task=task, by=request.user, seen=seen_of(request))
    except Overtaken as error:
        return overtaken(request, task.plan, error, viec=task.pk)
    following = next_waiting(list(task.plan.tasks.all()), task)
    return back(request, task.plan, f"Đã nhận {task.label}.", viec=following.pk)


@require_POST
def accept_tasks(request: Request, pk: int) -> HttpResponse:
    """Take the certain tasks that the person saw and left ticked, as they were then."""
    plan = get_object_or_404(visible_plans(request.user), pk=pk)
    pairs = (str(pair).partition(":") for pair in request.POST.getlist("seen"))
    seen = {
        key: version
        for task, _, at in pairs
        if (key := number_asked(task)) is not None and (version := number_asked(at)) is not None
    }
    tasks = commands.accept_tasks(plan=plan, by=request.user, seen=seen)
    left = len(seen) - len(tasks)
    rest = f" {left} việc đã đổi trong lúc đó, chưa nhận." if left else ""
    return back(request, plan, f"Đã nhận {len(tasks)} nhiệm vụ chắc chắn.{rest}")


@require_http_methods(["GET", "HEAD", "POST"])
def refuse_task(request: Request, pk: int) -> HttpResponse:
    """Drop a task, with the reason."""
    task = find_task(request.user, pk)
    form = RefusalForm(request.POST or None, initial={"seen": task.version})
    if request.method == "POST" and form.is_valid():
        try:
            commands.refuse_task(task=task, by=request.user, **form.cleaned_data)
            messages.success(request, f"Đã bỏ {task.label}.")
            following = next_waiting(list(task.plan.tasks.exclude(pk=task.pk)), task)
            return redirect(address_of(task.plan, viec=following.pk))
        except Overtaken as error:
            form = form.seen_now(error)
        except Incomplete as error:
            show_refusal(form, error)
    context = {"task": task, "plan": task.plan, "form": form}
    return render(request, "plans/refuse.html", context, status=form.status)


@require_http_methods(["GET", "HEAD", "POST"])
def change_task(request: Request, pk: int) -> HttpResponse:
    """Put a person's words in place of what was read."""
    task = find_task(request.user, pk)
    form = TaskForm(request.POST or None, task=task)
    if request.method == "POST" and form.is_valid():
        try:
            commands.change_task(task=task, by=request.user, **form.given())
            return redirect(f"{address_of(task.plan, viec=task.pk)}#viec-{task.pk}")
        except Incomplete as error:
            show_refusal(form, error)
        except Overtaken as error:
            form = form.seen_now(error)
    history = queries.history_of_task(task)
    context = {"task": task, "plan": task.plan, "form": form, "history": history}
    return render(request, "plans/change.html", context, status=form.status)


@require_POST
def choose_owner(request: Request, pk: int) -> HttpResponse:
    """Take one of the units that a phrase may mean, beside the others or in place of a guess."""
    task = find_task(request.user, pk)
    form = OwnerForm(request.POST, plan=task.plan)
    chosen = form.thing(form.cleaned_data["owner"]) if form.is_valid() else None
    if chosen is None:
        return redirect("change-task", task.pk)
    owners = _with(task.owners, chosen, form.thing(request.POST.get("instead")))
    try:
        commands.change_task(task=task, by=request.user, owners=owners, seen=seen_of(request))
    except Overtaken as error:
        return overtaken(request, task.plan, error, viec=task.pk)
    return back(request, task.plan, f"{task.label}: giao {chosen}.", viec=task.pk)


@require_http_methods(["GET", "HEAD", "POST"])
def classify_item(request: Request, pk: int) -> HttpResponse:
    """Put a sentence into another bucket."""
    item = find_sentence(request.user, pk)
    form = BucketForm(request.POST or None, initial={"bucket": item.bucket, "seen": item.version})
    if request.method == "POST" and form.is_valid():
        bucket = Bucket(form.cleaned_data["bucket"])
        try:
            seen = form.cleaned_data["seen"]
            commands.classify_item(item=item, bucket=bucket, by=request.user, seen=seen)
            said = f"Đã xếp câu vào loại {bucket.label}."
            return back(request, item.plan, said, cau=item.pk)
        except Overtaken as error:
            if request.htmx:
                return overtaken(request, item.plan, error, cau=item.pk)
            form = form.seen_now(error)
    text = item.plan.revision.text[item.start : item.end].strip(" -–+•*\r\n")
    context = {"item": item, "plan": item.plan, "form": form, "text": text}
    return render(request, "plans/classify.html", context, status=form.status)


@require_POST
def adopt_plan(request: Request, pk: int) -> HttpResponse:
    """Give the accepted tasks to their units, and open the matrix."""
    plan = get_object_or_404(visible_plans(request.user), pk=pk)
    plan = commands.adopt_plan(plan=plan, by=request.user)
    count = plan.tasks.filter(status=TaskStatus.ACCEPTED).count()
    messages.success(request, f"Đã đưa {count} nhiệm vụ vào ma trận.")
    if unmeasured := orphans_of([plan.pk]).counts()["unmeasured"]:
        words = f"{unmeasured} nhiệm vụ chưa nói đo bằng gì; đặt cách đo ở mục Chưa ai làm."
        messages.warning(request, words)
    return redirect(f"{reverse('matrix')}?ke-hoach={plan.pk}")


def _with(owners: list[Owner], chosen: Owner, instead: Owner | None) -> list[Owner]:
    found = [chosen if owner == instead else owner for owner in owners]
    return found if chosen in found else [*found, chosen]


def find_task(user: User, pk: int) -> Task:
    """A task of a plan that the person may see."""
    visible = Plan.objects.visible_to(user).values("pk")
    beside = ("plan__unit", "plan__revision__edition__document")
    tasks = Task.objects.with_owners().select_related(*beside)
    return get_object_or_404(tasks.filter(plan__in=visible), pk=pk)


def find_sentence(user: User, pk: int) -> Item:
    """A sentence of a plan that the person may see."""
    visible = Plan.objects.visible_to(user).values("pk")
    sentences = Item.objects.filter(plan__in=visible, is_sentence=True)
    return get_object_or_404(sentences.select_related("plan__revision__edition__document"), pk=pk)
