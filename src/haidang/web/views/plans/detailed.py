"""The detailed plan of a unit, item by item: what is answered, what comes next, what it adds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from haidang.documents.enums import EditionStatus
from haidang.orgs.models import Unit, User
from haidang.plans import commands, queries, rules
from haidang.plans.cascade import asked_units, base_of, certain_items, items_for, to_take_over
from haidang.plans.detailed_document import signer_post_of
from haidang.plans.enums import DetailedStatus, How, Part, TaskKind
from haidang.plans.models import Answer, Assignment, Detailed, Plan, Task
from haidang.web.forms.cascade import OwnItemForm, SignerForm
from haidang.web.forms.cascade_answers import AnswerForm, owner_of
from haidang.web.request import Request, number_asked
from haidang.web.views.plans.review import visible_plans

SIGNS = {
    How.TAKEN_UP: ("done", "Nhận", ""),
    How.ADAPTED: ("run", "Điều chỉnh", "pencil"),
    How.WAIVED: ("none", "Không triển khai", "minus"),
}
UNANSWERED = ("soon", "Chưa trả lời", "circle-question-mark")


@dataclass(slots=True)
class Step:
    """One item of the plan above as the unit's page shows it."""

    task: Task
    answer: Answer | None
    part: str
    is_current: bool = False

    @property
    def tag(self) -> tuple[str, str, str]:
        """The kind, word and sign of its state."""
        return SIGNS[How(self.answer.how)] if self.answer else UNANSWERED


@require_safe
def detailed_plan(request: Request, pk: int) -> HttpResponse:
    """Show what a unit has answered and what is next (`muc`, `cach`)."""
    plan, unit = own_side(request.user, pk)
    if (base := base_of(plan)) != plan:
        return redirect("detailed-plan", base.pk)
    if unit is None:
        if rules.may_see_coverage(request.user, plan):
            return redirect("coverage", pk)
        raise Http404
    detailed = queries.detailed_of(unit, plan)
    if detailed is None:
        if newer := queries.replaced_by(plan):
            return redirect("detailed-plan", newer.pk)
        return render(request, "plans/detailed_start.html", start_page(plan, unit))
    return render(request, "plans/detailed.html", detailed_page(detailed, request.GET))


@require_POST
def start_detailed_plan(request: Request, pk: int) -> HttpResponse:
    """Begin the detailed plan of the person's unit."""
    plan, unit = own_side(request.user, pk)
    if unit is None:
        raise Http404
    commands.start_detailed_plan(unit=unit, plan=plan, by=request.user)
    return redirect("detailed-plan", pk)


def own_side(user: User, pk: int) -> tuple[Plan, Unit | None]:
    """The plan above, and the unit that this person answers it for, if there is one."""
    plan = get_object_or_404(visible_plans(user), pk=pk)
    sides = dict.fromkeys([user.unit, user.seat]) if user.unit_id else {}
    mine = [unit for unit in sides if unit and unit != plan.unit and rules.may_detail(user, unit)]
    begun = Detailed.objects.filter(plan=plan, unit__in=mine).values("unit")
    asked = asked_units(plan).filter(pk__in=[unit.pk for unit in mine])
    known = set(asked.values_list("pk", flat=True)) | {row["unit"] for row in begun}
    found = (unit for unit in mine if unit.pk in known or to_take_over(unit, plan))
    return plan, next(found, None)


def start_page(plan: Plan, unit: Unit) -> dict[str, Any]:
    """What is said before a unit begins: how much it is given, and whom it goes on for."""
    before = to_take_over(unit, plan)
    items = items_for(unit, plan).count()
    return {"plan": plan, "unit": unit, "items": items, "before": before}


