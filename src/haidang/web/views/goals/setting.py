"""Saying how much is to be reached: by hand, or by cutting a plan's target over units."""

from collections.abc import Sequence
from decimal import Decimal

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from haidang.activities import goal_checks, goal_rules
from haidang.activities.commands.goals import set_goals as say_goals
from haidang.activities.commands.goals import spread_target
from haidang.activities.commands.headlines import choose_headlines
from haidang.activities.models import Indicator
from haidang.activities.queries import logged_values
from haidang.activities.queries.goals import goals_set, headlines_of, set_above, window_of
from haidang.activities.spreading import parts_of
from haidang.errors import Incomplete, NotAllowed
from haidang.orgs.models import Unit, User
from haidang.plans.models import Plan, Target
from haidang.plans.rates import whole_of
from haidang.web import wording
from haidang.web.forms.goals import AS_DONE, GoalsForm, HeadlinesForm, SpreadForm
from haidang.web.forms.plans import show_refusal
from haidang.web.plan_words import amount
from haidang.web.request import Request, number_asked
from haidang.web.views.goals.listing import carrying, in_order
from haidang.web.views.goals.period import period_words, quarter_asked, year_asked

Parts = list[tuple[Unit, Decimal]]


@require_http_methods(["GET", "HEAD", "POST"])
def set_goals(request: Request) -> HttpResponse:
    """Set or take away what one unit is to reach in one period, all indicators at once."""
    user, year, quarter = request.user, year_asked(request), quarter_asked(request)
    unit = _unit(user, request)
    goals = goals_set(unit=unit, year=year, quarter=quarter)
    rows = in_order(Indicator.objects.filter(is_retired=False))
    above = set_above(user, unit=unit, year=year, quarter=quarter)
    done = _done(unit, rows, year, quarter)
    form = GoalsForm(request.POST or None, indicators=rows, goals=goals, above=above, done=done)
    if request.method == "POST" and form.is_valid():
        try:
            changed = say_goals(
                unit=unit, year=year, quarter=quarter, quantities=form.changed(), by=user
            )
            messages.success(
                request, f"Đã lưu {changed} mức của {unit}, {period_words(year, quarter)}."
            )
            return redirect(f"{reverse('goals')}?{_query(unit, year, quarter)}")
        except Incomplete as error:
            show_refusal(form, error)
    period = {"year": year, "quarter": quarter, "period": period_words(year, quarter)}
    context = {"form": form, "unit": unit, "units": carrying(user)}
    status = 422 if form.errors else 200
    return render(request, "goals/set.html", context | period, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def spread(request: Request, pk: int) -> HttpResponse:
    """Cut the quantity of a target over units: first shown, then, once more, done."""
    user = request.user
    plans = Plan.objects.visible_to(user).values("pk")
    target = get_object_or_404(
        Target.objects.select_related("plan__unit", "task"), pk=pk, plan__in=plans
    )
    if not goal_rules.may_expect(user, target.plan):
        raise NotAllowed("Chỉ chuyên viên hoặc lãnh đạo của cơ quan ban hành mới chia chỉ tiêu.")
    year = target.year or target.plan.year
    form = _spread_form(request, target)
    parts: Parts = []
    if request.method == "POST" and form.is_valid():
        try:
            parts = _parts(form, target, year)
            if "done" in request.POST:
                return _spread(request, form, target, year)
        except Incomplete as error:
            show_refusal(form, error)
    context = {"form": form, "target": target, "parts": parts, "year": year}
    context |= {"amount": amount(target), "whole": whole_of(target)}
    return render(request, "goals/spread.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def set_headlines(request: Request) -> HttpResponse:
    """Choose the numbers that the leader of the authority reads first."""
    unit = request.user.seat
    if not goal_rules.may_choose_headlines(request.user, unit):
        raise NotAllowed("Chỉ chuyên viên hoặc lãnh đạo của cơ quan mới chọn các con số này.")
    form = HeadlinesForm(request.POST or None, chosen=headlines_of(unit))
    if request.method == "POST" and form.is_valid():
        try:
            choose_headlines(unit=unit, indicators=form.chosen(), by=request.user)
            messages.success(request, "Đã chọn các con số của Một trang.")
            return redirect("one-page")
        except Incomplete as error:
            show_refusal(form, error)
    return render(
        request, "goals/headlines.html", {"form": form}, status=422 if form.errors else 200
    )


def _done(unit: Unit, rows: Sequence[Indicator], year: int, quarter: int | None) -> dict[int, str]:
    """What a unit did the year before and has done, to set its goals by; of one of many nothing."""
    if Unit.objects.filter(parent=unit).exists():
        return {}
    words: dict[int, list[str]] = {row.pk: [] for row in rows}
    for at in (year - 1, year):
        since, until = window_of(at, quarter)
        values = logged_values(units=[unit], indicators=rows, data_from=since, data_to=until)
        for row in rows:
            if value := values[unit.pk, row.pk]:
                words[row.pk].append(f"{period_words(at, quarter)} đã làm {wording.number(value)}")
    lines = {pk: "; ".join(said) for pk, said in words.items() if said}
    return {pk: f"{line[0].upper()}{line[1:]}." for pk, line in lines.items()}


def _spread_form(request: Request, target: Target) -> SpreadForm:
    units = Unit.objects.on(target.plan.first_day).below(target.plan.unit).filter(acts_for=None)
    units = units.exclude(pk=target.plan.unit_id)
    carried = [row.unit_id for row in target.task.assignments.all()] if target.task else []
    initial = {"units": carried or list(units.values_list("pk", flat=True)), "how": "evenly"}
    form = SpreadForm(request.POST or None, initial=initial)
    form.fields["units"].queryset = units.order_by("kind__rank", "pk")  # type: ignore[attr-defined]
    return form


def _spread(request: Request, form: SpreadForm, target: Target, year: int) -> HttpResponse:
    units, indicator = list(form.cleaned_data["units"]), form.cleaned_data["indicator"]
    goals = spread_target(
        target=target, indicator=indicator, units=units, year=year, by=request.user,
        weights=_weights(form, units, year),
    )  # fmt: skip
    messages.success(request, f"Đã chia cho {len(goals)} đơn vị.")
    return redirect(f"{reverse('goals')}?chi-tieu={indicator.code}&nam={year}")


def _parts(form: SpreadForm, target: Target, year: int) -> Parts:
    units = list(form.cleaned_data["units"])
    if issues := goal_checks.before_spreading(target, units):
        raise Incomplete(issues)
    weights = _weights(form, units, year) or [Decimal(1)] * len(units)
    return list(zip(units, parts_of(whole_of(target), weights), strict=True))


def _weights(form: SpreadForm, units: Sequence[Unit], year: int) -> list[Decimal] | None:
    """What each unit did the year before, where it is to be cut by that."""
    if form.cleaned_data["how"] != AS_DONE:
        return None
    indicator, (since, until) = form.cleaned_data["indicator"], window_of(year - 1)
    values = logged_values(units=units, indicators=[indicator], data_from=since, data_to=until)
    return [values[unit.pk, indicator.pk] for unit in units]


def _unit(user: User, request: Request) -> Unit:
    asked = number_asked(request.GET.get("don-vi", ""))
    unit = get_object_or_404(Unit.objects.visible_to(user), pk=asked) if asked else user.seat
    if not goal_rules.may_set_goals(user, unit):
        raise NotAllowed("Chỉ chuyên viên hoặc lãnh đạo của cơ quan cấp trên mới đặt mức phải đạt.")
    return unit


def _query(unit: Unit, year: int, quarter: int | None) -> str:
    return f"don-vi={unit.pk}&nam={year}" + (f"&quy={quarter}" if quarter else "")
