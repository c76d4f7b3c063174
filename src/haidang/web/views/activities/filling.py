"""The form of the log for one unit: what stands in it, and what a command said of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from django import forms

from haidang import clock
from haidang.activities import commands
from haidang.activities.models import Activity, Kind
from haidang.activities.queries import last_activity, last_tasks, loggable_tasks, suggested_task
from haidang.errors import Incomplete
from haidang.orgs.models import Unit, User
from haidang.web.forms.activities import LogForm, filled, fresh
from haidang.web.request import Request


@dataclass(frozen=True, slots=True)
class Habits:
    """What a unit logged last, and its last task for each kind of activity."""

    last: Activity | None
    tasks: Mapping[str, int]


def habits_of(unit: Unit) -> Habits:
    """What a unit usually does, which is what its form suggests."""
    return Habits(last_activity(unit), last_tasks(unit))


def catalogue_of(unit: Unit) -> dict[str, Any]:
    """What the form offers: the kinds with their quantities, and the unit's tasks."""
    kinds = list(Kind.objects.prefetch_related("measures"))
    return {"kinds": kinds, "tasks": list(loggable_tasks(unit))}


def empty_form(request: Request, unit: Unit, habits: Habits) -> LogForm:
    """A form for a new activity: today, the kind and task of last time, or a copy of an entry."""
    offered = catalogue_of(unit)
    form = LogForm(**offered)
    if model := _model(request, unit):
        form.initial = {**filled(model), "id": uuid4(), "on": clock.today()}
        return form
    wanted = request.GET.get("loai") or (habits.last.kind_id if habits.last else "")
    kind = form.kinds.get(wanted) or next(iter(form.kinds.values()))
    task = request.GET.get("nhiem-vu") or habits.tasks.get(kind.code)
    form.initial = fresh(kind, form.tasks.get(str(task)), form.measures)
    return form


def with_other_kind(form: LogForm, unit: Unit) -> LogForm:
    """The same words under another kind: the way to change it where there is no script."""
    typed = form.as_typed()
    task = suggested_task(unit, form.chosen, str(typed["title"] or ""))
    if task:
        typed["task"] = task.pk
    return _shown(form, typed)


def as_new(form: LogForm) -> LogForm:
    """The same words as another activity, for the entry of this form is in the log already."""
    return _shown(form, {**form.as_typed(), "id": uuid4()})


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
    )


def tell(form: forms.Form, refusal: Incomplete) -> None:
    """Show each issue at the field it is about."""
    for issue in refusal.issues:
        form.add_error(issue.field if issue.field in form.fields else None, issue.message)


def _shown(form: LogForm, values: dict[str, Any]) -> LogForm:
    return LogForm(initial=values, kinds=form.kinds.values(), tasks=form.tasks.values())


def _model(request: Request, unit: Unit) -> Activity | None:
    wanted = forms.UUIDField(required=False)
    try:
        pk = wanted.clean(request.GET.get("lap-lai", ""))
    except forms.ValidationError:
        return None
    return Activity.objects.filter(pk=pk, unit=unit).first() if pk else None
