"""The reading page: the text on the left, the tasks read from it on the right."""

from collections.abc import Mapping
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from haidang.orgs.models import User
from haidang.plans import checks, queries, rules
from haidang.plans.enums import Bucket, PlanStatus, TaskKind, TaskStatus
from haidang.plans.models import Item, Plan, Task
from haidang.plans.recognition import Gazetteer, Named
from haidang.web.request import Request
from haidang.web.views.plans.cards import cards_of, group_sizes, runs_of
from haidang.web.views.plans.marks import marks_of
from haidang.web.views.plans.source import source_of

FILTERS = {"": "Theo văn bản", "cho-xem": "Chờ xem", "da-nhan": "Đã nhận"}


@require_safe
def plan(request: Request, pk: int) -> HttpResponse:
    """Show a plan as it was read, with one task or sentence under the lamp (`viec`, `cau`)."""
    found = get_object_or_404(visible_plans(request.user), pk=pk)
    template = "plans/plan.html#reading" if request.htmx else "plans/plan.html"
    return render(request, template, reading_page(found, request.user, request.GET))


def visible_plans(user: User) -> QuerySet[Plan]:
    """The plans that a person may see, with what their page shows."""
    beside = ("unit", "revision__edition__document", "adopted_by__unit")
    return Plan.objects.visible_to(user).select_related(*beside)


def reading_page(plan: Plan, user: User, asked: Mapping[str, str]) -> dict[str, object]:
    """Everything that the reading page shows; also what is swapped after a decision."""
    tasks = list(
        plan.tasks.select_related("unit", "group", "due_confirmed_by__unit").prefetch_related(
            "coordinators"
        )
    )
    items = list(plan.items.all())
    unresolved = [item for item in items if item.is_sentence and item.bucket == Bucket.UNRESOLVED]
    current = chosen(tasks, items, asked)
    marks = marks_of(current, plan) if isinstance(current, Task) else []
    show = asked.get("loc", "") if asked.get("loc", "") in FILTERS else ""
    cards = cards_of(plan, unresolved, tasks, current)
    return {
        "plan": plan,
        "current": current,
        "facts": {mark.fact: mark.number for mark in marks},
        "entries": source_of(plan, items, tasks, current, marks),
        "runs": runs_of(cards, show),
        "show": show,
        "view": "van-ban" if asked.get("xem") == "van-ban" else "viec",
        "group_sizes": group_sizes(plan, tasks),
        "candidates": candidates(plan, current),
        **tally(plan, tasks),
        **permissions(plan, user),
    }


def chosen(tasks: list[Task], items: list[Item], asked: Mapping[str, str]) -> Task | Item | None:
    """What is under the lamp: what was asked for, else the first task that waits, else a task."""
    by_task = {str(task.pk): task for task in tasks}
    by_item = {str(item.pk): item for item in items if item.is_sentence}
    waiting = (task for task in tasks if task.status == TaskStatus.PROPOSED)
    fallback = next(waiting, tasks[0] if tasks else None)
    return by_task.get(asked.get("viec", "")) or by_item.get(asked.get("cau", "")) or fallback


def tally(plan: Plan, tasks: list[Task]) -> dict[str, object]:
    """How far the review has come, in numbers for the bar on top."""
    progress = queries.progress_of(plan)
    counts = [(bucket.label, f"b-{bucket}", progress.buckets[bucket]) for bucket in Bucket]
    accepted = progress.decided[TaskStatus.ACCEPTED]
    return {
        "progress": progress,
        "buckets": [row for row in counts if row[2]],
        "unresolved": progress.buckets[Bucket.UNRESOLVED],
        "accepted": accepted,
        "waiting": progress.decided[TaskStatus.PROPOSED],
        "refused": progress.decided[TaskStatus.REFUSED],
        "total": len(tasks),
    }


def permissions(plan: Plan, user: User) -> dict[str, object]:
    """What this person may do here now, and what is still missing before the plan is adopted."""
    in_review = plan.status == PlanStatus.IN_REVIEW
    may_review = in_review and rules.may_review(user, plan)
    may_adopt = in_review and rules.may_adopt(user, plan)
    return {
        "may_review": may_review,
        "may_adopt": may_adopt,
        "issues": checks.before_adopting(plan) if may_adopt else [],
        "certain": queries.certain_tasks(plan).count() if may_review else 0,
        "unowned": queries.unowned_directions(plan).count(),
    }


def candidates(plan: Plan, current: Task | Item | None) -> list[Named]:
    """What the unit of the current duty may be, where its name was not recognised."""
    if not isinstance(current, Task) or current.has_owner or current.kind != TaskKind.DUTY:
        return []
    return Gazetteer(plan.unit, plan.first_day).candidates(current.unit_phrase)


def address_of(plan: Plan, **asked: object) -> str:
    """The address of the reading page with something under the lamp."""
    return f"{reverse('plan', args=[plan.pk])}?{urlencode({k: v for k, v in asked.items() if v})}"
