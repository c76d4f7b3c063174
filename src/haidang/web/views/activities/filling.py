"""The form of the log for one unit: what stands in it, and what a command said of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar, cast
from uuid import uuid4

from django import forms
from django.db.models import Q
from django.utils.functional import SimpleLazyObject

from haidang import clock
from haidang.activities import commands
from haidang.activities.entering import sound
from haidang.activities.models import Activity, Kind
from haidang.activities.queries import (
    Usual,
    by_use,
    last_activity,
    loggable_with_occasions,
    near_to,
    suggested_task,
    usual_partners,
    usual_tasks,
)
from haidang.errors import Incomplete
from haidang.orgs.models import Unit, User
from haidang.plans.models import Task
from haidang.plans.queries import standing_tasks
from haidang.web.forms.activities import QUANTITY, LogForm, filled, fresh
from haidang.web.request import Request

AnyForm = TypeVar("AnyForm", bound=LogForm)


@dataclass(frozen=True, slots=True)
class Habits:
    """What a unit logged last, and which task it would log for."""

    last: Activity | None
    usual: Usual


def habits_of(unit: Unit, tasks: Iterable[Task]) -> Habits:
    """What a unit usually does for the tasks it is offered, which is what its form suggests."""
    return Habits(last_activity(unit), usual_tasks(unit, tasks))


def catalogue_of(unit: Unit, entry: Activity | None = None) -> dict[str, Any]:
    """What the form offers: the kinds with their quantities, the unit's tasks, its neighbours.

    Whatever stands in an entry is offered for it also where it is offered to no other any more.
    """
    kept = Q(is_retired=False) | Q(pk=entry.kind_id if entry else "")
    kinds = by_use(unit, Kind.objects.filter(kept).prefetch_related("measures"))
    near = near_to(unit, clock.today())
    tasks = loggable_with_occasions(unit)
    now = _standing(tasks)
    occasions = {task.pk: row for task in tasks if (row := getattr(task, "from_occasion", None))}
    if entry and entry.task and entry.task not in tasks and entry.task.pk not in now:
        tasks.insert(0, entry.task)
    return {
        "kinds": kinds,
        "tasks": tasks,
        "now": now,
        "occasions": {pk: str(row) for pk, row in occasions.items()},
        "near": near,
        "usual": usual_partners(unit, near),
    }


def _standing(tasks: list[Task]) -> Mapping[int, int]:
    """Which task of these stands for one that was amended; asked only when somebody names one."""
    keys = [task.pk for task in tasks]
    return cast("Mapping[int, int]", SimpleLazyObject(lambda: standing_tasks(keys)))


def empty_form(request: Request, unit: Unit, offered: Mapping[str, Any], habits: Habits) -> LogForm:
    """A form for a new activity: today, the kind and task of last time, or a copy of an entry."""
    form = LogForm(**offered)
    if model := _model(request, unit):
        form.initial = {**filled(model), "id": uuid4(), "on": clock.today()}
        return form
    wanted = request.GET.get("loai") or (habits.last.kind_id if habits.last else "")
    kind = form.kinds.get(wanted) or next(iter(form.kinds.values()))
    task = request.GET.get("nhiem-vu") or habits.usual.task_for(kind.code, clock.today())
    form.initial = fresh(kind, form.tasks.get(str(task)), form.measures)
    return form


def with_other_kind(form: AnyForm, unit: Unit) -> AnyForm:
    """The same words under another kind: the way to change it where there is no script."""
    typed = form.as_typed()
    task = suggested_task(unit, form.chosen, str(typed["title"] or ""), form.day_typed)
    if task:
        typed["task"] = task.pk
    return form.again(typed)


def as_new(form: LogForm) -> LogForm:
    """The same words as another activity, for the entry of this form is in the log already."""
    return form.again({**form.as_typed(), "id": uuid4()})


def log_from(form: LogForm, unit: Unit, by: User) -> Activity:
    """Enter what stands in a valid form. Refuses as the command does."""
    facts = form.facts()
    return commands.log_activity(
        id=form.cleaned_data["id"],
        unit=unit,
        kind=facts.kind,
        title=facts.title,
        on=facts.on,
        by=by,
        quantities=facts.quantities,
        language=facts.language,
        task=facts.task,
        link=facts.link,
        together=facts.together,
    )


def tell(form: forms.Form, refusal: Incomplete) -> None:
    """Show each issue at the field it is about."""
    for issue in refusal.issues:
        form.add_error(issue.field if issue.field in form.fields else None, issue.message)


def tell_the_rest(form: LogForm, unit: Unit, entry: Activity | None = None) -> None:
    """Say beside the faults of a form also those a command would find: all are mended at once."""
    try:
        sound(unit, form.read_on(), standing=entry.task if entry else None)
    except Incomplete as refusal:
        is_kind_open = "kind" in form.errors  # what it would ask for is not known yet
        left = [
            issue
            for issue in refusal.issues
            if issue.field not in form.errors
            and not (is_kind_open and issue.field.startswith(QUANTITY))
        ]
        if left:
            tell(form, Incomplete(left))


def _model(request: Request, unit: Unit) -> Activity | None:
    wanted = forms.UUIDField(required=False)
    try:
        pk = wanted.clean(request.GET.get("lap-lai", ""))
    except forms.ValidationError:
        return None
    return Activity.objects.standing().filter(pk=pk, unit=unit).first() if pk else None
