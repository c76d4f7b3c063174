"""Where a figure comes from, as a panel beside the grid and as a page with its own address."""

import datetime as dt
from decimal import Decimal
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render

from haidang.reporting.links import figure_path, shared_place
from haidang.reporting.models import Adjustment, Consolidation, Round
from haidang.reporting.queries.adjustments import adjusted
from haidang.reporting.queries.breakdown import breakdown_of
from haidang.reporting.queries.handmade import HandChange, hand_changes
from haidang.reporting.queries.lineage import (
    FigureSource,
    TotalSource,
    changed_since,
    joint_source,
    total_source,
)
from haidang.reporting.queries.lineage import (
    figure_source as source_of_figure,
)
from haidang.reporting.queries.progress import receives
from haidang.reporting.queries.sums import frame_of
from haidang.reporting.queries.totals import by_parent, through_periods
from haidang.reporting.sheet import Sheet
from haidang.web.request import Request, number_asked

MOST_PARTS = 24  # a bar cut finer than this says nothing
MOST_SPLIT = 200  # sendings read unasked, to tell a total by kind, channel and language


def source_panel(
    found: Round, sheet: Sheet, frozen: Consolidation | None, asked: str
) -> dict[str, Any]:
    """What the panel shows of `3.2` (a total) or `3.2/7` (unit 7's figure); nothing for others."""
    code, _, unit = asked.partition("/")
    number = number_asked(unit)
    if not code or (unit and number is None):
        return {}
    if number is not None:
        source = source_of_figure(sheet, code, number)
        return figure_panel(found, sheet, frozen, source) if source else {}
    total = total_source(sheet, code)
    return total_panel(found, sheet, frozen, total) if total else {}


def total_panel(
    found: Round,
    sheet: Sheet,
    frozen: Consolidation | None,
    source: TotalSource,
    *,
    reads_all: bool = False,
) -> dict[str, Any]:
    few = len(sheet.reported) <= MOST_SPLIT or reads_all
    return {
        "round": found,
        "frozen": frozen,
        "total": source,
        "moved": adjusted(sheet.content).get(source.indicator["code"]),
        "breakdown": breakdown_of(sheet.units, source.indicator, source.sum) if few else [],
        "is_many": not few,
        "joint": joint_source(sheet, source.indicator["code"]),
        "hand_changes": _changed_by_hand(found, frozen, source.indicator["code"]),
        "bar": bar_of([(name, float(value)) for name, value in source.amounts]),
    }


def figure_panel(
    found: Round, sheet: Sheet, frozen: Consolidation | None, source: FigureSource
) -> dict[str, Any]:
    largest = sorted(source.entries, key=lambda entry: -entry.amount)
    code = source.indicator["code"]
    lines = list(Adjustment.objects.filter(report=source.unit["report"], indicator__code=code))
    moved = sum((line.delta for line in lines), Decimal(0))
    return {
        "round": found,
        "frozen": frozen,
        "figure": source,
        "moved_lines": lines,
        "breakdown": breakdown_of([source.unit], source.indicator, source.given.value),
        "moved": moved,
        "now_value": source.given.value + moved,
        "hand_changes": _changed_by_hand(found, frozen, f"{code}/{source.unit['id']}"),
        "of_total": sheet.total(code),
        "counted_to": dt.date.fromisoformat(source.unit["counted_to"]),
        "accepted_at": dt.datetime.fromisoformat(source.unit["accepted_at"]),
        "since": changed_since(source),
        "entries": largest,
        "bar": bar_of([(entry.activity.title, float(entry.amount)) for entry in largest]),
    }


def _changed_by_hand(
    found: Round, frozen: Consolidation | None, place: str
) -> tuple[HandChange, ...]:
    if frozen is None:
        return ()
    return hand_changes(frozen, figure_path(found.pk, place, frozen.ordinal))


def bar_of(amounts: list[tuple[str, float]]) -> list[tuple[str, str, float]]:
    """The parts of one bar, neighbours in two tones, the smallest joined at the end."""
    shown = [pair for pair in amounts if pair[1]][:MOST_PARTS]
    rest = sum(value for _, value in amounts) - sum(value for _, value in shown)
    bar = [(label, ("c1", "c2")[at % 2], value) for at, (label, value) in enumerate(shown)]
    return [*bar, ("còn lại", "c5", rest)] if rest else bar


def figure_total(request: Request, pk: int, code: str) -> HttpResponse:
    found, sheet, frozen = seen(request, pk)
    if not receives(request.user, found):
        raise Http404
    source = total_source(sheet, code, number_asked(request.GET.get("trang", "")) or 1)
    if source is None:
        raise Http404
    reads_all = "chia" in request.GET
    page = total_panel(found, sheet, frozen, source, reads_all=reads_all)
    indicator = source.indicator["id"]
    page |= {
        "periods": through_periods(found, indicator),
        "parents": by_parent(found, indicator),
    }
    return render(request, "reporting/total_page.html", page)


def figure_shared(request: Request, pk: int, code: str) -> HttpResponse:
    """What several units did together, and how much of it a total leaves out."""
    found, sheet, frozen = seen(request, pk)
    source = total_source(sheet, code)
    if source is None or not receives(request.user, found):
        raise Http404
    page = total_panel(found, sheet, frozen, source)
    page["hand_changes"] = _changed_by_hand(found, frozen, shared_place(code))
    return render(request, "reporting/shared_page.html", page)


def figure_source(request: Request, pk: int, code: str, unit: int) -> HttpResponse:
    found, sheet, frozen = seen(request, pk)
    if not receives(request.user, found) and unit != request.user.unit_id:
        raise Http404
    source = source_of_figure(sheet, code, unit)
    if source is None:
        raise Http404
    page = figure_panel(found, sheet, frozen, source)
    page |= {"entries": source.entries, "sees_all": receives(request.user, found)}
    return render(request, "reporting/figure_page.html", page)


def seen(request: Request, pk: int) -> tuple[Round, Sheet, Consolidation | None]:
    rounds = Round.objects.visible_to(request.user).select_related(
        "regime__receiver", "regime__reporters", "regime__through", "period"
    )
    found = get_object_or_404(rounds, pk=pk)
    return found, *sheet_at(found, request.GET.get("lan", ""))


def sheet_at(found: Round, ordinal: str) -> tuple[Sheet, Consolidation | None]:
    """What was frozen: the asked time, else the last; of this moment where `ordinal` is "0".

    Its units are only named: who shows figures of some asks for those (`with_figures`).
    """
    frozen = found.consolidations.select_related("revision__edition")
    if ordinal.isdecimal() and ordinal != "0":
        chosen = get_object_or_404(frozen, ordinal=number_asked(ordinal))
        return Sheet(chosen.kept), chosen
    last = None if ordinal == "0" else frozen.first()
    return (Sheet(last.kept), last) if last else (Sheet(frame_of(found)), None)
