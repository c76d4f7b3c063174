"""What a reviewer should see beside a report before deciding, and which report comes next."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Case, Q, When

from haidang.orgs.models import User
from haidang.reporting.enums import ReportStatus, SectionKind
from haidang.reporting.models import Figure, Recall, Report
from haidang.reporting.models.report import ReportQuerySet
from haidang.reporting.numerals import write_difference, write_number
from haidang.reporting.queries.doubts import doubts_of
from haidang.reporting.queries.filling import Step

WAITING = (ReportStatus.SUBMITTED, ReportStatus.IN_REVIEW)
FEW_WORDS = 8


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the reviewer's list: ok, run or soon, a sentence, a smaller one, its figure."""

    kind: str
    text: str
    detail: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The reports that wait for the same reader, before and after one, and how many there are."""

    before: Report | None
    after: Report | None
    waiting: int


def findings_of(report: Report, steps: list[Step]) -> list[Finding]:
    """What agrees and what is worth a look: the log, doubts, units of measure, words, secrecy."""
    rows = [row for step in steps for row in step.rows]
    return [
        *_against_log(rows),
        *_of_measure(rows),
        *_doubts(report),
        *_from_below(report),
        *_words(steps),
        *_secrecy(report),
    ]


def needs_a_look(findings: list[Finding]) -> bool:
    """Whether anything among these is more than agreement."""
    return any(finding.kind == "soon" for finding in findings)


def waiting_in(round_pk: int) -> ReportQuerySet:
    """The reports of a round that wait for their reader, in the order of the units."""
    rows = Report.objects.filter(round=round_pk, status__in=WAITING).with_progress()
    related = ("unit__kind", "round__regime__reviewer", "round__period", "fed_from")
    # What was frozen of a whole district is read one report at a time.
    return rows.select_related(*related).defer("fed_from__kept")


def neighbours_of(report: Report) -> Neighbours:
    """The reports before and after one among those that wait; after the last comes the first."""
    rows = Report.objects.filter(round=report.round_id, status__in=WAITING)
    others = rows.exclude(pk=report.pk).select_related("unit")
    rank, unit = report.unit.kind.rank, report.unit_id
    is_before = Q(unit__kind__rank__lt=rank) | Q(unit__kind__rank=rank, unit__lt=unit)
    turn = Case(When(is_before, then=1), default=0)
    after = others.order_by(turn, "unit__kind__rank", "unit").first()
    return Neighbours(others.filter(is_before).last(), after, rows.count())


def asked_of(user: User) -> ReportQuerySet:
    """The reports on which the person's body is asked for its opinion, those that wait first."""
    if user.unit is None:
        return Report.objects.none()
    rows = Report.objects.filter(
        round__regime__reviewer__in={user.unit_id, user.seat.pk}, submitted_at__isnull=False
    )
    related = rows.with_progress().select_related("unit", "round__regime", "round__period")
    return related.order_by("-submitted_at")


def last_recall(report: Report) -> Recall | None:
    """The taking back of what was sent last, while nothing was sent since."""
    rows = Recall.objects.filter(submission__report=report, submission__attempt=report.attempt)
    return rows.select_related("by__unit").first()


def _against_log(rows: list[Figure]) -> Iterator[Finding]:
    same = sum(not row.difference for row in rows)
    yield Finding("ok" if same == len(rows) else "run", f"{same}/{len(rows)} số khớp nhật ký")
    for row in rows:
        if row.difference:
            words = f"{row.indicator.code} khác nhật ký {write_difference(row.difference)}"
            reason = row.get_reason_display() or "chưa nêu lý do"
            detail = f"{reason}: {row.note}" if row.note else reason
            yield Finding("soon", words, detail, row.indicator.code)


def _of_measure(rows: list[Figure]) -> Iterator[Finding]:
    """A figure that is the log's in another unit of measure: minutes where hours are asked for."""
    for row in rows:
        indicator = row.indicator
        if indicator.divisor == 1 or not row.logged or row.value is None:
            continue
        if row.value == row.logged * indicator.divisor:
            text = f"{indicator.code} có lẽ sai đơn vị tính"
            detail = (
                f"{write_number(row.value)} gấp {write_number(indicator.divisor)} lần nhật ký; "
                f"chỉ tiêu tính bằng {indicator.unit_name}"
            )
            yield Finding("soon", text, detail, indicator.code)


def _doubts(report: Report) -> Iterator[Finding]:
    for doubt in doubts_of(report):
        answer = f"Đơn vị: {doubt.answer}" if doubt.answer else "chưa giải trình"
        yield Finding("soon", doubt.message, answer, doubt.code)


def _from_below(report: Report) -> Iterator[Finding]:
    frozen = report.fed_from
    if frozen:
        units = frozen.kept["units"]
        gave = sum(unit.get("state") == ReportStatus.ACCEPTED for unit in units)
        text = f"Lấy số từ lần chốt {frozen.ordinal}, {gave}/{len(units)} đơn vị cấp dưới"
        yield Finding("ok" if gave == len(units) else "soon", text)


def _words(steps: list[Step]) -> Iterator[Finding]:
    prose = [step for step in steps if step.section.kind == SectionKind.PROSE]
    if not prose:
        return
    short = [step for step in prose if _count(step) < FEW_WORDS]
    kind = "run" if short else "ok"
    yield Finding(kind, f"{len(prose) - len(short)}/{len(prose)} phần lời có nội dung")
    for step in short:
        yield Finding("soon", f"Mục {step.section.ordinal} viết rất ngắn")


def _count(step: Step) -> int:
    return len(step.prose.text.split()) if step.prose else 0


def _secrecy(report: Report) -> Iterator[Finding]:
    if report.attempt:
        yield Finding("ok", "Có xác nhận không chứa bí mật nhà nước")
