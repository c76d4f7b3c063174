"""The days of a regime as people type them: a day of any year, and how its deadline follows."""

import re
from typing import Any

from django import forms

from haidang.reporting.due import DueRule

DAY_AND_MONTH = re.compile(r"\s*(\d{1,2})\s*[/-]\s*(\d{1,2})\s*")
DUE_MONTHS = [
    (0, "tháng cuối kỳ (tháng 12 của báo cáo năm)"),
    (-1, "tháng trước tháng cuối kỳ (tháng 11 của báo cáo năm)"),
    (1, "tháng sau kỳ báo cáo"),
    *((-back, f"tháng {12 - back}, chỉ báo cáo năm") for back in range(2, 12)),
]


class DayOfYearField(forms.CharField):
    """A day of any year, typed 14/12 and kept as 12-14; what is no day the command says."""

    def to_python(self, value: Any) -> str:
        """Turn the day round; leave what is something else as it was typed."""
        typed = super().to_python(value) or ""
        found = DAY_AND_MONTH.fullmatch(typed)
        return f"{int(found[2]):02}-{int(found[1]):02}" if found else typed[:20]

    def prepare_value(self, value: Any) -> Any:
        """Show a kept day as people write it."""
        parts = re.fullmatch(r"(\d\d)-(\d\d)", value or "")
        return f"{parts[2]}/{parts[1]}" if parts else value


def due_from(given: dict[str, Any]) -> DueRule:
    """Take the rule of the deadline out of what was filled in; the month alone says nothing."""
    due = DueRule(
        day=given.pop("due_day") or 0,
        month=given.pop("due_month"),
        before=given.pop("due_before"),
        after=given.pop("due_after") or 0,
        by_plan=given.pop("due_by_plan"),
    )
    return due or DueRule(by_plan=due.by_plan)


def due_typed(due: DueRule) -> dict[str, Any]:
    """A rule of the deadline as the boxes show it."""
    return {
        "due_day": due.day or None,
        "due_month": due.month,
        "due_before": due.before,
        "due_after": due.after or None,
        "due_by_plan": due.by_plan,
    }
