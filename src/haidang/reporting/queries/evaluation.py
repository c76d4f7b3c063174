"""What is known of the units of a round, criterion by criterion; a constant number of queries."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Mapping
from decimal import Decimal

from django.db.models import Count, Min, Q
from django.utils import timezone

from haidang import clock
from haidang.activities.models import Goal
from haidang.orgs.enums import Frequency
from haidang.orgs.models import Unit
from haidang.plans.enums import TaskStatus
from haidang.plans.models import Task
from haidang.reporting.enums import Criterion, ReportStatus
from haidang.reporting.evaluation.criteria import STARTING, weights_of
from haidang.reporting.evaluation.scoring import WHOLE, Finding, Given, Score, score_of
from haidang.reporting.models import Contest, Quality, Report, Round, ScoringRule, Submission, Value
from haidang.reporting.numerals import write_number
from haidang.reporting.queries.standing import parts_of
from haidang.reporting.standing import DONE, LATE

Findings = dict[Criterion, Finding]
MARKS = 5


def scoring_rules(authority: Unit) -> list[ScoringRule]:
    """The rules of an authority, the newest first; where none was set, the one to start from."""
    found = list(ScoringRule.objects.filter(authority=authority).select_related("set_by__unit"))
    starting = ScoringRule(
        authority=authority, ordinal=0, criteria=[row.stored for row in STARTING]
    )
    return found or [starting]


def scored_reports(round: Round) -> list[Report]:
    """The reports of a round whose units are scored."""
    return list(Report.objects.standing().filter(round=round).select_related("unit"))


def scores_of(
    round: Round, rule: ScoringRule, reports: list[Report], day: dt.date | None = None
) -> dict[int, Score]:
    """The score of each report's unit by a rule, as it stands on a day."""
    findings = findings_of(round, reports, day or clock.today())
    given, weights = _given(reports), weights_of(rule.criteria)
    return {row.pk: score_of(weights, findings[row.pk], given.get(row.pk)) for row in reports}


def findings_of(round: Round, reports: list[Report], day: dt.date) -> dict[int, Findings]:
    """What is known of each report's unit, by report."""
    sent, tasks, goals = _sent(reports), _tasks(round, reports, day), _goals(round, reports)
    marks = {row.report_id: row for row in Quality.objects.filter(report__in=reports)}
    return {
        row.pk: {
            Criterion.ON_TIME: _on_time(row, round, sent.get(row.pk), day),
            Criterion.ONCE: _once(row, sent.get(row.pk)),
            Criterion.TASKS: tasks[row.unit_id],
            Criterion.GOALS: goals[row.unit_id],
            Criterion.QUALITY: _quality(row, marks.get(row.pk)),
        }
        for row in reports
    }


def contests_of(round: Round) -> list[Contest]:
    """What the units of a round contest, the unanswered first."""
    rows = Contest.objects.filter(report__round=round).select_related(
        "report__unit", "by__unit", "ruling__by__unit"
    )
    return sorted(rows, key=lambda row: (hasattr(row, "ruling"), row.pk))


def _sent(reports: list[Report]) -> dict[int, tuple[dt.datetime, int]]:
    """When each report was first sent, and how often in all; what was recalled counts as unsent."""
    rows = Submission.objects.filter(report__in=reports, recall=None).order_by()
    found = rows.values_list("report").annotate(Min("at"), Count("pk"))
    return {report: (first, count) for report, first, count in found}


def _on_time(
    report: Report, round: Round, sent: tuple[dt.datetime, int] | None, day: dt.date
) -> Finding:
    records = ((report.receipt or "báo cáo", f"/bc/{report.pk}/"),)
    if sent is None:
        if day <= round.due_on:
            return Finding(f"Chưa gửi, hạn {round.due_on:%d/%m/%Y}", records=records)
        return Finding(f"Chưa gửi, đã quá hạn {round.due_on:%d/%m/%Y}", Decimal(0), None, records)
    at = timezone.localtime(sent[0])
    late = max((at.date() - round.due_on).days, 0)
    how = f"chậm {late} ngày" if late else "đúng hạn"
    return Finding(f"Gửi báo cáo ngày {at:%d/%m/%Y}, {how}", losses=late, records=records)


def _once(report: Report, sent: tuple[dt.datetime, int] | None) -> Finding:
    records = (("các lần gửi", f"/bc/{report.pk}/"),)
    decided = report.status in {ReportStatus.ACCEPTED, ReportStatus.RETURNED}
    if sent is None or not (decided or sent[1] > 1):
        return Finding("Chưa có kết quả xem xét", records=records)
    returned = sent[1] - (report.status != ReportStatus.RETURNED)
    words = f"Trả lại để bổ sung {returned} lần" if returned else "Không bị trả lại lần nào"
    return Finding(words, losses=returned, records=records)


