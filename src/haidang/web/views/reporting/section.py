"""What the page of one section needs beside its fields: its entries in the log, its neighbours."""

import datetime as dt
from decimal import Decimal
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from haidang.errors import Issue
from haidang.orgs.models import Period
from haidang.reporting.entered import Entered
from haidang.reporting.models import Figure, Report
from haidang.reporting.queries.doubts import Doubt, doubts_among
from haidang.reporting.queries.filling import Step, moved_since, typed_among
from haidang.reporting.queries.last_year import year_before
from haidang.reporting.queries.sources import behind_of
from haidang.reporting.unfilled import unfilled_in
from haidang.reporting.window import a_year_before
from haidang.web.forms.reporting import REASONS, figure_fields
from haidang.web.request import Request
from haidang.web.views.reporting import states
from haidang.web.views.reporting.entries import entries_page
from haidang.web.views.reporting.prose import prose_page


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
        "is_filled": is_filled(steps),
    }
    if not step.rows:
        return page | prose_page(request, found, step, issues)
    every = [row for one in steps for row in one.rows]
    page["moved"] = moved_of(found, step, every)
    return page | figures_page(request, found, step, typed, issues)


def figures_page(
    request: Request,
    found: Report,
    step: Step,
    typed: dict[str, Entered],
    issues: tuple[Issue, ...],
) -> dict[str, Any]:
    last = year_before(found)
    doubts = doubts_among(found, step.rows, last.values) if found.counted_to else []
    fields = figure_fields(
        *(step.rows, last.values, typed, issues), doubts=doubts, typed_only=typed_among(found)
    )
    chosen = chosen_row(step, request.GET.get("xem", ""))
    behind = behind_of(found, [row.indicator for row in step.rows]) if found.counted_to else {}
    entries = behind.get(chosen.indicator_id, [])
    return {
        "fields": [(one, len(behind.get(one.row.indicator_id, ()))) for one in fields],
        "year_before": before_words(found.round.period),
        "units_before": last.units,
        "report_before": last.report,
        "entries": entries_page(found, chosen, entries) if entries else None,
        "chosen": chosen,
        "unfilled": len(unfilled_in(step)),
    }


def moved_of(found: Report, step: Step, every: list[Figure]) -> list[tuple[Figure, Decimal]]:
    """The figures of an open section from which the log has moved, and what it says now."""
    now = moved_since(found, every) if step.is_open else {}
    return [(row, now[row.indicator_id]) for row in step.rows if row.indicator_id in now]


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


def is_filled(steps: list[Step]) -> bool:
    """Whether the log gave anything: a form of typed figures alone is not filled by it."""
    return any(row.logged for step in steps for row in step.rows)


def before_words(period: Period) -> str:
    """The same period of the year before, in words."""
    ends_on = a_year_before(period.ends_on)
    return str(Period(frequency=period.frequency, starts_on=ends_on, ends_on=ends_on))


def saved_at(step: Step) -> dt.datetime | None:
    """When a person last saved something in this section."""
    times = [row.saved_at for row in step.rows if row.saved_at]
    if step.prose and not step.prose.is_suggested:
        times.append(step.prose.saved_at)
    return timezone.localtime(max(times)) if times else None
