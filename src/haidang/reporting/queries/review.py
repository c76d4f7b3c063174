"""What a reviewer should see beside a report before deciding."""

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, Q

from haidang.activities.models import Activity
from haidang.reporting.enums import SectionKind
from haidang.reporting.models import Figure, Report
from haidang.reporting.numerals import write_difference, write_number
from haidang.reporting.queries.filling import Step
from haidang.reporting.queries.progress import last_year

FAR = Decimal(2)  # twice last year's figure, or less than half of it, is worth a look


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the reviewer's list: ok or soon, a sentence, and a smaller one."""

    kind: str
    text: str
    detail: str = ""


def findings_of(report: Report, steps: list[Step]) -> list[Finding]:
    """What agrees and what is worth a look: the log, last year, photos, words, secrecy, time."""
    rows = [row for step in steps for row in step.rows]
    return [
        *_against_log(rows),
        *_against_last_year(report, rows),
        *_photos(report),
        *_words(steps),
        *_secrecy(report),
    ]


def _against_log(rows: list[Figure]) -> list[Finding]:
    same = sum(not row.difference for row in rows)
    differing = [row for row in rows if row.difference]
    agreed = Finding("ok" if same == len(rows) else "run", f"{same}/{len(rows)} số khớp nhật ký")
    return [agreed, *(_difference(row) for row in differing)]


def _difference(row: Figure) -> Finding:
    words = f"{row.indicator.code} khác nhật ký {write_difference(row.difference)}"
    reason = row.get_reason_display() or "chưa nêu lý do"
    return Finding("soon", words, f"{reason}: {row.note}" if row.note else reason)


def _against_last_year(report: Report, rows: list[Figure]) -> list[Finding]:
    before, found = last_year(report), []
    for row in rows:
        was = before.get(row.indicator_id)
        if was and row.value is not None and not was / FAR <= row.value <= was * FAR:
            change = f"{write_number(was)} → {write_number(row.value)}"
            text = f"{row.indicator.code} khác nhiều so với năm trước"
            found.append(Finding("soon", text, change))
    return found


def _photos(report: Report) -> list[Finding]:
    assert report.counted_to is not None
    counts = Activity.objects.filter(
        unit=report.unit_id,
        on__range=(report.round.data_from, report.counted_to),
        kind__measures="attendances",
    ).aggregate(
        every=Count("pk", distinct=True),
        shown=Count("pk", distinct=True, filter=Q(evidence__isnull=False)),
    )
    every, shown = counts["every"], counts["shown"]
    if not every:
        return []
    text = f"{shown}/{every} hoạt động có người dự kèm ảnh"
    return [Finding("ok" if shown == every else "soon", text)]


def _words(steps: list[Step]) -> list[Finding]:
    prose = [step for step in steps if step.section.kind == SectionKind.PROSE]
    short = [step for step in prose if len((step.prose.text if step.prose else "").split()) < 8]
    counted = Finding("ok", f"{len(prose) - len(short)}/{len(prose)} phần lời có nội dung")
    return [
        counted,
        *(Finding("soon", f"Mục {step.section.ordinal} viết rất ngắn") for step in short),
    ]


def _secrecy(report: Report) -> list[Finding]:
    if not report.attempt:
        return []
    return [Finding("ok", "Có xác nhận không chứa bí mật nhà nước")]
