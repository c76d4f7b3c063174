"""What a task leads to and comes from, beside its units: measures, reports, answers, amendments."""

from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from haidang.activities.models import Expectation
from haidang.activities.queries.goals import Reached, reached_by_indicator
from haidang.orgs.models import Unit, User
from haidang.plans import queries
from haidang.plans.enums import How
from haidang.plans.models import AmendedItem, Answer, Task
from haidang.reporting.enums import ReportStatus
from haidang.reporting.models import Report, Round
from haidang.web import plan_words
from haidang.web.views.plans.amendment import Shown, shown


@dataclass(frozen=True, slots=True)
class Measured:
    """An indicator of a task: what its units were to reach this year, and what they logged."""

    name: str
    unit_name: str
    reached: Reached


@dataclass(frozen=True, slots=True)
class Asked:
    """A round of reports that the task asks for, and how many came."""

    round: Round
    sent: int
    accepted: int
    every: int


def traces_of(task: Task, units: QuerySet[Unit], user: User) -> dict[str, object]:
    """Everything of the page that is not about one unit; a constant number of queries."""
    versions = queries.versions_of(task)
    expectation = (
        Expectation.objects.filter(task__in=versions)
        .prefetch_related("indicators", "kinds")
        .order_by("-task")
        .first()
    )
    return {
        "expectation": expectation,
        "measures": _measures(expectation, units, task.plan.year) if expectation else [],
        "targets": [(row.text, plan_words.amount(row)) for row in task.targets.all()],
        "asked": _asked(versions, user),
        "answers": _answers(task, units),
        "amended": _amended(task),
    }


def _measures(expectation: Expectation, units: QuerySet[Unit], year: int) -> list[Measured]:
    indicators = list(expectation.indicators.all())
    reached = reached_by_indicator(units=units, indicators=indicators, year=year)
    return [Measured(str(row), row.unit_name, reached[row.pk]) for row in indicators]


def _asked(versions: list[int], user: User) -> list[Asked]:
    seen = Report.objects.visible_to(user).filter(round__task__in=versions).order_by()
    sent = Q(status__in=[ReportStatus.SUBMITTED, ReportStatus.IN_REVIEW, ReportStatus.ACCEPTED])
    accepted = Q(status=ReportStatus.ACCEPTED)
    counted = seen.values("round").annotate(
        sent=Count("pk", filter=sent), accepted=Count("pk", filter=accepted), every=Count("pk")
    )
    counts = {
        pk: numbers for pk, *numbers in counted.values_list("round", "sent", "accepted", "every")
    }
    rounds = Round.objects.filter(pk__in=counts).select_related("regime", "period")
    return [Asked(round, *counts[round.pk]) for round in rounds]


def _answers(task: Task, units: QuerySet[Unit]) -> list[tuple[str, int]]:
    """How the units took the item up in their detailed plans (promise N4)."""
    given = Answer.objects.filter(task=task, detailed__unit__in=units.order_by().values("pk"))
    counts = dict(given.order_by().values_list("how").annotate(Count("pk")))
    return [(how.label, counts[how.value]) for how in How if how.value in counts]


def _amended(task: Task) -> list[tuple[AmendedItem, Shown]]:
    """What amendments made of it, and of what it goes on from."""
    items = AmendedItem.objects.filter(
        Q(before=task) | Q(after=task), amendment__since__isnull=False
    ).select_related("before", "after", "amendment__plan__revision__edition")
    return [(item, shown(item)) for item in items.order_by("amendment__since")]
