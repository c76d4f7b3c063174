"""What a form that came back would change in a report, and what keeps it from being taken."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from haidang.activities.enums import DERIVED
from haidang.errors import Issue
from haidang.reporting import checks
from haidang.reporting.entered import Entered, Given, amount, is_whole
from haidang.reporting.enums import DifferenceReason
from haidang.reporting.models import Figure, Report
from haidang.reporting.numerals import write_number
from haidang.reporting.queries.filling import Step, typed_among
from haidang.reporting.queries.growth import growth_of


@dataclass(frozen=True, slots=True)
class Changed:
    """One figure that a form would change: as it stands, and as the form says."""

    row: Figure
    given: Entered

    @property
    def value(self) -> Decimal | None:
        """What the form says was done."""
        return Decimal(0) if self.given.is_none else _amount(self.row, self.given.value)

    @property
    def estimate(self) -> Decimal | None:
        """What the form expects of the whole year."""
        return _amount(self.row, self.given.estimate)

    @property
    def reason(self) -> str:
        """Why it differs from the log, in words."""
        return DifferenceReason(self.given.reason).label if self.given.reason else ""


def what_is_wrong(
    report: Report,
    steps: Iterable[Step],
    figures: Mapping[str, Entered],
    seen: dt.datetime | None = None,
) -> list[Issue]:
    """What keeps the figures of a form from being taken, of all its sections together."""
    steps = list(steps)
    every = [row for step in steps for row in step.rows]
    typed, issues = typed_among(report), []
    estimated = growth_of(report, every).estimated(every, report)
    for step in steps:
        rows, given = {row.indicator.code: row for row in step.rows}, own(step, figures)
        wrong = checks.before_saving(rows, given, typed=typed, estimated=estimated, seen=seen)
        if step.is_open:
            issues += wrong
        else:
            unread = {issue.field.rpartition("-")[0] for issue in wrong}
            changed = [] if unread else [one.row for one in changes_of([step], figures)]
            issues += [_closed(row) for row in changed or map(rows.__getitem__, sorted(unread))]
    return issues


def changes_of(steps: Iterable[Step], figures: Mapping[str, Entered]) -> list[Changed]:
    """Which figures a form would change, in its order; asks for figures that can be read."""
    found = [
        Changed(row, given)
        for step in steps
        for row in step.rows
        if (given := figures.get(row.indicator.code)) and row.indicator.aggregation not in DERIVED
    ]
    return [one for one in found if _says(one) != _stands(one.row)]


def own(step: Step, figures: Mapping[str, Entered]) -> dict[str, Entered]:
    """The figures of one section among those of a form."""
    codes = [row.indicator.code for row in step.rows]
    return {code: figures[code] for code in codes if code in figures}


def _says(one: Changed) -> tuple[object, ...]:
    differs = one.value is not None and one.value != one.row.logged
    return one.value, one.estimate, one.given.reason if differs else "", one.given.note


def _stands(row: Figure) -> tuple[object, ...]:
    return row.value, row.estimate, row.reason, row.note


def _amount(row: Figure, given: Given) -> Decimal | None:
    known = (row.value, row.logged, row.estimate)
    return amount(given, whole=is_whole(row.indicator), known=known)


def _closed(row: Figure) -> Issue:
    stands = "trống" if row.value is None else write_number(row.value)
    message = f"{row.indicator}: không có góp ý nên không mở lại, hãy giữ số đã gửi ({stands})."
    return Issue("closed_section", message, f"{row.indicator.code}-value")
