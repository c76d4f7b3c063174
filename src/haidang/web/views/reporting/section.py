"""What the page of one section needs beside its fields: its entries in the log, its neighbours."""

import datetime as dt
from collections import Counter
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from haidang.activities.models import Evidence
from haidang.activities.queries import Contribution, entries_behind
from haidang.errors import Issue
from haidang.reporting.entered import Entered
from haidang.reporting.models import Figure, Report
from haidang.reporting.queries.doubts import Doubt, doubts_among
from haidang.reporting.queries.filling import Step, logged_now, typed_among
from haidang.reporting.queries.last_year import year_before
from haidang.web import wording
from haidang.web.forms.reporting import REASONS, figure_fields
from haidang.web.request import Request
from haidang.web.views.reporting import states
from haidang.web.views.reporting.prose import prose_page

SHOWN = 5


def next_of(found: Report, steps: list[Step], step: Step) -> HttpResponse:
    """Where saving leads: to the next section that is open, at the end to the check."""
    later = steps[steps.index(step) + 1 :]
    following = next((one for one in later if one.is_open), None)
    if following is None:
        return redirect("submit-report", found.pk)
    return redirect("report-section", found.pk, following.section.ordinal)


def section_page(
    request: Request,
    found: Report,
    steps: list[Step],
    step: Step,
    typed: dict[str, Entered],
    issues: tuple[Issue, ...],
) -> dict[str, Any]:
    place = steps.index(step)
    page: dict[str, Any] = {
        "report": found,
        "step": step,
        "steps": [(one, states.shown_step(one, is_returned=found.is_returned)) for one in steps],
        "before": steps[place - 1] if place else None,
        "after": steps[place + 1] if place + 1 < len(steps) else None,
        "issues": issues,
        "reasons": REASONS,
        "saved_at": saved_at(step),
    }
    if not step.rows:
        return page | prose_page(request, found, step, issues)
    return page | figures_page(request, found, step, typed, issues)


def figures_page(
    request: Request,
    found: Report,
    step: Step,
    typed: dict[str, Entered],
    issues: tuple[Issue, ...],
) -> dict[str, Any]:
    last, may_be_wrong = year_before(found), bool(step.rows) and found.counted_to is not None
    doubts = doubts_among(found, step.rows, last.values) if may_be_wrong else []
    now = logged_now(found) if step.is_open else {}
    chosen = chosen_row(step, request.GET.get("xem", ""))
    return {
        "fields": figure_fields(
            *(step.rows, last.values, typed, issues),
            doubts=doubts,
            typed_only=typed_among(found),
        ),
        "year_before": found.round.period.year - 1,
        "units_before": last.units,
        "moved": [
            (row, now[row.indicator_id])
            for row in step.rows
            if now.get(row.indicator_id, row.logged) != row.logged
        ],
        "entries": entries_page(found, chosen) if chosen.logged else None,
        "chosen": chosen,
    }


def doubts_in(found: Report, step: Step) -> list[Doubt]:
    """What looks wrong with the numbers of a section, as they are saved now."""
    rows = list(
        Figure.objects.filter(pk__in=[row.pk for row in step.rows]).select_related("indicator")
    )
    if not rows:
        return []
    doubts = doubts_among(found, rows, year_before(found).values)
    return [one for one in doubts if one.name != "no_photo"]


def chosen_row(step: Step, code: str) -> Figure:
    # Attendances say most about a section; else its first figure that the log knows.
    named = next((row for row in step.rows if row.indicator.code == code), None)
    people = next((row for row in step.rows if row.indicator.unit_name == "lượt người"), None)
    return named or people or step.rows[0]


def entries_page(found: Report, row: Figure) -> dict[str, Any]:
    assert found.counted_to is not None
    entries = entries_behind(
        unit=found.unit,
        indicator=row.indicator,
        data_from=found.round.data_from,
        data_to=found.counted_to,
    )
    first = sorted(entries, key=lambda one: one.amount, reverse=True)[:SHOWN]
    first.sort(key=lambda one: one.activity.on)
    photos = Counter(
        Evidence.objects.filter(activity__in=[one.activity for one in first]).values_list(
            "activity", flat=True
        )
    )
    rest = sum((one.amount for one in entries), Decimal(0)) - sum(
        (one.amount for one in first), Decimal(0)
    )
    return {
        "count": len(entries),
        "first": [(one, photos[one.activity.pk]) for one in first],
        "more": len(entries) - len(first),
        "rest": rest,
        "url": journal_of(found, {one.activity.kind_id for one in entries}),
        "months": months_of(entries, found.round.data_from, found.counted_to),
        "finding": finding_of(entries, row),
    }


def journal_of(found: Report, kinds: set[str]) -> str:
    """The log of the days that the report counts, of one kind where its entries are all of it."""
    asked = {"since": str(found.round.data_from), "until": str(found.counted_to)}
    if len(kinds) == 1:
        asked["kind"] = kinds.pop()
    return f"{reverse('activities')}?{urlencode(asked)}"


def months_of(
    entries: list[Contribution], data_from: dt.date, data_to: dt.date
) -> list[tuple[str, float]]:
    """What each month of the window adds, for a chart."""
    sums: Counter[tuple[int, int]] = Counter()
    for one in entries:
        sums[one.activity.on.year, one.activity.on.month] += int(one.amount * 100)
    first, last = data_from.year * 12 + data_from.month - 1, data_to.year * 12 + data_to.month - 1
    months = [divmod(at, 12) for at in range(first, last + 1)]
    return [(str(month + 1), sums[year, month + 1] / 100) for year, month in months]


def finding_of(entries: list[Contribution], row: Figure) -> str:
    """One sentence that says what the chart shows."""
    sums: Counter[tuple[int, int]] = Counter()
    for one in entries:
        sums[one.activity.on.year, one.activity.on.month] += int(one.amount * 100)
    (year, month), most = max(sums.items(), key=lambda pair: pair[1])
    share = wording.number(int(most / sums.total() * 100))
    return f"Nhiều nhất là tháng {month}/{year}, {share}% của {row.indicator.name.lower()} cả kỳ."


def saved_at(step: Step) -> dt.datetime | None:
    """When a person last saved something in this section."""
    times = [row.saved_at for row in step.rows if row.saved_at]
    if step.prose and not step.prose.is_suggested:
        times.append(step.prose.saved_at)
    return timezone.localtime(max(times)) if times else None