def detailed_page(
    detailed: Detailed, asked: Mapping[str, str], form: AnswerForm | None = None
) -> dict[str, Any]:
    """Everything that the page shows; `form` is one that was not accepted."""
    steps = steps_of(detailed)
    current = current_of(steps, asked)
    answered = [step.answer for step in steps if step.answer]
    newer = queries.replaced_by(detailed.plan)
    is_open = detailed.status == DetailedStatus.DRAFTING and not is_issued(detailed) and not newer
    how = how_asked(asked, current)
    before = detailed.took_over.select_related("unit", "edition", "plan__revision__edition")
    if form is None and current and not newer and (is_open or current.answer is None):
        owner = owner_of(answered)
        form = AnswerForm(None, how=how, task=current.task, answer=current.answer, owner=owner)
    return {
        "plan": detailed.plan,
        "detailed": detailed,
        "unit": detailed.unit,
        "steps": steps,
        "current": current,
        "answered": len(answered),
        "total": len(steps),
        "how": how,
        "hows": [(one.value, one.label.capitalize()) for one in How],
        "form": form if current else None,
        "is_open": is_open,
        "is_issued": is_issued(detailed),
        "certain": certain_items(detailed) if is_open else [],
        "own": list(detailed.own_items.all()),
        "own_form": OwnItemForm(None),
        "undo": undo_of(asked.get("vua-nhan", "")),
        "signer": SignerForm(None, initial=signer_of(detailed)),
        "amended": list(queries.amended_since([step.task for step in steps]).values()),
        "took_over": [one for one in before if one.unit_id != detailed.unit_id],
        "carried": [one for one in before if one.unit_id == detailed.unit_id],
        "newer": newer,
        "replaced_words": f"{detailed.plan} đã được thay thế bởi {newer}; không trả lời ở đây nữa.",
    }


def steps_of(detailed: Detailed) -> list[Step]:
    """The items of a unit in the order of the text, each with its answer."""
    own = Assignment.objects.filter(unit=detailed.unit)
    given = Prefetch("assignments", own, to_attr="given")
    tasks = items_for(detailed.unit, detailed.plan).prefetch_related(given)
    said = {row.task_id: row for row in detailed.answers.select_related("by__unit")}
    return [Step(task, said.get(task.pk), _part(task)) for task in tasks]


def current_of(steps: Sequence[Step], asked: Mapping[str, str]) -> Step | None:
    """The item that the address asks for, else the first without an answer."""
    wanted = number_asked(asked.get("muc", ""))
    chosen = next((step for step in steps if step.task.pk == wanted), None)
    current = chosen or next((step for step in steps if step.answer is None), None)
    if current:
        current.is_current = True
    return current


def how_asked(asked: Mapping[str, str], current: Step | None) -> How:
    """Which answer the form is for: as chosen, as given before, else taking up."""
    if asked.get("cach") in How.values:
        return How(asked["cach"])
    return How(current.answer.how) if current and current.answer else How.TAKEN_UP


def is_issued(detailed: Detailed) -> bool:
    """Whether the document went out."""
    return detailed.edition is not None and detailed.edition.status == EditionStatus.ISSUED


def undo_of(text: str) -> list[tuple[int, int]]:
    """What was just taken up together, as item and version, for taking it back."""
    pairs = (pair.partition("-") for pair in text.split("."))
    found = ((number_asked(task), number_asked(version)) for task, _, version in pairs)
    return [(task, version) for task, version in found if task and version]


def signer_of(detailed: Detailed) -> dict[str, str]:
    """Who signs, as it stands or as is usual."""
    return {"signer_post": signer_post_of(detailed), "signer_name": detailed.signer_name}


def page_of(plan: Plan, **asked: object) -> str:
    """The address of the page with an item under the lamp."""
    query = "&".join(f"{name}={value}" for name, value in asked.items() if value)
    return f"{reverse('detailed-plan', args=[plan.pk])}{'?' if query else ''}{query}"


def _part(task: Task) -> str:
    given: Sequence[Assignment] = getattr(task, "given", ())
    if given:
        return Part(given[0].part).label
    return "phương hướng chung" if task.kind == TaskKind.DIRECTION else ""
