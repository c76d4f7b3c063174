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
from haidang.plans.enums import Bucket, PlanStatus, TaskStatus
from haidang.plans.models import Plan, Task
from haidang.web import wording
from haidang.web.request import Request
from haidang.web.views.plans.card_runs import runs_of
from haidang.web.views.plans.cards import cards_of, group_sizes
from haidang.web.views.plans.facts import beside
from haidang.web.views.plans.lamp import lamp_of, manner_of, way_from
from haidang.web.views.plans.marks import marks_of
from haidang.web.views.plans.pages import page_under
from haidang.web.views.plans.source import MANY, source_of


@require_safe
def plan(request: Request, pk: int) -> HttpResponse:
    """Show a plan as it was read, with one task or sentence under the lamp (`viec`, `cau`)."""
    found = get_object_or_404(visible_plans(request.user), pk=pk)
    template = "plans/plan.html#reading" if request.htmx else "plans/plan.html"
    return render(request, template, reading_page(found, request.user, request.GET))


def visible_plans(user: User) -> QuerySet[Plan]:
    """The plans that a person may see, with what their page shows."""
    beside = ("unit", "revision__edition__document", "revision__file", "adopted_by__unit")
    return Plan.objects.visible_to(user).select_related(*beside)


def reading_page(plan: Plan, user: User, asked: Mapping[str, str]) -> dict[str, object]:
    """Everything that the reading page shows; also what is swapped after a decision."""
    tasks = list(plan.tasks.with_owners().select_related("due_confirmed_by__unit"))
    for task in tasks:
        task.plan = plan
    items = list(plan.items.all())
    sentences = [item for item in items if item.is_sentence]
    lamp = lamp_of(tasks, sentences, asked)
    pages = queries.page_count(plan)
    manner = manner_of(asked, pages)
    marks = marks_of(lamp.task, plan) if lamp.task else []
    return {
        "plan": plan,
        "lamp": lamp,
        "current": lamp.thing,
        "way": way_from(lamp, tasks, sentences),
        "manner": manner,
        "keep": manner.keep,
        "facts": {mark.fact: mark.number for mark in marks},
        "page": page_under(plan, lamp, sentences, pages, asked.get("trang", ""))
        if manner.on_pages
        else None,
        "pages": pages,
        "entries": []
        if manner.on_pages
        else source_of(plan, items, tasks, lamp, marks, whole=manner.whole),
        "is_cut": len(sentences) > MANY and not manner.whole,
        "runs": runs_of(cards_of(plan, sentences, tasks, lamp), manner.show),
        "group_sizes": group_sizes(plan, tasks),
        **beside(plan, user, lamp.task, lamp.item),
        **tally(plan, tasks),
        **permissions(plan, user, tasks),
    }


def tally(plan: Plan, tasks: list[Task]) -> dict[str, object]:
    """How far the review has come, in numbers for the bar on top."""
    progress = queries.progress_of(plan)
    counts = [(bucket.label, f"b-{bucket}", progress.buckets[bucket]) for bucket in Bucket]
    waiting = progress.decided[TaskStatus.PROPOSED]
    return {
        "progress": progress,
        "buckets": [row for row in counts if row[2]],
        "unresolved": progress.buckets[Bucket.UNRESOLVED],
        "accepted": progress.decided[TaskStatus.ACCEPTED],
        "waiting": waiting,
        "refused": progress.decided[TaskStatus.REFUSED],
        "total": len(tasks),
        "looked_at": len(tasks) - waiting,
    }


def permissions(plan: Plan, user: User, tasks: list[Task]) -> dict[str, object]:
    """What this person may do here now, and what is still missing before the plan is adopted."""
    in_review = plan.status == PlanStatus.IN_REVIEW
    may_review = in_review and rules.may_review(user, plan)
    may_adopt = in_review and rules.may_adopt(user, plan)
    certain = set(queries.certain_tasks(plan).values_list("pk", flat=True)) if may_review else set()
    return {
        "may_review": may_review,
        "may_adopt": may_adopt,
        "issues": checks.before_adopting(plan) if may_adopt else [],
        "certain": [task for task in tasks if task.pk in certain],
        "unowned": queries.unowned_directions(plan).count(),
        "newer": queries.replaced_by(plan),
        "last_day_words": _last_day_words(plan),
        "may_see_coverage": rules.may_see_coverage(user, plan),
        "may_detail_plan": rules.may_detail_plan(user, plan),
    }


def _last_day_words(plan: Plan) -> str:
    day = queries.in_force_until(plan) if plan.status == PlanStatus.REPLACED else None
    return f"; có hiệu lực đến hết ngày {wording.day(day)}." if day else "."


def address_of(plan: Plan, **asked: object) -> str:
    """The address of the reading page with something under the lamp."""
    return f"{reverse('plan', args=[plan.pk])}?{urlencode({k: v for k, v in asked.items() if v})}"
