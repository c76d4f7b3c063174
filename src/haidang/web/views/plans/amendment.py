"""The amendment of a plan: what changed item by item, who answered, and a unit's own answers."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from haidang import clock
from haidang.errors import Incomplete, Issue
from haidang.orgs.models import Unit, User
from haidang.plans import queries, rules
from haidang.plans.amendment_checks import waiting_in
from haidang.plans.commands import answer_amendment as answer
from haidang.plans.enums import Amended, How, PlanStatus
from haidang.plans.matching import SURE
from haidang.plans.models import AmendedItem, Amendment, Asked, Plan, Task
from haidang.plans.overtaking import Overtaken
from haidang.text.compare import Passage, passages
from haidang.web.forms.amendment import AmendmentFileForm, AmendmentPlanForm
from haidang.web.forms.amendment_answers import AnswerByForm, ChangeAnswerForm
from haidang.web.forms.plans import show_refusal
from haidang.web.posting import posts_from
from haidang.web.request import Request, number_asked
from haidang.web.views.plans.review import address_of, visible_plans

UNITS = 50
ORDER = (Amended.CHANGED, Amended.ADDED, Amended.REMOVED, Amended.SAME)


@dataclass(frozen=True, slots=True)
class Shown:
    """One item of the comparison as the page shows it: its words side by side."""

    item: AmendedItem
    words: tuple[Passage, ...]

    @property
    def is_sure(self) -> bool:
        """Whether nobody has to look at the match."""
        return self.item.by_hand or not self.item.before or self.item.likeness >= SURE

    @property
    def facts(self) -> list[list[str]]:
        """What differs besides the words."""
        return [fact for fact in self.item.facts if fact[1] or fact[2]]


@require_safe
def amendment(request: Request, pk: int) -> HttpResponse:
    """Show an amendment; of a plan that amends none, what amended it, and the form for more."""
    plan = get_object_or_404(visible_plans(request.user), pk=pk)
    found = amendment_of(plan)
    if found is None:
        return render(request, "plans/amendments.html", overview(plan, request.user))
    context = amendment_page(found, request.user, request.GET.get("trang"))
    unit = asked_unit(request, found)
    context |= {"unit": unit, "answers": own_answers(found, unit, request.user) if unit else []}
    return render(request, "plans/amendment.html", context)


@posts_from("../../")
def answer_amendment(request: Request, pk: int, asked: int) -> HttpResponse:
    """Keep what a unit answers on one changed item; what is wrong keeps the words."""
    plan = get_object_or_404(visible_plans(request.user), pk=pk)
    # What a unit answered is for itself and for those above it.
    seen = Asked.objects.filter(unit__in=Unit.objects.visible_to(request.user))
    row = get_object_or_404(seen.filter(item__amendment=plan.pk), pk=asked)
    form = ChangeAnswerForm.of(row, request.POST)
    if form.is_valid():
        said = form.cleaned_data
        try:
            answer(
                asked=row, how=How(said["how"]), words=said["words"], by=request.user,
                seen=said["seen"],
            )  # fmt: skip
            messages.success(request, f"Đã trả lời mục {row.item.task.label}.")
            return redirect(f"{reverse('amendment', args=[pk])}?don-vi={row.unit_id}")
        except Overtaken as error:
            form = form.seen_now(error)
        except Incomplete as error:
            show_refusal(form, error)
    page = amendment_page(plan.amendment, request.user)
    answers = own_answers(plan.amendment, row.unit, request.user, form)
    context = page | {"unit": row.unit, "answers": answers}
    return render(request, "plans/amendment.html", context, status=form.status)


def amendment_of(plan: Plan) -> Amendment | None:
    """The comparison that a plan is, if it amends another."""
    found = Amendment.objects.filter(plan=plan).select_related("plan__amends__revision__edition")
    row = found.first()
    if row is not None:
        row.plan = plan
    return row


def amendment_page(amendment: Amendment, user: User, page: str | None = None) -> dict[str, Any]:
    """What the page shows: the items by what became of them, and how far the answers are."""
    plan = amendment.plan
    items = queries.comparison_of(amendment)
    in_review = plan.status == PlanStatus.IN_REVIEW
    sees_all = user.sees_everything() or plan.unit.is_under(user.seat)
    counts = queries.answer_counts(amendment)
    units = Paginator(queries.answers_by_unit(amendment), UNITS)
    return {
        "plan": plan,
        "old": plan.amends,
        "amendment": amendment,
        "groups": [(kind, _shown(items, kind)) for kind in ORDER],
        "sentences": queries.sentences_changed(amendment) if sees_all else [],
        "may_review": in_review and rules.may_review(user, plan),
        "may_adopt": in_review and rules.may_adopt(user, plan),
        "waiting": waiting_links(plan, waiting_in(amendment, items)) if in_review else [],
        "past": _past(items) if in_review else [],
        "form": AnswerByForm(),
        "sees_all": sees_all and not in_review,
        "asked": sum(counts.values()),
        "silent": counts.get("", 0),
        "answered": sum(counts.values()) - counts.get("", 0),
        "counts": [(how.label, counts.get(how.value, 0)) for how in How],
        "units": units.get_page(page),
        "last_day": queries.in_force_until(plan),
    }


def waiting_links(plan: Plan, issues: Sequence[Issue]) -> list[tuple[str, str]]:
    """What keeps an amendment back, in words, each with the page where it is decided."""
    first = ((one, number_asked(one.field or "")) for one in issues)
    return [(one.message, address_of(plan, viec=task)) for one, task in first]


def _past(items: Sequence[AmendedItem]) -> list[Task]:
    """The changed and added tasks whose day has passed already: late as soon as it is in force."""
    changed = (item.after for item in items if item.kind in {Amended.CHANGED, Amended.ADDED})
    return [task for task in changed if task and task.due_on and task.due_on < clock.today()]


def overview(plan: Plan, user: User, **forms: Any) -> dict[str, Any]:
    """The page of a plan that amends none: its amendments, and the form for another."""
    may_amend = plan.status == PlanStatus.ADOPTED and rules.may_read_in(user, plan.unit)
    waiting = Plan.objects.filter(unit=plan.unit_id, status=PlanStatus.IN_REVIEW, amends=None)
    waiting = waiting.select_related("revision__edition__document")
    return {
        "plan": plan,
        "amendments": plan.amendments.exclude(status=PlanStatus.WITHDRAWN).select_related(
            "amendment", "revision__edition__document", "unit"
        ),
        "may_amend": may_amend,
        "last_day": queries.in_force_until(plan),
        "form": AmendmentFileForm() if may_amend else None,
        "plan_form": AmendmentPlanForm(plans=waiting) if may_amend and waiting else None,
        **forms,
    }


def asked_unit(request: Request, amendment: Amendment) -> Unit | None:
    """The unit whose answers are shown: the one asked for, else the person's own."""
    wanted = number_asked(request.GET.get("don-vi", "")) or request.user.unit_id or 0
    seen = Unit.objects.filter(pk=wanted, asked_amendments__item__amendment=amendment).distinct()
    unit = seen.first()
    is_seen = unit is not None and (
        request.user.sees_everything() or unit.is_under(request.user.seat)
    )
    return unit if is_seen else None


def own_answers(
    amendment: Amendment, unit: Unit, user: User, typed: ChangeAnswerForm | None = None
) -> Sequence[tuple[Asked, Shown, ChangeAnswerForm | None, Sequence[Asked]]]:
    """What a unit is asked, with the words that changed and the form for those who may answer.

    Last comes what the units that it goes on for were asked of the same item.
    """
    may_answer = amendment.plan.status == PlanStatus.ADOPTED and rules.may_detail(user, unit)
    found = []
    before = queries.asked_before(amendment, unit)
    for row in queries.asked_of(amendment, unit):
        form = ChangeAnswerForm.of(row) if may_answer else None
        if typed is not None and typed.prefix == f"a{row.pk}":
            form = typed
        found.append((row, shown(row.item), form, before.get(row.item_id, ())))
    return found


def shown(item: AmendedItem) -> Shown:
    """An item with the words that went and came."""
    before = item.before.text if item.before else ""
    return Shown(item, passages(before, item.after.text if item.after else ""))


def _shown(items: list[AmendedItem], kind: Amended) -> list[Shown]:
    return [shown(item) for item in items if item.kind == kind]
