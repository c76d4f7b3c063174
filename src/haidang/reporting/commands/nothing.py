"""A unit says of several figures at once that there was nothing to report."""

from collections.abc import Collection

from django.db import transaction

from haidang.errors import Incomplete, Issue, NotAllowed, WrongState
from haidang.orgs.models import User
from haidang.reporting import rules
from haidang.reporting.commands.filling import save_figures
from haidang.reporting.entered import Entered
from haidang.reporting.models import Report
from haidang.reporting.queries.filling import logged_now, steps_of
from haidang.reporting.unfilled import unfilled_in


@transaction.atomic
def say_nothing_happened(*, report: Report, codes: Collection[str], by: User) -> list[str]:
    """Save “không phát sinh” for figures, by code, that still are empty; return their codes.

    What was filled meanwhile, by somebody or by the log, keeps its number. Refuses with WrongState
    where the report is closed, with NotAllowed, and with Incomplete where none of them is empty.
    """
    # Whoever fills one of them now waits, so that nothing is written over.
    rows = Report.objects.select_for_update(no_key=True, of=("self",))
    report = rows.select_related("round__regime", "unit", "fed_from").get(pk=report.pk)
    if not rules.may_fill(by, report):
        raise NotAllowed("Chỉ người báo cáo của đơn vị mới được viết báo cáo này.")
    if not report.is_editable or report.counted_to is None:
        raise WrongState("Báo cáo đã gửi hoặc chưa mở nên không ghi “Không phát sinh” được.")

    logged = logged_now(report)
    said: list[str] = []
    for step in steps_of(report):
        empty = [row for row in unfilled_in(step) if row.indicator.code in codes]
        nothing = [row for row in empty if logged[row.indicator_id] <= 0]
        figures = {
            row.indicator.code: Entered(estimate=row.estimate, is_none=True, note=row.note)
            for row in nothing
        }
        if figures:
            save_figures(report=report, section=step.section, figures=figures, by=by)
            said += figures
    if not said:
        message = "Không còn chỉ tiêu nào trống trong số đã chọn."
        raise Incomplete([Issue("nothing_empty", message, "code")])
    return said
