"""A unit takes back the form that it filled as a workbook: all of it, or nothing."""

import datetime as dt
from collections.abc import Mapping

from django.db import transaction

from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.orgs.models import User
from haidang.reporting import rules
from haidang.reporting.commands.filling import save_figures
from haidang.reporting.entered import Entered
from haidang.reporting.models import Report
from haidang.reporting.queries.filling import steps_of
from haidang.reporting.queries.returned import own, what_is_wrong
from haidang.reporting.turns import locked


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
    report = locked(report)  # what is held against `seen` stays so until it is saved
    steps = steps_of(report)
    taking = [step for step in steps if step.rows and step.is_open]
    if not taking:
        raise WrongState("Báo cáo không mở để nạp biểu.")
    if issues := what_is_wrong(report, steps, figures, seen):
        raise Incomplete(issues)
    for step in taking:
        save_figures(report=report, section=step.section, figures=own(step, figures), by=by)
    return report
