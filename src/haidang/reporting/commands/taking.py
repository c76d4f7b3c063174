"""A unit takes back the form that it filled as a workbook: all of it, or nothing."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction

from haidang.errors import Incomplete, Issue, NotAllowed, WrongState
from haidang.orgs.models import User
from haidang.reporting import checks, rules
from haidang.reporting.commands.filling import save_figures
from haidang.reporting.entered import Entered, Given, amount, is_whole
from haidang.reporting.enums import DifferenceReason
from haidang.reporting.models import Figure, Report
from haidang.reporting.numerals import write_number
from haidang.reporting.queries.filling import Step, steps_of, typed_among


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


@transaction.atomic
def take_form(
    *, report: Report, figures: Mapping[str, Entered], by: User, seen: dt.datetime | None = None
) -> Report:
    """Save the figures of a form that came back, by code: of every open section, or of none.

    Refuses with WrongState where the report is closed, with NotAllowed, and with Incomplete telling
    all that cannot be taken.
    """
    if not rules.may_fill(by, report):
        raise NotAllowed("Chỉ người báo cáo của đơn vị mới được nạp biểu này.")
    steps = steps_of(report)
    taking = [step for step in steps if step.rows and step.is_open]
    if not taking:
        raise WrongState("Báo cáo không mở để nạp biểu.")
    if issues := what_is_wrong(report, steps, figures, seen):
        raise Incomplete(issues)
    for step in taking:
        save_figures(report=report, section=step.section, figures=own(step, figures), by=by)
    return report


def what_is_wrong(
    report: Report,
    steps: Iterable[Step],
    figures: Mapping[str, Entered],
    seen: dt.datetime | None = None,
) -> list[Issue]:
    """What keeps the figures of a form from being taken, of all its sections together."""
    typed, issues = typed_among(report), []
    for step in steps:
        rows, given = {row.indicator.code: row for row in step.rows}, own(step, figures)
        wrong = checks.before_saving(rows, given, typed=typed, seen=seen)
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
        if (given := figures.get(row.indicator.code))
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
