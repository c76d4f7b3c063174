"""What a unit needs to see while it fills its report."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet, Subquery

from haidang.activities.enums import DERIVED
from haidang.activities.models import Indicator
from haidang.reporting.deriving import reckoned_in
from haidang.reporting.enums import SectionKind
from haidang.reporting.models import Figure, Line, Prose, Remark, Report, Section
from haidang.reporting.parts import part_of
from haidang.reporting.queries.sources import logged_of


@dataclass(frozen=True, slots=True)
class Step:
    """One section of a report's outline, and how far it is."""

    section: Section
    rows: tuple[Figure, ...]
    prose: Prose | None
    remarks: tuple[Remark, ...]
    is_open: bool

    @property
    def asked(self) -> int:
        """How many items the section asks for."""
        return len(self.rows) if self.section.kind == SectionKind.FIGURES else 1

    @property
    def to_look_at(self) -> int:
        """How many figures differ from the log without a reason."""
        return sum(bool(row.difference and not row.reason) for row in self.rows)

    @property
    def done(self) -> int:
        """How many of its items are done."""
        if self.section.kind == SectionKind.PROSE:
            return int(bool(self.prose and self.prose.text and not self.prose.is_suggested))
        return sum(row.value is not None for row in self.rows) - self.to_look_at

    @property
    def is_mended(self) -> bool:
        """Whether something was saved here since the last remark, or it was answered in words."""
        times = [row.saved_at for row in self.rows] + [self.prose.saved_at if self.prose else None]
        return all(
            remark.answers.all() or any(at and at > remark.at for at in times)
            for remark in self.remarks
        )

    @property
    def state(self) -> str:
        """One word for the list: done, nothing, look, suggested, todo, part."""
        if self.prose and self.prose.is_suggested:
            return "suggested"
        if self.to_look_at:
            return "look"
        if self.done < self.asked:
            return "part" if self.done else "todo"
        return "nothing" if self.rows and all(row.is_none for row in self.rows) else "done"


def logged_now(report: Report) -> dict[int, Decimal]:
    """What the log, and the level below, give for each indicator, over the days that it counts."""
    indicators = list(Indicator.objects.filter(pk__in=_asked(report)))
    return logged_of(report, indicators)


def moved_since(report: Report, figures: Iterable[Figure] | None = None) -> dict[int, Decimal]:
    """By indicator, what figures were counted from and says otherwise now, with what it says.

    `figures` are all of the report, where they are known with their indicators. That is the log,
    and of a derived figure the other figures of the report (promise N11).
    """
    rows = list(figures or report.figures.select_related("indicator"))
    derived = {pk: value or Decimal(0) for pk, value in reckoned_in(rows).items()}
    now = logged_of(report, [row.indicator for row in rows]) | derived
    return {
        row.indicator_id: now[row.indicator_id]
        for row in rows
        if row.logged != now.get(row.indicator_id, row.logged)
    }


def _asked(report: Report) -> QuerySet[Line, Any]:
    return Line.objects.filter(section__regime=report.round.regime_id).values("indicator")


def typed_among(report: Report) -> set[int]:
    """The indicators of a report that no log counts: no kind of activity stands behind them."""
    rows = Indicator.objects.filter(pk__in=_asked(report), kinds=None)
    rows = rows.exclude(aggregation__in=DERIVED)
    return set(rows.values_list("pk", flat=True))


def parts_asked(report: Report) -> dict[int, int]:
    """Which figures of a report count a part of what another figure of it counts."""
    rows = Indicator.objects.filter(pk__in=_asked(report)).prefetch_related("kinds")
    return {part: whole.pk for part, whole in part_of(list(rows)).items()}


def remarked_sections(report: Report) -> set[int]:
    """The sections on which remarks of the last return stand."""
    return set(standing_remarks(report).values_list("section", flat=True))


def standing_remarks(report: Report) -> QuerySet[Remark]:
    """The remarks that a returned report still has to answer: none of another report.

    What was sent again and taken back waits for the answers to the same remarks as before.
    """
    if not report.is_returned:
        return Remark.objects.none()
    last = report.remarks.order_by("-attempt").values("attempt")[:1]
    return report.remarks.filter(attempt=Subquery(last))


def open_indicators(report: Report) -> set[int]:
    """The indicators whose figures the unit may change; of a returned report, the remarked ones."""
    lines = Line.objects.filter(section__regime=report.round.regime_id)
    if report.is_returned:
        lines = lines.filter(section__in=remarked_sections(report))
    return set(lines.values_list("indicator", flat=True))


def steps_of(report: Report) -> list[Step]:
    """The sections of a report in order, with their rows: five queries whatever the size."""
    sections = Section.objects.filter(regime=report.round.regime_id).prefetch_related("lines")
    rows = {row.indicator_id: row for row in report.figures.select_related("indicator")}
    prose = {row.section_id: row for row in report.prose.all()}
    remarks = list(standing_remarks(report).select_related("indicator").prefetch_related("answers"))
    pinned = {remark.section_id for remark in remarks}
    return [
        Step(
            section=section,
            rows=tuple(
                rows[line.indicator_id] for line in section.lines.all() if line.indicator_id in rows
            ),
            prose=prose.get(section.pk),
            remarks=tuple(row for row in remarks if row.section_id == section.pk),
            is_open=report.is_editable and (not report.is_returned or section.pk in pinned),
        )
        for section in sections
    ]
