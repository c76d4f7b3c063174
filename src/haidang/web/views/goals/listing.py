"""Planned against done: by indicator for all that a person sees, or for one unit; by unit."""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from haidang.activities import goal_rules
from haidang.activities.models import Indicator
from haidang.activities.queries import distinct_total
from haidang.activities.queries.goals import (
    Planned,
    Reached,
    planned_below,
    reached_by_indicator,
    reached_by_unit,
    window_of,
)
from haidang.activities.queries.orphans import keys_of_plans
from haidang.orgs.models import Unit, User
from haidang.plans.models import Target
from haidang.prepared import prepared
from haidang.web import sheets, wording
from haidang.web.kept import kept
from haidang.web.plan_words import amount
from haidang.web.request import Request, number_asked
from haidang.web.views.goals.period import period_words, quarter_asked, year_asked, years
from haidang.web.views.work.rows import link

PER_CHART = 15
A_PAGE = 200  # units that one page bears


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table: what, in which unit of measure, how far, and where it opens."""

    label: str
    unit_name: str
    reached: Reached
    url: str
    group: str = ""

    @property
    def says_something(self) -> bool:
        """Whether anything was set or done."""
        return self.reached.planned is not None or self.reached.done > 0


@require_safe
def goals(request: Request) -> HttpResponse:
    """Show how much was to be reached and how much was done."""
    return render(request, "goals/goals.html", goals_page(request))


@require_safe
def goals_sheet(request: Request) -> HttpResponse:
    """The same table as .xlsx; what was not set stays empty."""
    page = goals_page(request)
    lines: Sequence[Line] = page["lines"]  # type: ignore[assignment]
    rows = [
        (line.label, line.unit_name, _cell(line.reached.planned), _cell(line.reached.done),
         line.reached.percent)
        for line in lines
    ]  # fmt: skip
    columns = [("Chỉ tiêu hoặc đơn vị", 44), ("Đơn vị tính", 16), ("Phải đạt", 14),
               ("Đã làm", 14), ("Đạt (%)", 10)]  # fmt: skip
    content = sheets.workbook(str(page["title"]), columns, rows)
    name = {"Content-Disposition": 'attachment; filename="chi-tieu.xlsx"'}
    return HttpResponse(content, content_type=sheets.XLSX, headers=name)


def goals_page(request: Request) -> dict[str, object]:
    """What the page and its sheet show."""
    user, year, quarter = request.user, year_asked(request), quarter_asked(request)
    seen = Unit.objects.visible_to(user)
    units = carrying(user)
    code = request.GET.get("chi-tieu", "")
    chosen = get_object_or_404(Indicator, code=code) if code else None
    unit, at, rows = _unit_asked(request, seen), None, _in_use()
    if chosen is not None:
        lines = by_unit(units, chosen, year, quarter)
    else:
        whose = seen.filter(pk=unit.pk) if unit else seen
        lines, at = by_indicator(user, whose, in_order(rows), year, quarter, unit)
    is_whole = chosen is not None or "tat-ca" in request.GET
    what = str(chosen or (unit.short_name if unit else _whole(user)))
    return {
        **_choices(units, rows, year, quarter),
        **_told(lines, chosen, at, is_whole=is_whole),
        "title": f"{what}, {period_words(year, quarter)}",
        "unit": unit,
        "units_left_out": units_left_out(seen, units),
        "may_set": _may_set(user, unit),
        "targets": targets_of(user, year),
        "query": request.GET.urlencode(),
    }


def _unit_asked(request: Request, seen: QuerySet[Unit]) -> Unit | None:
    asked = number_asked(request.GET.get("don-vi", ""))
    return seen.filter(pk=asked).first() if asked else None


def _may_set(user: User, unit: Unit | None) -> bool:
    return user.unit_id is not None and goal_rules.may_set_goals(user, unit or user.seat)


def _told(
    lines: list[Line], chosen: Indicator | None, at: dt.datetime | None, *, is_whole: bool
) -> dict[str, object]:
    shown = lines if is_whole else [line for line in lines if line.says_something]
    return {
        "indicator": chosen,
        "lines": lines,
        "at": at,
        "shown": shown,
        "hidden": len(lines) - len(shown),
        "chart": chart_of(lines),
        "reading": reading_of(lines, chosen),
    }


def _choices(
    units: Sequence[Unit], indicators: Sequence[Indicator], year: int, quarter: int | None
) -> dict[str, object]:
    return {
        "year": year,
        "quarter": quarter,
        "years": years(),
        "quarters": [(n, period_words(year, n).partition(" năm")[0]) for n in (1, 2, 3, 4)],
        "units": units if len(units) > 1 else [],
        "indicators": indicators,
    }


@prepared
def _in_use() -> QuerySet[Indicator]:
    return Indicator.objects.in_use()


def by_indicator(
    user: User,
    units: QuerySet[Unit],
    rows: Sequence[Indicator],
    year: int,
    quarter: int | None,
    unit: Unit | None,
) -> tuple[list[Line], dt.datetime | None]:
    """One line for each indicator, and of what moment its sums are where not of now."""
    since, until = window_of(year, quarter)
    days = {"data_from": since, "data_to": until}
    done, at = kept(
        user, units, f"goals:{since}:{until}:{unit.pk if unit else ''}",
        lambda: distinct_total(units=units, indicators=rows, **days),
    )  # fmt: skip
    # An indicator that was added since then is not known yet: nothing of it was added up.
    known = [row for row in rows if row.pk in done]
    planned = None if unit else _planned(user, year, quarter)
    reached = reached_by_indicator(
        units=units, indicators=known, year=year, quarter=quarter, done=done, planned=planned
    )
    query = f"?tu={since}&den={until}" + (f"&don-vi={unit.pk}" if unit else "")
    lines = [
        Line(str(row), row.unit_name, reached[row.pk], link("indicator", row.code) + query,
             row.group)
        for row in known
    ]  # fmt: skip
    return lines, at


def _planned(user: User, year: int, quarter: int | None) -> list[Planned]:
    """What all units that a person sees were to do."""
    if user.sees_everything():
        return planned_below("", year, quarter)
    return planned_below(user.seat.path, year, quarter) if user.unit_id else []


def in_order(rows: Iterable[Indicator]) -> list[Indicator]:
    """Indicators by the numbers of their codes, so that 1.4 stands with 1.3 and 10.1 after 9.2."""
    return sorted(rows, key=lambda row: [int(one) for one in re.findall(r"\d+", row.code)])


def by_unit(
    units: Sequence[Unit], indicator: Indicator, year: int, quarter: int | None
) -> list[Line]:
    """One line for each unit, those furthest behind first, those without a goal last."""
    reached = reached_by_unit(units=units, indicator=indicator, year=year, quarter=quarter)
    since, until = window_of(year, quarter)
    where = link("indicator", indicator.code)
    lines = [
        Line(unit.short_name, indicator.unit_name, reached[unit.pk],
             f"{where}?tu={since}&den={until}&don-vi={unit.pk}")
        for unit in units
    ]  # fmt: skip
    return sorted(lines, key=lambda line: (line.reached.percent is None, line.reached.percent or 0))


def carrying(user: User) -> list[Unit]:
    """The units that a person sees and that log or have goals; at most as many as a page bears."""
    if user.sees_everything():
        return _first_below("", most=A_PAGE)
    return _first_below(user.seat.path, most=A_PAGE) if user.unit_id else []


@prepared
def _first_below(path: str, *, most: int) -> QuerySet[Unit]:
    units = _carrying(Unit.objects.filter(path__startswith=path)).only("short_name")
    return units.order_by("kind__rank", "pk")[:most]


def units_left_out(seen: QuerySet[Unit], shown: Sequence[Unit]) -> int:
    """How many units the page does not bear, which it says."""
    return _carrying(seen).count() - len(shown) if len(shown) == A_PAGE else 0


def _carrying(seen: QuerySet[Unit]) -> QuerySet[Unit]:
    return seen.filter(acts_for=None).exclude(children__isnull=False)


def targets_of(user: User, year: int) -> list[tuple[Target, str]]:
    """The plans' targets with a quantity, in words, and how many units have a share of each."""
    return [(target, amount(target)) for target in _targets(keys_of_plans(user, year))]


