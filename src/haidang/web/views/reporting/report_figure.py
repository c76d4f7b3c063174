"""Where a figure of one report comes from, before it is accepted and afterwards."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render

from haidang.reporting import rules
from haidang.reporting.models import Report
from haidang.reporting.queries.of_report import FigureOfReport, figure_of_report
from haidang.reporting.queries.progress import receives
from haidang.web.request import Request
from haidang.web.views.reporting.entries import shown
from haidang.web.views.reporting.lineage import bar_of
from haidang.web.views.reporting.review import seen_report

OF_THE_BAR = 12


def report_figure(request: Request, pk: int, code: str) -> HttpResponse:
    """The entries behind a figure: as they were sent, or as the log has them now."""
    found = seen_report(request, pk)
    sees_round = receives(request.user, found.round)
    figure = figure_of_report(found, code)
    if figure is None:
        raise Http404
    page = figure_page(found, figure) | {
        "sees_round": sees_round,
        # A body outside reads what is said; the log of others is not its to open.
        "opens": sees_round or rules.owns(request.user, found),
    }
    return render(request, "reporting/report_figure.html", page)


def figure_page(found: Report, figure: FigureOfReport) -> dict[str, Any]:
    divisor = figure.row.indicator.divisor
    entries = [(one, shown(one.amount, divisor)) for one in figure.entries]
    largest = sorted(entries, key=lambda pair: -pair[1])[:OF_THE_BAR]
    return {
        "report": found,
        "figure": figure,
        "row": figure.row,
        "entries": entries,
        "with_photo": sum(bool(one.photos) for one in figure.entries),
        "bar": bar_of([(one.activity.title, float(amount)) for one, amount in largest]),
    }
