"""What a person decides on the reading page: one view for each command of the review."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from haidang.errors import Incomplete
from haidang.orgs.models import User
from haidang.plans import commands
from haidang.plans.enums import Bucket, TaskStatus
from haidang.plans.models import Item, Plan, Task
from haidang.web.forms.plans import BucketForm, RefusalForm, TaskForm, show_refusal
from haidang.web.request import Request
from haidang.web.views.plans.cards import next_waiting
from haidang.web.views.plans.review import address_of, reading_page, visible_plans


@require_POST
def accept_task(request: Request, pk: int) -> HttpResponse:
    """Take a task as read, and go on to the next one that waits."""
    task = commands.accept_task(task=_task(request.user, pk), by=request.user)
    following = next_waiting(list(task.plan.tasks.all()), task)
    return _back(request, task.plan, f"Đã nhận {task.label}.", viec=following.pk)


@require_POST
def accept_tasks(request: Request, pk: int) -> HttpResponse:
    """Take all tasks that need no second look."""
    plan = get_object_or_404(visible_plans(request.user), pk=pk)
    tasks = commands.accept_tasks(plan=plan, by=request.user)
    return _back(request, plan, f"Đã nhận {len(tasks)} nhiệm vụ chắc chắn.")


@require_http_methods(["GET", "HEAD", "POST"])
def refuse_task(request: Request, pk: int) -> HttpResponse:
    """Drop a task, with the reason."""
    task = _task(request.user, pk)
    form = RefusalForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        commands.refuse_task(task=task, reason=form.cleaned_data["reason"], by=request.user)
        messages.success(request, f"Đã bỏ {task.label}.")
        following = next_waiting(list(task.plan.tasks.exclude(pk=task.pk)), task)
        return redirect(address_of(task.plan, viec=following.pk))
    context = {"task": task, "plan": task.plan, "form": form}
    return render(request, "plans/refuse.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def change_task(request: Request, pk: int) -> HttpResponse:
    """Put a person's words in place of what was read."""
    task = _task(request.user, pk)
    form = TaskForm(request.POST or None, task=task)
    if request.method == "POST" and form.is_valid():
        try:
            commands.change_task(task=task, by=request.user, **form.given())
            return redirect(f"{address_of(task.plan, viec=task.pk)}#viec-{task.pk}")
        except Incomplete as error:
            show_refusal(form, error)
    context = {"task": task, "plan": task.plan, "form": form}
    return render(request, "plans/change.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def classify_item(request: Request, pk: int) -> HttpResponse:
    """Put a sentence into another bucket."""
    visible = Plan.objects.visible_to(request.user).values("pk")
    sentences = Item.objects.filter(plan__in=visible, is_sentence=True)
    item = get_object_or_404(sentences.select_related("plan__revision__edition__document"), pk=pk)
    form = BucketForm(request.POST or None, initial={"bucket": item.bucket})
    if request.method == "POST" and form.is_valid():
        bucket = Bucket(form.cleaned_data["bucket"])
        commands.classify_item(item=item, bucket=bucket, by=request.user)
        task = item.plan.tasks.filter(start__lt=item.end, end__gt=item.start).first()
        said = f"Đã xếp câu vào loại {bucket.label}."
        return _back(request, item.plan, said, viec=task.pk if task else None, cau=item.pk)
    text = item.plan.revision.text[item.start : item.end].strip(" -–+•*\r\n")
    context = {"item": item, "plan": item.plan, "form": form, "text": text}
    return render(request, "plans/classify.html", context, status=422 if form.errors else 200)


@require_POST
def adopt_plan(request: Request, pk: int) -> HttpResponse:
    """Give the accepted tasks to their units, and open the matrix."""
    plan = get_object_or_404(visible_plans(request.user), pk=pk)
    plan = commands.adopt_plan(plan=plan, by=request.user)
    count = plan.tasks.filter(status=TaskStatus.ACCEPTED).count()
    messages.success(request, f"Đã đưa {count} nhiệm vụ vào ma trận.")
    return redirect(f"{reverse('matrix')}?ke-hoach={plan.pk}")


def _task(user: User, pk: int) -> Task:
    visible = Plan.objects.visible_to(user).values("pk")
    beside = ("plan__unit", "plan__revision__edition__document", "unit", "group")
    return get_object_or_404(Task.objects.filter(plan__in=visible).select_related(*beside), pk=pk)


def _back(request: Request, plan: Plan, said: str, **asked: object) -> HttpResponse:
    show = request.POST.get("loc", "")
    address = address_of(plan, **asked, loc=show)
    if not request.htmx:
        messages.success(request, said)
        return redirect(address)
    fresh = get_object_or_404(visible_plans(request.user), pk=plan.pk)
    wanted = {name: str(value) for name, value in asked.items() if value}
    page = reading_page(fresh, request.user, {**wanted, "loc": show})
    response = render(request, "plans/plan.html#reading", page)
    response.write(render_to_string("plans/said.html", {"said": said}))
    response["HX-Push-Url"] = address
    return response
