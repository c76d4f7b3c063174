"""The log as a list by months, with filters and sums."""

from collections.abc import Iterable
from itertools import groupby

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.functional import cached_property

from haidang.activities import rules
from haidang.activities.models import Activity
from haidang.activities.queries import journal, totals_of
from haidang.orgs.models import Unit, User
from haidang.plans.enums import PlanStatus, TaskStatus
from haidang.plans.models import Plan, Task
from haidang.web.forms.activities import JournalFilter
from haidang.web.request import Request, number_asked

PER_PAGE = 50
MOST = 5_000  # entries that are counted, paged and summed; of more a filter is asked for
MOST_UNITS = 200  # in the filter
MOST_TASKS = 150  # in the filter


class BoundedPaginator(Paginator[Activity]):
    """Pages of a list that may have a million rows: nobody counts or leafs through them all."""

    object_list: QuerySet[Activity]

    @cached_property
    def count(self) -> int:
        """How many entries there are, or one more than are counted."""
        return self.object_list.order_by().values("pk")[: MOST + 1].count()

    @cached_property
    def num_pages(self) -> int:
        """The pages that can be leafed through."""
        return max(1, -(-min(self.count, MOST) // self.per_page))


def activities(request: Request) -> HttpResponse:
    wanted = _filter(request)
    entries = _chosen(request.user, wanted)
    page = BoundedPaginator(entries, PER_PAGE).get_page(request.GET.get("trang"))
    counted = page.paginator.count
    context = {
        "filter": wanted,
        "is_filtered": any(wanted.cleaned_data.values()),
        "page": page,
        "months": _by_month(page),
        "more": counted > MOST,
        "totals": totals_of(entries) if counted <= MOST else [],
        "query": _query_without_page(request),
        "several_units": "unit" in wanted.fields,
        "may_log": may_log_something(request.user),
        "simulated": _simulated(page),
    }
    return render(request, "activities/journal.html", context)


def may_log_something(user: User) -> bool:
    """Whether a button to the form leads anywhere for this person."""
    return user.unit is not None and rules.may_log(user, user.unit)


def _chosen(user: User, wanted: JournalFilter) -> QuerySet[Activity]:
    given, (since, until) = wanted.cleaned_data, wanted.days
    return journal(
        user,
        unit=given.get("unit"),
        kind=given.get("kind"),
        task=given.get("task"),
        has_photo=given.get("photo") or False,
        is_withdrawn=given.get("withdrawn") or False,
        since=since,
        until=until,
    )


def _simulated(entries: Iterable[Activity]) -> str:
    """Whether what is simulated is the rule of a page or its exception, which its row says."""
    marks = [entry.is_simulated for entry in entries]
    if not any(marks):
        return ""
    return "all" if all(marks) else "most" if sum(marks) * 2 > len(marks) else "some"


def _by_month(entries: Iterable[Activity]) -> list[tuple[str, list[Activity]]]:
    months = groupby(entries, lambda entry: (entry.on.year, entry.on.month))
    return [(f"Tháng {month}/{year}", list(rows)) for (year, month), rows in months]


def _filter(request: Request) -> JournalFilter:
    wanted = JournalFilter(request.GET or {})
    user = request.user
    units = list(Unit.objects.visible_to(user)[: MOST_UNITS + 1])
    offered = Unit.objects.filter(pk__in=[unit.pk for unit in units[:MOST_UNITS]])
    wanted.fields["unit"].queryset = offered  # type: ignore[attr-defined]
    wanted.fields["task"].queryset = _tasks(user, request)  # type: ignore[attr-defined]
    if len(units) < 2:
        del wanted.fields["unit"]
    wanted.is_valid()
    return wanted


def _tasks(user: User, request: Request) -> QuerySet[Task]:
    """The newest tasks in force, and the one that the address names; of more nobody chooses."""
    plans = Plan.objects.visible_to(user).filter(status=PlanStatus.ADOPTED)
    tasks = Task.objects.filter(plan__in=plans.values("pk"))
    named = tasks.filter(pk=number_asked(request.GET.get("task", "")) or 0)
    newest = tasks.filter(status=TaskStatus.ACCEPTED).order_by("-plan__year", "-plan", "start")
    keys = [*newest.values_list("pk", flat=True)[:MOST_TASKS], *named.values_list("pk", flat=True)]
    return Task.objects.filter(pk__in=keys).order_by("-plan__year", "plan", "start")


def _query_without_page(request: Request) -> str:
    kept = request.GET.copy()
    kept.pop("trang", None)
    return kept.urlencode()
