"""What is wrong with the units that somebody ticked, before they are reminded."""

import datetime as dt
from collections.abc import Sequence

from haidang.chasing.queries.sources import Scope
from haidang.errors import Issue
from haidang.orgs.models import Succession, Unit
from haidang.plans.models import Asked, Assignment
from haidang.reporting.models import Report

MOST = 5000  # units in one act


def before_reminding(units: Sequence[Unit], day: dt.date) -> list[Issue]:
    """Nobody ticked, too many, or a unit that has ended: whoever followed it is named."""
    if not units:
        return [Issue("no-unit", "Chọn ít nhất một đơn vị cần nhắc.", "units")]
    if len(units) > MOST:
        words = f"Mỗi lần nhắc nhiều nhất {MOST} đơn vị; hãy chia làm nhiều lần."
        return [Issue("too-many", words, "units")]
    ended = [unit for unit in units if unit.valid_to and unit.valid_to < day]
    return [Issue("ended", _ended_words(unit), "units") for unit in ended]


def outsiders(units: Sequence[Unit], scope: Scope) -> list[Unit]:
    """The units that the authority asked nothing of; nobody reminds them in its name."""
    keys = [unit.pk for unit in units]
    reports = Report.objects.filter(unit__in=keys, round__regime__receiver=scope.authority)
    given = Assignment.objects.filter(unit__in=keys, task__plan__unit=scope.authority)
    changed = Asked.objects.filter(unit__in=keys, item__amendment__plan__unit=scope.authority)
    rows = (reports, given, changed)
    asked = {pk for one in rows for pk in one.values_list("unit", flat=True)}
    return [unit for unit in units if unit.pk not in asked or unit.pk in scope.left_out]


def _ended_words(unit: Unit) -> str:
    rows = Succession.objects.filter(predecessor=unit).select_related("successor")
    heirs = ", ".join(str(row.successor) for row in rows)
    told = f"; hãy nhắc {heirs}" if heirs else ""
    return f"{unit} đã kết thúc hoạt động ngày {unit.valid_to:%d/%m/%Y}{told}."