def _tasks(round: Round, reports: list[Report], day: dt.date) -> dict[int, Finding]:
    """Of the tasks of the year that are due or done: those without a delay."""
    authority, year = round.regime.receiver_id, round.period.year
    asked = Task.objects.filter(plan__unit=authority, plan__year=year, status=TaskStatus.ACCEPTED)
    parts = parts_of(asked, day).filter(unit__in={row.unit_id for row in reports})
    states: dict[int, Counter[str]] = defaultdict(Counter)
    for unit, state, count in (
        parts.order_by().values_list("unit", "state").annotate(count=Count("pk"))
    ):
        states[unit][state] = count
    records = {
        row.unit_id: (("nhiệm vụ của đơn vị", f"/nhiem-vu/?don-vi={row.unit_id}"),)
        for row in reports
    }
    return {unit: _of_tasks(states[unit], where) for unit, where in records.items()}


def _of_tasks(states: Counter[str], records: tuple[tuple[str, str], ...]) -> Finding:
    done, late = states[DONE], states[LATE]
    if not done + late:
        return Finding("Chưa có nhiệm vụ đến hạn", records=records)
    words = f"Hoàn thành {done} nhiệm vụ, {late} nhiệm vụ quá hạn"
    return Finding(words, Decimal(done) / (done + late), records=records)


def _goals(round: Round, reports: list[Report]) -> dict[int, Finding]:
    """The accepted figures against what each unit was to reach in the period."""
    units = {row.unit_id for row in reports}
    goals = _set_for(round, units)
    # By the primary key, and only what a goal asks for: a round has many more figures.
    asked = Value.objects.filter(
        round=round, indicator__in={goal.indicator_id for goal in goals}, unit__in=units
    )
    done = {
        (unit, indicator): value
        for unit, indicator, value in asked.values_list("unit", "indicator", "value")
    }
    found: dict[int, list[tuple[str, str, Decimal]]] = defaultdict(list)
    for goal in goals:
        value = done.get((goal.unit_id, goal.indicator_id))
        if value is not None:
            share = min(value / goal.quantity, WHOLE)
            words = f"{goal.indicator}: {write_number(value)}/{write_number(goal.quantity)}"
            where = f"/so/{round.pk}/{goal.indicator.code}/{goal.unit_id}/"
            found[goal.unit_id].append((words, where, share))
    return {unit: _of_goals(found[unit]) for unit in units}


def _set_for(round: Round, units: set[int]) -> list[Goal]:
    quarter = {Frequency.YEAR: None, Frequency.QUARTER: -(-round.period.ends_on.month // 3)}
    if round.period.frequency not in quarter:
        return []
    asked = Q(quarter=quarter[Frequency(round.period.frequency)])
    goals = Goal.objects.filter(asked, unit__in=units, year=round.period.year, quantity__gt=0)
    return list(goals.select_related("indicator").order_by("unit", "indicator"))


def _of_goals(rows: list[tuple[str, str, Decimal]]) -> Finding:
    if not rows:
        return Finding("Chưa có chỉ tiêu được giao để so")
    reached = sum(share == WHOLE for *_, share in rows)
    share = sum((row[2] for row in rows), Decimal(0)) / len(rows)
    records = tuple((words, where) for words, where, _ in rows)
    return Finding(f"Đạt {reached}/{len(rows)} chỉ tiêu", share, records=records)


def _quality(report: Report, mark: Quality | None) -> Finding:
    records = (("xem xét báo cáo", f"/bc/{report.pk}/xem-xet/"),)
    if mark is None:
        return Finding("Chưa đánh giá chất lượng", records=records)
    said = f"Chất lượng đạt mức {mark.mark}/{MARKS}" + (f": {mark.words}" if mark.words else "")
    return Finding(said, Decimal(mark.mark - 1) / (MARKS - 1), records=records)


def _given(reports: list[Report]) -> Mapping[int, dict[Criterion, Given]]:
    found: dict[int, dict[Criterion, Given]] = defaultdict(dict)
    answered = Contest.objects.filter(report__in=reports, ruling__isnull=False)
    for row in answered.select_related("ruling").order_by("pk"):
        given = Given(row.ruling.percent, row.ruling.words)
        found[row.report_id][Criterion(row.criterion)] = given
    return found