@prepared
def _targets(plans: list[int]) -> QuerySet[Target]:
    found = Target.objects.filter(plan__in=plans, quantity__gt=0).exclude(measure__contains="%")
    counted = found.annotate(spread_over=Count("goals__unit", distinct=True))
    return counted.select_related("task").order_by("plan", "start")[:PER_CHART]


def chart_of(lines: Sequence[Line]) -> list[tuple[str, int, int]]:
    """Rows of the chart: how many per cent were reached, beside the mark of 100."""
    known = [(line.label, line.reached.percent) for line in lines]
    return [(label, percent, 100) for label, percent in known if percent is not None][:PER_CHART]


def reading_of(lines: Sequence[Line], indicator: Indicator | None) -> str:
    """The chart in a sentence."""
    known = [line for line in lines if line.reached.percent is not None]
    what = "đơn vị" if indicator else "chỉ tiêu"
    unset = len(lines) - len(known)
    missing = f" {unset} {what} chưa đặt mức." if unset else ""
    if not known:
        return f"Chưa có {what} nào được đặt mức phải đạt."
    reached = sum((line.reached.percent or 0) >= 100 for line in known)
    lowest = min(known, key=lambda line: line.reached.percent or 0)
    tail = "" if reached == len(known) else f"; thấp nhất là {lowest.label}, {_percent(lowest)}"
    return f"{reached}/{len(known)} {what} đã đạt mức{tail}.{missing}"


def _percent(line: Line) -> str:
    return f"{wording.number(line.reached.percent or 0)}%"


def _cell(value: Decimal | None) -> float | int | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral() else float(value)


def _whole(user: User) -> str:
    return user.seat.short_name if user.unit_id else "Mọi đơn vị"
