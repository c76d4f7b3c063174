"""A plan as it stood on a day: which version was in force, and what it asked for; for printing."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from haidang import clock
from haidang.plans import queries
from haidang.plans.models import Task
from haidang.plans.models.plan import STOOD
from haidang.text.compare import Passage, passages
from haidang.web.forms.amendment_answers import OnDayForm
from haidang.web.request import Request
from haidang.web.views.plans.review import visible_plans

BESIDE = ("plan", "from_occasion", "continues")


@require_safe
def plan_on_day(request: Request, pk: int) -> HttpResponse:
    """Show what a plan asked for on a day, by the version that was in force on it."""
    plan = get_object_or_404(visible_plans(request.user).filter(status__in=STOOD), pk=pk)
    asked = {"ngay_day": "", "ngay_month": "", "ngay_year": ""} | request.GET.dict()
    form = OnDayForm(asked if asked["ngay_day"] else None, initial={"ngay": clock.today()})
    day = (form.is_valid() and form.cleaned_data["ngay"]) or clock.today()
    version = queries.plan_on(plan, day)
    tasks = queries.tasks_on(version, day).with_owners().select_related(*BESIDE)
    ordered = sorted(tasks, key=lambda task: (task.label.split("."), task.start))
    context = {
        "plan": plan,
        "version": version,
        "day": day,
        "form": form,
        "last_day": queries.in_force_until(version),
        "rows": [(task, _words(task)) for task in ordered],
    }
    return render(request, "plans/plan_on_day.html", context)


def _words(task: Task) -> list[Passage]:
    """The words of a task, with those marked that the version before did not have."""
    if task.continues is None:
        return []
    found = passages(task.continues.text, task.text)
    return [one for one in found if one.mark != "removed"]
